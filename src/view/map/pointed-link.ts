import type { Citation } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { impliedText } from "../panels/details.ts";
import type { Subgraph } from "./emphasis.ts";
import { evidenceText } from "./evidence.ts";
import type { LineageFacts } from "./spine.ts";
import type { PassingLinks } from "./visible.ts";

/** The citation of a number with the path that implies it, and what is said of it; null for no citation. */
export function pointedCitation(
  catalogue: Catalogue,
  lineage: Pick<LineageFacts, "impliedBy">,
  { twin }: Pick<PassingLinks, "twin">,
  number: number | null,
): (Subgraph & { readonly text: string }) | null {
  const { corpus, byId, entries, texts } = catalogue;
  const citation = number === null ? undefined : corpus.citations[number];
  const citing = citation && byId.get(citation.citing);
  const cited = citation && byId.get(citation.cited);
  if (number === null || !citing || !cited) return null;
  const path = lineage.impliedBy(number) ?? [];
  const steps = path.slice(1).map((paper, i) => {
    const [newer, older] = [entries[paper], entries[path[i] ?? -1]];
    const step = newer?.cites.find((one) => one.cited === older?.paper.id);
    return step ? catalogue.numberOf(step) : -1;
  });
  const back = corpus.citations[twin[number] ?? -1];
  const parts = [
    texts.paper.link(citing.label, cited.label),
    ...saidOf(citation, texts),
    path.length > 0 ? impliedText(catalogue, path) : null,
    // One line for both.
    ...(back ? [texts.paper.back(cited.label, citing.label), ...saidOf(back, texts)] : []),
  ];
  return {
    papers: new Set([citing.index, cited.index, ...path]),
    citations: new Set([number, ...steps]),
    text: parts.filter((part) => part !== null).join(" · "),
  };
}

/** What is known of a citation beside its ends. */
function saidOf(citation: Citation, texts: Texts): string[] {
  return [
    evidenceText(citation, texts),
    ...(citation.intents.length > 0 ? [citation.intents.map(texts.evidence.intent).join(", ")] : []),
    ...(citation.influential ? [texts.evidence.influential] : []),
  ];
}
