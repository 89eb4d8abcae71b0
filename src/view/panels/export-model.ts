import { numbersTo } from "../../columns/citation-index.ts";
import { type PaperId, titleSlug } from "../../corpus/ids.ts";
import type { ExportTexts } from "../../text/export-texts.ts";
import { isAround, lineageAround } from "../map/emphasis.ts";
import { allOf, groupOf, type Selection, selectionOf, subgraphOf, surveyOf } from "../map/selection.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { ViewModel } from "../view-model.ts";

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
  { exporting: said }: ExportTexts,
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
    count: said.papersAndCitations(selection.papers.size, selection.citations.length),
    file: [titleSlug(model.title), id === "all" ? "" : titleSlug(id)].filter(Boolean).join("-"),
  });
  const scopes = [
    ...(selected
      ? [scope("paper", said.scope.paper(selected.label), selectionOf(corpus, [selected.paper.id]))]
      : []),
    ...(selected
      ? [scope("lineage", said.scope.lineage(selected.label), lineageSelection(sources, selected.index))]
      : []),
    ...(found && found.descents.length > 0
      ? [
          scope(
            "path",
            said.scope.path(model.path?.from ?? "", model.path?.to ?? ""),
            subgraphOf(catalogue, found),
          ),
        ]
      : []),
    scope("survey", said.scope.survey, surveyOf(corpus)),
    scope("all", said.scope.all, allOf(corpus)),
    ...catalogue.groups.map(({ id, label }) => scope(id, label, groupOf(catalogue, id), true)),
  ];
  const shown = scope("shown", said.scope.shown, visible);
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
        paper.citationCount === null ? "" : catalogue.texts.count(paper.citationCount),
      ],
    }));
}

function lineageSelection({ catalogue, analysis }: Sources, paper: number): Selection {
  const around = lineageAround(analysis, paper);
  const { citing, cited } = analysis.index;
  const papers = numbersTo(around.up.length).filter((one) => around.up[one] === 1 || around.down[one] === 1);
  const citations = numbersTo(citing.length).filter((c) => isAround(around, citing[c]!, cited[c]!));
  return subgraphOf(catalogue, { papers: new Set(papers), citations: new Set(citations) });
}
