import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";

/** A day on which survey papers appeared. */
export interface TimelineStop {
  readonly day: number;
  /** The date and who appeared: `23 December 2021: SLIP`. */
  readonly text: string;
}

/** The time-lapse: its stops, where it stands, and what is said there. */
export interface Timeline {
  readonly stops: readonly TimelineStop[];
  /** The stop shown last; the last one when everything is shown. */
  readonly at: number;
  readonly text: string;
  readonly playing: boolean;
  /** The day the next step of the time-lapse shows; null after the last. */
  readonly next: number | null;
}

/** The days on which survey papers were published, oldest first, with the state's place among them. */
export function buildTimeline(catalogue: Catalogue, state: State): Timeline {
  const { timeline: said, date } = catalogue.texts;
  const byDay = new Map<number, string[]>();
  const dates = new Map<number, string>();
  for (const { paper, day, label } of catalogue.entries) {
    if (paper.role !== "survey" || day === null) continue;
    byDay.set(day, [...(byDay.get(day) ?? []), label]);
    dates.set(day, paper.date ?? String(paper.year));
  }
  const stops = [...byDay.keys()]
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      text: said.stop(date(dates.get(day) ?? ""), byDay.get(day) ?? []),
    }));
  const at =
    state.until === null ? stops.length - 1 : stops.findLastIndex(({ day }) => day <= (state.until ?? 0));
  const survey = catalogue.entries.filter(({ paper }) => paper.role === "survey").length;
  return {
    stops,
    at,
    text: state.until === null ? said.all(survey) : (stops[at]?.text ?? said.before),
    playing: state.playing,
    next: stops[at + 1]?.day ?? null,
  };
}
