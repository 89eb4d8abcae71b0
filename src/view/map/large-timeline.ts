import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";
import type { LargeColumns } from "./large-columns.ts";
import type { Timeline, TimelineStop } from "./timeline.ts";

/** A time-lapse of more steps than this takes longer than anybody watches. */
const MOST_STOPS = 60;
/** Months in a step: as few as leave no more steps than that. */
const STEPS = [1, 3, 6, 12, 60, 120, 1_200];

/** The time-lapse of a large map: months, or longer steps, rather than single papers. */
export interface LargeStops {
  readonly stops: readonly TimelineStop[];
  readonly count: number;
}

/** The steps in which the papers of a map came out, oldest first; [] where no day is known. */
export function largeStops(
  { entries, texts }: Pick<Catalogue, "entries" | "texts">,
  { day }: LargeColumns,
): LargeStops {
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
  const stops = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, papers]) => {
      const end = (place + 1) * step - 1;
      return {
        day: lastDayOf(end),
        text: texts.timeline.stop(nameOf(texts, end, step), [texts.clusters.papers(papers)]),
      };
    });
  return { stops, count: entries.length };
}

/** The time-lapse for a state. */
export function largeTimeline(
  { timeline: said }: Texts,
  { stops, count }: LargeStops,
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
