import type { Citation, Corpus } from "../corpus/schema.ts";

/** What single citations have and most have not, with its place among the citations. */
export interface CitationTexts extends Pick<Citation, "evidence" | "contexts" | "lastSeen"> {
  readonly at: number;
}

/** Citations in columns, in the order of the corpus, so that a worker can hand them over without copying. */
export interface CitationColumns {
  /** By citation: the place of the paper among the papers of the corpus. */
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** By citation: a place in CONFIDENCES. */
  readonly confidence: Uint8Array;
  /** By citation: 0 no, 1 yes, 2 unknown. */
  readonly influential: Uint8Array;
  /** By citation: a place in `lists`. */
  readonly sources: Uint16Array;
  readonly intents: Uint16Array;
  /** The lists of sources and intents there are, each once. */
  readonly lists: readonly (readonly string[])[];
}

const CONFIDENCES: readonly Citation["confidence"][] = ["verified", "likely", "reported"];
const INFLUENTIAL = [false, true, null] as const;

/**
 * The citations of a corpus in columns, and the texts of those that have any; `ends` are the places of their papers.
 * Throws above 65,536 different lists.
 */
export function citationColumns(
  citations: Corpus["citations"],
  ends: Pick<CitationColumns, "citing" | "cited">,
): { readonly columns: CitationColumns; readonly texts: readonly CitationTexts[] } {
  // Lists of one member, as most are, need no key to be made.
  const [ofOne, ofMore] = [new Map<string, number>(), new Map<string, number>()];
  const lists: string[][] = [];
  const codeOf = (list: string[]): number => {
    const [first] = list;
    const [codes, key] =
      first !== undefined && list.length === 1 ? [ofOne, first] : [ofMore, JSON.stringify(list)];
    const known = codes.get(key);
    if (known !== undefined) return known;
    if (lists.length > 0xffff)
      throw new Error("the citations name more than 65,536 lists of sources and intents");
    codes.set(key, lists.length);
    return lists.push(list) - 1;
  };
  const columns = {
    ...ends,
    confidence: new Uint8Array(citations.length),
    influential: new Uint8Array(citations.length),
    sources: new Uint16Array(citations.length),
    intents: new Uint16Array(citations.length),
  };
  const texts: CitationTexts[] = [];
  citations.forEach((citation, at) => {
    const { evidence, contexts, lastSeen } = citation;
    columns.confidence[at] = CONFIDENCES.indexOf(citation.confidence);
    columns.influential[at] = INFLUENTIAL.indexOf(citation.influential);
    columns.sources[at] = codeOf(citation.sources);
    columns.intents[at] = codeOf(citation.intents);
    if (evidence !== null || contexts.length > 0 || lastSeen !== null)
      texts.push({ at, evidence, contexts, lastSeen });
  });
  return { columns: { ...columns, lists }, texts };
}

/**
 * The citations `from` up to (not with) `to` of the columns, as the corpus has them; `texts` are all there are,
 * in ascending order, `ids` those of its papers. Equal lists are one and the same object, so that half a
 * million citations need no million empty ones.
 */
export function citationsOf(
  columns: CitationColumns,
  texts: readonly CitationTexts[],
  ids: readonly Citation["citing"][],
  from: number,
  to: number,
): Citation[] {
  const lists = columns.lists as string[][];
  let next = firstFrom(texts, from);
  const citations: Citation[] = [];
  for (let i = from; i < to; i++) {
    const text = texts[next]?.at === i ? texts[next++] : undefined;
    citations.push({
      citing: ids[columns.citing[i] ?? -1] as Citation["citing"],
      cited: ids[columns.cited[i] ?? -1] as Citation["cited"],
      sources: lists[columns.sources[i] ?? 0] ?? NONE,
      confidence: CONFIDENCES[columns.confidence[i] ?? 2] ?? "reported",
      evidence: text?.evidence ?? null,
      influential: INFLUENTIAL[columns.influential[i] ?? 2] ?? null,
      intents: lists[columns.intents[i] ?? 0] ?? NONE,
      contexts: text?.contexts ?? NONE,
      lastSeen: text?.lastSeen ?? null,
    });
  }
  return citations;
}

const NONE: string[] = [];

/** The place in `texts` of the first of a citation from `from` on. */
function firstFrom(texts: readonly CitationTexts[], from: number): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
