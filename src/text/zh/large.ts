import type { LargeTexts } from "../large-texts.ts";
import { inFigures } from "./grammar.ts";

export const large: LargeTexts = {
  findingDomains: "正在计算引文与各领域的关系…",
  noDomains: (reason) => `未能算出引文与各领域的关系：${reason}。请重新加载页面再试。`,
  otherCorpus: "corpus.bin 由另一份 corpus.json 生成，不予使用：地图将重新布局。",
  notUsed: (reason) => `没有使用 corpus.bin：${reason}。地图将重新布局。`,
  tooMany: (papers, most) =>
    `这张地图有${inFigures(papers)}篇论文。超过${inFigures(most)}篇时，页面只显示论文的位置及其区域，且须由一次刷新排好布局；搜索、详情、筛选和列表只支持到这一规模。`,
};
