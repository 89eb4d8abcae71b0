import type { Catalogue } from "../catalogue.ts";
import type { LargeColumns } from "./large-columns.ts";
import { type LargeMapModel, VISIBLE } from "./large-map.ts";
import { type Selection, selectionOf } from "./selection.ts";

/** What a large map shows: its visible papers, and the citations drawn among them; all in another layer. */
export function shownOnLarge(
  { corpus, entries }: Catalogue,
  { index }: Pick<LargeColumns, "index">,
  { marks, drawn, layer }: Pick<LargeMapModel, "marks" | "drawn" | "layer">,
): Selection {
  const ids = entries.flatMap(({ paper, index: at }) => ((marks[at] ?? 0) & VISIBLE ? [paper.id] : []));
  if (layer !== "citations") return selectionOf(corpus, ids);
  const places = new Uint8Array(corpus.citations.length);
  drawn.forEach((is, citation) => {
    places[index.citationPosition[citation] ?? 0] = is;
  });
  return selectionOf(corpus, ids, (_, place) => places[place] === 1);
}
