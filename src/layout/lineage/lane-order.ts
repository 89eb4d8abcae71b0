import { seededRandom } from "../by-id.ts";

/** A link between two lanes: places in the list of lanes, and how many links it stands for. */
export interface LaneLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Up to so many lanes the best order is computed; the table has an entry for each set of lanes. */
const MOST_EXACT = 12;
/** Beyond so many lanes the search starts once, from the survey's order. */
const MOST_RESTARTED = 40;
const RESTARTS = 12;
/** What a place out of the survey's order costs: enough to decide between equals. */
const OUT_OF_ORDER = 1e-6;

/**
 * An order of lanes in which linked lanes are near each other: the places in the list, top to bottom.
 * Minimises the sum of link weights times lanes between, plus `sink[lane]` times the lanes below it
 * (what pulls a lane down); ties keep the survey's order. The minimum linear arrangement problem is NP-hard
 * (Garey, Johnson & Stockmeyer 1976): up to twelve lanes the best is found by dynamic programming over sets
 * of lanes (Held & Karp 1962), O(2^n n); of more, a good one by moving single lanes from several seeded starts.
 */
export function laneOrder(count: number, links: readonly LaneLink[], sink: readonly number[]): number[] {
  const weights = Array.from({ length: count }, () => new Float64Array(count));
  for (const { a, b, weight } of links) {
    if (a === b) continue;
    weights[a]![b]! += weight;
    weights[b]![a]! += weight;
  }
  const costAt = (lane: number, place: number) =>
    (sink[lane] ?? 0) * (count - 1 - place) + OUT_OF_ORDER * Math.abs(lane - place);
  return count <= MOST_EXACT ? bestOrder(weights, costAt) : goodOrder(weights, costAt);
}

/** By lane and lane, the weight of the links between them. */
type Weights = readonly Float64Array[];
type CostAt = (lane: number, place: number) => number;

/** The least cost of putting a set of lanes on top grows by one lane at a time; sets are bits. */
function bestOrder(weights: Weights, costAt: CostAt): number[] {
  const count = weights.length;
  const least = new Float64Array(2 ** count).fill(Number.POSITIVE_INFINITY);
  const last = new Uint8Array(2 ** count);
  /** Weight of the links between a set and the lanes below it: each is one lane longer for every set it leaves. */
  const cut = new Float64Array(2 ** count);
  least[0] = 0;
  for (let set = 0; set < 2 ** count; set++) {
    const place = bitsOf(set);
    for (let lane = 0; lane < count; lane++) {
      if ((set & (1 << lane)) !== 0) continue;
      const next = set | (1 << lane);
      cut[next] = cut[set]!;
      for (let other = 0; other < count; other++) {
        if (other === lane) continue;
        cut[next]! += (set & (1 << other)) === 0 ? weights[lane]![other]! : -weights[lane]![other]!;
      }
      const cost = least[set]! + costAt(lane, place) + cut[next]!;
      if (cost < least[next]!) [least[next], last[next]] = [cost, lane];
    }
  }
  const order: number[] = [];
  for (let set = 2 ** count - 1; set !== 0; set &= ~(1 << last[set]!)) order.unshift(last[set]!);
  return order;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

function goodOrder(weights: Weights, costAt: CostAt): number[] {
  const count = weights.length;
  const costOf = (order: readonly number[]): number => {
    let sum = 0;
    order.forEach((lane, place) => {
      sum += costAt(lane, place);
      // A lane between two others is crossed by their links, so length is what a reader pays for.
      for (let other = place + 1; other < count; other++) {
        sum += weights[lane]![order[other]!]! * (other - place);
      }
    });
    return sum;
  };
  const random = seededRandom(count);
  let best = Array.from({ length: count }, (_, i) => i);
  let least = Number.POSITIVE_INFINITY;
  const starts = count > MOST_RESTARTED ? 1 : RESTARTS;
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
