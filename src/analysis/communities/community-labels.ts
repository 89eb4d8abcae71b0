import { stopWords } from "./stop-words.ts";

/** A word that occurs in a pair in this share of its papers is not shown without it. */
const MOST_OF = 0.6;

export interface LabelOptions {
  /** How many terms a label has at most; 3 by default. */
  readonly terms?: number;
}

/** What a community is about. */
export interface CommunityLabel {
  /**
   * Terms of one or two words as the titles write them, the most distinctive first; [] when no term separates
   * the community from the others.
   */
  readonly terms: readonly string[];
  /** How many papers of the community hold each term. */
  readonly papers: readonly number[];
}

/** Chance makes a difference as great in one term of a thousand (chi-squared, one degree of freedom). */
const SURPRISE = 10.83;
/** Below that many candidates in a community a lesser difference is enough (one in twenty). */
const SMALL = 30;
const SMALL_SURPRISE = 3.84;

/**
 * The labels of communities 0…count-1 from the texts of their papers (title, and abstract where known).
 *
 * Definition: for each term of one or two words the log-likelihood ratio G2 of how many papers of the
 * community and of all others hold it (Dunning 1993, Comput. Linguist. 19:61); terms that are rarer within
 * than without, occur in few papers (see leastSupport) or may be chance are left out. Names of systems and
 * data sets say less of a topic than words do: what a work calls itself before a colon does not count, other
 * names must be clearer of chance and count for a third, and occur in no pair. Words of the whole field drop
 * out by themselves: they are as frequent outside. A pair of words beats its parts when it is as distinctive;
 * terms that share a word are not listed together. `of` is the community of each text's paper, -1 for none;
 * these texts count as outside. Time O(all words).
 */
export function communityLabels(
  texts: readonly string[],
  of: Int32Array,
  count: number,
  options: LabelOptions = {},
): CommunityLabel[] {
  const { terms: most = 3 } = options;
  const sizes = new Uint32Array(count);
  for (const community of of) if (community !== -1) sizes[community]!++;
  const overall = new Map<string, number>();
  const inside = Array.from({ length: count }, () => new Map<string, number>());
  const spellings = new Map<string, Map<string, number>>();
  texts.forEach((text, paper) => {
    const own = inside[of[paper]!];
    for (const [term, spelling] of termsOf(text)) {
      add(overall, term);
      if (own) add(own, term);
      const known = spellings.get(term) ?? new Map<string, number>();
      spellings.set(term, known);
      add(known, spelling);
    }
  });
  return inside.map((own, community) => {
    const size = sizes[community]!;
    const least = size < SMALL ? SMALL_SURPRISE : SURPRISE;
    const candidates = Array.from(own, ([term, papers]) => ({
      term,
      papers,
      surprise: surprise(papers, size, overall.get(term)! - papers, texts.length - size),
      spelling: mostFrequent(spellings.get(term)!),
    }))
      .filter(
        ({ papers, surprise, spelling }) =>
          papers >= leastSupport(size, spelling) && surprise >= (isName(spelling) ? SURPRISE : least),
      )
      .map((candidate) => ({ ...candidate, worth: worthOf(candidate) }));
    candidates.sort((a, b) => b.worth - a.worth || b.papers - a.papers || (a.term < b.term ? -1 : 1));
    const inPairs = new Set(
      candidates.flatMap(({ term, papers }) =>
        term.split(" ").filter((word) => term !== word && papers >= MOST_OF * own.get(word)!),
      ),
    );
    const chosen: typeof candidates = [];
    for (const candidate of candidates) {
      if (inPairs.has(candidate.term)) continue;
      const words = new Set(candidate.term.split(" "));
      if (chosen.length >= most) break;
      if (chosen.every(({ term }) => !term.split(" ").some((word) => words.has(word))))
        chosen.push(candidate);
    }
    return {
      terms: chosen.map(({ spelling }) => spelling),
      papers: chosen.map(({ papers }) => papers),
    };
  });
}

/**
 * In how many of a community's papers a term must occur: 2; a plain word, which is less specific, in up to 5
 * of many.
 */
function leastSupport(size: number, spelling: string): number {
  const plain = !/[\s-]/.test(spelling);
  return plain ? Math.max(2, Math.min(5, Math.ceil(size * 0.15))) : 2;
}

/** What many papers share weighs more; a pair beats its parts when it weighs as much; a name weighs less. */
function worthOf(term: {
  readonly surprise: number;
  readonly spelling: string;
  readonly papers: number;
}): number {
  const { surprise, spelling, papers } = term;
  return surprise * wordCount(spelling) ** 0.5 * papers ** 0.25 * (isName(spelling) ? 1 / 3 : 1);
}

/** The terms of a text, each once, with how the text writes it. */
function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  // A term does not reach across punctuation.
  for (const phrase of withoutOwnName(text).split(/[^\p{L}\p{N}\s'’-]+|\s-+\s/u)) {
    const words = phrase.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
    words.forEach((word, i) => {
      if (isTelling(word)) terms.set(keyOf(word), terms.get(keyOf(word)) ?? word);
      const next = words[i + 1];
      // A verb takes an object ("learning visual …"): not a term.
      if (next === undefined || !isTelling(word) || !isTelling(next) || /ing$/i.test(word)) return;
      if (isName(word) || isName(next)) return;
      const pair = `${keyOf(word)} ${keyOf(next)}`;
      terms.set(pair, terms.get(pair) ?? `${word} ${next}`);
    });
  }
  return terms;
}

/**
 * The word in lower case without hyphens, "and" between them, and endings: "cloud" and "clouds",
 * "self-supervised" and "self-supervision", "vision-language" and "vision-and-language" are one term each.
 */
function keyOf(word: string): string {
  const lower = word.toLowerCase().replace(/-(?:and-)?/g, "");
  const singular = /[^su]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
  return singular.replace(/(?<=\p{Ll}{5})(?:ed|ion|ing)$/u, "");
}

/** The text without what a work calls itself: a name, or one word, before the first colon. */
function withoutOwnName(text: string): string {
  const [, own, rest] = /^([^:：]{1,40})[:：]\s*(.+)$/su.exec(text) ?? [];
  if (own === undefined || rest === undefined) return text;
  const words = own.trim().split(/\s+/);
  return words.length === 1 || (words.length <= 3 && words.some(isName)) ? rest : text;
}

/** Whether a word is written like an acronym or the name of a system: two capitals in one part of it. */
function isName(word: string): boolean {
  return word.split(/[\s-]/).some((part) => /\p{Lu}\P{Lu}*\p{Lu}/u.test(part));
}

function isTelling(word: string): boolean {
  const tooShort = word.length < 2 && /^[\p{Script=Latin}\p{N}]$/u.test(word);
  return !tooShort && !/^\d+$/.test(word) && !stopWords.has(word.toLowerCase());
}

/** Signed G2 of k of n papers inside against l of m outside: below 0 when the term is rarer inside. */
function surprise(k: number, n: number, l: number, m: number): number {
  const p = (k + l) / (n + m);
  const part = (count: number, of: number, share: number) =>
    (count === 0 ? 0 : count * Math.log(count / (of * share))) +
    (count === of ? 0 : (of - count) * Math.log((of - count) / (of * (1 - share))));
  const g2 = m === 0 ? 0 : 2 * (part(k, n, p) + part(l, m, p));
  return k / n > (m === 0 ? 1 : l / m) ? g2 : -g2;
}

function wordCount(term: string): number {
  return term.split(" ").length;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The key of the greatest count; of several the first in the order of code units. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))[0]![0];
}
