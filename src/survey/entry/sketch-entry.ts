import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { isLabelledFact, textWithoutLinks } from "./entry-facts.ts";
import type { EntrySource } from "./entry-source.ts";
import { type FlatText, flatten } from "./flat-text.ts";
import { type Front, readFront } from "./front.ts";
import { type TitlePlace, type TitlePlaceKind, titlePlaces } from "./title-places.ts";
import { isVenueDate, namesKnownVenue, namesVenue, readVenueDate } from "./venue-date.ts";

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
  const found = titlePlaces(first, readFront(first)).sort((a, b) => b.likelihood - a.likelihood);
  const cites = ({ kind }: TitlePlace) => kind === "reference" || kind === "quoted";
  // A reference in full below a name is the title, whatever the name looks like.
  const best =
    found.find(
      (place) => cites(place) && place.likelihood >= 0.3 && first.text.slice(0, place.start).includes(","),
    ) ?? found[0];
  const cited = best !== undefined && cites(best);
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
    const parts = tail.split(/[,.]\s+|，\s*|\s[(（]/);
    return [parts.slice(-1), parts.slice(-2), parts.slice(0, 1)].some((some) => {
      const one = some.join(", ");
      return isVenueDate(one) && readVenueDate(one).year !== null && namesVenue(one);
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
