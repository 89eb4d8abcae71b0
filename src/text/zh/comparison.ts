import type { ComparisonTexts } from "../comparison-texts.ts";
import { inFigures } from "./grammar.ts";

const OVER = { citations: "引文", coupling: "共享参考文献", both: "引文和共享参考文献" };

export const comparison: ComparisonTexts = {
  heading: "标题与社群",
  lead: "综述按标题归类论文；它们的引文则形成自己的社群。两者一致时，表格的对角线是满的。",
  noGroups: "这篇综述的论文都不在标题之下。请在论文之上加标题并刷新语料：之后这里会把标题与引文对照。",
  noCitations:
    "还没有已知的引文。请从 Semantic Scholar 刷新语料，或在 curation.json 中记下引文：之后这里会把标题与之对照。",
  tooFew:
    "既有标题又有社群的论文不足两篇：还没有可比较的。通过刷新或在 curation.json 中补充引文可改变这一点。",
  seeking: (links) => `正在根据${OVER[links]}寻找社群…`,
  found: (communities, links, resolution, modularity) =>
    `根据${OVER[links]}得到${communities}个社群，分辨率${resolution}${modularity === null ? "" : `，模块度${modularity}`}。`,
  checking: "随机是否也能达到同样程度，仍在检验…",
  and: (first, second) => first + second,
  scores: {
    ari: ["调整兰德指数", "任取两篇论文：标题与社群是否都认为它们同属一组？0表示与随机相当，1表示总是一致。"],
    ami: ["调整互信息", "扣除随机因素后，一篇论文的社群在多大程度上说明它的标题：0为毫无，1为完全。"],
    nmi: ["归一化互信息", "同上但未扣除随机因素，因此小组众多时会显得偏高：请与上一项对照。"],
    homogeneity: ["同质性", "每个社群都只含同一标题的论文时为1。"],
    completeness: ["完整性", "同一标题的论文都在同一社群时为1。"],
  },
  table: "按标题和社群统计的论文；点击数字可在地图上突出它们",
  noCommunity: "无社群",
  cell: (count, heading, community) =>
    `“${heading}”之下、社群“${community}”之中${count === 0 ? "没有论文" : `有${inFigures(count)}篇论文`}`,
  sentence: (text) => `${text}。`,
  press: "点击数字：地图会隐藏其他领域并突出这个社群。再次点击可撤销。",
  onMap: "地图上已隐藏其他领域，并突出这个社群。",
  show: "在地图上显示",
  disagreeing: "引文与标题不一致的论文",
  noneDisagrees: "没有论文因与两篇或更多论文的联系而更偏向另一个标题。",
  moreDisagree: (shown, all) => `这里列出${inFigures(all)}篇中偏离最大的${inFigures(shown)}篇。`,
  pull: (heading, links) => `列在“${heading}”之下；${inFigures(links)}条联系把它拉向`,
  colon: "：",
  onlyPaper: (heading) => `它是“${heading}”之下唯一的论文：没有联系能为其标题作证。`,
  cites: "引用",
  citedBy: "被其引用：",
  shares: (references) => `共享${references}篇参考文献：`,
  linked: "相连：",
  ways: (ways) => `${ways.map((way) => way.replace(/：$/, "")).join("并")}：`,
  which: "哪些",
  withoutLinks: "没有联系的论文",
  nothingSaid: (papers, links, root) =>
    `有${inFigures(papers)}篇论文无从判断：${
      root === null ? "" : `除了与${root}的联系（综述大多引用它，因此不能区分主题）之外，`
    }尚不知它们与综述其他论文有${OVER[links]}。`,
  unknown: (unknown, all) =>
    `${inFigures(all)}篇论文中有${inFigures(unknown)}篇的参考文献表未知：那里缺少的联系可能仍然存在，共享参考文献也只在两份表都已知时计算。以此为据的分组请视为初步猜测。`,
};
