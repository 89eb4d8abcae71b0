import { describe, expect, test } from "vitest";
import { syntheticCorpus } from "../../../scripts/bench/synthetic-corpus.ts";
import { paperId } from "../../../src/corpus/ids.ts";
import { lateModels } from "../../../src/view/late-models.ts";
import { nearestParts } from "../../../src/view/map/nearest-parts.ts";
import { shownOn } from "../../../src/view/map/selection.ts";
import { NEAREST } from "../../../src/view/map/similar-papers.ts";
import type { Sources } from "../../../src/view/sources.ts";
import { LARGE_LIMITS } from "../../../src/view/state/limits.ts";
import type { State } from "../../../src/view/state/state.ts";
import { type ViewModel, viewModels } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { largeSources } from "../large-sources.ts";
import { stateWith } from "../models.ts";

/** P and Q cite A, B and C; R cites A; U's references nobody has read; V and W cite P and Q. */
const small = largeSources(
  corpusOf(
    "A<-P, B<-P, C<-P, A<-Q, B<-Q, C<-Q, A<-R, A<-U, P<-V, Q<-V, P<-W, Q<-W, P<-R, A<-V",
    {
      U: { referencesKnown: false },
      A: { role: "context", referencesKnown: false },
      B: { role: "context", referencesKnown: false },
      C: { role: "context", referencesKnown: false },
    },
    { survey: {} },
  ),
);
const late = lateModels();
const page = (choices: Partial<State>, sources: Sources = small): ViewModel =>
  viewModels(LARGE_LIMITS, nearestParts).build({
    sources,
    state: stateWith({ view: "network", ...choices }),
    late,
  });
const of = (name: string) => paperId(name);

describe("the details of a paper on a large map", () => {
  const list = (paper: string, at: 0 | 1) => page({ selected: of(paper) }).similar?.lists[at];

  test("list what shares references with it, nearest first, with count and cosine", () => {
    const shared = list("P", 0);
    expect(shared?.heading).toBe("Shares references with 3 in this map");
    expect(shared?.rows.map(({ label, measure }) => `${label}: ${measure}`)).toEqual([
      "Q: 3 shared references, cosine 1.00",
      "R: 1 shared reference, cosine 0.41",
      "V: 1 shared reference, cosine 0.33",
    ]);
    expect(shared?.caveat).toBe("Of 4 papers the reference list is not known; they take no part.");
  });

  test("list what is cited together with it, works around a survey as well", () => {
    const cited = list("A", 1);
    expect(cited?.heading).toBe("Cited together with 4 in this map");
    expect(cited?.rows.map(({ id }) => id).sort()).toEqual(["B", "C", "P", "Q"]);
    expect(cited?.caveat).toBe("Only papers of this map are counted.");
  });

  test("open each count to the works behind it, those most cited first", () => {
    expect(list("P", 0)?.rows[0]?.works()).toMatchObject({
      works: [{ id: "A" }, { id: "B" }, { id: "C" }],
      more: null,
    });
    expect(
      list("P", 1)
        ?.rows[0]?.works()
        .works.map(({ id }) => id),
    ).toEqual(["V", "W"]);
  });

  test("call what an unread list shares unknown, not nothing", () => {
    expect(list("U", 0)).toMatchObject({
      heading: "Shared references: unknown",
      rows: [],
      caveat: "Its reference list is not known, so nothing can be said of what it shares.",
    });
    expect(list("W", 1)).toMatchObject({ heading: "Cited together with 0 in this map", rows: [] });
  });

  test("are there in every view, and only for a selected paper", () => {
    expect(page({ selected: of("P"), view: "lineage" }).similar?.lists).toHaveLength(2);
    expect(page({ pointed: of("P") }).similar).toBeNull();
  });
});

