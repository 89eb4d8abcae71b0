/** A mark on the time axis; its label is the page's affair. */
export interface TimeTick {
  readonly x: number;
  /** Days since 1970-01-01 of the first day it represents. */
  readonly day: number;
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly kind: "year" | "month";
  /** Whether it is before the break, where time is compressed. */
  readonly compressed: boolean;
}

/** A part of the width, px. */
export interface Room {
  readonly x0: number;
  readonly x1: number;
}

export interface TimeAxis {
  /** Where the linear part begins; null when nothing is older. */
  readonly breakX: number | null;
  /** The first day of the linear part. */
  readonly breakDay: number;
  /** x of the first and the last day shown. */
  readonly x0: number;
  readonly x1: number;
  /** [] where no day is known: then there is no axis. */
  readonly ticks: readonly TimeTick[];
  /** Where papers without a date are, right of all days; null when there are none. */
  readonly undated: Room | null;
  /** The x of a day; days outside the axis are at its ends. */
  readonly xOf: (day: number) => number;
}

export interface TimeAxisInput {
  /** Days of the papers the axis is for, and of the related works. */
  readonly surveyDays: readonly number[];
  readonly contextDays: readonly number[];
  /** The day of the paper everything starts from; null when there is none. */
  readonly rootDay: number | null;
  readonly x0: number;
  readonly x1: number;
  /** px for all that is older than the break. */
  readonly compressedWidth: number;
  /** Where papers without a date are; null, as by default, when there are none. */
  readonly undated?: Room | null;
}

/** At most this share of the survey may lie before the root for the axis to break there. */
const OLDER_THAN_ROOT = 0.2;
/** A gap of this share of all time, with at most a tenth of the papers before it, is an old outlier's. */
const OUTLIER_GAP = 0.4;
const OUTLIER_SHARE = 0.1;
/** px between two ticks that both carry a label. */
const TICK_ROOM = 34;
/** A compressed year's width grows with its number of papers to this power: 1 would hide how they crowd. */
const CROWD = 0.8;
const MONTH_ROOM = 40;

/**
 * A time axis in publication dates: linear from the break on; before it each year has a width that
 * grows with its number of papers, so that old works neither squash the field nor
 * pile up. Breaks at the start of the root's year (or month, when much of the year would be empty),
 * or after old outliers. Without any day it has no ticks, and every day is at its left end.
 */
export function timeAxis({
  surveyDays,
  contextDays,
  rootDay,
  x0,
  x1,
  compressedWidth,
  undated = null,
}: TimeAxisInput): TimeAxis {
  const main = (surveyDays.length > 0 ? surveyDays : contextDays).toSorted((a, b) => a - b);
  const all = [...surveyDays, ...contextDays].sort((a, b) => a - b);
  if (all.length === 0) return { breakX: null, breakDay: 0, x0, x1, ticks: [], undated, xOf: () => x0 };
  const first = firstOfMain(main, rootDay) ?? 0;
  const last = Math.max(all.at(-1) ?? first, first);
  const breakDay = roundedStart(first, last);
  const older = all.filter((day) => day < breakDay);
  const breakX = older.length > 0 ? x0 + compressedWidth : null;
  const linearX = breakX ?? x0;
  const span = Math.max(1, last - breakDay);
  const linear = (day: number) => linearX + ((x1 - linearX) * (day - breakDay)) / span;
  const knots = breakX === null ? [] : compressedKnots(older, breakDay, x0, breakX);
  const xOf = (day: number): number => {
    if (day >= breakDay) return Math.min(x1, linear(day));
    let before = knots[0];
    if (before === undefined || day <= before.day) return x0;
    for (const knot of knots) {
      if (day < knot.day) {
        return before.x + ((knot.x - before.x) * (day - before.day)) / (knot.day - before.day);
      }
      before = knot;
    }
    return linearX;
  };
  const ticks = [...compressedTicks(knots, breakDay), ...linearTicks(breakDay, last, linear)];
  return { breakX, breakDay, x0, x1, ticks, undated, xOf };
}

