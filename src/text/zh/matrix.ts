import type { Texts } from "../texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const matrix: Texts["matrix"] = {
  label: (papers) => `谁引用谁、谁与谁共享参考文献：${inFigures(papers)}篇论文两两对照`,
  orderBy: "排序依据",
  order: { domain: "领域", community: "社群" },
  notFound: "社群尚未找出。",
  inNone: "不属于任何社群",
  underNone: "不在任何标题之下",
  noCommunity: "这些论文之间的联系不构成社群。",
  unknown: (unread, all) => `未知，不是零：${inFigures(all)}份参考文献表中有${inFigures(unread)}份未读全`,
  left: (shown, all) =>
    `这里显示${all}篇论文中在本图上引文最多的${inFigures(shown)}篇；在图例中隐藏一些领域或年份即可看到其余论文。`,
  cites: (row, column, evidence) => `${row}引用${column}，${evidence}`,
  hidden: (said) => `${said}（未标出：被筛选隐藏）`,
  citesNot: (row, column) => `${row}不引用${column}`,
  citesUnknown: (row, column) => `${row}的参考文献表未读全，尚不知它是否引用${column}`,
  reverse: (said, column, row, evidence) => `${said}；${column}引用${row}，${evidence}`,
  shared: (count) => `两者在本图上共享${inFigures(count)}篇参考文献`,
  sharedUnknown: (unread, known) =>
    `两者共享多少参考文献尚不清楚，因为${listed(unread)}的参考文献表未读全${
      known.length === 0 ? "" : `；已知两者都引用${listed(known)}`
    }`,
  sentences: (first, second) => `${first}。${second}。`,
  self: (paper) => `${paper}，即该论文自身`,
  empty: "没有综述论文符合筛选条件。",
  corner: "行引用列",
  unread: "，参考文献表未知",
  reading: "标记：行的论文引用列的论文。底色及数字：本图中有多少文献被两者共同引用。",
  facts: "单元格的两篇论文",
  hint: "指向一个单元格，或用方向键走到那里，就能在此读到它的含义以及两篇论文共同引用的文献。点击论文名可打开其详情。",
  and: "与",
  works: "两篇论文共同引用的文献",
  bothCite: "两者都引用",
  bothKnown: "已知两者都引用",
};
