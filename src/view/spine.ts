import { agreementOf } from "../analysis/agreement.ts";
import type { Analysis } from "../analysis/analyse.ts";
import { citationNumbers } from "../analysis/citation-index.ts";
import { pathsAlong } from "../analysis/global-main-path.ts";
import { WEIGHT_KINDS } from "../analysis/path-counts.ts";
import { implyingPaths } from "../analysis/transitive-reduction.ts";

/** The main path of the survey's lineage for one choice of key routes. */
export interface Spine {
  /** By paper of the corpus's index: on how many of the three main paths it lies. */
  readonly papers: Uint8Array;
  /** The same by the place of a citation in the corpus. */
  readonly citations: ReadonlyMap<number, number>;
  /** How many paths tie for the heaviest, by weight; empty for key routes. */
  readonly ties: readonly bigint[];
}

/** What carries the lineage among the survey's papers; citations by their place in the corpus. */
export interface LineageFacts {
  /** Citations among the root and its descendants in the survey. */
  readonly total: number;
  /** How many of them no longer path implies. */
  readonly carrying: number;
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

/** Above this many citations that carry the lineage, single lines of descent are not listed. */
const MOST_FOLLOWED = 200;

/** The lineage facts of an analysis, each computed when first asked for. */
export function lineageFacts({ surveyLineage: measures }: Pick<Analysis, "surveyLineage">): LineageFacts {
  const { graph, reduction } = measures;
  const pathsOf = implyingPaths(graph, reduction);
  const implied = new Map<number, readonly number[]>();
  for (const citation of reduction.removed) {
    const path = pathsOf(graph.citing[citation] ?? 0).get(citation);
    if (path) implied.set(graph.citationPosition[citation] ?? -1, path);
  }
  const mainPaths = WEIGHT_KINDS.map((kind) => measures.mainPaths(kind));
  const known = new Map<number, Spine>();
  return {
    total: graph.citing.length,
    carrying: reduction.kept,
    get lines() {
      const { skeleton } = reduction;
      if (skeleton.citing.length > MOST_FOLLOWED) return [];
      return pathsAlong(skeleton, citationNumbers(skeleton)).sort((a, b) => b.length - a.length);
    },
    impliedBy: (citation) => implied.get(citation) ?? null,
    spine(routes) {
      const before = known.get(routes);
      if (before) return before;
      const agreement =
        routes === 0
          ? measures.agreement
          : agreementOf(
              graph,
              mainPaths.map((paths) => paths.keyRoutes(routes)),
            );
      const citations = new Map<number, number>();
      agreement.citations.forEach((count, citation) => {
        if (count > 0) citations.set(graph.citationPosition[citation] ?? -1, count);
      });
      const spine = {
        papers: agreement.papers,
        citations,
        ties: routes === 0 ? mainPaths.map((paths) => paths.global.count) : [],
      };
      known.set(routes, spine);
      return spine;
    },
  };
}
