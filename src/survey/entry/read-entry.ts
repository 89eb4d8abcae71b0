import { WebUrlSchema } from "../../corpus/schema.ts";
import type { Line } from "../blocks/blocks.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { paperRefs } from "../ids/paper-refs.ts";
import { oneLine } from "../one-line.ts";
import type { EntryLinks, ListedPaper } from "../survey.ts";
import { readAuthors } from "./authors.ts";
import { createEntryFacts, isLabelledFact, textWithoutLinks } from "./entry-facts.ts";
import { type FlatText, flatten, type LabelledLink } from "./flat-text.ts";
import { linkRole } from "./link-role.ts";
import { type Front, readFront, type TitlePlace, type TitlePlaceKind, titlePlaces } from "./title-places.ts";
import { isVenueDate, namesKnownVenue, namesVenue, readVenueDate } from "./venue-date.ts";

/** What a column of a table holds. */
export type ColumnRole =
  | "title"
  | "paper"
  | "venue"
  | "date"
  | "authors"
  | "label"
  | "code"
  | "project"
  | "data"
  | "video"
  | "other";

/** One candidate for an entry, as blocks give it. */
export interface EntrySource {
  readonly line: number;
  readonly own: readonly Line[];
  /** Later paragraphs and sub-items, each with its lines. */
  readonly details: readonly (readonly Line[])[];
  /** The other cells of its row by what their column holds; [] outside tables. */
  readonly cells: readonly {
    readonly role: ColumnRole;
    readonly header: string;
    readonly lines: readonly Line[];
  }[];
}

/** A candidate looked at: where its title may be, and how far it shows that it is a paper. */
export interface EntrySketch {
  readonly source: EntrySource;
  readonly flat: FlatText;
  readonly front: Front;
  readonly places: readonly TitlePlace[];
  readonly details: readonly FlatText[];
  /** 2 where a link leads to a paper, 1.5 where one is labelled so, 1 where a venue or date is told, else less. */
  readonly evidence: number;
}

/** Looks at a candidate without deciding anything. */
export function sketchEntry(source: EntrySource): EntrySketch {
  const sketch = sketchOf(source);
  const [first, ...rest] = source.own;
  // "**OPT** May 2022" with the title on the next line: what follows the name says more of it.
  const named = rest.length > 0 && sketch.places.every(({ likelihood }) => likelihood < 0.6);
  if (!first || !named) return sketch;
  const split = sketchOf({
    ...source,
    own: [first],
    details: [...rest.map((line) => [line]), ...source.details],
  });
  return { ...split, source };
}

function sketchOf(source: EntrySource): EntrySketch {
  const flat = flatten(source.own);
  const front = readFront(flat);
  const details = source.details.map((lines) => flatten(lines));
  const places = titlePlaces(flat, front);
  const named = detailPlace(places, details);
  if (named) places.push(named);
  return { source, flat, front, places, details, evidence: evidenceOf(source, flat, front, places, details) };
}

/** "**HypER**" with "Hypernetwork Knowledge Graph Embeddings, Arxiv'18" in a sub-item: the title is in there. */
function detailPlace(own: readonly TitlePlace[], details: readonly FlatText[]): TitlePlace | null {
  const [first] = details;
  if (!first || isLabelledFact(first.text) || own.some(({ url }) => url !== null)) return null;
  const [best] = titlePlaces(first, readFront(first)).sort((a, b) => b.likelihood - a.likelihood);
  // A reference in full below a name is the title, whatever the name looks like.
  const cited = best?.kind === "reference" || best?.kind === "quoted";
  const short = own.every((place) => place.likelihood < 0.8);
  return best && (short || (cited && best.likelihood >= 0.75)) && best.likelihood >= (cited ? 0.4 : 0.7)
    ? { ...best, kind: "detail", likelihood: Math.max(0.8, best.likelihood) }
    : null;
}

