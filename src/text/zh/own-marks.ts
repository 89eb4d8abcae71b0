import type { Texts } from "../texts.ts";

export const ownMarks: Texts["ownMarks"] = {
  help: "帮助",
  column: "我的标记",
  starred: "已加星",
  read: "已读",
  noted: "有笔记",
  notLoaded: "页面中负责帮助和个人标记的部分没有加载成功。请检查网络连接后重新加载页面。",
};
