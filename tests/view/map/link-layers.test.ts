import { describe, expect, test } from "vitest";
import {
  layerLists,
  layerText,
  similarityLinks,
  similarityText,
  thresholdOf,
} from "../../../src/view/map/link-layers.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../marked-model.ts";
import { stateWith } from "../models.ts";

/** P and Q cite A, B and C; R cites A; U's references nobody has read; V and W cite P and Q. */
const read = { referencesKnown: true };
const around = { role: "context" as const };
const sources = buildSources(
  corpusOf(
    "A<-P, B<-P, C<-P, A<-Q, B<-Q, C<-Q, A<-R, A<-U, P<-V, Q<-V, P<-W, Q<-W, P<-R",
    {
      P: read,
      Q: read,
      R: read,
      V: read,
      W: read,
      A: around,
      B: around,
      C: around,
      U: { referencesKnown: false },
    },
    { survey: {} },
  ),
);
const { catalogue, findSimilar } = sources;
const label = (paper: number) => catalogue.entries[paper]?.label;
const network = (choices: Partial<State>) => stateWith({ view: "network", ...choices });
const model = (choices: Partial<State>) => markedViewModel(sources, network(choices));

describe("similarityFinder", () => {
  test("joins survey papers by the works that both cite", () => {
    const { pairs, most } = findSimilar("coupling");
    expect(pairs.map(({ a, b, shared }) => `${label(a)}${label(b)} ${shared}`)).toEqual([
      "PQ 3",
      "PR 1",
      "QR 1",
      "RV 1",
      "RW 1",
      "VW 2",
    ]);
    expect(most).toBe(3);
  });

  test("joins survey papers by the papers that cite both, works around the survey never", () => {
    const { pairs } = findSimilar("co-citation");
    expect(pairs.map(({ a, b, shared }) => `${label(a)}${label(b)} ${shared}`)).toEqual(["PQ 2"]);
  });

  test("counts the survey papers of which coupling is unknown, and none for co-citation", () => {
    expect([findSimilar("coupling").unknown, findSimilar("co-citation").unknown]).toEqual([1, 0]);
  });

  test("opens each pair to the works behind it", () => {
    expect(findSimilar("coupling").works(0).map(label)).toEqual(["A", "B", "C"]);
  });
});

describe("thresholdOf", () => {
  test("never asks for more than there is, so that a link's threshold cannot empty the map", () => {
    expect(thresholdOf(findSimilar("coupling"), 99)).toBe(3);
    expect(thresholdOf({ ...findSimilar("coupling"), most: 0 }, 4)).toBe(1);
  });
});

describe("layerText", () => {
  test("counts pairs at the threshold and says for how many papers nothing is known", () => {
    expect(layerText(findSimilar("coupling"), 2, catalogue.texts.controls)).toBe(
      "2 pairs with 2 or more shared references; for 1 paper the reference list is not known, so nothing can be said of them.",
    );
    expect(layerText(findSimilar("co-citation"), 1, catalogue.texts.controls)).toMatch(
      /^1 pair with papers that cite both;/,
    );
  });

  test("says nothing of pairs that are still being counted but that", () => {
    const links = similarityLinks(layerLists(catalogue, sources.analysis, "coupling"), [], "wait");
    expect(layerText(links, 1, catalogue.texts.controls)).toBe("wait");
    const { map, controls } = markedViewModel(
      { ...sources, findSimilar: () => links },
      network({ layer: "coupling" }),
    );
    expect(map.links).toEqual([]);
    expect(controls.layers).toMatchObject({ text: "wait", threshold: null });
  });
});

describe("similarityText", () => {
  test("names the works that are shared, four of them and the number of the others", () => {
    expect(similarityText(catalogue, findSimilar("coupling"), 0)).toBe(
      "P and Q both cite 3 works: A, B and C",
    );
    const many = buildSources(
      corpusOf("A<-P<-Q, B<-P, C<-P, D<-P, E<-P, F<-P, A<-Q, B<-Q, C<-Q, D<-Q, E<-Q, F<-Q"),
    );
    const text = similarityText(many.catalogue, many.findSimilar("coupling"), 0);
    expect(text).toMatch(/both cite 6 works: \w, \w, \w, \w and 2 more$/);
  });
});

describe("buildViewModel with a layer", () => {
  test("draws its pairs without arrows in place of citations, those below the threshold not", () => {
    const { links, layer } = model({ layer: "coupling", threshold: 2 }).map;
    expect(layer).toBe("coupling");
    expect(links.map(({ visible }) => visible)).toEqual([true, false, false, false, false, true]);
    expect(links[0]?.strength).toBe(1);
    expect(links[5]?.strength).toBeCloseTo(2 / 3);
  });

  test("keeps to citations outside the network", () => {
    const { map, controls } = markedViewModel(sources, stateWith({ view: "lineage", layer: "coupling" }));
    expect([map.layer, controls.layers]).toEqual(["citations", null]);
  });

  test("brings out a pointed paper with those it shares works with, at the threshold", () => {
    const { papers } = model({
      layer: "coupling",
      threshold: 2,
      pointed: catalogue.entries[3]?.paper.id ?? null,
    }).map;
    expect(label(3)).toBe("P");
    expect(papers.filter(({ emphasis }) => emphasis === "strong").map((paper) => paper.label)).toEqual([
      "P",
      "Q",
    ]);
  });

  test("says what a pointed link shares", () => {
    expect(model({ layer: "coupling", pointedLink: 5 }).tooltip).toBe("V and W both cite 2 works: P and Q");
    expect(model({ layer: "coupling", pointedLink: 99 }).tooltip).toBeNull();
  });
});
