import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

export const introduction: Texts["introduction"] = {
  mainPath: "主路径",
  reading: "如何读图",
  dot: ["圆点", "综述中的一篇论文；灰色小点是综述之外的文献。"],
  dotAlone: ["圆点", "一篇论文。"],
  size: "大小",
  sizeByCitations: "被引次数；虚线圆环：尚不清楚。",
  sizeByMap: "本图论文引用它的次数。",
  arrow: ["箭头", "由引用论文指向被引论文；只是很可能时为虚线。"],
  colour: ["颜色与形状", "综述作者为它归入的领域。"],
  colourAlone: ["颜色", "引文把它归入的社群，或在“颜色”下选择的其他内容。"],
  startAt: (root) => `从${root}开始`,
  origin: (root, citedBy, dated) =>
    `列表没有在其论文中指明根。这里以${root}为根：在列表${dated ? "较早的一半" : "的全部"}论文中，引用它的论文最多，共${inFigures(citedBy)}篇。在列表开头写一行“root:”可以另行指定。`,
  noOrigin:
    "列表没有在其论文中指明根，较早的一半论文中也没有被足够多的论文引用、可以当作根的论文。在列表开头写一行“root:”可以指定。",
  lines: "最长的传承线",
  more: (count) => `另有${inFigures(count)}条`,
  generations: "代",
  steps: (root) => `从${root ?? "最早的论文"}出发、沿最长路线的引文步数。`,
  noGenerations: "列表中论文之间还没有已知的引文。",
  papers: (count) => `${inFigures(count)}篇论文`,
  cycles: "互相引用",
  apart: "独立于外",
  changed: "有何变化",
  markNewest: "在地图上标出最新内容",
};
