import type { Catalogue } from "../catalogue.ts";
import { type LargeMapModel, VISIBLE } from "./large-map.ts";
import { type Selection, selectionOf } from "./selection.ts";

/** What a large map shows: its visible papers, and the citations drawn among them; all in another layer. */
export function shownOnLarge(
  { corpus, entries }: Catalogue,
  { marks, drawn, layer }: Pick<LargeMapModel, "marks" | "drawn" | "layer">,
): Selection {
  const ids = entries.flatMap(({ paper, index: at }) => ((marks[at] ?? 0) & VISIBLE ? [paper.id] : []));
  if (layer !== "citations") return selectionOf(corpus, ids);
  return selectionOf(corpus, ids, (_, citation) => drawn[citation] === 1);
}
