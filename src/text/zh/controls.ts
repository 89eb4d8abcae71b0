import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const controls: Texts["controls"] = {
  joinedBy: "连线依据",
  layer: { citations: "引文", coupling: "共享参考文献", "co-citation": "共被引" },
  atLeast: "至少",
  inText: "正文引用",
  sentencesUnknown: "尚不清楚：刷新后可知",
  noSentences: "一篇论文在正文中被引用几次尚不清楚：刷新后可知。",
  anySentences: "引用语句数不限",
  sentences: (least, shown, all, unknown) =>
    `引用语句${least}句及以上：${inFigures(all)}条引文中的${inFigures(shown)}条${unknown === 0 ? "" : `；${inFigures(unknown)}条的语句未知`}`,
  orMore: (least) => `${least}及以上`,
  shared: { coupling: "共享参考文献", "co-citation": "共同引用它们的论文" },
  counting: { coupling: "正在统计共享参考文献…", "co-citation": "正在统计共被引…" },
  notCounted: (reason) => `未能统计论文之间的共同之处：${reason}。请检查网络连接后重新加载页面。`,
  noCounter: "负责统计的脚本没有载入",
  noPair: (what) => `尚未发现有${what}的两篇综述论文`,
  pairs: (count, what) => `${inFigures(count)}对论文有${what}`,
  pairsFrom: (count, least, what) => `${inFigures(count)}对论文有${least}篇及以上${what}`,
  unknownLists: (papers) => `${inFigures(papers)}篇论文的参考文献表未知，因此无从判断`,
  thisMapAlone: "只计本图中的论文",
  remarks: (parts) => `${parts.join("；")}。`,
  bothCite: (one, other, works, named) =>
    `${one}与${other}共同引用${inFigures(works)}篇文献：${listed(named)}`,
  citedTogether: (one, other, papers, named) =>
    `${one}与${other}被${inFigures(papers)}篇论文共同引用：${listed(named)}`,
  more: (count) => `另外${inFigures(count)}篇`,
  links: "连线",
  link: { all: "全部", skeleton: "骨架", "main-path": "主路径" },
  onMainPath: (some, all) => `${inFigures(some)}篇论文在主路径上，其中${inFigures(all)}篇三种权重一致`,
  carrying: (total, carrying) => `${inFigures(total)}条引文，其中${inFigures(carrying)}条承载谱系`,
  keyRoutes: "关键路线",
  heaviestAlone: "只看权重最大的路径",
  heaviest: (routes) => `权重最大的${routes}条引文及其最佳延伸`,
  waysCounted:
    "数一数从根到最新论文的所有路径。许多路径都经过的引文承载着这一领域的大部分传承；主路径沿着其中最重的走。",
  weights:
    "通行的计数方法有三种（SPC、SPLC、SPNP）。论文下方的小点表示它按其中几种位于主路径上：三种都是则稳定，只有一种则取决于方法。",
  tied: (ties) => `有几条路径权重相同，全部画出（三种权重下分别为${ties.join("、")}条）。`,
  untied: "没有其他路径与之同重。",
  limits: "它只看到本综述论文之间已知的引文。它说明思想可能经由哪里流传，而不是确实如此。",
  cycle: (papers, aside) =>
    `${papers}互相引用。为了计算代数和路径，${aside}暂不计入：它与日期相反。它仍留在地图上。`,
  play: "播放时间推移",
  pause: "暂停时间推移",
  upTo: "显示截至此时的论文",
};