function firstOfMain(sorted: readonly number[], rootDay: number | null): number | null {
  const earliest = sorted[0];
  const latest = sorted.at(-1);
  if (earliest === undefined || latest === undefined) return rootDay;
  if (rootDay !== null) {
    const older = sorted.filter((day) => day < rootDay).length;
    if (older <= OLDER_THAN_ROOT * sorted.length) return rootDay;
  }
  for (let i = Math.floor(OUTLIER_SHARE * sorted.length); i >= 1; i--) {
    const gap = (sorted[i] as number) - (sorted[i - 1] as number);
    if (gap >= OUTLIER_GAP * (latest - earliest)) return sorted[i] as number;
  }
  return earliest;
}

/** The start of the day's year, or of its month when the year would be empty for a fifth of the axis. */
function roundedStart(first: number, last: number): number {
  const { year, month } = calendar(first);
  const yearStart = dayOf(year, 0);
  return first - yearStart <= 0.2 * (last - yearStart) ? yearStart : dayOf(year, month);
}

interface Knot {
  readonly day: number;
  readonly x: number;
  readonly count: number;
}

function compressedKnots(older: readonly number[], breakDay: number, x0: number, breakX: number): Knot[] {
  const firstYear = calendar(older[0] as number).year;
  const lastYear = calendar(breakDay - 1).year;
  const counts = new Map<number, number>();
  for (const day of older) {
    const { year } = calendar(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const empty = lastYear - firstYear + 1 - counts.size;
  const emptyWeight = Math.min(0.4, 3 / Math.max(1, empty));
  const weights: number[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    weights.push(counts.has(year) ? (counts.get(year) as number) ** CROWD : emptyWeight);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = x0;
  const knots = weights.map((weight, i): Knot => {
    const knot = { day: dayOf(firstYear + i, 0), x, count: counts.get(firstYear + i) ?? 0 };
    x += ((breakX - x0) * weight) / total;
    return knot;
  });
  return [...knots, { day: breakDay, x: breakX, count: 0 }];
}

function compressedTicks(knots: readonly Knot[], breakDay: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  // From the break backwards: the years next to it matter more than the oldest.
  let limit = (knots.at(-1)?.x ?? 0) - TICK_ROOM;
  for (const { day, x } of knots.toReversed()) {
    if (day >= breakDay || x > limit) continue;
    const { year } = calendar(day);
    ticks.push({ x, day, year, month: 0, kind: "year", compressed: true });
    limit = x - TICK_ROOM;
  }
  return ticks.reverse();
}

function linearTicks(breakDay: number, last: number, linear: (day: number) => number): TimeTick[] {
  const pxPerYear = linear(breakDay + 365) - linear(breakDay);
  const yearStep = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => step * pxPerYear >= TICK_ROOM) ?? 1000;
  const monthStep =
    yearStep > 1 ? 12 : ([1, 3, 6].find((step) => (step * pxPerYear) / 12 >= MONTH_ROOM) ?? 12);
  const from = calendar(breakDay);
  const ticks: TimeTick[] = [];
  for (let month = from.year * 12 + from.month; ; month++) {
    const [year, inYear] = [Math.floor(month / 12), month % 12];
    const day = dayOf(year, inYear);
    if (day > last) break;
    const tick = { x: linear(day), day, year, month: inYear, compressed: false };
    if (inYear === 0) {
      if (year % yearStep === 0) ticks.push({ ...tick, kind: "year" });
    } else if (inYear % monthStep === 0) {
      ticks.push({ ...tick, kind: "month" });
    }
  }
  return ticks;
}

/** The first day of a month, as days since 1970. */
export function dayOf(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / 86_400_000);
}

/** The year and month (0 is January) of a day. */
export function calendar(day: number): { year: number; month: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}
