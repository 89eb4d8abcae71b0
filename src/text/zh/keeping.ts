import type { GuideTexts } from "../guide-texts.ts";
import { inFigures } from "./grammar.ts";

export const keeping: GuideTexts["keeping"] = {
  title: "我的阅读",
  close: "关闭",
  privacy: "只保存在本浏览器中，不会发送到任何地方。可用文件带到另一个浏览器。",
  elsewhere: (count) => `另有${inFigures(count)}篇带标记的论文不在（或已不在）地图上，也一并保留。`,
  empty: "还没有任何标记。选一篇论文：详情中有“加星”“已读”按钮和笔记栏。",
  starred: "加星",
  noted: "笔记",
  read: "已读",
  export: "导出为文件",
  import: "导入文件…",
  clear: "全部清除",
  undo: "撤销",
  redo: "重做",
  cleared: "所有标记都已清除。可用“撤销”恢复。",
  exported: (file) => `已导出到${file}。`,
  imported: (papers, unknown) =>
    `已合并文件中的${inFigures(papers)}篇论文，您原有的内容没有丢失。${unknown > 0 ? `其中${inFigures(unknown)}篇不在地图上，也一并保留。` : ""}`,
  fileName: "我的阅读",
  refused: {
    "not-json": () => "这不是可导入的文件：它不是JSON。没有作任何更改。请选择由“导出为文件”生成的文件。",
    "other-file": () => "这个文件不是阅读记录。没有作任何更改。请选择由“导出为文件”生成的文件。",
    "other-version": (version) =>
      `这个文件的版本是${version}，本页面不认识。没有作任何更改。请在导出它的页面中导入。`,
    broken: (place) => `这个文件已损坏，位置：${place}。没有作任何更改。`,
    unread: () => "无法读取这个文件。没有作任何更改。",
    "too-large": () => "这个文件太大（超过20MB），不可能是阅读记录。没有作任何更改。",
  },
};