function evidenceOf(
  { cells }: EntrySource,
  flat: FlatText,
  front: Front,
  places: readonly TitlePlace[],
  details: readonly FlatText[],
): number {
  const flats = [
    flat,
    ...details.filter((detail) => detail.text.length < 240),
    ...cells.map(({ lines }) => flatten(lines)),
  ];
  const links = flats.flatMap((each) => each.links).filter(({ url }) => /^https?:/i.test(url));
  const urls = [
    ...links.filter(({ role }) => role !== "code" && role !== "other").map(({ url }) => url),
    ...places.flatMap(({ url }) => url ?? []),
  ];
  if (urls.some(leadsToPaper)) return 2;
  if (links.some(({ role, label }) => role === "paper" && label !== "")) return 1.5;
  if (front.heads.some((head) => readVenueDate(head).year !== null)) return 1.2;
  const [place] = places;
  const after = place ? flat.text.slice(Math.min(...places.map(({ end }) => end))) : "";
  const said = [after, ...details.slice(0, 3).map((detail) => detail.text)];
  const told = said.some((text) => {
    const tail = textWithoutLinks(text).replace(/^[(（]|[)）.]+$/gu, "");
    if (tail === "" || tail.length > 400) return false;
    if (isVenueDate(tail)) return readVenueDate(tail).year !== null || namesVenue(tail);
    const parts = tail.split(/[,.]\s+|\s[(（]/);
    return [1, 2].some((count) => {
      const last = parts.slice(-count).join(", ");
      return isVenueDate(last) && readVenueDate(last).year !== null && namesVenue(last);
    });
  });
  if (told) return said.some((text) => namesKnownVenue(text)) ? 1.3 : 1;
  if (cells.some(({ role, lines }) => role === "venue" && lines.length > 0)) return 0.9;
  return links.length > 0 ? 0.5 : 0;
}

/** The title's place that the list's convention asks for, else the likeliest of the row; null where none will do. */
export function choosePlace(sketch: EntrySketch, usual: TitlePlaceKind | null): TitlePlace | null {
  const byLikelihood = [...sketch.places].sort((a, b) => b.likelihood - a.likelihood || a.start - b.start);
  // "[CVPR 2023] **Title**" says itself what is the title, unless what follows a name does so better.
  const { front, places } = sketch;
  const told =
    front.heads.length > 0
      ? places.find(({ kind, start }) => kind === "strong" && start - front.end <= 3)
      : undefined;
  const better = places.some(
    ({ kind, likelihood }) => kind !== "strong" && kind !== "text" && likelihood >= 0.7,
  );
  if (told && !better) return told;
  const detail = sketch.places.find(({ kind }) => kind === "detail");
  if (detail && usual !== "strong" && usual !== "link") return detail;
  const [likeliest] = byLikelihood;
  const wanted = byLikelihood.find(({ kind }) => kind === usual);
  if (wanted && wanted.likelihood >= 0.3 && wanted.likelihood >= (likeliest?.likelihood ?? 0) * 0.45)
    return wanted;
  return likeliest ?? null;
}

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
    const before = textWithoutLinks(flat.text.slice(front.end, place.start));
    const short = /\p{L}/u.test(before) && before.length <= 40 && before.split(/\s+/).length <= 4;
    const name =
      short &&
      !/\d{4}/.test(before) &&
      !isVenueDate(before) &&
      readAuthors(before, place.kind === "reference") === null;
    if (name) label ??= before.replace(/[\s:：'"“”[\]-]+$/u, "");
    else spoken(front.end, place.start);
    spoken(place.end, flat.text.length);
  }
  const [first] = details;
  for (const detail of details) {
    if (inDetail && detail === first) {
      facts.text(detail.text.slice(place.end));
      continue;
    }
    for (const piece of linesBetween(detail, 0, detail.text.length)) {
      facts.text(piece.text, { emphasis: piece.emphasis, line: piece.line });
    }
  }

  const title = place.title;
  const labelled = [flat, ...details].flatMap((each) => each.links);
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

function linksOfCell({ role, header, lines }: EntrySource["cells"][number]): LabelledLink[] {
  const { links, spans, text } = flatten(lines);
  const worded = spans.flatMap(({ url, start, end }) =>
    url === null ? [] : [{ at: start, label: text.slice(start, end), url }],
  );
  return [...links, ...worded].map(({ at, label, url }) => {
    if (role === "code" || role === "project" || role === "data" || role === "video")
      return { at, label, url, role };
    if (role === "paper" || role === "title") return { at, label, url, role: linkRole("paper", url) };
    return { at, label, url, role: linkRole(`${label} ${header}`, url) };
  });
}

function sortLinks(
  title: string,
  titleUrl: string | null,
  labelled: readonly LabelledLink[],
  problems: string[],
): { links: EntryLinks; paperUrls: string[] } {
  const first = (role: LabelledLink["role"]) =>
    labelled.find((link) => link.role === role && link.url !== "")?.url ?? null;
  const titleRole = titleUrl === null ? null : linkRole("", titleUrl);
  const byLabel = labelled.filter(({ role, url }) => role === "paper" && url !== "").map(({ url }) => url);
  const titleIsPaper =
    titleUrl !== null && (titleRole === "paper" || (titleRole === "other" && byLabel.length === 0));
  const papers = [...(titleIsPaper ? [titleUrl] : []), ...byLabel];
  const strays = labelled.filter(({ role }) => role === "other").map(({ url }) => url);
  const named = papers.find((url) => paperRefs([url]).length > 0);
  const paper =
    papers.find((url) => leadsToPaper(url)) ??
    papers[0] ??
    strays.find((url) => paperRefs([url]).length > 0) ??
    null;
  const web = (url: string | null, what: string) =>
    url === null ? null : webUrl(url, what, title, problems);
  return {
    links: {
      paper: web(paper ?? (titleRole === "project" && first("code") === null ? titleUrl : null), "paper"),
      code: web(first("code") ?? (titleRole === "code" ? titleUrl : null), "code"),
      project: web(
        first("project") ?? (titleRole === "project" && paper !== null ? titleUrl : null),
        "project",
      ),
      data: web(first("data"), "data"),
      video: web(first("video") ?? (titleRole === "video" ? titleUrl : null), "video"),
    },
    paperUrls: named === undefined ? [...papers, ...strays] : papers,
  };
}

function webUrl(url: string, what: string, title: string, problems: string[]): string | null {
  const clean = cleanUrl(url);
  if (WebUrlSchema.safeParse(clean).success) return clean;
  if (clean !== "" && !/^[./#]/.test(clean)) {
    const shown = JSON.stringify(url.slice(0, 80));
    problems.push(`the ${what} link of "${title}" is not an http(s) link: ${shown}`);
  }
  return null;
}

/** The link without the full stop or comma of the sentence around it. */
export function cleanUrl(url: string): string {
  return url.trim().replace(/[.,;。，；、]+$/u, "");
}

/** Whether an image is a badge or a counter of stars rather than a figure of the paper. */
export function isBadge(url: string): boolean {
  return /shields\.io|badge|star-history|hits\.|visitor|awesome\.re|forthebadge|\/stars\/|githubbadges|contrib\.rocks|flat-square|\bicons?\b|logo|\.svg(?:[?#]|$)/i.test(
    url,
  );
}
