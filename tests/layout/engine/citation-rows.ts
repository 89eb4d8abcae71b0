import { withArcs } from "../../../src/columns/citation-index.ts";
import type { CitationRows } from "../../../src/layout/engine/neighbourhood.ts";
import { indexOfPairs } from "../../analysis/drawn.ts";
import { engineGraph } from "./random-graph.ts";

/** The rows of a graph of papers 0 to count - 1 with links written as "citing cited" pairs of numbers. */
export function citationRows(count: number, links: readonly (readonly [number, number])[]): CitationRows {
  const papers = Array.from({ length: count }, (_, i) => String(i).padStart(6, "0"));
  const { citing, cited } = engineGraph(count, links);
  return withArcs(indexOfPairs(papers, []), citing, cited);
}
