import type { ExportTexts } from "../export-texts.ts";
import { inFigures } from "./grammar.ts";

const exporting: ExportTexts["exporting"] = {
  title: "导出与分享",
  close: "关闭",
  what: "导出内容",
  domains: "单个领域",
  format: "格式",
  kinds: { picture: "图片", references: "参考文献", table: "数据", graph: "图结构" },
  hint: {
    svg: "可打印、可编辑的矢量图；文字仍是文字",
    png: "用于幻灯片和帖子的图片",
    bibtex: "供 LaTeX 使用的参考文献",
    ris: "供 Zotero、EndNote、Mendeley 使用的参考文献",
    csl: "供 Pandoc 和引文样式使用的参考文献",
    csv: "供 Excel、R 和 pandas 使用的两张表：论文与引文",
    json: "本页面可以重新绘制的 corpus.json",
    graphml: "供 yEd、igraph、NetworkX、Cytoscape 使用",
    gexf: "供 Gephi 使用，含位置、颜色和日期",
    pajek: "一个网络，以领域作为划分",
    vosviewer: "供 VOSviewer 和 VOSviewer Online 使用的 JSON",
  },
  hinted: (format, hint) => `${format}：${hint}。`,
  notDrawn: (papers) =>
    `${inFigures(papers)}篇论文太多，无法逐个绘制。请下载当前地图的PNG，或选择较小的部分。`,
  notPrinted: (papers) =>
    `${inFigures(papers)}篇论文太多，无法打印。请下载当前地图的PNG，或选择较小的部分导出SVG。`,
  asItStands: "图片就是屏幕上的当前地图，尺寸和颜色不变。",
  noPicture: "当前没有显示地图：请先转到网络视图或谱系视图。",
  theme: "颜色",
  themes: { light: "浅色", dark: "深色" },
  scale: "尺寸",
  copy: "复制到剪贴板",
  share: "分享",
  link: "当前画面的链接",
  copyLink: "复制链接",
  print: "打印或存为 PDF",
  printHint: "地图、图例和论文表；浏览器的打印对话框可存为 PDF。",
  byHand: "待复制的文本",
  linkCopied: "已复制链接。",
  refused: "此浏览器不允许页面复制。请手动复制以下内容：",
  failed: (reason) => `未能完成：${reason}`,
  download: (file) => `下载 ${file}`,
  downloaded: (file) => `${file} 已保存到下载文件夹。`,
  copied: (format, count) => `已将${count}复制为 ${format}。`,
  pixels: (scale, width, height) => `${scale}×（${width} × ${height} 像素）`,
  tooLarge: (width, height) =>
    `${width} × ${height} 像素的 PNG 超出了此浏览器的能力；请选较小的尺寸，或改用 SVG。`,
  columns: ["论文", "发表日期", "发表处", "领域", "被引次数"],
  tableCaption: "地图上的论文",
  scope: {
    paper: (paper) => `只要 ${paper}`,
    lineage: (paper) => `${paper} 及其谱系`,
    path: (from, to) => `路径：从 ${from} 到 ${to}`,
    survey: "综述收录的论文",
    all: "全部",
    shown: "地图上显示的内容",
  },
  counted: (scope, count) => `${scope}（${count}）`,
  papersAndCitations: (papers, citations) => `${inFigures(papers)}篇论文，${inFigures(citations)}条引文`,
};

const sheet: ExportTexts["sheet"] = {
  name: {
    lineage: "按日期和领域排列的谱系",
    network: "引文网络",
    coupling: "共享参考文献网络",
    "co-citation": "共被引网络",
  },
  counts: (papers, around, links, linkIs) =>
    `${inFigures(papers)}篇论文${around > 0 ? `，${inFigures(around)}篇相关文献` : ""}，${inFigures(links)}${linkIs === "pair" ? "对" : "条引文"}`,
  subtitle: (name, counts) => `${name}：${counts}`,
  description: (title, name, counts, papers) => `${title}，${name}：${counts}。${papers}`,
  papers: (named, more) => `论文：${named.join("、")}${more > 0 ? `，另有${inFigures(more)}篇` : ""}。`,
  source: (survey, author, parts) =>
    `${survey}${author === null ? "" : `，作者：${author}`}。${parts.join("；")}。`,
  countsFrom: "被引次数：Semantic Scholar，www.semanticscholar.org",
  work: "综述之外的文献",
  unknownCount: "被引次数尚不清楚",
  size: (label) => `被引${label}次`,
  sizeInMap: (label) => `在本图中被引${label}次`,
  arrow: "由引用论文指向被引论文",
  likely: "同上，但只是很可能",
  mainPath: "主路径",
  wider: "线越粗，共享越多",
};

/** All that is said in Chinese of what a reader takes away. */
export const CHINESE_EXPORT: ExportTexts = { exporting, sheet };
