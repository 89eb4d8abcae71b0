import type { share as english } from "../en/share.ts";
import { inFigures } from "./grammar.ts";

export const share: typeof english = {
  description: ({ survey, papers, citations, domains, years }) => {
    const span =
      years === null ? "" : years[0] === years[1] ? `（${years[0]}年）` : `（${years[0]}—${years[1]}年）`;
    const fields = domains > 1 ? `，分属${inFigures(domains)}个领域` : "";
    return `综述“${survey}”的引文图谱：${inFigures(papers)}篇论文${span}${fields}，其间${inFigures(citations)}条引文。`;
  },
  counts: (papers, citations) => `${inFigures(papers)}篇论文，其间${inFigures(citations)}条引文`,
  noScript: "图谱由脚本绘制，请允许本页运行脚本。",
  serveInstead:
    "图谱无法以文件方式直接打开。请用本地服务器（例如 npx serve）提供此文件夹，再打开它给出的地址。",
};
