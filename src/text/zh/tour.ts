import type { GuideTexts } from "../guide-texts.ts";
import { inFigures, listed } from "./grammar.ts";

export const tour: GuideTexts["tour"] = {
  name: "地图导览",
  step: (number, of) => `第${number}步，共${of}步`,
  next: "下一步",
  back: "上一步",
  leave: "退出导览",
  done: "完成",
  root: {
    heading: (root) => `${root}是起点`,
    text: (root, papers) =>
      `带圆环的标记是${root}。其他每个标记都是一篇论文：彩色的是综述收录的${inFigures(papers)}篇，灰色小点是综述之外的文献。现在亮起的是引用${root}或被它引用的论文。`,
  },
  oldest: {
    heading: "每个标记都是一篇论文",
    text: (oldest, papers) =>
      `这篇综述收录了${inFigures(papers)}篇论文，没有指定起点。带圆环的${oldest}发表最早，现在亮起的论文与它相连。`,
  },
  domains: {
    heading: "左边更早，颜色表示领域",
    text: (from, to, domains, more) =>
      `时间从左侧的${from}年走到右侧的${to}年。颜色、形状和泳道表示作者划分的领域：${listed(domains)}${more > 0 ? `，以及另外${inFigures(more)}个` : ""}。在图例中可以逐一开关。`,
  },
  arrows: {
    heading: "箭头指向过去",
    text: (paper, cites) =>
      `箭头由引用论文指向被引论文。现在带圆环的${paper}引用了${listed(cites)}。把指针移到任何标记或连线上，就能看到与它相关的内容。`,
  },
  spine: {
    heading: "沿着主干走",
    text: (papers, first, last) =>
      `粗线是主路径：从${first}到最新论文的各条路径大多经过这里。它经过${inFigures(papers)}篇论文，终点是${last}。用地图下方的“连线”可以恢复显示全部引文。`,
  },
  details: {
    heading: "选一篇论文",
    text: (paper) =>
      `单击一个标记，或在键盘移到它时按Enter：这里选的是${paper}。面板说明它如何一步步传承而来，以及每条引文的依据。您可以加星、标为已读或写笔记，这些只留在您的浏览器中。`,
  },
  views: {
    heading: "换一种方式看同样的论文",
    text: "“网络”把互相引用的论文放在一起。“领域”“矩阵”和“表格”用流向、方格和列表呈现同样的事实。页首的问号解释每种标记和指标。",
  },
};
