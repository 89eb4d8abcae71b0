import type { GuideTexts } from "../guide-texts.ts";
import { inFigures } from "./grammar.ts";

export const reading: GuideTexts["reading"] = {
  heading: "我的阅读",
  nothing: "可在论文详情中加星、标为已读或写下笔记。这些内容只保存在本浏览器中。",
  counts: (starred, read, notes) =>
    `${inFigures(starred)}篇加星，${inFigures(read)}篇已读，${inFigures(notes)}条笔记`,
  show: "按我的标记显示论文",
  choice: { all: "全部", starred: "加星", unread: "未读", noted: "有笔记" },
  undo: "撤销",
  redo: "重做",
  open: "笔记、导出、导入…",
  star: "加星",
  read: "已读",
  note: "我的笔记",
  notePlaceholder: "只保存在本浏览器中，不会发送",
  older: (date) => `${date}的另一条笔记`,
  dropOlder: "删除这条笔记",
  trouble: {
    forbidden: "浏览器不允许本页面保存任何内容：关闭页面后标记就会消失。要保留，请导出为文件。",
    full: "浏览器分配给本站的存储空间已满：最新的标记没有保存。请导出为文件。",
    unreadable: "浏览器中保存的阅读记录无法读取。原内容已另存，并未删除；现在从头开始。",
  },
  tourOffer: "第一次来？",
  takeTour: "一分钟导览",
  noTour: "不用了",
};
