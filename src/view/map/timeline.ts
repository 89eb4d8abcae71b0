import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";
import type { MapColumns } from "./columns.ts";

/** A step of the time-lapse: up to a day. */
export interface TimelineStop {
  readonly day: number;
  /** The date and who appeared: `23 December 2021: SLIP`, `March 2022: 12 papers`. */
  readonly text: string;
}

/** The time-lapse: its stops, which it is at, and what is said there. */
export interface Timeline {
  readonly stops: readonly TimelineStop[];
  /** The stop shown last; the last one when everything is shown. */
  readonly at: number;
  readonly text: string;
  readonly playing: boolean;
  /** The day the next step of the time-lapse shows; null after the last. */
  readonly next: number | null;
}

/** The stops of a time-lapse, and how many papers it shows in the end. */
export interface TimelineStops {
  readonly stops: readonly TimelineStop[];
  readonly count: number;
}

/** A time-lapse of more steps than this takes longer than anybody watches. */
const MOST_STOPS = 60;
/** Months in a step: as few as leave no more steps than that. */
const STEPS = [1, 3, 6, 12, 60, 120, 1_200];

/**
 * The stops of a time-lapse, oldest first: the days on which papers of the author's list appeared, by name; where
 * there are more than 60 such days, or no list, the months in which any papers did, or longer steps. [] where no day is
 * known.
 */
export function timelineStops(catalogue: Catalogue, columns: Pick<MapColumns, "day">): TimelineStops {
  const survey = catalogue.entries.filter(({ paper }) => paper.role === "survey");
  const days = new Set(survey.flatMap(({ day }) => day ?? []));
  if (survey.length > 0 && days.size <= MOST_STOPS) return { stops: byDay(catalogue), count: survey.length };
  return { stops: byMonths(catalogue.texts, columns.day), count: catalogue.entries.length };
}

function byDay({ entries, texts }: Catalogue): TimelineStop[] {
  const { timeline: said, date } = texts;
  const appeared = new Map<number, { readonly date: string; readonly labels: string[] }>();
  for (const { paper, day, label } of entries) {
    if (paper.role !== "survey" || day === null) continue;
    const known = appeared.get(day) ?? { date: paper.date ?? String(paper.year), labels: [] };
    known.labels.push(label);
    appeared.set(day, known);
  }
  return [...appeared]
    .sort(([a], [b]) => a - b)
    .map(([day, { date: when, labels }]) => ({ day, text: said.stop(date(when), labels) }));
}

function byMonths(texts: Texts, day: Float64Array): TimelineStop[] {
  const perMonth = new Map<number, number>();
  const perDay = new Map<number, number>();
  for (const days of day) perDay.set(days, (perDay.get(days) ?? 0) + 1);
  for (const [days, papers] of perDay) {
    if (Number.isNaN(days)) continue;
    const date = new Date(days * 86_400_000);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    perMonth.set(month, (perMonth.get(month) ?? 0) + papers);
  }
  const months = [...perMonth.keys()];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const step = STEPS.find((size) => (last - first + 1) / size <= MOST_STOPS) ?? 1_200;
  const counts = new Map<number, number>();
  for (const [month, papers] of perMonth) {
    const place = Math.floor(month / step);
    counts.set(place, (counts.get(place) ?? 0) + papers);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, papers]) => {
      const end = (place + 1) * step - 1;
      const text = texts.timeline.stop(nameOf(texts, end, step), [texts.clusters.papers(papers)]);
      return { day: lastDayOf(end), text };
    });
}

/** The time-lapse for a state. */
export function buildTimeline(
  { timeline: said }: Texts,
  { stops, count }: TimelineStops,
  until: State["until"],
  playing: boolean,
): Timeline {
  const at = until === null ? stops.length - 1 : stops.findLastIndex(({ day }) => day <= until);
  return {
    stops,
    at,
    text: until === null ? said.all(count) : (stops[at]?.text ?? said.before),
    playing,
    next: stops[at + 1]?.day ?? null,
  };
}

function lastDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), (month % 12) + 1, 1) / 86_400_000 - 1;
}

/** What a step that ends with a month is called: `March 2022`, `to June 2022`, `2022`. */
function nameOf({ timeline, date }: Texts, end: number, step: number): string {
  const year = String(Math.floor(end / 12)).padStart(4, "0");
  if (step >= 12) return step === 12 ? date(year) : timeline.to(date(year));
  const month = date(`${year}-${String((end % 12) + 1).padStart(2, "0")}`);
  return step === 1 ? month : timeline.to(month);
}
