import type { Citation, Corpus } from "../corpus/schema.ts";
import type { Confidence, State } from "./state.ts";

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
const UNKNOWN = "Not known yet: a refresh from Semantic Scholar brings it.";

/**
 * Which citations pass the reader's choice of links. A choice that an old link makes on a field that no
 * citation of this corpus has lets all through: it would empty the map, and nobody could undo it.
 */
export function linkFilter({ citations }: Corpus, state: State): (citation: Citation) => boolean {
  const { hiddenEvidence, intent } = state;
  const influentialOnly = state.influentialOnly && citations.some(({ influential }) => influential === true);
  const byIntent = intent !== null && citations.some(({ intents }) => intents.includes(intent));
  return (citation) => {
    if (hiddenEvidence.includes(citation.confidence)) return false;
    if (influentialOnly && citation.influential !== true) return false;
    return !byIntent || citation.intents.includes(intent);
  };
}

/** How many citations of a corpus have what links are chosen by. */
export interface LinkCounts {
  readonly evidence: ReadonlyMap<Confidence, number>;
  /** Of every intent that is named anywhere, the customary first. */
  readonly intents: ReadonlyMap<string, number>;
  readonly influential: number;
}

/** The counts of a corpus. O(m). */
export function countLinks({ citations }: Corpus): LinkCounts {
  const evidence = new Map<Confidence, number>();
  const intents = new Map(INTENTS.map((intent) => [intent, 0]));
  let influential = 0;
  for (const citation of citations) {
    evidence.set(citation.confidence, (evidence.get(citation.confidence) ?? 0) + 1);
    if (citation.influential === true) influential++;
    for (const intent of new Set(citation.intents)) intents.set(intent, (intents.get(intent) ?? 0) + 1);
  }
  return { evidence, intents, influential };
}

/** The choices of links a corpus of these counts allows; one on a field that no citation has is disabled with the reason. */
export function buildLinkFilters({ evidence, intents, influential }: LinkCounts, state: State): LinkFilters {
  return {
    evidence: EVIDENCE.map(([value, label]) => {
      const total = evidence.get(value) ?? 0;
      return {
        value,
        label,
        count: total,
        chosen: !state.hiddenEvidence.includes(value),
        disabled: total > 0 ? null : "No link of this map has this evidence.",
      };
    }),
    intents: [...intents].map(([value, total]) => ({
      value,
      label: value,
      count: total,
      chosen: total > 0 && state.intent === value,
      disabled: total > 0 ? null : UNKNOWN,
    })),
    influential: {
      value: true,
      label: "influential only",
      count: influential,
      chosen: influential > 0 && state.influentialOnly,
      disabled: influential > 0 ? null : UNKNOWN,
    },
  };
}
