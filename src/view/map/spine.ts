import type { Analysis } from "../../analysis/analyse.ts";
import { agreementOf } from "../../analysis/lineage/agreement.ts";
import { pathsAlong } from "../../analysis/lineage/global-main-path.ts";
import { lazy } from "../../analysis/lineage/lazy.ts";
import type { LineageMeasures } from "../../analysis/lineage/measure-lineage.ts";
import { WEIGHT_KINDS } from "../../analysis/lineage/path-counts.ts";
import { implyingPaths } from "../../analysis/lineage/transitive-reduction.ts";
import { type LineageSummary, summarise } from "../../analysis/summary.ts";
import { citationNumbers } from "../../columns/citation-index.ts";

/** The main path of the survey's lineage for one choice of key routes. */
export interface Spine {
  /** By paper of the corpus's index: on how many of the three main paths it lies. */
  readonly papers: Uint8Array;
  /** The same by the number of a citation. */
  readonly citations: ReadonlyMap<number, number>;
  /** How many paths tie for the heaviest, by weight; empty for key routes. */
  readonly ties: readonly bigint[];
}

/** What carries the lineage among the survey's papers; citations by number. */
export interface LineageFacts {
  /** Citations among the root and its descendants in the survey. */
  readonly total: number;
  /** How many of them no longer path implies. */
  readonly carrying: number;
  /** Whether a longer path implies a citation. */
  isImplied(citation: number): boolean;
  /** The papers of the path that implies a citation, oldest first; null for one that carries the lineage. */
  impliedBy(citation: number): readonly number[] | null;
  /**
   * The lines of descent that no longer one contains, oldest paper first, longest line first, ties in the
   * order of their papers; [] where there are more citations than a reader could follow.
   */
  readonly lines: readonly (readonly number[])[];
  /** The main path; `routes` 0 is the heaviest path alone, else the routes of that many heaviest citations. */
  spine(routes: number): Spine;
}

/** Above this many citations that carry the lineage, or lines of descent, single lines are not listed. */
const MOST_FOLLOWED = 200;
const MOST_LINES = 2_000;

/** The lineage facts of an analysis: its summary, and what goes beyond it when a reader first asks for it. */
export function lineageFacts(
  analysis: Pick<Analysis, "surveyLineage">,
  summary: LineageSummary = summarise(analysis as Analysis),
): LineageFacts {
  const implyingOf = lazy(() => implyingPathsByCitation(analysis.surveyLineage));
  const lines = lazy(() =>
    summary.total === 0 || summary.carrying > MOST_FOLLOWED ? [] : linesOfDescent(analysis.surveyLineage),
  );
  const known = new Map<number, Spine>();
  return {
    total: summary.total,
    carrying: summary.carrying,
    get lines() {
      return lines();
    },
    isImplied: (citation) => summary.implied[citation] === 1,
    impliedBy: (citation) => (summary.implied[citation] === 1 ? (implyingOf()(citation) ?? null) : null),
    spine(routes) {
      const before = known.get(routes);
      if (before) return before;
      const spine = routes === 0 ? heaviestSpine(summary) : routesSpine(analysis.surveyLineage, routes);
      known.set(routes, spine);
      return spine;
    },
  };
}

function implyingPathsByCitation({ graph, reduction }: LineageMeasures) {
  const pathsOf = implyingPaths(graph, reduction);
  const numbers = new Map<number, number>();
  graph.inWhole.forEach((whole, citation) => {
    numbers.set(whole, citation);
  });
  return (whole: number): readonly number[] | undefined => {
    const citation = numbers.get(whole);
    return citation === undefined ? undefined : pathsOf(graph.citing[citation] ?? 0).get(citation);
  };
}

function linesOfDescent({ reduction }: LineageMeasures): number[][] {
  const { skeleton } = reduction;
  const lines = pathsAlong(skeleton, citationNumbers(skeleton), { paths: MOST_LINES });
  return lines.length === MOST_LINES ? [] : lines.sort((a, b) => b.length - a.length);
}

function heaviestSpine({ spinePapers, spineCitations, ties }: LineageSummary): Spine {
  const citations = new Map<number, number>();
  spineCitations.forEach((count, position) => {
    if (count > 0) citations.set(position, count);
  });
  return { papers: spinePapers, citations, ties };
}

function routesSpine(measures: LineageMeasures, routes: number): Spine {
  const { graph } = measures;
  const agreement = agreementOf(
    graph,
    WEIGHT_KINDS.map((kind) => measures.mainPaths(kind).keyRoutes(routes)),
  );
  const citations = new Map<number, number>();
  agreement.citations.forEach((count, citation) => {
    if (count > 0) citations.set(graph.inWhole[citation] ?? -1, count);
  });
  return { papers: agreement.papers, citations, ties: [] };
}
