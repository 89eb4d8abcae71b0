import { paperRefs } from "../ids/paper-refs.ts";
import { oneLine } from "../one-line.ts";
import type { ListedPaper } from "../survey.ts";
import { readAuthors } from "./authors.ts";
import { createEntryFacts, textWithoutLinks } from "./entry-facts.ts";
import { isBadge, linksOfCell, sortLinks, webUrl } from "./entry-links.ts";
import { type FlatText, flatten } from "./flat-text.ts";
import type { EntrySketch } from "./sketch-entry.ts";
import type { TitlePlace } from "./title-places.ts";
import { isVenueDate, readVenueDate } from "./venue-date.ts";

/** Reads the candidate with its title at `place`; what is wrong with it is returned beside it. */
export function readEntry(
  sketch: EntrySketch,
  place: TitlePlace,
): { paper: Omit<ListedPaper, "paths">; remarks: string[]; problems: string[] } {
  const { source, flat, front, details } = sketch;
  const problems: string[] = [];
  const facts = createEntryFacts();
  const inDetail = place.kind === "detail";
  for (const head of front.heads) facts.venueDate(head);

  const spoken = (from: number, to: number) => {
    for (const piece of linesBetween(flat, from, to))
      facts.text(piece.text, { emphasis: piece.emphasis, line: piece.line });
  };
  for (const { role, lines } of source.cells) {
    const text = flatten(lines).text;
    if (role === "venue" || role === "date") facts.venueDate(shortDate(text));
    else if (role === "authors") facts.authors(text.replaceAll("\ue000", " "));
  }
  let label = front.label;
  if (inDetail) {
    const name = flat.spans.find((span) => span.strong && span.start >= front.end);
    if (name) spoken(name.end, flat.text.length);
    label ??= oneLine(textWithoutLinks(name ? flat.text.slice(name.start, name.end) : flat.text)) || null;
  } else {
    const before = beforeTitle(flat.text.slice(front.end, place.start));
    label ??= before.label;
    if (before.authors !== "") facts.text(before.authors, { line: true });
    else if (before.label === null)
      spoken(front.end, front.end + withoutOpenQuote(flat.text.slice(front.end, place.start)));
    spoken(place.end + closedQuote(flat.text.slice(place.end)), flat.text.length);
  }
  const [first] = details;
  for (const detail of details) {
    if (inDetail && detail === first) {
      const { authors } = beforeTitle(detail.text.slice(0, place.start));
      if (authors !== "") facts.text(authors, { line: true });
      facts.text(detail.text.slice(place.end + closedQuote(detail.text.slice(place.end))));
      continue;
    }
    for (const piece of linesBetween(detail, 0, detail.text.length)) {
      facts.text(piece.text, { emphasis: piece.emphasis, line: piece.line });
    }
  }

  const title = place.title;
  const labelled = [flat, ...details].flatMap((each) => each.links);
  // "[[KDD 2016]](…)"
  for (const { label } of labelled) {
    if (isVenueDate(label) && readVenueDate(label).year !== null) facts.venueDate(label);
  }
  const inCells = source.cells.flatMap((cell) => linksOfCell(cell));
  const { links, paperUrls } = sortLinks(title, place.url, [...labelled, ...inCells], problems);
  const refs = paperRefs(paperUrls);
  const { remarks, ...told } = facts.result();
  if (flat.text.includes("**") && place.kind !== "strong") problems.push("its ** does not close");
  if (
    source.own.some(({ runs }) =>
      runs.some((run) => run.url === null && !run.strong && run.text.includes("](")),
    )
  ) {
    problems.push("a link that is not closed or holds white space is not read");
  }
  const figure = [flat, ...details].flatMap((each) => each.images).find((url) => !isBadge(url)) ?? null;
  return {
    paper: {
      line: source.line,
      title,
      label: label === null || label.length > 60 ? null : label,
      ...told,
      organization: front.organization,
      links,
      ref: refs[0] ?? { kind: "title", value: title },
      refs,
      note: null,
      figure: figure === null ? null : webUrl(figure, "figure", title, problems),
    },
    remarks,
    problems,
  };
}

/** What is said in front of a title: a short name, authors, or "Flickr30k: Plummer, Bryan A., et al."; else neither. */
function beforeTitle(text: string): { label: string | null; authors: string } {
  const before = textWithoutLinks(text.slice(0, withoutOpenQuote(text)));
  if (!/\p{L}/u.test(before)) return { label: null, authors: "" };
  if (namesAuthors(before)) return { label: null, authors: before };
  const [, name, rest] = /^([^:：]{1,60}?)\s*[:：]\s+(.+)$/su.exec(before) ?? [];
  if (name !== undefined && rest !== undefined && namesAuthors(rest)) return { label: name, authors: rest };
  const short =
    before.length <= 40 && before.split(/\s+/).length <= 4 && !/\d{4}/.test(before) && !isVenueDate(before);
  return { label: short ? before.replace(/[\s:：'"“”[\]-]+$/u, "") : null, authors: "" };
}

/** Whether a text in front of a title names its authors, with a year behind them or without. */
function namesAuthors(text: string): boolean {
  const bare = text.replace(/[\s.,:;]*[(（]?(?:18|19|20)\d{2}[a-z]?[)）]?[.,:;]*$/u, "");
  return readAuthors(bare, true) !== null;
}

/** How much of the text in front of a title is before the quotation mark that opens it. */
function withoutOpenQuote(text: string): number {
  return text.replace(/["“”‘'`\s]+$/u, "").length;
}

/** How long the quotation mark that closes a title is, with the stops around it. */
function closedQuote(text: string): number {
  return /^[.,;!?]*["”’'`]+[.,;]*\s*/u.exec(text)?.[0].length ?? 0;
}

/** "20.10" in a column of dates is October 2020. */
function shortDate(text: string): string {
  return text
    .trim()
    .replace(/^(\d{2})[./](\d{2})$/, (whole, year: string, month: string) =>
      Number(month) >= 1 && Number(month) <= 12 ? `20${year}-${month}` : whole,
    );
}

/** The lines of a stretch, and stretches set in italics each for itself. */
function linesBetween(
  flat: FlatText,
  from: number,
  to: number,
): { text: string; emphasis: boolean; line: boolean }[] {
  const pieces: { text: string; emphasis: boolean; line: boolean }[] = [];
  const cuts = new Map<number, boolean>([[from, false]]);
  for (const span of flat.spans) {
    if (!span.emphasis || span.url !== null || span.start < from || span.end > to) continue;
    cuts.set(span.start, true);
    if (!cuts.has(span.end)) cuts.set(span.end, false);
  }
  const starts = [...cuts.keys()].sort((a, b) => a - b);
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? to;
    for (const text of flat.text.slice(start, end).split("\n")) {
      if (text.trim() !== "")
        pieces.push({
          text,
          emphasis: cuts.get(start) ?? false,
          line: flat.text.slice(start, end).includes("\n"),
        });
    }
  });
  return pieces;
}
