import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

export const header: Texts["header"] = {
  toMap: "前往地图",
  views: "视图",
  view: {
    lineage: "谱系",
    network: "网络",
    domains: "领域",
    matrix: "矩阵",
    table: "表格",
  },
  searchLabel: "按标题、作者、发表处或年份搜索论文",
  search: (papers, around) =>
    papers === 0 && around > 0
      ? `搜索${inFigures(around)}篇文献`
      : `搜索${inFigures(papers)}篇论文${around > 0 ? `及${inFigures(around)}篇相关文献` : ""}`,
  noMatch: (query) => `没有与“${query}”相符的论文。`,
  onlyFirst: (letters) => `只搜索前${letters}个字符。`,
  found: "找到的论文",
  legend: "图例",
  export: "导出",
  exportNotLoaded: "导出功能没有加载成功，请重试。",
  viewNotLoaded: "这个视图没有加载成功。请检查网络连接，然后再次选择它。",
  loading: "正在加载…",
};
