import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { leadingAuthors, readAuthors } from "./authors.ts";
import { type FlatText, LINK_MARK, type Span } from "./flat-text.ts";
import type { Front } from "./front.ts";
import { isName } from "./is-name.ts";
import { cutReference, cutTail, LONGEST, quotedIn } from "./title-ends.ts";
import { likelihoodOfTitle, titleLikelihood, titleText } from "./title-text.ts";
import { isVenueDate } from "./venue-date.ts";

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
    const likelihood = likelihoodOfTitle(title) * worth;
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

  let labelled = false;
  for (const kind of ["link", "strong", "emphasis"] as const) {
    const stretches = stretchesOf(flat, kind).filter(({ end }) => end > front.end);
    // What is far from the beginning is spoken of; the first good one is the title.
    let worth = 1;
    for (const { start, end, url } of stretches.slice(0, 4)) {
      if (start > LONGEST || end - start > LONGEST) continue;
      const said = text.slice(start, end);
      // "**DiDeMo**: Hendricks, Lisa Anne, et al. **Localizing moments …**": a name, for which the title is yet to come.
      const name = kind === "strong" && stretches.length > 1 && /^[*_]*\s*[:：]\s*/.exec(text.slice(end));
      if (name && leadingAuthors(text.slice(end + name[0].length, end + LONGEST))) {
        labelled = true;
        continue;
      }
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
    : /^(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){1,5})(,|:(?!.*:)|(?<!\b\p{Lu})\.)\s+(?=[\p{Lu}"“])/su.exec(
        plain,
      );
  // "LLM See, LLM Do" is a title.
  const alone = single?.[1] !== undefined && isName(single[1]) && !/\p{Lu}{3}/u.test(single[1]);
  if (single && alone) {
    const from = front.end + single[0].length;
    add(
      "reference",
      from,
      from + cutReference(text.slice(from, Math.min(boundary(flat, from), from + LONGEST))),
      null,
      // "Max-Margin DeepWalk: …" is as like a name as "Sven Behnke: …" is: the rows beside it decide.
      single[2] === ":" ? 0.5 : 0.8,
    );
  }
  const styled = places.some(
    ({ kind, start, likelihood }) => kind !== "emphasis" && start - front.end <= 3 && likelihood >= 0.7,
  );
  const quotes = quotedIn(plain, 0);
  const named =
    styled ||
    labelled ||
    authors !== null ||
    quotes.some(({ start, end }) => end - start > plain.length * 0.5);
  if (authors === null)
    add(
      "text",
      front.end,
      front.end + cutTail(plain),
      null,
      named ? 0.3 : alone && single?.[2] === "," ? 0.75 : 0.97,
    );
  else {
    const from = front.end + authors.end + yearGap(plain.slice(authors.end));
    const end = from + cutReference(text.slice(from, Math.min(boundary(flat, from), from + LONGEST)));
    add("reference", from, end, null);
    // 'N. Mu, S. Xie, "Title," ECCV 2022': nobody takes the whole for a title.
    if (!quotes.some(({ start, end }) => start >= authors.end && end - start > 12))
      add("text", front.end, end, null, 0.3);
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
  const sign =
    /[[(【（]?\s*\ue000|\[{1,2}\s*(?:pdf|paper|arxiv|code|link|url|web|project|slides|video|html)\s*\]{1,2}|\n|[|｜│]|[[(【（]([^[\]()【】（）\n]{2,60})[\])】）]/gu;
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
  // "Title (**ISIE**)": what is bold in brackets behind a plain title is a remark or a venue.
  for (const { start, strong, end: until } of flat.spans) {
    if (!strong || start <= from || start >= end) continue;
    const near = Math.max(from, start - 4);
    const open = /\s*[(（]\s*$/.exec(text.slice(near, start));
    if (open && /^\s{0,3}[)）]/.test(text.slice(until, until + 4))) end = Math.min(end, near + open.index);
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
  const words = /^\s*([^\ue000[(|\n]{3,}?)(?:\([^()\n]{2,40}\))?[\s[(]*\ue000/u.exec(line)?.[1]?.trim();
  if (words === undefined || /[.!?。,，;；|]$/u.test(before) || before.split(/\s+/).length > 16) return false;
  const next = flat.spans.find(({ start, end }) => start <= lineEnd + 1 && lineEnd + 1 < end);
  if (next?.strong || next?.emphasis || next?.url || isVenueDate(words) || /[:：]\s*$/.test(words))
    return false;
  return /^[\p{L}\d"]/u.test(words) && readAuthors(words, true) === null;
}

/** How long the year between authors and title is, with the signs around it: "(2015). ". */
function yearGap(text: string): number {
  return (
    /^[\s.,:;]*(?:\(?\s*(?:18|19|20)\d{2}[a-z]?(?:,\s*\p{L}+(?:\s\d{1,2})?)?\s*\)?[\s.,:;]+)?/u.exec(
      text,
    )?.[0].length ?? 0
  );
}
