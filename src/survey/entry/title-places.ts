import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { isName, leadingAuthors, readAuthors } from "./authors.ts";
import { type FlatText, LINK_MARK, type Span } from "./flat-text.ts";
import { titleLikelihood, titleText, withoutEmoji } from "./title-text.ts";
import { isVenueDate, namesKnownVenue, readVenueDate } from "./venue-date.ts";

/** Where in an entry its title is; a list keeps to one of these for most of its rows. */
export type TitlePlaceKind = "link" | "strong" | "quoted" | "emphasis" | "text" | "reference" | "detail";

/** A stretch of an entry that may be its title. */
export interface TitlePlace {
  readonly kind: TitlePlaceKind;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** How likely it is a title, 0 to 1. */
  readonly likelihood: number;
  /** Where the title itself leads; null where it is no link. */
  readonly url: string | null;
}

/** What comes before the title: venues and dates in brackets, a short name, an organisation. */
export interface Front {
  /** Where the rest begins. */
  readonly end: number;
  readonly heads: readonly string[];
  readonly label: string | null;
  readonly organization: string | null;
}

/** No title starts or ends further into an entry; looking for its end takes time by the square of the length. */
const LONGEST = 2_000;
const BULLET = /^\s*(?:\d{1,4}\s*[.)、](?!\d)|[-*+•·–—#]+(?=\s)|[-–—](?=\[))\s*/u;
const TASK = /^\s*\[[ xX]?\]\s*/;
const NUMBER = /^\s*(?:\[\s*(?!(?:18|19|20)\d{2}\s*\])\d{1,4}\s*\]|\(\s*\d{1,3}\s*\))\s*/;
const BRACKETED = /^\s*([[【［(（])\s*([^[\]【】［］\n]{1,160}?)\s*[\]】］)）]\s*/u;

