import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

const NAMES = { shortest: "最短", longest: "最长", heaviest: "权重最大" };

export const descent: Texts["descent"] = {
  way: (kinds) => `${listed(kinds.map((kind) => NAMES[kind]))}的路径`,
  ties: (count) => `${count}条并列路径之一`,
  heading: (newer, older) => `${newer}如何源自${older}`,
  inAll: (count) => (count > 1n ? `共有${count}条路径。` : "唯一的路径。"),
  pair: (one, other) => `${one}与${other}`,
  none: (one, other) => `${one}与${other}之间没有已知的引文路径。`,
  common: (ancestors) => `两者都源自${listed(ancestors)}。`,
  commonAround: (works) => `两者都引用或承接了综述之外的${inFigures(works)}篇文献。`,
  unread: (papers) => `${listed(papers)}的参考文献表尚不清楚。`,
};
