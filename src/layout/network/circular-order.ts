import type { LayoutLink } from "../input.ts";

/** Above this many groups only neighbours are swapped, so that the search stays cheap. */
const FULL_SEARCH_LIMIT = 24;

/**
 * An order of groups around a circle that keeps linked groups near each other: pairs are swapped as long
 * as the links between groups get shorter. Starts from `groups` (others follow by name), which also
 * decides where links do not. Links of the paper in the middle do not count. Returns a group's place.
 */
export function circularOrder(
  groupOf: readonly string[],
  links: readonly LayoutLink[],
  groups: readonly string[],
  middle: number,
): (group: string) => number {
  const present = new Set(groupOf);
  const order = groups.filter((group) => present.delete(group));
  order.push(...[...present].sort());
  const n = order.length;
  const index = new Map(order.map((group, i) => [group, i]));
  const weight = Array.from({ length: n }, () => new Float64Array(n));
  for (const { citing, cited } of links) {
    if (citing === middle || cited === middle) continue;
    const a = index.get(groupOf[citing] ?? "");
    const b = index.get(groupOf[cited] ?? "");
    if (a === undefined || b === undefined || a === b) continue;
    (weight[a] as Float64Array)[b] = (weight[a]?.[b] ?? 0) + 1;
    (weight[b] as Float64Array)[a] = (weight[b]?.[a] ?? 0) + 1;
  }
  const seat = order.map((_, i) => i);
  const cost = (group: number): number => {
    let sum = 0;
    for (let other = 0; other < n; other++) {
      const gap = Math.abs((seat[group] ?? 0) - (seat[other] ?? 0));
      sum += (weight[group]?.[other] ?? 0) * Math.min(gap, n - gap);
    }
    return sum;
  };
  for (let round = 0, better = true; better && round < 20; round++) {
    better = false;
    for (let a = 0; a < n; a++) {
      const reach = n <= FULL_SEARCH_LIMIT ? n : Math.min(n, a + 2);
      for (let b = a + 1; b < reach; b++) {
        const before = cost(a) + cost(b);
        [seat[a], seat[b]] = [seat[b] as number, seat[a] as number];
        if (cost(a) + cost(b) < before - 1e-9) better = true;
        else [seat[a], seat[b]] = [seat[b] as number, seat[a] as number];
      }
    }
  }
  return (group) => seat[index.get(group) ?? -1] ?? n;
}
