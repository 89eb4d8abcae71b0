import type { Citation, Corpus } from "../corpus/schema.ts";
import type { Confidence, State } from "./state.ts";
import { counted } from "./texts.ts";

/** A choice of links, and why it cannot be made where the data does not allow it. */
export interface LinkChoice<T> {
  readonly value: T;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  /** Why there is nothing to choose; null when there is. */
  readonly disabled: string | null;
}

export interface LinkFilters {
  readonly evidence: readonly LinkChoice<Confidence>[];
  readonly intents: readonly LinkChoice<string>[];
  readonly influential: LinkChoice<boolean>;
}

const EVIDENCE: readonly (readonly [Confidence, string])[] = [
  ["verified", "verified: list read"],
  ["likely", "likely: abstract, title or code"],
  ["reported", "from Semantic Scholar"],
];
const INTENTS = ["background", "methodology", "result"];
/** Why citations cannot be told apart by how often the text names what it cites. */
const NO_SENTENCES = "How often a paper is cited in the text is not known yet: a refresh brings it.";
const UNKNOWN = "Not known yet: a refresh from Semantic Scholar brings it.";

/**
 * Which citations pass the reader's choice of links. A choice that an old link makes on a field that no
 * citation of this corpus has lets all through: it would empty the map, and nobody could undo it.
 */
export function linkFilter({ citations }: Corpus, state: State): (citation: Citation) => boolean {
  const { hiddenEvidence, intent } = state;
  const influentialOnly = state.influentialOnly && citations.some(({ influential }) => influential === true);
  const sentences = sentencesAsked(citations, state);
  const byIntent = intent !== null && citations.some(({ intents }) => intents.includes(intent));
  return (citation) => {
    if (hiddenEvidence.includes(citation.confidence)) return false;
    if (influentialOnly && citation.influential !== true) return false;
    if (citation.contexts.length < sentences) return false;
    return !byIntent || citation.intents.includes(intent);
  };
}

/** The choice among citations by how many sentences of the citing paper name the cited one. */
export interface SentenceThreshold {
  readonly value: number;
  readonly most: number;
  readonly text: string;
  /** Why there is nothing to choose; null when there is. */
  readonly disabled: string | null;
}

/** The choice by citing sentences that a corpus allows; disabled with the reason while none is known. */
export function buildSentenceThreshold({ citations }: Corpus, state: State): SentenceThreshold {
  const most = mostSentences(citations);
  if (most === 0)
    return { value: 0, most, text: "not known yet: a refresh brings it", disabled: NO_SENTENCES };
  const value = Math.min(state.threshold, most);
  if (value === 0) return { value, most, text: "any number of citing sentences", disabled: null };
  const shown = citations.filter(({ contexts }) => contexts.length >= value).length;
  const unknown = citations.filter(({ contexts }) => contexts.length === 0).length;
  const without = unknown === 0 ? "" : `; of ${unknown} no sentence is known`;
  return {
    value,
    most,
    text: `${value} or more citing sentences: ${shown} of ${counted(citations.length, "citation")}${without}`,
    disabled: null,
  };
}

/** The sentences that the reader asks of a citation where that can be chosen, and no more than any has. */
function sentencesAsked(citations: readonly Citation[], { view, layer, threshold }: State): number {
  if (view !== "network" || layer !== "citations" || threshold === 0) return 0;
  return Math.min(threshold, mostSentences(citations));
}

function mostSentences(citations: readonly Citation[]): number {
  return citations.reduce((most, { contexts }) => Math.max(most, contexts.length), 0);
}

/** The choices of links a corpus allows; one on a field that no citation has is disabled with the reason. */
export function buildLinkFilters({ citations }: Corpus, state: State): LinkFilters {
  const count = (has: (citation: Citation) => boolean) => citations.filter(has).length;
  const known = new Set([...INTENTS, ...citations.flatMap((citation) => citation.intents)]);
  const influential = count((citation) => citation.influential === true);
  return {
    evidence: EVIDENCE.map(([value, label]) => {
      const total = count((citation) => citation.confidence === value);
      return {
        value,
        label,
        count: total,
        chosen: !state.hiddenEvidence.includes(value),
        disabled: total > 0 ? null : "No link of this map has this evidence.",
      };
    }),
    intents: [...known].map((value) => {
      const total = count((citation) => citation.intents.includes(value));
      return {
        value,
        label: value,
        count: total,
        chosen: total > 0 && state.intent === value,
        disabled: total > 0 ? null : UNKNOWN,
      };
    }),
    influential: {
      value: true,
      label: "influential only",
      count: influential,
      chosen: influential > 0 && state.influentialOnly,
      disabled: influential > 0 ? null : UNKNOWN,
    },
  };
}
