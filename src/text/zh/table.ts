import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

export const table: Texts["table"] = {
  caption: "地图上的论文；点击列名可排序",
  column: {
    title: "论文",
    domain: "领域",
    venue: "发表处",
    year: "发表日期",
    citations: "被引次数",
    cites: "引用（图内）",
    citedBy: "被引（图内）",
    generation: "代",
  },
  more: (papers) => `还有${inFigures(papers)}篇论文：请用搜索、领域或年份缩小范围。`,
  around: "综述之外",
  unidentified: "尚未识别",
  unknown: "尚不清楚",
};
