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
  noReader: "读取数据的脚本未能加载。请检查网络连接后重新加载页面。",
  findingDomains: "正在计算引文与各领域的关系…",
  noDomains: (reason) => `未能算出引文与各领域的关系：${reason}。请重新加载页面再试。`,
  otherCorpus: "papers.arrow 和 citations.arrow 由另一份 corpus.json 生成，不予使用。",
  notUsed: (reason) => `没有使用 papers.arrow 和 citations.arrow：${reason}。`,
  laidOutAnew: (why) => `${why}地图将重新布局。`,
  alone: {
    name: "本页显示的内容",
    heading: "仅显示概貌",
    counts: (papers, citations) => `${inFigures(papers)}篇论文，${inFigures(citations)}条引文。`,
    why: (most) => `不超过${inFigures(most)}篇论文时，本页的全部功能都可使用。更大的地图只显示概貌。`,
    shown: "显示",
    places: {
      domain: "每篇论文的位置和大小，以及所属领域的颜色",
      community: "每篇论文的位置和大小，以及所属社群的颜色",
    },
    carrying: (citations) => `${inFigures(citations)}条引文，即不能由更长的路径推知的引文`,
    regions: {
      domains: (regions) => `${inFigures(regions)}个领域的名称和论文数`,
      communities: (regions) => `${inFigures(regions)}个社群的名称和论文数`,
    },
    labels: "放得下的论文名称，被引最多的优先",
    missing: "不显示",
    papers: "单篇论文：搜索、详情、路径、星标和笔记",
    filters: "筛选、时间推移以及其余引文",
    views: "谱系、领域、矩阵和表格",
    exports: "导出：npm run export 和 npm run analyse 可处理全部内容",
    keys: "方向键：移动地图。加号、减号、零：缩放与适合窗口。",
    notLaidOut: (papers, most) =>
      `这张地图有${inFigures(papers)}篇论文，尚未布局。不超过${inFigures(most)}篇时页面会自行布局；更大的地图需要刷新时生成的 papers.arrow 和 citations.arrow。`,
    layOut: "请用以下命令布局：",
    build: "，然后生成页面：",
    stop: "。",
  },
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
