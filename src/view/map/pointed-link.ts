import type { Citation } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import { impliedText } from "../panels/details.ts";
import type { State } from "../state/state.ts";
import type { Sources } from "../view-model.ts";
import type { Subgraph } from "./emphasis.ts";
import { evidenceText } from "./evidence.ts";
import { linkFilter } from "./link-filter.ts";
import { shownSimilarity, similarityText } from "./link-layers.ts";

/** The link under the pointer with the path that implies it, and what is said of it. */
export function pointedLink(
  { catalogue, lineage, findSimilar }: Sources,
  state: State,
): (Subgraph & { text: string }) | null {
  if (state.pointedLink === null) return null;
  const similarity = shownSimilarity(findSimilar, state);
  if (similarity !== null) {
    const pair = similarity.pairs[state.pointedLink];
    if (!pair) return null;
    const text = similarityText(catalogue, similarity, state.pointedLink);
    return { papers: new Set([pair.a, pair.b]), citations: new Set([state.pointedLink]), text };
  }
  const citation = catalogue.corpus.citations[state.pointedLink];
  const citing = citation && catalogue.byId.get(citation.citing);
  const cited = citation && catalogue.byId.get(citation.cited);
  if (!citing || !cited) return null;
  const path = lineage.impliedBy(state.pointedLink) ?? [];
  const steps = path.slice(1).map((paper, i) => {
    const [newer, older] = [catalogue.entries[paper], catalogue.entries[path[i] ?? -1]];
    const step = newer?.cites.find(({ cited: id }) => id === older?.paper.id);
    return step ? catalogue.numberOf(step) : -1;
  });
  const { texts } = catalogue;
  const back = cited.cites.find((other) => other.cited === citing.paper.id);
  const shown = back && linkFilter(catalogue.corpus, state)(back) ? back : null;
  const parts = [
    texts.paper.link(citing.label, cited.label),
    ...saidOf(citation, texts),
    path.length > 0 ? impliedText(catalogue, path) : null,
    // One line stands for both.
    ...(shown ? [texts.paper.back(cited.label, citing.label), ...saidOf(shown, texts)] : []),
  ];
  return {
    papers: new Set([citing.index, cited.index, ...path]),
    citations: new Set([state.pointedLink, ...steps]),
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
