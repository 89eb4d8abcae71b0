import { randomLcg } from "d3";
import { type Rows, rowsOf } from "./rows.ts";

/** How well places show a graph, from samples, so that it can be told of large graphs too. */
export interface GraphQuality {
  /**
   * Mean squared deviation of distances from path lengths, each over the path length, at the best scale, from
   * sampled papers to all they are connected with: 0 for a perfect picture.
   */
  readonly stress: number;
  /** Share of a paper's nearest papers, as many as it has links and at most 50, that it has a link with: 0 to 1. */
  readonly neighbourhood: number;
}

interface Linked {
  readonly count: number;
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
}

const MOST_NEAR = 50;

/** The quality of places (x, y pairs), the same sample for the same graph. NaN places give NaN. */
export function graphQuality(
  graph: Linked,
  places: ArrayLike<number>,
  { nearSamples = 2_000, stressSamples = 100 } = {},
): GraphQuality {
  const rows = rowsOf(graph);
  return {
    stress: sampledStress(rows, places, sample(graph.count, stressSamples)),
    neighbourhood: neighbourhoodKept(rows, places, sample(graph.count, nearSamples)),
  };
}

function sample(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  const random = randomLcg(0.25);
  return Array.from({ length: most }, () => Math.floor(random() * count));
}

function sampledStress(rows: Rows, places: ArrayLike<number>, sources: readonly number[]): number {
  const { start, neighbour } = rows;
  const count = start.length - 1;
  const steps = new Int32Array(count);
  const queue = new Uint32Array(count);
  let [squares, products, pairs] = [0, 0, 0];
  for (const source of sources) {
    steps.fill(-1);
    steps[source] = 0;
    queue[0] = source;
    let found = 1;
    for (let k = 0; k < found; k++) {
      const one = queue[k] ?? 0;
      for (let e = start[one] ?? 0; e < (start[one + 1] ?? 0); e++) {
        const other = neighbour[e] ?? 0;
        if (steps[other] !== -1) continue;
        steps[other] = (steps[one] ?? 0) + 1;
        queue[found++] = other;
      }
    }
    for (let k = 1; k < found; k++) {
      const other = queue[k] ?? 0;
      const ratio = distance(places, source, other) / (steps[other] ?? 1);
      squares += ratio * ratio;
      products += ratio;
      pairs++;
    }
  }
  // With the scale s that makes it least, the mean of (s * ratio - 1)^2 is 1 - mean^2 / mean square.
  return 1 - products ** 2 / (squares * pairs);
}

function neighbourhoodKept(rows: Rows, places: ArrayLike<number>, papers: readonly number[]): number {
  const { start, neighbour } = rows;
  const count = start.length - 1;
  const nearest = new Float64Array(MOST_NEAR + 1);
  let [sum, counted] = [0, 0];
  for (const paper of papers) {
    const friends = new Set(neighbour.subarray(start[paper], start[paper + 1]));
    friends.delete(paper);
    const wanted = Math.min(friends.size, MOST_NEAR);
    if (wanted === 0) continue;
    nearest.fill(Infinity);
    for (let i = 0; i < count; i++) {
      const away = i === paper ? Infinity : distance(places, paper, i);
      let at = wanted;
      for (; at > 0 && away < (nearest[at - 1] ?? 0); at--) nearest[at] = nearest[at - 1] ?? 0;
      if (at < wanted) nearest[at] = away;
    }
    const bound = nearest[wanted - 1] ?? 0;
    let kept = 0;
    for (const friend of friends) if (distance(places, paper, friend) <= bound) kept++;
    sum += Math.min(kept, wanted) / wanted;
    counted++;
  }
  return counted === 0 ? 1 : sum / counted;
}

function distance(places: ArrayLike<number>, i: number, j: number): number {
  const dx = (places[2 * i] ?? 0) - (places[2 * j] ?? 0);
  const dy = (places[2 * i + 1] ?? 0) - (places[2 * j + 1] ?? 0);
  return Math.sqrt(dx * dx + dy * dy);
}
