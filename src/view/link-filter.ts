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
