import type { CommonLists, Nearest, NearPaper } from "./common-lists.ts";
import { commonWorks } from "./common-works.ts";

/** A work that more papers hold is not counted paper by paper: 100,000 that hold one would take 10,000,000,000 steps. */
const MANY = 2_000;

/**
 * The `top` papers that have most in common with one, as `make` describes them; null where its list is not
 * known. Works that more than `many` papers hold are counted by groups (see commonWorks); the rows are the
 * same.
 */
export function sharingRows<P extends NearPaper>(
  lists: CommonLists,
  top: number,
  make: (paper: number, other: number, shared: number) => P,
  many = MANY,
): (paper: number) => Nearest<P> | null {
  const { known, workStart, works, holderStart, holders } = lists;
  const common = top === Number.POSITIVE_INFINITY ? null : commonWorks(lists, top, many);
  const counts = new Uint32Array(known.length);
  const met = new Uint32Array(known.length);
  const orders = new Float64Array(known.length);
  // This runs for every pair with a work in common: iterators over its lists took half of its time.
  return (paper) => {
    if (!known[paper]) return null;
    let size = 0;
    let sharing = 0;
    for (let w = workStart[paper]!; w < workStart[paper + 1]!; w++) {
      const work = works[w]!;
      if (common?.isCommon[work]) continue;
      const end = holderStart[work + 1]!;
      for (let i = holderStart[work]!; i < end; i++) {
        const other = holders[i]!;
        if (other !== paper && counts[other]!++ === 0) met[size++] = other;
      }
    }
    if (common) ({ size, sharing } = common.add(paper, met, counts, size));
    // For one paper count^2 / length orders as the cosine does.
    for (let i = 0; i < size; i++) {
      const other = met[i]!;
      const isKnown = known[other] === 1;
      orders[i] = isKnown ? counts[other]! ** 2 / (workStart[other + 1]! - workStart[other]!) : -1;
      if (isKnown && !common) sharing++;
    }
    const least = sharing > top ? leastOfGreatest(orders.subarray(0, size), top) : 0;
    const found: P[] = [];
    for (let i = 0; i < size; i++) {
      const other = met[i]!;
      if (orders[i]! >= least) found.push(make(paper, other, counts[other]!));
      counts[other] = 0;
    }
    found.sort((a, b) => b.cosine - a.cosine || b.shared - a.shared || a.paper - b.paper);
    return { nearest: found.length > top ? found.slice(0, top) : found, sharing };
  };
}

/** The `count`-th greatest of these values; sorts no more than it must. */
function leastOfGreatest(values: Float64Array, count: number): number {
  const greatest = new Float64Array(count);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value <= greatest[0]!) continue;
    let place = 0;
    for (; place + 1 < count && greatest[place + 1]! < value; place++) greatest[place] = greatest[place + 1]!;
    greatest[place] = value;
  }
  return greatest[0]!;
}
