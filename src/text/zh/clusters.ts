import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const clusters: Texts["clusters"] = {
  heading: "社群",
  over: "社群依据",
  link: { citations: "引文", coupling: "共享参考文献", both: "两者" },
  kind: { domains: "领域", communities: "社群", none: "不显示" },
  regions: "区域",
  listedAbove: "社群列表中的每一项都是按钮。",
  resolution: "分辨率",
  usual: "1，通常取值",
  finer: (resolution) => `${resolution}：更多更小`,
  coarser: (resolution) => `${resolution}：更少更大`,
  seeking: "正在寻找社群…",
  measuring: "正在测量其稳定程度…",
  papers: (count) => `${inFigures(count)}篇论文`,
  surveyPapers: (count) => `${inFigures(count)}篇综述论文`,
  around: (count) => `${inFigures(count)}篇周边文献`,
  stays: (share, runs) => `一篇论文在${runs}次运行的${share}中留在其中`,
  fewRuns: (runs) => `稳定度依据${runs}次运行；这样大的地图不再做更多次。`,
  aroundPaper: (paper) => `围绕${paper}`,
  detail: (parts) => parts.join("，"),
  summary: (papers, stable) => `${inFigures(papers)}篇论文${stable === null ? "" : `，稳定度${stable}`}`,
  isolated: (parts) => `${parts.join("和")}不属于任何社群：没有已知的、能区分主题的联系`,
  clear: (communities, modularity) => `${communities}个社群，模块度${modularity}：比随机产生的更清晰。`,
  unmeasured: (communities, modularity) =>
    `${communities}个社群${modularity === null ? "" : `，模块度${modularity}`}。这样大的地图不测量社群的稳定程度。`,
  noCommunities: "这些联系没有连接任何论文：不存在社群。",
  chance: (rewirings, reached) =>
    `结构并不比随机产生的更清晰：同样的引文打乱${rewirings}次，随机${
      reached === 0 ? "结果已接近这一程度" : `结果有${reached}次达到同样程度`
    }。`,
  smaller: (communities, papers) => `另有${communities}个较小的社群，共${inFigures(papers)}篇论文`,
  remarks: (parts) => parts.join("；"),
  region: (name, members) => `${name}：${listed(members)}`,
  within: (links) => `内部${inFigures(links)}条连线`,
  toSurvey: (links) => `${inFigures(links)}条通向其他综述论文`,
  toWorks: (links) => `${inFigures(links)}条通向其他文献`,
  numbered: (number) => `社群${number}`,
  otherPapers: (count) => `其他${inFigures(count)}篇论文`,
  others: (count) => `另外${inFigures(count)}篇`,
  andOthers: (count) => `以及另外${inFigures(count)}篇`,
};
