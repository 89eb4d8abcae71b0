import { seededRandom } from "../by-id.ts";

/** A link between two lanes: places in the list of lanes, and how many links it stands for. */
export interface LaneLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const RESTARTS = 12;

/**
 * An order of lanes in which linked lanes stand near each other: the places in the list, top to bottom.
 * Minimises the sum of link weights times lanes between, plus `sink[lane]` times the lanes below it
 * (what pulls a lane down), by moving one lane at a time from several seeded starts; ties keep the
 * survey's order. The minimum linear arrangement problem is NP-hard (Garey, Johnson & Stockmeyer 1976);
 * for the ten lanes of a survey the search finds the best in practice.
 */
export function laneOrder(count: number, links: readonly LaneLink[], sink: readonly number[]): number[] {
  const weights = Array.from({ length: count }, () => new Float64Array(count));
  for (const { a, b, weight } of links) {
    if (a === b) continue;
    (weights[a] as Float64Array)[b] = (weights[a]?.[b] ?? 0) + weight;
    (weights[b] as Float64Array)[a] = (weights[b]?.[a] ?? 0) + weight;
  }
  const costOf = (order: readonly number[]): number => {
    let sum = 0;
    order.forEach((lane, place) => {
      sum += (sink[lane] ?? 0) * (count - 1 - place);
      // A lane between two others is crossed by their links, so length is what a reader pays for.
      for (let other = place + 1; other < count; other++) {
        sum += (weights[lane]?.[order[other] as number] ?? 0) * (other - place);
      }
      sum += 1e-6 * Math.abs(lane - place);
    });
    return sum;
  };
  const random = seededRandom(count);
  let best = Array.from({ length: count }, (_, i) => i);
  let least = Infinity;
  const starts = count > 40 ? 1 : RESTARTS;
  for (let start = 0; start < starts; start++) {
    const order = Array.from({ length: count }, (_, i) => i);
    if (start > 0) shuffle(order, random);
    const cost = improve(order, costOf);
    if (cost < least - 1e-9) [best, least] = [order, cost];
  }
  return best;
}

function improve(order: number[], costOf: (order: readonly number[]) => number): number {
  let cost = costOf(order);
  for (let better = true; better; ) {
    better = false;
    for (let from = 0; from < order.length; from++) {
      for (let to = 0; to < order.length; to++) {
        if (from === to) continue;
        const [lane] = order.splice(from, 1);
        order.splice(to, 0, lane as number);
        const moved = costOf(order);
        if (moved < cost - 1e-9) {
          cost = moved;
          better = true;
        } else {
          order.splice(to, 1);
          order.splice(from, 0, lane as number);
        }
      }
    }
  }
  return cost;
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
}
