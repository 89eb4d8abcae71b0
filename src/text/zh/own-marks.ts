import type { Texts } from "../texts.ts";

export const ownMarks: Texts["ownMarks"] = {
  help: "帮助",
  column: "我的标记",
  starred: "已加星",
  read: "已读",
  noted: "有笔记",
  none: {
    starred: "符合筛选条件的论文都没有加星。可在论文详情中加星，或显示全部论文。",
    unread: "符合筛选条件的论文您都读过了。",
    noted: "符合筛选条件的论文都没有您的笔记。可在论文详情中写一条，或显示全部论文。",
  },
  notLoaded: "页面中负责帮助和个人标记的部分没有加载成功。请检查网络连接后重新加载页面。",
};
