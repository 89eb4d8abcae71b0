import { describe, expect, test, vi } from "vitest";
import type { ClusterFacts } from "../../src/analysis/communities/cluster-facts.ts";
import { domainSeeker, type FindDomains } from "../../src/open/domain-seeker.ts";
import { large as said } from "../../src/text/en/large.ts";
import { domainWish, NO_DOMAINS } from "../../src/view/panels/domains.ts";
import type { State } from "../../src/view/state/state.ts";
import { stateWith } from "../view/models.ts";

type Facts = Parameters<Parameters<FindDomains>[1]>[0];
const factsOf = (name: string) => ({ name }) as unknown as Facts;
const clustersOf = (...communityOf: number[]) =>
  ({ communityOf: Int32Array.from(communityOf) }) as unknown as ClusterFacts;

/** A seeker with what it asked, to be answered by hand. */
function seeking() {
  const asked: {
    question: Parameters<FindDomains>[0];
    answer: (facts: Facts) => void;
    fail: (failure: Error) => void;
    stopped: boolean;
  }[] = [];
  const changed = vi.fn();
  const seek = domainSeeker(
    (question, answer, fail) => {
      const one = { question, answer, fail, stopped: false };
      asked.push(one);
      return () => {
        one.stopped = true;
      };
    },
    changed,
    said,
  );
  const wish = (choices: Partial<State> = {}, clusters: ClusterFacts | null = null) =>
    seek(domainWish(stateWith({ view: "domains", ...choices }), clusters));
  return { asked, changed, wish };
}

describe("domainSeeker", () => {
  test("asks nothing before the domains are looked at, then once, however often it is wished for", () => {
    const { asked, wish } = seeking();
    expect(wish({ view: "network" })).toEqual(NO_DOMAINS);
    expect(asked).toHaveLength(0);
    expect(wish()).toEqual({ found: null, status: said.findingDomains, busy: true });
    wish({ selected: null, gapsFrom: 9 });
    wish({ view: "network" });
    wish();
    expect(asked.map(({ question }) => question)).toEqual([{ links: "citations", communityOf: null }]);
  });

  test("gives the answer with the communities it is about, and the same again while nothing changes", () => {
    const { asked, changed, wish } = seeking();
    const clusters = clustersOf(0, 1);
    wish({}, clusters);
    expect(asked[0]?.question.communityOf).toBe(clusters.communityOf);
    asked[0]?.answer(factsOf("first"));
    expect(changed).toHaveBeenCalledTimes(1);
    const known = wish({}, clusters);
    expect(known).toEqual({ found: { facts: factsOf("first"), clusters }, status: null, busy: false });
    expect(wish({ view: "table" }, clusters)).toBe(known);
  });

  test("lets a newer question take the place of an older one, and keeps what stands until it is answered", () => {
    const { asked, changed, wish } = seeking();
    wish();
    asked[0]?.answer(factsOf("citations"));
    wish({ communityLinks: "coupling" });
    wish({ communityLinks: "both" });
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, true, false]);
    asked[1]?.answer(factsOf("coupling"));
    asked[1]?.fail(new Error("too late"));
    expect(changed).toHaveBeenCalledTimes(1);
    const waiting = wish({ communityLinks: "both" });
    expect(waiting).toEqual({
      found: { facts: factsOf("citations"), clusters: null },
      status: said.findingDomains,
      busy: true,
    });
    asked[2]?.answer(factsOf("both"));
    expect(wish({ communityLinks: "both" }).found?.facts).toEqual(factsOf("both"));
  });

  test("says why there is no answer and what to do, and asks again only something else", () => {
    const { asked, changed, wish } = seeking();
    wish();
    asked[0]?.fail(new Error("no memory"));
    expect(changed).toHaveBeenCalledTimes(1);
    expect(wish()).toEqual({ found: null, status: said.noDomains("no memory"), busy: false });
    expect(said.noDomains("no memory")).toContain("Reload the page");
    expect(asked).toHaveLength(1);
    wish({}, clustersOf(0));
    expect(asked).toHaveLength(2);
  });
});
