import type { CitationIndex } from "../../columns/citation-index.ts";
import { lazy } from "../lineage/lazy.ts";
import type { CommonLists, Nearest } from "./common-lists.ts";
import { nearestRows, sharedWorks } from "./similarity.ts";

/** The papers nearest to one at a time: what is asked of a graph too large for all its pairs. */
export interface NearPapers {
  /** The papers nearest to this one; null when its list is not known. */
  nearest(kind: CommonLists["kind"], paper: number): Nearest | null;
  /** The works that two papers have in common, ascending: the documents behind a count. */
  works(kind: CommonLists["kind"], a: number, b: number): number[];
}

/**
 * Finds the `top` papers that share most references with a paper, or are cited together with it most, by
 * cosine. It gives what similarTo gives over couplingOf and coCitationOf, without their strengths and without
 * copying the graph: one column of m numbers is made when first asked, a paper then takes the lengths of its
 * works' rows.
 */
export function nearPapers(index: CitationIndex, known: (paper: number) => boolean, top: number): NearPapers {
  const { referenceStart, citerStart, cited, citing, citerCitation } = index;
  const citers = lazy(() => citerCitation.map((citation) => citing[citation]!));
  const lists: Record<CommonLists["kind"], () => CommonLists> = {
    coupling: lazy(() => ({
      kind: "coupling",
      workStart: referenceStart,
      works: cited,
      holderStart: citerStart,
      holders: citers(),
      known: new Uint8Array(index.ids.length).map((_, paper) => (known(paper) ? 1 : 0)),
    })),
    coCitation: lazy(() => ({
      kind: "coCitation",
      workStart: citerStart,
      works: citers(),
      holderStart: referenceStart,
      holders: cited,
      known: new Uint8Array(index.ids.length).fill(1),
    })),
  };
  const rows = {
    coupling: lazy(() => nearestRows(lists.coupling(), top)),
    coCitation: lazy(() => nearestRows(lists.coCitation(), top)),
  };
  return {
    nearest: (kind, paper) => rows[kind]()(paper),
    works: (kind, a, b) => sharedWorks(lists[kind](), a, b),
  };
}
