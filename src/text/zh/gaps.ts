import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const gaps: Texts["gaps"] = {
  heading: "综述可能遗漏的文献",
  lead: "列表之外、被其论文引用或引用其论文的文献；与最多论文相连的在前，并给出这些论文大多所在的领域。",
  noCitation:
    "还没有已知的引文，因此没有什么指向综述之外。请从 Semantic Scholar 刷新语料，或在 curation.json 中记下参考文献表。",
  noLink: "综述之外没有文献与其论文相连。",
  surveyOnly:
    "这份语料只有综述自身的论文。从 Semantic Scholar 刷新会带来周边文献；许多论文共同依托的文献随后会列在这里。",
  none: "没有这样的文献。请减少所要求的论文数，或选择全部领域。",
  from: "被引用或引用至少",
  least: (papers) => `综述中的${inFigures(papers)}篇论文`,
  domain: "领域",
  allDomains: "全部领域",
  undecided: "未定",
  choice: (label, count) => `${label}（${inFigures(count)}）`,
  others: (author) => `${author} 等`,
  citedBy: (papers) => `被${papers.length}篇引用：${listed(papers)}`,
  cites: (papers) => `引用${papers.length}篇：${listed(papers)}`,
  noneTells: "都不能说明",
  atMost: (agreeing, all) => `同一领域至多${inFigures(agreeing)}篇（共${inFigures(all)}篇）`,
  agree: (agreeing, all) => `${inFigures(all)}篇中有${inFigures(agreeing)}篇在此领域`,
  count: (works) => `${inFigures(works)}篇文献`,
  closest: (shown, all) => `${inFigures(all)}篇文献中最接近的${inFigures(shown)}篇；要求更多论文可缩小范围。`,
  copyAs: (format) => `复制为 ${format}`,
  copyWorkAs: (title, format) => `将“${title}”复制为 ${format}`,
  worksAs: (works, format) => `${inFigures(works)}篇文献的 ${format}`,
  workAs: (title, format) => `“${title}”的 ${format}`,
  copied: (what) => `已复制${what}。`,
  notWritten: (what) => `脚本未能加载，${what}没有生成。请重试。`,
  byHand: (what) => `这个浏览器不允许页面复制。以下是${what}，请手动复制：`,
  toCopy: "待复制的文字",
};
