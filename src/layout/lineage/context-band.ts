import type { LayoutPaper } from "../input.ts";
import { calendar, dayOf, type TimeAxis } from "./time-axis.ts";

/** Clear space between two dots, px. */
const GAP = 2.5;

/**
 * x of each work in the band: the one given where its day is known, or no date at all; otherwise somewhere in its
 * year or month, those of one year evenly spread in the order of `rank`, and before the first paper that cites them.
 */
export function spreadInTime(
  works: readonly LayoutPaper[],
  given: readonly number[],
  axis: TimeAxis,
  rank: (place: number) => number,
  firstCitedDay: (place: number) => number | null,
): number[] {
  const xs = [...given];
  const spans = new Map<string, number[]>();
  works.forEach((work, i) => {
    if (work.day === null || work.datePrecision === "day" || work.datePrecision === null) return;
    const { year, month } = calendar(work.day);
    const key = work.datePrecision === "year" ? `${year}` : `${year}-${month}`;
    spans.set(key, [...(spans.get(key) ?? []), i]);
  });
  for (const members of spans.values()) {
    const first = works[members[0] as number] as LayoutPaper;
    const { year, month } = calendar(first.day as number);
    const wholeYear = first.datePrecision === "year";
    const from = axis.xOf(dayOf(year, wholeYear ? 0 : month));
    const to = axis.xOf(dayOf(year, wholeYear ? 12 : month + 1));
    members.sort((a, b) => rank(a) - rank(b) || a - b);
    members.forEach((i, place) => {
      const spread = from + ((to - from) * (place + 0.5)) / members.length;
      const cited = firstCitedDay(i);
      const limit = cited === null ? to : Math.max(from + 1, axis.xOf(cited));
      // Squeezed into the part of the year that is left, not cut off at its end, where they would pile up.
      xs[i] =
        spread > limit || limit < to
          ? from + ((Math.min(limit, to) - from) * (place + 0.5)) / members.length
          : spread;
    });
  }
  return xs;
}

/**
 * Heights around 0 for dots at these x, none overlapping, each as near to the middle as those before
 * it allow: a bee swarm (Eklund's "centre" method), in the order of x.
 */
export function swarm(xs: readonly number[], radii: readonly number[]): number[] {
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] as number) - (xs[b] as number) || a - b);
  const ys = xs.map(() => 0);
  const widest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  order.forEach((i, turn) => {
    const x = xs[i] as number;
    const near: number[] = [];
    for (let before = turn - 1; before >= 0; before--) {
      const j = order[before] as number;
      const apart = x - (xs[j] as number);
      if (apart >= (radii[i] ?? 0) + widest + GAP) break;
      if (apart < (radii[i] ?? 0) + (radii[j] ?? 0) + GAP) near.push(j);
    }
    const tries = [0];
    for (const j of near) {
      const reach = (radii[i] ?? 0) + (radii[j] ?? 0) + GAP;
      const rise = Math.sqrt(Math.max(0, reach ** 2 - (x - (xs[j] as number)) ** 2));
      tries.push((ys[j] as number) + rise, (ys[j] as number) - rise);
    }
    tries.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    const clear = (y: number) =>
      near.every((j) => {
        const reach = (radii[i] ?? 0) + (radii[j] ?? 0) + GAP - 1e-6;
        return (x - (xs[j] as number)) ** 2 + (y - (ys[j] as number)) ** 2 >= reach ** 2;
      });
    ys[i] = tries.find(clear) ?? 0;
  });
  return ys;
}
