import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const timeline: Texts["timeline"] = {
  stop: (date, papers) => `${date}：${listed(papers)}`,
  all: (papers) => `全部${inFigures(papers)}篇论文`,
  to: (date) => `至${date}`,
  before: "第一篇论文之前",
  yearUnknown: "年份未知",
  years: (first, last) => `${first}至${last}年`,
  andOlder: (years) => `${years}，以及更早的文献`,
};
