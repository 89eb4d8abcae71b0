import type { Texts } from "../texts.ts";

export const header: Texts["header"] = {
  views: "视图",
  view: {
    lineage: "谱系",
    network: "网络",
    domains: "领域",
    matrix: "矩阵",
    table: "表格",
  },
  searchLabel: "按标题、作者、发表处或年份搜索论文",
  found: "找到的论文",
  legend: "图例",
};