/** Reads bullets, numbers, boxes, bracketed venues, short names and link marks at the beginning. */
export function readFront(flat: FlatText): Front {
  let at = 0;
  let label: string | null = null;
  let organization: string | null = null;
  const heads: string[] = [];
  for (let before = -1; before !== at; ) {
    before = at;
    const rest = flat.text.slice(at);
    const skip =
      /^(?:\s|(?!:[a-z0-9_+-]+:)[|｜│,，;；:：]|[(（](?=\s)|\ue000)+/iu.exec(rest) ??
      TASK.exec(rest) ??
      NUMBER.exec(rest) ??
      (at < 4 ? BULLET.exec(rest) : null);
    if (skip && (at === 0 || !/^\s*[:：]/.test(rest) || label !== null || heads.length > 0)) {
      at += skip[0].length;
      continue;
    }
    const sign =
      /^(?::[a-z0-9_+-]+:|\p{Extended_Pictographic}(?:\ufe0f|\u200d|\p{Extended_Pictographic})*)\s*/iu.exec(
        rest,
      );
    if (sign) {
      at += sign[0].length;
      continue;
    }
    const span = flat.spans.find(({ start, end }) => start <= at && at < end);
    const bracketed = BRACKETED.exec(rest);
    if (bracketed) {
      const [whole, bracket = ""] = bracketed;
      const inner = withoutEmoji(bracketed[2] ?? "").trim();
      const square = bracket !== "(" && bracket !== "（";
      // A year in square brackets dates the entry, whatever the venue beside it is called.
      const dated = square && inner.length <= 120 && readVenueDate(inner).year !== null;
      if (isVenueDate(inner) || dated) heads.push(inner);
      else if (square && /\p{L}/u.test(inner) && inner.split(/\s+/).length <= 5 && label === null)
        label = inner;
      else if (!square || /[\p{L}]/u.test(inner)) break;
      at += whole.length;
      continue;
    }
    // "`CVPR'22`", "**ICLR 2020**", "2023/10 |" and "`Meta`" in front of the title.
    if (span && (span.code || span.strong) && span.start >= at - 1 && span.url === null) {
      const said = flat.text.slice(at, span.end).trim();
      // "`OpenAI`" behind a venue is who wrote it.
      const venue =
        readVenueDate(said).year !== null || (heads.length === 0 && namesKnownVenue(said)) || !span.code;
      if (venue && (span.code || heads.length === 0) && isVenueDate(said) && titleLikelihood(said) < 0.5) {
        heads.push(said);
        at = span.end;
        continue;
      }
      if (span.code && organization === null && said.length <= 60 && /\p{L}/u.test(said)) {
        organization = said;
        at = span.end;
        continue;
      }
    }
    // "[CVPR 2023] **Title**": what is bold behind a venue is the title.
    if (span?.strong && heads.length > 0) break;
    const field = /^([^|｜│\n\ue000]{2,40}?)\s*(?:[|｜│]|:\s)/u.exec(rest);
    const when = field?.[1] === undefined ? null : readVenueDate(field[1]);
    const acronym = /[|｜│]\s*$/.test(field?.[0] ?? "");
    const named =
      field?.[1] !== undefined &&
      isVenueDate(field[1]) &&
      (acronym || when?.year != null) &&
      titleLikelihood(field[1]) < 0.3;
    if (field?.[1] !== undefined && named && !span?.url) {
      heads.push(field[1]);
      at += field[0].length;
    }
    const dated =
      /^(?:(?:18|19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\(?(?:18|19|20)\d{2}\)?)\s*[,.:–-]?\s+(?=\S)/u.exec(
        rest,
      );
    if (before === at && dated && !/^\s*(?:18|19|20)\d{2}\s+\p{Ll}/u.test(rest)) {
      heads.push(dated[0]);
      at += dated[0].length;
    }
  }
  return { end: at, heads, label, organization };
}

/** All stretches that may be the title, in no order; none twice. */
export function titlePlaces(flat: FlatText, front: Front): TitlePlace[] {
  const places: TitlePlace[] = [];
  const { text } = flat;
  if (front.end > LONGEST) return places;
  const add = (kind: TitlePlaceKind, start: number, upTo: number, url: string | null, worth = 1) => {
    const said = text.slice(start, upTo).replaceAll(LINK_MARK, " ");
    // "**Title (NeurIPS 2019)**": the venue is said behind the title.
    const tail = /\s*[(（]([^()（）]{2,40})[)）][.\s]*$/u.exec(said);
    const end = tail?.[1] !== undefined && isVenueDate(tail[1]) ? start + tail.index : upTo;
    const title = titleText(said.slice(0, end - start));
    const likelihood = titleLikelihood(title) * worth;
    if (kind === "reference" && (isName(title) || readAuthors(title, true) !== null)) return;
    const link = url ?? flat.spans.find((span) => span.start <= start && start < span.end)?.url ?? null;
    if (likelihood > 0) places.push({ kind, start, end, title, likelihood, url: link });
  };

  /** A link may hold a whole reference: authors, title and venue. */
  const addReference = (start: number, end: number, url: string | null) => {
    const said = text.slice(start, end);
    const quoted = quotedIn(said, 0).find((each) => each.end - each.start > 12);
    const authors = leadingAuthors(said);
    if (quoted && (authors || quoted.start > 8))
      add("link", start + quoted.start, start + quoted.end, url, 1.2);
    else if (authors) {
      const from = start + authors.end + yearGap(said.slice(authors.end));
      add("link", from, from + cutReference(text.slice(from, end)), url, 1.2);
    }
  };

  for (const kind of ["link", "strong", "emphasis"] as const) {
    const stretches = stretchesOf(flat, kind).filter(({ end }) => end > front.end);
    // What is far from the beginning is spoken of; the first good one is the title.
    let worth = 1;
    for (const { start, end, url } of stretches.slice(0, 4)) {
      if (start > LONGEST || end - start > LONGEST) continue;
      const said = text.slice(start, end);
      // "(**Dropout**)" and "**(Dropout)**" are remarks.
      if (kind !== "link" && /^\s*[(（][^()（）]*[)）]\s*$/.test(said)) continue;
      if (
        kind !== "link" &&
        /[(（]\s*$/.test(text.slice(Math.max(0, start - 2), start)) &&
        /^\s*[)）]/.test(text.slice(end))
      )
        continue;
      if (/^\s*[[【].*[\]】]\s*$/s.test(said) && kind === "strong" && said.length < 30) continue;
      const [from, to] = extended(flat, Math.max(start, kind === "link" ? start : front.end), end);
      if (kind === "link") addReference(start, end, url);
      const leading = kind === "link" && start - front.end <= 3 && url !== null && leadsToPaper(url);
      add(kind, from, to, url, worth);
      const last = places.at(-1);
      // "[CVPR 2023] **Title**" says itself what is the title.
      const told = kind === "strong" && front.heads.length > 0 && start - front.end <= 3;
      if (told && last && last.likelihood < 0.42) places[places.length - 1] = { ...last, likelihood: 0.42 };
      if (leading && last && last.likelihood < 0.6) places[places.length - 1] = { ...last, likelihood: 0.6 };
      worth *= leading ? 0.4 : 0.9;
    }
  }
  for (const quoted of quotedIn(text, front.end)) add("quoted", quoted.start, quoted.end, null);
  const stop = boundary(flat, front.end);
  const plain = text.slice(front.end, Math.min(stop, front.end + LONGEST));
  const authors = leadingAuthors(plain);
  // One author in full before a comma may as well be the beginning of the title.
  const single = authors
    ? null
    : /^(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){1,3})[,.]\s+(?=[\p{Lu}"“])/u.exec(plain);
  if (single?.[1] !== undefined && isName(single[1])) {
    const from = front.end + single[0].length;
    add(
      "reference",
      from,
      from + cutReference(text.slice(from, Math.min(boundary(flat, from), from + LONGEST))),
      null,
      0.8,
    );
  }
  const styled = places.some(
    ({ kind, start, likelihood }) => kind !== "emphasis" && start - front.end <= 3 && likelihood >= 0.7,
  );
  const named =
    styled ||
    authors !== null ||
    quotedIn(plain, 0).some(({ start, end }) => end - start > plain.length * 0.5);
  add("text", front.end, front.end + cutTail(plain), null, named ? 0.3 : 0.97);
  if (authors) {
    const from = front.end + authors.end + yearGap(plain.slice(authors.end));
    const end = from + cutReference(text.slice(from, Math.min(boundary(flat, from), from + LONGEST)));
    add("reference", from, end, null);
  }
  return places;
}

/** Neighbouring spans of one look, joined; links each for itself. */
function stretchesOf(
  flat: FlatText,
  kind: "link" | "strong" | "emphasis",
): { start: number; end: number; url: string | null }[] {
  const all: { start: number; end: number; url: string | null }[] = [];
  const has = (span: Span) =>
    kind === "link"
      ? span.url !== null && !span.url.startsWith("#")
      : kind === "strong"
        ? span.strong
        : span.emphasis;
  for (const span of flat.spans) {
    if (!has(span)) continue;
    const last = all.at(-1);
    const between = last ? flat.text.slice(last.end, span.start) : "x";
    if (last && kind !== "link" && between.trim() === "" && !between.includes("\n")) {
      last.end = span.end;
      last.url ??= span.url;
    } else all.push({ start: span.start, end: span.end, url: span.url });
  }
  return all;
}

/** A short name with a colon takes the rest of its field with it: "**SLIP:** Self-supervision …". */
function extended(flat: FlatText, start: number, end: number): [number, number] {
  const { text } = flat;
  const said = text.slice(start, end);
  const after = text.slice(end);
  const colon = /[:：]\s*$/.test(said) ? /^[*_]*\s*/ : /^\s*[:：]\s*/;
  const found = colon.exec(after);
  if (!found || said.trim().split(/\s+/).length > 4) return [start, end];
  const from = end + found[0].length;
  const rest = text.slice(from, Math.min(boundary(flat, from), from + LONGEST));
  if (!/^["“]?[\p{Lu}\p{Lo}\d]/u.test(rest) || /^["“]/.test(rest) || titleLikelihood(rest) < 0.4)
    return [start, end];
  if (leadingAuthors(rest) || /\bet\.?\s?al\b/i.test(rest)) return [start, end];
  const strong = flat.spans.some(
    (span) => span.strong && span.start >= from && span.start < from + rest.length,
  );
  if (strong && flat.spans.some((span) => span.strong && span.start <= start && start < span.end))
    return [start, end];
  if (flat.spans.some((span) => span.url !== null && span.start >= from && span.start < from + rest.length))
    return [start, end];
  return [start, from + cutTail(rest)];
}

/** Where a plain title has to end: at a link's mark, a line's end, a bar, a bracketed venue, or a change of look to authors. */
function boundary(flat: FlatText, from: number): number {
  const { text } = flat;
  const sign = /[[(【（]?\s*\ue000|\n|[|｜│]|[[(【（]([^[\]()【】（）\n]{2,60})[\])】）]/gu;
  sign.lastIndex = from;
  let end = text.length;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found.index <= from && found[0].trim() !== "" && found[1] === undefined && found.index === from)
      continue;
    if (found[0] === "\n" && goesOn(flat, from, found.index)) continue;
    if (found[1] !== undefined && !isVenueDate(found[1].replace(/[*_]+/g, " "))) continue;
    // "Rubin, D. B. (1974). Title": the year of a reference comes before its title.
    if (found[1] !== undefined && readAuthors(text.slice(from, found.index), true) !== null) continue;
    end = found.index;
    break;
  }
  // Authors and venues are often set in italics or code behind a plain title.
  for (const span of flat.spans) {
    if (span.start <= from || span.start >= end || !(span.emphasis || span.code) || span.url) continue;
    const said = text.slice(span.start, span.end);
    if (span.code || readAuthors(said, true) || isVenueDate(said) || /et\.? al/i.test(said))
      return span.start;
  }
  return end;
}

/** Whether a plain title goes on behind a line end: no stop before it, and words and a link after it. */
function goesOn(flat: FlatText, from: number, lineEnd: number): boolean {
  const before = flat.text.slice(from, lineEnd).trim();
  const line = flat.text.slice(lineEnd + 1).split("\n")[0] ?? "";
  const words = /^\s*([^\ue000[(|\n]{3,}?)[\s[(]*\ue000/u.exec(line)?.[1]?.trim();
  if (words === undefined || /[.!?。,，;；|]$/u.test(before) || before.split(/\s+/).length > 16) return false;
  const next = flat.spans.find(({ start, end }) => start <= lineEnd + 1 && lineEnd + 1 < end);
  if (next?.strong || next?.emphasis || next?.url || isVenueDate(words) || /[:：]\s*$/.test(words))
    return false;
  return /^[\p{L}\d"]/u.test(words) && readAuthors(words, true) === null;
}

const STOPS = /[.。]\s+(?=\S)|[,，]\s*(?=\S)|[?!]\s+(?=\S)|\s[-–—~]+\s|\s+by\s+|;\s+/gu;

/** How much of a text is title, when authors, venue or date follow it on the same line. */
export function cutTail(text: string): number {
  for (const stop of text.matchAll(STOPS)) {
    const from = stop.index + stop[0].length;
    const keep = /^[?!]/.test(stop[0]) ? stop.index + 1 : stop.index;
    if (titleLikelihood(text.slice(0, keep)) >= 0.2 && isTail(text.slice(from), stop[0].trim())) return keep;
  }
  return text.length;
}

/** Whether a text holds nothing but authors, venues and dates. */
function isTail(text: string, stop: string): boolean {
  const weak = /^[,，]/.test(stop);
  const tail = withoutEmoji(text)
    .replaceAll(LINK_MARK, " ")
    .trim()
    .replace(/[[(\s|–—-]+$/u, "");
  if (tail === "" || tail.length > 1_500) return false;
  if (isVenueDate(tail)) return true;
  // A title may end in a list of capitalised words: behind a comma, names alone do not say enough.
  if (/^[.。]/.test(stop) && isName(tail) && /^\S+(?:\s\S+){1,2}$/.test(tail)) return true;
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
function cutReference(text: string): number {
  const quoted = /^\s*["“]/.test(text) ? quotedIn(text, 0)[0] : undefined;
  if (quoted) return quoted.end;
  const tail = cutTail(text);
  const stop =
    /(?<!\b(?:vs|et al|cf|e\.g|i\.e|Dr|St|No|\p{Lu}))[.?!]["”]?(?:\s+(?=[\p{Lu}\p{Lo}\d*(])|$)/u.exec(text);
  const sentence = stop ? stop.index + (/^[?!]/.test(stop[0]) ? 1 : 0) : text.length;
  return titleLikelihood(text.slice(0, Math.min(tail, sentence))) >= 0.4 ? Math.min(tail, sentence) : tail;
}

/** How long the year between authors and title is, with the signs around it: "(2015). ". */
function yearGap(text: string): number {
  return (
    /^[\s.,:;]*(?:\(?\s*(?:18|19|20)\d{2}[a-z]?(?:,\s*\p{L}+(?:\s\d{1,2})?)?\s*\)?[\s.,:;]+)?/u.exec(
      text,
    )?.[0].length ?? 0
  );
}

function quotedIn(text: string, from: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text
    .slice(from, from + LONGEST)
    .matchAll(/(?<![\p{L}\p{N}])["“”]\s*([^"“”\n]{4,400}?)\s*["”](?![\p{L}\p{N}])|``([^`\n]{4,400}?)''/gu)) {
    const inner = match[1] ?? match[2] ?? "";
    const start = from + match.index + match[0].indexOf(inner);
    found.push({ start, end: start + inner.length });
    if (found.length === 3) break;
  }
  return found;
}
