import type { PaperId } from "../../corpus/ids.ts";
import type { Citation, Corpus } from "../../corpus/schema.ts";
import type { Catalogue } from "../catalogue.ts";
import { isLarge } from "../state/large-map-line.ts";
import { isVisible, type MapModel } from "./map.ts";

/** A part of a corpus: papers, and citations of which both ends are among them. */
export interface Selection {
  readonly papers: ReadonlySet<PaperId>;
  /** In the corpus's order. */
  readonly citations: readonly Citation[];
}

/**
 * The papers of these ids with the citations among them, or with those of them that `takes` says yes to;
 * ids the corpus does not have are left out.
 */
export function selectionOf(
  { papers, citations }: Corpus,
  ids: Iterable<PaperId>,
  takes: (citation: Citation, number: number) => boolean = () => true,
): Selection {
  const asked = new Set(ids);
  const chosen = new Set(papers.flatMap(({ id }) => (asked.has(id) ? [id] : [])));
  return {
    papers: chosen,
    citations: citations.filter(
      (citation, number) =>
        chosen.has(citation.citing) && chosen.has(citation.cited) && takes(citation, number),
    ),
  };
}

/** The whole corpus. */
export function allOf(corpus: Corpus): Selection {
  return { papers: new Set(corpus.papers.map(({ id }) => id)), citations: corpus.citations };
}

/** The papers of the survey's list, without the works around it. */
export function surveyOf(corpus: Corpus): Selection {
  return selectionOf(
    corpus,
    corpus.papers.flatMap(({ id, role }) => (role === "survey" ? [id] : [])),
  );
}

/** The papers with a domain in a group; none for a group that is not there. */
export function groupOf({ corpus, groupById }: Catalogue, group: string): Selection {
  return selectionOf(corpus, groupById.get(group)?.members ?? []);
}

/** What a map shows: its visible papers, and the citations its lines stand for; in another layer all among them. */
export function shownOn({ corpus }: Catalogue, model: MapModel): Selection {
  const ids = corpus.papers.flatMap(({ id }, paper) => (isVisible(model, paper) ? [id] : []));
  const { shown, drawn, twin, layer, count } = model;
  if (layer !== "citations") return selectionOf(corpus, ids);
  // Of a large map only what is drawn: the rest recedes out of sight.
  const lines = isLarge(count, shown.length) ? drawn : shown;
  // A line with two heads stands for the citation back as well, which has no line of its own.
  return selectionOf(corpus, ids, (_, citation) => lines[citation] === 1 || lines[twin[citation]!] === 1);
}

/** Papers and citations by number: a lineage or a path, as the page highlights it. */
export function subgraphOf(
  { corpus, entries }: Catalogue,
  { papers, citations }: { readonly papers: ReadonlySet<number>; readonly citations: ReadonlySet<number> },
): Selection {
  const ids = [...papers].flatMap((paper) => entries[paper]?.paper.id ?? []);
  return selectionOf(corpus, ids, (_, number) => citations.has(number));
}
