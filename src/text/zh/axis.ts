import type { Texts } from "../texts.ts";

export const axis: Texts["axis"] = {
  month: (month) => `${month + 1}月`,
  before: (year, month) => `${year}年${month === 0 ? "" : `${month + 1}月`}之前，已压缩`,
  compressed: "已压缩",
  noDate: "无日期",
  noDates: "没有已知日期",
};
