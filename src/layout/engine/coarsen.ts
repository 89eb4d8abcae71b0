import { localMoving, type WeightedGraph } from "./local-moving.ts";
import { emptySprings, type Springs } from "./springs.ts";

/** A picture of a graph at one coarseness: each body stands for `mass` papers that move as one. */
export interface Level {
  readonly count: number;
  readonly mass: Float32Array;
  readonly springs: Springs;
  /** How many links each spring stands for. */
  readonly links: Float32Array;
  /** How many links lie within each body, counted from both ends. */
  readonly inner: Float32Array;
}

/** The graph itself as the finest level: one paper a body, one link a spring. */
export function finestLevel(count: number, springs: Springs): Level {
  return {
    count,
    mass: new Float32Array(count).fill(1),
    springs,
    links: new Float32Array(springs.a.length).fill(1),
    inner: new Float32Array(count),
  };
}

/**
 * The next coarser level, and for each body the coarser one it belongs to. Bodies of one cluster become one,
 * and the springs between two clusters one spring, which pulls a cluster as its springs pull its papers on
 * average: forces on coarse bodies are the mean of the forces on what they stand for.
 */
export function coarsen(level: Level, mostMass: number): { level: Level; parent: Uint32Array } {
  const parent = localMoving(weightedGraph(level), level.mass, mostMass);
  const count = parent.reduce((most, value) => Math.max(most, value), -1) + 1;
  const mass = new Float32Array(count);
  const inner = new Float32Array(count);
  parent.forEach((own, i) => {
    mass[own]! += level.mass[i]!;
    inner[own]! += level.inner[i]!;
  });
  const merged = mergeSprings(level, parent, mass, inner);
  return { level: { count, mass, inner, ...merged }, parent };
}

function weightedGraph({ count, springs, links, inner }: Level): WeightedGraph {
  const { a, b } = springs;
  const start = new Uint32Array(count + 1);
  for (let e = 0; e < a.length; e++) {
    start[a[e]! + 1]!++;
    start[b[e]! + 1]!++;
  }
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const fill = start.slice(0, count);
  const neighbour = new Uint32Array(2 * a.length);
  const weight = new Float32Array(2 * a.length);
  for (let e = 0; e < a.length; e++) {
    const at = fill[a[e]!]!++;
    neighbour[at] = b[e]!;
    weight[at] = links[e]!;
    const back = fill[b[e]!]!++;
    neighbour[back] = a[e]!;
    weight[back] = links[e]!;
  }
  return { count, start, neighbour, weight, inner };
}

/** One spring for each pair of parents with springs between them; what lies within a parent goes to `inner`. */
function mergeSprings(
  { mass: oldMass, springs, links }: Level,
  parent: Uint32Array,
  mass: Float32Array,
  inner: Float32Array,
): Pick<Level, "springs" | "links"> {
  const count = mass.length;
  const bySmaller = rowsBySmaller(springs, parent, count);
  const place = new Int32Array(count).fill(-1);
  const merged = emptySprings(springs.a.length);
  const mergedLinks = new Float32Array(springs.a.length);
  let length = 0;
  for (let one = 0; one < count; one++) {
    const begin = length;
    for (let row = bySmaller.start[one]!; row < bySmaller.start[one + 1]!; row++) {
      const e = bySmaller.spring[row]!;
      const [a, b] = [springs.a[e]!, springs.b[e]!];
      const other = parent[a] === one ? parent[b]! : parent[a]!;
      if (other === one) {
        inner[one]! += 2 * links[e]!;
        continue;
      }
      if (place[other]! < begin) {
        merged.a[length] = one;
        merged.b[length] = other;
        place[other] = length++;
      }
      const at = place[other]!;
      const [ofA, ofB] = [springs.pullA[e]! * oldMass[a]!, springs.pullB[e]! * oldMass[b]!];
      const forward = parent[a] === one;
      merged.pullA[at]! += (forward ? ofA : ofB) / mass[one]!;
      merged.pullB[at]! += (forward ? ofB : ofA) / mass[other]!;
      mergedLinks[at]! += links[e]!;
    }
  }
  return {
    springs: {
      a: merged.a.slice(0, length),
      b: merged.b.slice(0, length),
      pullA: merged.pullA.slice(0, length),
      pullB: merged.pullB.slice(0, length),
    },
    links: mergedLinks.slice(0, length),
  };
}

/** The springs in rows by the smaller of their ends' parents. */
function rowsBySmaller(
  { a, b }: Springs,
  parent: Uint32Array,
  count: number,
): { start: Uint32Array; spring: Uint32Array } {
  const start = new Uint32Array(count + 1);
  const smaller = (e: number) => Math.min(parent[a[e]!]!, parent[b[e]!]!);
  for (let e = 0; e < a.length; e++) start[smaller(e) + 1]!++;
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const fill = start.slice(0, count);
  const spring = new Uint32Array(a.length);
  for (let e = 0; e < a.length; e++) spring[fill[smaller(e)]!++] = e;
  return { start, spring };
}
