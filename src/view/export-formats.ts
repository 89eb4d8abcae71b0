/** How a file of a format is named and what it is. */
export interface ExportFormat {
  readonly id: FormatId;
  readonly kind: "picture" | "references" | "table" | "graph";
  /** What the reader chooses by. */
  readonly label: string;
  readonly hint: string;
  /** What each of its files is called after the name all share. */
  readonly endings: readonly string[];
  readonly type: string;
}

/** The formats of pictures and data that the page and the shell write. */
export const FORMAT_IDS = [
  "svg",
  "png",
  "bibtex",
  "ris",
  "csl",
  "csv",
  "json",
  "graphml",
  "gexf",
  "pajek",
  "vosviewer",
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

const JSON_TYPE = "application/json";

/** Every format, in the order in which a reader is offered them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: "svg",
    kind: "picture",
    label: "SVG",
    hint: "a drawing to print or edit; text stays text",
    endings: [".svg"],
    type: "image/svg+xml",
  },
  {
    id: "png",
    kind: "picture",
    label: "PNG",
    hint: "a picture for slides and posts",
    endings: [".png"],
    type: "image/png",
  },
  {
    id: "bibtex",
    kind: "references",
    label: "BibTeX",
    hint: "references for LaTeX",
    endings: [".bib"],
    type: "application/x-bibtex",
  },
  {
    id: "ris",
    kind: "references",
    label: "RIS",
    hint: "references for Zotero, EndNote, Mendeley",
    endings: [".ris"],
    type: "application/x-research-info-systems",
  },
  {
    id: "csl",
    kind: "references",
    label: "CSL-JSON",
    hint: "references for Pandoc and citation styles",
    endings: [".csl.json"],
    type: JSON_TYPE,
  },
  {
    id: "csv",
    kind: "table",
    label: "CSV",
    hint: "two tables for Excel, R and pandas: papers and citations",
    endings: ["-papers.csv", "-citations.csv"],
    type: "text/csv;charset=utf-8",
  },
  {
    id: "json",
    kind: "table",
    label: "JSON",
    hint: "a corpus.json that this page can draw again",
    endings: [".json"],
    type: JSON_TYPE,
  },
  {
    id: "graphml",
    kind: "graph",
    label: "GraphML",
    hint: "for yEd, igraph, NetworkX, Cytoscape",
    endings: [".graphml"],
    type: "application/graphml+xml",
  },
  {
    id: "gexf",
    kind: "graph",
    label: "GEXF",
    hint: "for Gephi, with places, colours and dates",
    endings: [".gexf"],
    type: "application/gexf+xml",
  },
  {
    id: "pajek",
    kind: "graph",
    label: "Pajek",
    hint: "a network and the domains as its partition",
    endings: [".net", ".clu"],
    type: "text/plain;charset=utf-8",
  },
  {
    id: "vosviewer",
    kind: "graph",
    label: "VOSviewer",
    hint: "JSON for VOSviewer and VOSviewer Online",
    endings: [".vosviewer.json"],
    type: JSON_TYPE,
  },
];
