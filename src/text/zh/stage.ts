import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const stage: Texts["stage"] = {
  map: "论文地图",
  role: "引文地图",
  lineage: (papers) => `按日期和领域排列的谱系：${inFigures(papers)}篇论文`,
  network: (papers) => `引文网络：${inFigures(papers)}篇论文`,
  keys: "左右方向键：前一篇或后一篇发表的论文。上：它引用的论文。下：引用它的论文。回车：详情。T：它的谱系。S：加星。R：标为已读。加号、减号、零：缩放与适合窗口。Esc：后退一步。",
  zoom: "缩放",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "让地图适合窗口",
  fitShort: "适合窗口",
  settling: (papers) => `正在为${inFigures(papers)}篇论文排布位置…`,
  showAll: "显示全部论文",
  empty: "这份语料没有论文。请在survey.md中列出论文，然后运行npm run refresh。",
  nothing: "没有论文符合筛选条件。",
  unknown: (names) => `这个链接提到了地图上没有的内容：${listed(names)}。`,
  around: "综述之外的文献",
  lineageOf: (root) => `${root} 谱系`,
  failed: "无法绘制地图",
  remedy: "请重新生成数据：",
  andThen: "，然后运行",
  stop: "。",
  noCommunities: (reason) => `未能找出社群：${reason}`,
  noWorker: "查找社群的脚本没有载入；请检查网络连接后重新加载页面",
  noCanvas: "此浏览器无法绘制地图：它不提供二维画布。请允许本页面使用画布，或换一个浏览器打开。",
};
