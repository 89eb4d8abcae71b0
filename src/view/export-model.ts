import { type PaperId, titleSlug } from "../corpus/ids.ts";
import { lineageAround } from "./emphasis.ts";
import { allOf, groupOf, type Selection, selectionOf, subgraphOf, surveyOf } from "./selection.ts";
import type { State } from "./state.ts";
import { counted, formatCount } from "./texts.ts";
import type { Sources, ViewModel } from "./view-model.ts";

/** All that the export panel says of its own accord. */
export const EXPORT_TEXTS = {
  title: "Export and share",
  close: "Close",
  what: "What to take",
  domains: "A domain",
  format: "Format",
  kinds: { picture: "Picture", references: "References", table: "Data", graph: "Graph" },
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
  pixels: (scale: number, width: number, height: number) =>
    `${scale}× (${formatCount(width)} × ${formatCount(height)} pixels)`,
  columns: ["Paper", "Published", "Venue", "Domain", "Citations"],
  tableCaption: "The papers of the map",
} as const;

/** A part of the corpus that the reader may take away. */
export interface ExportScope {
  readonly id: string;
  readonly label: string;
  /** `19 papers, 27 citations`. */
  readonly count: string;
  /** Whether it is a domain, listed apart. */
  readonly domain: boolean;
  readonly selection: Selection;
  /** What its files are called, without the ending. */
  readonly file: string;
}

/**
 * What a reader may take away in a state, what is `visible` on the map first; the selected paper with its lineage and the
 * path only while there are such. No scope is empty, save the first.
 */
export function exportScopes(
  sources: Sources,
  state: State,
  model: ViewModel,
  visible: Selection,
): ExportScope[] {
  const { catalogue } = sources;
  const { corpus } = catalogue;
  const selected = state.selected === null ? undefined : catalogue.byId.get(state.selected);
  const found = model.path?.found ?? null;
  const scope = (id: string, label: string, selection: Selection, domain = false): ExportScope => ({
    id,
    label,
    domain,
    selection,
    count: countText(selection),
    file: [titleSlug(model.title), id === "all" ? "" : titleSlug(id)].filter(Boolean).join("-"),
  });
  const scopes = [
    ...(selected ? [scope("paper", `Only ${selected.label}`, selectionOf(corpus, [selected.paper.id]))] : []),
    ...(selected
      ? [scope("lineage", `${selected.label} with its lineage`, lineageSelection(sources, selected.index))]
      : []),
    ...(found && found.descents.length > 0
      ? [scope("path", `The path: ${model.path?.from} to ${model.path?.to}`, subgraphOf(catalogue, found))]
      : []),
    scope("survey", "The survey’s own papers", surveyOf(corpus)),
    scope("all", "Everything", allOf(corpus)),
    ...catalogue.groups.map(({ id, label }) => scope(id, label, groupOf(catalogue, id), true)),
  ];
  const shown = scope("shown", "What the map shows", visible);
  return [shown, ...scopes.filter(({ selection }) => selection.papers.size > 0)];
}

/** The papers of a selection in the order of the catalogue, as a table of the printed sheet lists them. */
export function printedRows(
  { catalogue }: Sources,
  { papers }: Selection,
): { id: PaperId; cells: string[] }[] {
  return catalogue.entries
    .filter(({ paper }) => papers.has(paper.id) && paper.role === "survey")
    .sort((a, b) => (a.day ?? 0) - (b.day ?? 0))
    .map(({ paper, label, group, year }) => ({
      id: paper.id,
      cells: [
        label === paper.title ? paper.title : `${label}: ${paper.title}`,
        paper.date ?? (year === null ? "" : String(year)),
        paper.venue ?? "",
        (group === null ? undefined : catalogue.groupById.get(group)?.label) ?? "",
        paper.citationCount === null ? "" : formatCount(paper.citationCount),
      ],
    }));
}

function lineageSelection({ catalogue, analysis }: Sources, paper: number): Selection {
  const { up, down } = lineageAround(analysis, paper);
  const citations = catalogue.corpus.citations.flatMap(({ citing, cited }, place) => {
    const [a, b] = [catalogue.byId.get(citing)?.index ?? -1, catalogue.byId.get(cited)?.index ?? -1];
    return (up.has(a) && up.has(b)) || (down.has(a) && down.has(b)) ? [place] : [];
  });
  return subgraphOf(catalogue, { papers: new Set([...up, ...down]), citations: new Set(citations) });
}

function countText({ papers, citations }: Selection): string {
  return `${counted(papers.size, "paper")}, ${counted(citations.length, "citation")}`;
}
