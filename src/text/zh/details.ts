import { formatsOf } from "../formats.ts";
import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

const { count } = formatsOf("zh");

export const details: Texts["details"] = {
  name: "所选论文的详情",
  inSurvey: "综述之内",
  around: "综述之外的文献",
  close: "关闭",
  authors: (names) => names.join("、"),
  authorsUnknown: "作者尚不清楚",
  firstPublished: (date) => `首次发表于${date}`,
  dateUnknown: "日期尚不清楚",
  countUnknown: "被引次数尚不清楚",
  citations: (total, influential, date) =>
    `${date === null ? "" : `截至${date}`}被引${count(total)}次${
      influential === null ? "" : `，其中${count(influential)}次有重要影响`
    }（Semantic Scholar）`,
  unidentified: (reason) => `尚未识别：${reason}。这里只有列表中的信息。`,
  unidentifiedBecause: "只知道它的标题",
  link: { project: "项目", data: "数据", video: "视频", paper: "论文", code: "代码" },
  cites: (papers) => `引用图中${inFigures(papers)}篇`,
  citedBy: (papers) => `被图中${inFigures(papers)}篇引用`,
  aroundCount: (works) => `综述之外${inFigures(works)}篇`,
  more: (others) => `另有${inFigures(others)}篇；这里列出综述自身的论文和图中被引最多的`,
  notLookedAt: "没有查看这篇文献引用了什么。",
  listUnknown: "它的参考文献表尚不清楚：这里没有列出的论文也可能被它引用。",
  trace: "追溯谱系",
  pathTo: "路径通向…",
  pickOther: "请选择另一篇论文：在地图上、表格中或通过搜索。",
  path: "两篇论文之间的路径",
  swap: "交换两端",
  sentence: "一句话概括",
  remark: "综述的评语",
  abstract: "摘要",
};