describe("a layer of similarity on a large map", () => {
  test("draws no citation and asks for a paper where none is picked", () => {
    const { map, controls } = page({ layer: "coupling" });
    expect(map.drawn.includes(1)).toBe(false);
    expect(map.strong).toHaveLength(0);
    expect(map.similar).toBeNull();
    expect(controls.layers).toMatchObject({ threshold: null, text: expect.stringMatching(/^Pick a paper/) });
  });

  test("draws lines from the paper attention is on to its nearest, which stand out with it", () => {
    const { map, controls } = page({ layer: "coupling", selected: of("P") });
    const { catalogue } = small;
    const names = [...(map.similar?.to ?? [])].map((paper) => catalogue.entries[paper]?.label);
    expect(names).toEqual(["Q", "R", "V"]);
    expect([...(map.similar?.strength ?? [])].map((value) => value.toFixed(2))).toEqual([
      "1.00",
      "0.33",
      "0.33",
    ]);
    expect(map.focused).toBe(true);
    expect(controls.layers?.text).toBe("P shares references with 3 papers; lines lead to the 3 nearest.");
    const pointed = page({ layer: "coupling", selected: of("P"), pointed: of("Q") });
    expect(catalogue.entries[pointed.map.similar?.from[0] ?? -1]?.label).toBe("Q");
    expect(pointed.controls.layers?.text).toBe(controls.layers?.text);
  });

  test("leaves out lines below the threshold, which ends at the most there is", () => {
    const with2 = page({ layer: "coupling", selected: of("P"), threshold: 2 });
    expect(with2.map.similar?.to).toHaveLength(1);
    expect(with2.controls.layers).toMatchObject({
      threshold: { value: 2, least: 1, most: 3 },
      text: "P shares references with 3 papers; a line leads to the nearest.",
    });
    const with9 = page({ layer: "coupling", selected: of("P"), threshold: 9 });
    expect(with9.controls.layers?.threshold?.value).toBe(3);
    expect(with9.map.similar?.to).toHaveLength(1);
  });

  test("tells of a line what both its ends have in common", () => {
    const { tooltip } = page({ layer: "co-citation", selected: of("P"), pointedLink: 0 });
    expect(tooltip).toBe("P and Q are cited together by 2 papers: V and W");
    expect(page({ layer: "coupling", selected: of("P"), pointedLink: 99 }).tooltip).toBeNull();
  });

  test("says of a paper whose list is unknown that it is, and lets it stand out alone", () => {
    const { map, controls } = page({ layer: "coupling", selected: of("U") });
    expect(controls.layers?.text).toContain("The reference list of U is not known");
    expect(map.similar?.to).toHaveLength(0);
  });

  test("is one of the network alone; a lineage stays one of citations", () => {
    const { map, controls } = page({ layer: "coupling", view: "lineage", selected: of("P") });
    expect(map).toMatchObject({ layer: "citations", similar: null });
    expect(map.drawn.includes(1)).toBe(true);
    expect(controls.layers).toBeNull();
    const traced = page({ layer: "coupling", selected: of("P"), traced: true });
    expect(traced.map.similar).toBeNull();
    expect(traced.map.strong.length).toBeGreaterThan(0);
  });

  test("lets all citations be taken away, which it does not draw", () => {
    const { catalogue } = small;
    const taken = (choices: Partial<State>) => shownOn(catalogue, page(choices).map).citations;
    expect(taken({ layer: "coupling" })).toEqual(catalogue.corpus.citations);
  });

  test("keeps the columns that a pointer does not change", () => {
    const { build } = viewModels(LARGE_LIMITS, nearestParts);
    const state = stateWith({ view: "network", layer: "coupling", selected: of("P") });
    const one = build({ sources: small, state, late });
    const other = build({ sources: small, state: { ...state, pointedLink: 0 }, late });
    expect(other.map.similar).toBe(one.map.similar);
    expect(other.map.drawn).toBe(one.map.drawn);
    expect(other.similar).toBe(one.similar);
    expect(other.controls).toBe(one.controls);
  });
});

test("of many papers that share works the nearest are listed, and the others counted", () => {
  const sources = largeSources(syntheticCorpus({ papers: 400, citations: 4_000, seed: 0.3 }));
  const { similar } = page({ selected: sources.catalogue.entries[200]?.paper.id ?? null }, sources);
  const [shared] = similar?.lists ?? [];
  expect(shared?.rows).toHaveLength(NEAREST);
  expect(shared?.heading).not.toContain(`with ${NEAREST} `);
  expect(shared?.caveat).toMatch(/^The 20 nearest by cosine/);
});
