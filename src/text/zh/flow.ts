import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

export const flow: Texts["flow"] = {
  heading: "领域之间的传承",
  lead: "每一行是一个领域，每个圆点是该领域某一年的论文及其篇数。由宽渐窄的色带从提供养分的领域通向受其滋养的领域，颜色取自前者：它们是没有被更长路径所蕴含的引文。点击一个领域可只看它的色带。",
  noGroups: "这篇综述的论文都不在标题之下，因此没有领域可循。请在论文之上加标题，然后刷新语料。",
  noYears:
    "这篇综述的论文都还没有年份。请在列表中写明年份（`[CVPR 2023]`）或刷新语料：之后这里会按年份画出各领域。",
  summary: (domains, between, within) =>
    `按年份排列的${inFigures(domains)}个领域；承载谱系的引文中有${inFigures(between)}条从一个领域通向另一个领域，${inFigures(within)}条留在本领域之内。`,
  band: (fed, fedYears, feeding, feedingYears, count) =>
    `${fedYears}年的“${fed}”取自${feedingYears}年的“${feeding}”：${inFigures(count)}条引文`,
  others: (count) => `以及另外${inFigures(count)}条`,
  broadest: (shown, all) => `图中是${inFigures(all)}条色带中最宽的${inFigures(shown)}条；表格计入全部。`,
  undated: (count) => `没有年份的论文的${inFigures(count)}条引文只列在表格中。`,
  citesNone: "没有引用",
  share: "右侧：该领域论文对本综述论文的引文中，留在本领域之内的比例。",
  asTable: "以表格显示",
  byYear: "按年份的领域",
  papersByYear: "按领域和年份的论文",
  domain: "领域",
  within: "领域内引文",
  carrying: "按领域统计的承载谱系的引文",
  from: "来自",
  to: "通向",
  citations: "引文",
  papers: "论文，由旧到新",
};
