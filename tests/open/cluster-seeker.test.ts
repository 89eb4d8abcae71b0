import { describe, expect, test, vi } from "vitest";
import type { ClusterFacts } from "../../src/analysis/communities/cluster-facts.ts";
import { clusterSeeker, type FindClusters } from "../../src/open/cluster-seeker.ts";

const wishOf = (resolution: number) => ({ links: "citations", resolution }) as const;
const factsOf = (resolution: number) => ({ ...wishOf(resolution) }) as unknown as ClusterFacts;

/** A seeker with what it asked, to be answered by hand. */
function seeking() {
  const asked: {
    wish: ReturnType<typeof wishOf>;
    answer: (facts: ClusterFacts) => void;
    stopped: boolean;
  }[] = [];
  const changed = vi.fn();
  const find: FindClusters = ({ resolution }, answer) => {
    const one = { wish: wishOf(resolution), answer, stopped: false };
    asked.push(one);
    return () => {
      one.stopped = true;
    };
  };
  return { asked, changed, seek: clusterSeeker(find, changed) };
}

describe("clusterSeeker", () => {
  test("asks when it is wished for, once, and keeps what stood until the answer to another wish is there", () => {
    const { asked, changed, seek } = seeking();
    expect(seek(null).clusters).toBeNull();
    expect(asked).toEqual([]);
    for (let i = 0; i < 3; i++) expect(seek(wishOf(1)).clusters).toBeNull();
    expect(asked).toHaveLength(1);
    const one = factsOf(1);
    asked[0]?.answer(one);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(seek(wishOf(1)).clusters).toBe(one);
    expect(seek(wishOf(2)).clusters).toBe(one);
    expect(asked.map(({ wish, stopped }) => [wish.resolution, stopped])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test("takes an answer that was under way when the question changed for none to the new one", () => {
    const { asked, changed, seek } = seeking();
    seek(wishOf(1));
    seek(wishOf(2));
    asked[1]?.answer(factsOf(1));
    expect(changed).not.toHaveBeenCalled();
    expect(seek(wishOf(2)).clusters).toBeNull();
  });
});
