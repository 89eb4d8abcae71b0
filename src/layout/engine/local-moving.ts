/** A graph whose links have weights, each link in the rows of both its ends. */
export interface WeightedGraph {
  readonly count: number;
  /** The links of node i are those from `start[i]` up to `start[i + 1]`. */
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
  /** Weight within the node itself, of links merged into it, counted from both ends. */
  readonly inner: Float32Array;
}

/** Rounds over all nodes; the last ones hardly move any. */
const ROUNDS = 6;

/**
 * A cluster for each node, numbered from 0 by first node: the first phase of Louvain (Blondel et al. 2008). Node
 * after node joins the neighbouring cluster in which modularity gains most, as long as the cluster's mass
 * stays within `most`, until a round moves fewer than one node in a hundred.
 */
export function localMoving(graph: WeightedGraph, mass: Float32Array, most: number): Uint32Array {
  const { count, start, neighbour, weight, inner } = graph;
  const cluster = Uint32Array.from({ length: count }, (_, i) => i);
  const strength = Float64Array.from(inner);
  for (let i = 0; i < count; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) strength[i]! += weight[e]!;
  }
  const total = strength.reduce((sum, value) => sum + value, 0);
  const clusterStrength = Float64Array.from(strength);
  const clusterMass = Float64Array.from(mass);
  // Weights to the clusters around the node at hand; `around` lists those that are not 0.
  const toward = new Float64Array(count);
  const around = new Uint32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const own = cluster[i]!;
      let found = 0;
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const other = cluster[neighbour[e]!]!;
        if (toward[other] === 0) around[found++] = other;
        toward[other]! += weight[e]!;
      }
      const share = strength[i]! / total;
      clusterStrength[own]! -= strength[i]!;
      clusterMass[own]! -= mass[i]!;
      let best = own;
      let bestGain = toward[own]! - clusterStrength[own]! * share;
      for (let k = 0; k < found; k++) {
        const other = around[k]!;
        const gain = toward[other]! - clusterStrength[other]! * share;
        if (gain > bestGain + 1e-9 && clusterMass[other]! + mass[i]! <= most) {
          best = other;
          bestGain = gain;
        }
      }
      for (let k = 0; k < found; k++) toward[around[k]!] = 0;
      clusterStrength[best]! += strength[i]!;
      clusterMass[best]! += mass[i]!;
      if (best !== own) {
        cluster[i] = best;
        moved++;
      }
    }
    if (moved < count / 100) break;
  }
  return renumbered(cluster);
}

function renumbered(cluster: Uint32Array): Uint32Array {
  const names = new Int32Array(cluster.length).fill(-1);
  let next = 0;
  return cluster.map((old) => {
    if (names[old]! < 0) names[old] = next++;
    return names[old]!;
  });
}
