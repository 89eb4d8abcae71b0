import { formatsOf } from "../formats.ts";
import type { LargeTexts } from "../large-texts.ts";
import { inFigures } from "./grammar.ts";

const { decimal } = formatsOf("zh");

const nearest = (papers: number) =>
  `按余弦相似度（共有的篇数相对于双方列表的长度）列出最相近的${inFigures(papers)}篇`;
const sentences = (...parts: readonly (string | null)[]) =>
  parts.flatMap((part) => (part === null ? [] : `${part}。`)).join("");

const leadTo = (papers: number) => (papers === 0 ? "。" : `；连线通向其中最相近的${inFigures(papers)}篇。`);

export const large: LargeTexts = {
  findingDomains: "正在计算引文与各领域的关系…",
  noDomains: (reason) => `未能算出引文与各领域的关系：${reason}。请重新加载页面再试。`,
  otherCorpus: "corpus.bin 由另一份 corpus.json 生成，不予使用：地图将重新布局。",
  notUsed: (reason) => `没有使用 corpus.bin：${reason}。地图将重新布局。`,
  tooMany: (papers, most) =>
    `这张地图有${inFigures(papers)}篇论文。超过${inFigures(most)}篇时，页面只显示论文的位置及其区域，且须由一次刷新排好布局；搜索、详情、筛选和列表只支持到这一规模。`,
  similar: {
    heading: {
      coupling: (papers) => `与图中${inFigures(papers)}篇有共享参考文献`,
      "co-citation": (papers) => `与图中${inFigures(papers)}篇被共同引用`,
    },
    unknown: "共享参考文献：未知",
    ownListUnknown: "它的参考文献表未知，因此无从判断它与谁共享参考文献。",
    caveat: {
      coupling: (chosen, unread) =>
        sentences(
          chosen === null ? null : nearest(chosen),
          unread === 0 ? null : `${inFigures(unread)}篇论文的参考文献表未知，不参与比较`,
        ),
      "co-citation": (chosen) => sentences(chosen === null ? null : nearest(chosen), "只计本图中的论文"),
    },
    measure: {
      coupling: (shared, cosine) => `共享参考文献${inFigures(shared)}篇，余弦相似度${decimal(cosine, 2)}`,
      "co-citation": (shared, cosine) =>
        `被${inFigures(shared)}篇论文共同引用，余弦相似度${decimal(cosine, 2)}`,
    },
    moreWorks: (others) => `另有${inFigures(others)}篇；这里列出图中被引最多的`,
    pick: {
      coupling: "请选择一篇论文：连线通向与它共享参考文献最多的论文。所有论文对太多，无法全部画出。",
      "co-citation": "请选择一篇论文：连线通向最常与它被共同引用的论文。所有论文对太多，无法全部画出。",
    },
    lines: {
      coupling: (paper, drawn, all) => `${paper}与${inFigures(all)}篇论文有共享参考文献${leadTo(drawn)}`,
      "co-citation": (paper, drawn, all) => `${paper}与${inFigures(all)}篇论文被共同引用${leadTo(drawn)}`,
    },
    listUnknown: (paper) => `${paper}的参考文献表未知，因此无从判断它与谁共享参考文献。`,
  },
  dragged: {
    putBack: (papers) =>
      papers === 1 ? "把拖动过的论文放回原处" : `把拖动过的${inFigures(papers)}篇论文放回原处`,
    done: "拖动过的论文已放回原处。",
  },
};
