import { readAuthors } from "./authors.ts";
import { LINK_MARK } from "./flat-text.ts";
import { isName } from "./is-name.ts";
import { titleLikelihood, withoutEmoji } from "./title-text.ts";
import { isVenueDate, namesVenue } from "./venue-date.ts";

/** No title starts or ends further into an entry; looking for its end takes time by the square of the length. */
export const LONGEST = 2_000;

const STOPS =
  /[.。]\s+(?=\S)|[,，]\s*(?=\S)|[?!]\s+(?=\S)|\s[-–—~]+\s|\s+by\s+|;\s+|\s*[(（]\s*(?:18|19|20)\d{2}\s*[,，]\s*(?=\S)/gu;

/** How much of a text is title, when authors, venue or date follow it on the same line. */
export function cutTail(text: string): number {
  return cutBefore(text, isTail);
}

/** How much of a text comes before the first stop behind which there is nothing but a tail. */
function cutBefore(text: string, isTailBehind: (rest: string, stop: string) => boolean): number {
  for (const stop of text.matchAll(STOPS)) {
    const from = stop.index + stop[0].length;
    const keep = /^[?!]/.test(stop[0]) ? stop.index + 1 : stop.index;
    // "Wasserstein GAN (2017), M. Arjovsky et al.": with its year a short title looks like a venue.
    const head = text.slice(0, keep).replace(/\s*[(（](?:18|19|20)\d{2}[)）]\s*$/u, "");
    if (titleLikelihood(head) >= 0.2 && isTailBehind(text.slice(from), stop[0].trim())) return keep;
  }
  return text.length;
}

/** What is behind a stop, without emoji, link marks and brackets left open. */
function bareTail(text: string): string {
  return withoutEmoji(text)
    .replaceAll(LINK_MARK, " ")
    .trim()
    .replace(/[[(\s|–—-]+$/u, "");
}

/** Whether a text holds nothing but authors, venues and dates. */
function isTail(text: string, stop: string): boolean {
  const weak = /^[,，]/.test(stop);
  const tail = bareTail(text);
  if (tail === "" || tail.length > 1_500) return false;
  if (isVenueDate(tail)) return true;
  // A title may end in a list of capitalised words: behind a comma, names alone do not say enough.
  if (/^[.。]/.test(stop) && isName(tail) && /^\S+(?:\s\S+){1,2}$/.test(tail)) return true;
  // "Title. Chen and Manning."
  if (/^[.。]/.test(stop) && /^\p{Lu}\p{L}+ (?:and|&) \p{Lu}\p{L}+\.?$/u.test(tail))
    return tail
      .replace(/\.$/, "")
      .split(/ (?:and|&) /)
      .every(isName);
  if (
    readAuthors(tail) !== null &&
    (!weak || /\bet\.?\s?al\b|\b\p{Lu}\.\s?(?:\p{Lu}\.\s?)*\p{Lu}\p{Ll}/u.test(tail))
  )
    return true;
  // "A. Author, B. Author. ICML 2020", "Author et al., Arxiv 2023".
  for (const stop of tail.matchAll(/et\.? al\.?[,.]?\s*|[.。]\s+|[,，]\s*|\s+[(（]|\s[-–—]\s/gu)) {
    const cut = stop.index + (stop[0].startsWith("et") ? stop[0].length : 0);
    const first = tail.slice(0, cut);
    const rest = tail.slice(stop.index + stop[0].length);
    if (rest !== "" && readAuthors(first, true) && isVenueDate(rest.replace(/[)）]$/u, ""))) return true;
  }
  return false;
}

/** How much of the text behind authors is title, in a reference: up to the full stop, or the comma before a venue. */
export function cutReference(text: string): number {
  const quoted = /^\s*["“]/.test(text) ? quotedIn(text, 0)[0] : undefined;
  if (quoted) return quoted.end;
  const tail = venueStart(text);
  const sentence = sentenceEnd(text);
  return titleLikelihood(text.slice(0, Math.min(tail, sentence))) >= 0.4 ? Math.min(tail, sentence) : tail;
}

/**
 * Where the venue behind a title begins. Whoever wrote it is named already, so names behind commas are words of the
 * title: "…, Purity Trees, and Optimal Covers, ICML 2012", "… by Inverting Them, CVPR 2015".
 */
function venueStart(text: string): number {
  let start = cutBefore(text, (rest) => isVenueDate(bareTail(rest)));
  for (const stop of text.matchAll(STOPS)) {
    if (stop.index <= start) continue;
    const between = text.slice(start, stop.index);
    const rest = bareTail(text.slice(stop.index + stop[0].length));
    if (/\d|\bPh\.?\s?D\b/.test(between) || namesVenue(between) || !namesVenue(rest) || !isVenueDate(rest))
      break;
    start = stop.index;
  }
  return start;
}

const SENTENCE_ENDS =
  /(?<!\b(?:vs|et al|cf|e\.g|i\.e|Dr|St|No|\p{Lu}))[.?!]["”]?(?:\s+(?=[\p{Lu}\p{Lo}\d*(])|$)/gu;

/** Where the first sentence ends; behind a question a title may go on, unless its venue follows. */
function sentenceEnd(text: string): number {
  for (const stop of text.matchAll(SENTENCE_ENDS)) {
    if (stop[0].startsWith(".")) return stop.index;
    const rest = bareTail(text.slice(stop.index + stop[0].length));
    if (rest === "" || isVenueDate(rest)) return stop.index + 1;
  }
  return text.length;
}

/** The first three stretches in quotation marks from a place on, without the marks. */
export function quotedIn(text: string, from: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text
    .slice(from, from + LONGEST)
    .matchAll(
      /(?<![\p{L}\p{N}])["“”]\s*([^"“”\n]{4,400}?(?:\n[^"“”\n]{4,200}?)?)\s*["”](?![\p{L}\p{N}])|``([^`\n]{4,400}?)''/gu,
    )) {
    const inner = match[1] ?? match[2] ?? "";
    const start = from + match.index + match[0].indexOf(inner);
    found.push({ start, end: start + inner.length });
    if (found.length === 3) break;
  }
  return found;
}
