import type { Texts } from "../texts.ts";

export const embedding: Texts["embedding"] = {
  frame: "复制框架代码",
  element: "复制元素代码",
  copied: "已复制在其他网页中显示此图的代码。",
};
