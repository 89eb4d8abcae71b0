import { describe, expect, test, vi } from "vitest";
import { pairColumns, pairsIn, similarPairs } from "../../src/analysis/communities/similarity.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { type CountPairs, similaritySeeker } from "../../src/open/similarity-seeker.ts";
import { ENGLISH } from "../../src/text/en/texts.ts";
import { STRONGEST } from "../../src/view/map/link-layers.ts";
import { buildSources } from "../../src/view/sources.ts";
import type { State } from "../../src/view/state/state.ts";
import { clipSources, stateWith } from "../view/models.ts";

/** So many papers that each cite, and are each cited by, one and the same: a million pairs and more to count. */
const MANY = 1_100;
const ids = Array.from({ length: MANY }, (_, i) => paperId(`p${i}`));
const many = buildSources(
  parseCorpus({
    version: 1,
    papers: [...ids, "old", "new"].map((id) => ({ id, title: id, referencesKnown: true })),
    citations: ids.flatMap((id) => [
      { citing: id, cited: "old" },
      { citing: "new", cited: id },
    ]),
  }),
);
const network = (choices: Partial<State> = {}) =>
  stateWith({ view: "network", layer: "coupling", ...choices });
const said = ENGLISH.controls;

/** A seeker with what it asked, to be answered by hand as a worker would. */
function seeking() {
  const asked: { answer: () => void; fail: (failure: Error) => void; stopped: boolean }[] = [];
  const count: CountPairs = (similarity, answer, fail) => {
    const sent = structuredClone(similarity);
    const one = {
      answer: () => answer(pairsIn(structuredClone(pairColumns(similarPairs(sent, STRONGEST))))),
      fail,
      stopped: false,
    };
    asked.push(one);
    return () => {
      one.stopped = true;
    };
  };
  const changed = vi.fn();
  return { asked, changed, informed: similaritySeeker(count, changed, ENGLISH) };
}

describe("similaritySeeker", () => {
  test("leaves a small survey to be counted at once", () => {
    const { asked, informed } = seeking();
    const clip = clipSources();
    for (const layer of ["citations", "coupling", "co-citation"] as const)
      expect(informed(clip, network({ layer }))).toBe(clip);
    expect(asked).toHaveLength(0);
  });

  test("asks for nothing while a large one shows citations", () => {
    const { asked, informed } = seeking();
    expect(informed(many, network({ layer: "citations" }))).toBe(many);
    expect(informed(many, network({ view: "table" }))).toBe(many);
    expect(asked).toHaveLength(0);
  });

  test("says that pairs are being counted, asks once, and then gives what counting here gives", () => {
    const { asked, changed, informed } = seeking();
    const links = () => informed(many, network()).findSimilar("coupling");
    expect(links()).toMatchObject({ layer: "coupling", pairs: [], most: 0, status: said.counting.coupling });
    links();
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    expect(changed).toHaveBeenCalledTimes(1);
    const [found, here] = [links(), many.findSimilar("coupling")];
    expect(found).toMatchObject({ most: here.most, unknown: here.unknown, status: null });
    expect(found.pairs).toEqual(here.pairs.map(({ a, b, shared }) => ({ a, b, shared })));
    expect(found.works(0)).toEqual(here.works(0));
    expect(links()).toBe(found);
    expect(asked).toHaveLength(1);
  });

  test("lets a newer layer take the place of one that is still being counted", () => {
    const { asked, informed } = seeking();
    const links = (layer: "coupling" | "co-citation") =>
      informed(many, network({ layer })).findSimilar(layer);
    links("coupling");
    expect(links("co-citation").status).toBe(said.counting["co-citation"]);
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, false]);
    asked[1]?.answer();
    expect(links("co-citation").status).toBeNull();
    expect(links("coupling").status).toBe(said.counting.coupling);
    expect(asked).toHaveLength(3);
  });

  test("says why pairs could not be counted and what to do", () => {
    const { asked, changed, informed } = seeking();
    const links = () => informed(many, network()).findSimilar("coupling");
    links();
    asked[0]?.fail(new Error(said.noCounter));
    expect(changed).toHaveBeenCalledTimes(1);
    expect(links()).toMatchObject({ pairs: [], status: said.notCounted(said.noCounter) });
    expect(links().status).toContain("reload the page");
    expect(asked).toHaveLength(1);
  });
});
