import { quantileSorted } from "d3";

/** How evenly frames came: the intervals between them in milliseconds. */
export interface FrameTimes {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** The intervals between the timestamps (ms, ascending); throws when there are fewer than two. */
export function frameTimes(timestamps: readonly number[]): FrameTimes {
  const first = timestamps[0];
  const last = timestamps.at(-1);
  if (first === undefined || last === undefined || timestamps.length < 2) {
    throw new RangeError(`${timestamps.length} frames have no interval`);
  }
  const intervals = timestamps.slice(1).map((time, i) => time - (timestamps[i] ?? time));
  intervals.sort((a, b) => a - b);
  return {
    frames: timestamps.length,
    median: quantileSorted(intervals, 0.5) ?? Number.NaN,
    p95: quantileSorted(intervals, 0.95) ?? Number.NaN,
    perSecond: (1000 * intervals.length) / (last - first),
  };
}
