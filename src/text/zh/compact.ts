import type { Texts } from "../texts.ts";

export const compact: Texts["compact"] = {
  openFull: (title) => `${title}：在新标签页中打开完整图谱`,
  legend: "图例",
  colours: {
    domain: "颜色与形状：所属领域",
    community: "颜色：引文社群",
    generation: "颜色：距起点的引用步数",
    year: "颜色：年份",
  },
  dot: "圆点是综述收录的论文；灰色小点是综述之外的相关文献。",
  arrow: "箭头由施引论文指向被引论文；虚线表示该引用仅为可能。",
  time: "越早的论文越靠左。",
  loading: "正在加载图谱……",
};
