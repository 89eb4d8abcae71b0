import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const coverage: Texts["coverage"] = {
  dated: (date, sources) => `${date}的数据，来自${listed(sources)}`,
  undated: "数据没有日期",
  resolved: (papers, entries) => `${inFigures(entries)}篇论文中识别出${inFigures(papers)}篇`,
  noList: (works) => `没有列入综述的论文；周边文献${inFigures(works)}篇`,
  allCitations: (all) => `${inFigures(all)}条引文`,
  references: (known, all) => `${inFigures(all)}篇中有${inFigures(known)}篇的参考文献表已知`,
  citations: (all, kinds) =>
    `其间有${inFigures(all)}条引文${kinds.length > 0 ? `（${kinds.join("，")}）` : ""}`,
  kind: (count, confidence) => `${confidence}${inFigures(count)}条`,
  root: "根",
  noPathTo: (root) => `没有通向${root}的引文路径：`,
  between: "、",
  norTo: (others) => `另有${inFigures(others)}篇也没有`,
  leadsNowhere: "它的参考文献表已知，不通向任何引文路径。",
  notRead: "没有已知的引文路径；它的参考文献表还没有读过。",
  unresolved: (entries) => `${inFigures(entries)}个条目尚未识别`,
  entry: (line, title, reason) => `${line === null ? "" : `第${line}行 `}${title}：${reason}`,
  leftOut: (parts) => `数据中有${inFigures(parts)}处错误，未采用`,
  moreLeftOut: (parts) => `另有${inFigures(parts)}处`,
  dataFrom: "数据来自",
  countsFrom: "被引次数来自",
  notAsked: "，尚未向其查询引文",
};
