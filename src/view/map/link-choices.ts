import type { Citation, Corpus } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import type { Confidence, State } from "../state/state.ts";

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

const EVIDENCE = [
  ["verified", "verified"],
  ["likely", "likelyEvidence"],
  ["reported", "reported"],
] as const satisfies readonly (readonly [Confidence, keyof Texts["legend"]])[];
const INTENTS = ["background", "methodology", "result"];

/** How many citations of a corpus have what links are chosen by. */
export interface LinkCounts {
  readonly evidence: ReadonlyMap<Confidence, number>;
  /** Of every intent that is named anywhere, the customary first. */
  readonly intents: ReadonlyMap<string, number>;
  readonly influential: number;
  /** How many citations are made in 0, 1, 2… sentences of the text that are known. */
  readonly bySentences: readonly number[];
}

/** The counts of a corpus. O(m). */
export function countLinks({ citations }: Corpus): LinkCounts {
  const evidence = new Map<Confidence, number>();
  const intents = new Map(INTENTS.map((intent) => [intent, 0]));
  const bySentences: number[] = Array.from({ length: mostSentences(citations) + 1 }, () => 0);
  let influential = 0;
  for (const citation of citations) {
    evidence.set(citation.confidence, (evidence.get(citation.confidence) ?? 0) + 1);
    if (citation.influential === true) influential++;
    // Most have none: half a million empty sets would take longer than all else.
    if (citation.intents.length > 0)
      for (const intent of new Set(citation.intents)) intents.set(intent, (intents.get(intent) ?? 0) + 1);
    const sentences = citation.contexts.length;
    bySentences[sentences] = (bySentences[sentences] ?? 0) + 1;
  }
  return { evidence, intents, influential, bySentences };
}

/** The choice among citations by how many sentences of the citing paper name the cited one. */
export interface SentenceThreshold {
  readonly value: number;
  readonly most: number;
  readonly text: string;
  /** Why there is nothing to choose; null when there is. */
  readonly disabled: string | null;
}

/** The choice by citing sentences that a corpus of these counts allows; disabled with the reason while none is known. */
export function buildSentenceThreshold(
  { bySentences }: Pick<LinkCounts, "bySentences">,
  threshold: number,
  said: Texts["controls"],
): SentenceThreshold {
  const most = bySentences.length - 1;
  if (most <= 0) return { value: 0, most: 0, text: said.sentencesUnknown, disabled: said.noSentences };
  const value = Math.min(threshold, most);
  if (value === 0) return { value, most, text: said.anySentences, disabled: null };
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const text = said.sentences(value, sum(bySentences.slice(value)), sum(bySentences), bySentences[0] ?? 0);
  return { value, most, text, disabled: null };
}

function mostSentences(citations: readonly Citation[]): number {
  return citations.reduce((most, { contexts }) => Math.max(most, contexts.length), 0);
}

/** The choices of links a corpus of these counts allows; one on a field that no citation has is disabled with the reason. */
export function buildLinkFilters(
  { evidence, intents, influential }: LinkCounts,
  state: Pick<State, "hiddenEvidence" | "intent" | "influentialOnly">,
  { legend: said, evidence: words }: Texts,
): LinkFilters {
  return {
    evidence: EVIDENCE.map(([value, name]) => {
      const total = evidence.get(value) ?? 0;
      return {
        value,
        label: said[name],
        count: total,
        chosen: !state.hiddenEvidence.includes(value),
        disabled: total > 0 ? null : said.noSuchEvidence,
      };
    }),
    intents: [...intents].map(([value, total]) => ({
      value,
      label: words.intent(value),
      count: total,
      chosen: total > 0 && state.intent === value,
      disabled: total > 0 ? null : said.notYet,
    })),
    influential: {
      value: true,
      label: said.influentialOnly,
      count: influential,
      chosen: influential > 0 && state.influentialOnly,
      disabled: influential > 0 ? null : said.notYet,
    },
  };
}
