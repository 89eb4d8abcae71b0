/** How a file of a format is named and what it is. */
export interface ExportFormat {
  readonly id: FormatId;
  readonly kind: "picture" | "references" | "table" | "graph";
  /** What the reader chooses by. */
  readonly label: string;
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
    endings: [".svg"],
    type: "image/svg+xml",
  },
  {
    id: "png",
    kind: "picture",
    label: "PNG",
    endings: [".png"],
    type: "image/png",
  },
  {
    id: "bibtex",
    kind: "references",
    label: "BibTeX",
    endings: [".bib"],
    type: "application/x-bibtex",
  },
  {
    id: "ris",
    kind: "references",
    label: "RIS",
    endings: [".ris"],
    type: "application/x-research-info-systems",
  },
  {
    id: "csl",
    kind: "references",
    label: "CSL-JSON",
    endings: [".csl.json"],
    type: JSON_TYPE,
  },
  {
    id: "csv",
    kind: "table",
    label: "CSV",
    endings: ["-papers.csv", "-citations.csv"],
    type: "text/csv;charset=utf-8",
  },
  {
    id: "json",
    kind: "table",
    label: "JSON",
    endings: [".json"],
    type: JSON_TYPE,
  },
  {
    id: "graphml",
    kind: "graph",
    label: "GraphML",
    endings: [".graphml"],
    type: "application/graphml+xml",
  },
  {
    id: "gexf",
    kind: "graph",
    label: "GEXF",
    endings: [".gexf"],
    type: "application/gexf+xml",
  },
  {
    id: "pajek",
    kind: "graph",
    label: "Pajek",
    endings: [".net", ".clu"],
    type: "text/plain;charset=utf-8",
  },
  {
    id: "vosviewer",
    kind: "graph",
    label: "VOSviewer",
    endings: [".vosviewer.json"],
    type: JSON_TYPE,
  },
];
