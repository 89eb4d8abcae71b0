import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const paper: Texts["paper"] = {
  context: "综述之外的文献",
  cites: (named) => `引用${listed(named)}`,
  citesNothing: "在本图上没有引用",
  citesUnknown: "引用了什么尚不清楚",
  citedBy: (named) => `被${listed(named)}引用`,
  unidentified: "尚未识别",
  notCited: "在本图上未被引用",
  generation: (number) => `第${number}代`,
  around: (works) => `综述之外的${inFigures(works)}篇文献`,
  head: (parts) => parts.join("，"),
  sentence: (parts) => `${parts.join("；")}。`,
  link: (citing, cited) => `${citing}引用${cited}`,
  back: (citing, cited) => `并且${citing}引用${cited}`,
  open: (traced) => ` 已打开它的详情${traced ? "，并显示其谱系" : ""}。`,
  implied: (path) => `已被${path.join(" > ")}蕴含`,
};
