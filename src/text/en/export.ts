import { counted, inFigures } from "./grammar.ts";

/** The panel that lets a reader take the map away, and what stands around a picture that was taken. */
export const exporting = {
  title: "Export and share",
  close: "Close",
  what: "What to take",
  domains: "A domain",
  format: "Format",
  kinds: { picture: "Picture", references: "References", table: "Data", graph: "Graph" },
  hint: {
    svg: "a drawing to print or edit; text stays text",
    png: "a picture for slides and posts",
    bibtex: "references for LaTeX",
    ris: "references for Zotero, EndNote, Mendeley",
    csl: "references for Pandoc and citation styles",
    csv: "two tables for Excel, R and pandas: papers and citations",
    json: "a corpus.json that this page can draw again",
    graphml: "for yEd, igraph, NetworkX, Cytoscape",
    gexf: "for Gephi, with places, colours and dates",
    pajek: "a network and the domains as its partition",
    vosviewer: "JSON for VOSviewer and VOSviewer Online",
  },
  hinted: (format: string, hint: string) => `${format}: ${hint}.`,
  notDrawn: (papers: number) =>
    `${counted(papers, "paper")} are too many for a drawing of single marks. Take PNG of what the map shows, or a smaller part.`,
  notPrinted: (papers: number) =>
    `${counted(papers, "paper")} are too many to be printed. Take PNG of what the map shows, or a smaller part as SVG.`,
  asItStands: "The picture is the map as it stands on this screen, in its size and colours.",
  noPicture: "The map is not shown now: go to the network or the lineage first.",
  theme: "Colours",
  themes: { light: "light", dark: "dark" },
  scale: "Size",
  copy: "Copy to clipboard",
  share: "Share",
  link: "Link to what you see now",
  copyLink: "Copy link",
  print: "Print or PDF",
  printHint: "The map, its legend and a table; the browser’s print dialogue saves it as PDF.",
  byHand: "The text to copy",
  linkCopied: "Copied the link.",
  refused: "This browser does not let the page copy. Here it is, to copy by hand:",
  failed: (reason: string) => `That did not work: ${reason}`,
  download: (file: string) => `Download ${file}`,
  downloaded: (file: string) => `${file} is in your downloads.`,
  copied: (format: string, count: string) => `Copied ${count} as ${format}.`,
  pixels: (scale: number, width: string, height: string) => `${scale}× (${width} × ${height} pixels)`,
  tooLarge: (width: number, height: number) =>
    `A PNG of ${width} × ${height} pixels is more than this browser can make; take a smaller one, or SVG.`,
  columns: ["Paper", "Published", "Venue", "Domain", "Citations"],
  tableCaption: "The papers of the map",
  scope: {
    paper: (paper: string) => `Only ${paper}`,
    lineage: (paper: string) => `${paper} with its lineage`,
    path: (from: string, to: string) => `The path: ${from} to ${to}`,
    survey: "The survey’s own papers",
    all: "Everything",
    shown: "What the map shows",
  },
  counted: (scope: string, count: string) => `${scope} (${count})`,
  papersAndCitations: (papers: number, citations: number) =>
    `${counted(papers, "paper")}, ${counted(citations, "citation")}`,
};

/** What stands around a map that leaves the page. */
export const sheet = {
  name: {
    lineage: "lineage by date and domain",
    network: "citation network",
    coupling: "network of shared references",
    "co-citation": "network of shared citers",
  },
  /** The number of papers, of works around them, and of what joins them. */
  counts: (papers: number, around: number, links: number, linkIs: "citation" | "pair") =>
    [
      counted(papers, "paper"),
      ...(around > 0 ? [`${counted(around, "work")} around them`] : []),
      counted(links, linkIs),
    ].join(", "),
  subtitle: (name: string, counts: string) => `${name[0]?.toUpperCase()}${name.slice(1)}: ${counts}`,
  description: (title: string, name: string, counts: string, papers: string) =>
    `${title}, ${name}: ${counts}. ${papers}`,
  papers: (named: readonly string[], more: number) =>
    `Papers: ${named.join(", ")}${more > 0 ? ` and ${inFigures(more)} more` : ""}.`,
  source: (survey: string, author: string | null, parts: readonly string[]) =>
    `${survey}${author === null ? "" : `, by ${author}`}. ${parts.join("; ")}.`,
  countsFrom: "Citation counts: Semantic Scholar, www.semanticscholar.org",
  work: "work around the survey",
  unknownCount: "count not known yet",
  size: (label: string) => `${label} citations`,
  sizeInMap: (label: string) => `${label} citations within this map`,
  arrow: "from citing to cited paper",
  likely: "the same, only likely",
  mainPath: "main path",
  wider: "the wider, the more is shared",
};

/** All that is said in English of what a reader takes away. */
export const ENGLISH_EXPORT = { exporting, sheet };
