import { describe, expect, test } from "vitest";
import type { Corpus } from "../../../src/corpus/schema.ts";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { buildLinkFilters, buildSentenceThreshold, countLinks } from "../../../src/view/map/link-choices.ts";
import { passingLinks, sentencesAsked } from "../../../src/view/map/visible.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { clipCorpus, stateWith } from "../models.ts";

const told = corpusOf(
  "A, B, C, D",
  {},
  {
    citations: [
      { citing: "B", cited: "A", confidence: "verified", intents: ["background", "method"] },
      { citing: "C", cited: "A", confidence: "likely", influential: true, intents: ["background"] },
      { citing: "D", cited: "A", influential: false },
    ],
  },
);
const citing = (corpus: Corpus, choices: Partial<State>) => {
  const state = stateWith(choices);
  const { passes } = passingLinks(buildSources(corpus).columns, {
    ...state,
    sentences: sentencesAsked(state),
  });
  return corpus.citations.flatMap((citation, i) => (passes[i] === 1 ? [citation.citing] : []));
};

describe("passingLinks", () => {
  test.each<[string, Partial<State>, string[]]>([
    ["everything to begin with", {}, ["B", "C", "D"]],
    ["what is not hidden by its evidence", { hiddenEvidence: ["likely", "reported"] }, ["B"]],
    ["what has the intent", { intent: "method" }, ["B"]],
    ["what is influential", { influentialOnly: true }, ["C"]],
    ["what passes every choice", { influentialOnly: true, intent: "background" }, ["C"]],
    ["nothing where all evidence is hidden", { hiddenEvidence: ["likely", "reported", "verified"] }, []],
  ])("lets %s pass", (_, choices, expected) => {
    expect(citing(told, choices)).toEqual(expected);
  });

  test("lets everything pass a choice on a field that nobody has: no old link empties the map", () => {
    const clip = clipCorpus();
    expect(citing(clip, { influentialOnly: true, intent: "methodology" })).toHaveLength(
      clip.citations.length,
    );
    expect(citing(told, { intent: "praise" })).toEqual(["B", "C", "D"]);
  });
});

const inText = corpusOf(
  "A, B, C, D",
  {},
  {
    citations: [
      { citing: "B", cited: "A", contexts: ["As A shows.", "We follow A.", "Unlike A."] },
      { citing: "C", cited: "A", contexts: ["See A."] },
      { citing: "D", cited: "A" },
    ],
  },
);

describe("the threshold of citing sentences", () => {
  const network = { view: "network" } as const;

  test.each([
    [0, ["B", "C", "D"]],
    [1, ["B", "C"]],
    [2, ["B"]],
    [99, ["B"]],
  ])("at %i lets the citations pass that have as many, and never empties the map", (threshold, expected) => {
    expect(citing(inText, { ...network, threshold })).toEqual(expected);
  });

  test("holds for citations in the network alone, where the reader can change it", () => {
    for (const elsewhere of [{ view: "lineage" }, { ...network, layer: "coupling" }] as const)
      expect(citing(inText, { ...elsewhere, threshold: 2 })).toHaveLength(3);
    expect(citing(told, { ...network, threshold: 2 })).toHaveLength(3);
  });

  test("says how many citations pass, and of how many no sentence is known", () => {
    const at = (threshold: number) => buildSentenceThreshold(countLinks(inText), threshold, ENGLISH.controls);
    expect(at(0)).toEqual({ value: 0, most: 3, text: "any number of citing sentences", disabled: null });
    expect(at(2).text).toBe("2 or more citing sentences: 1 of 3 citations; of 1 no sentence is known");
    expect(at(99).value).toBe(3);
  });

  test("is disabled with the reason while no sentence is known", () => {
    expect(buildSentenceThreshold(countLinks(told), 2, ENGLISH.controls)).toEqual({
      value: 0,
      most: 0,
      text: "not known yet: a refresh brings it",
      disabled: "How often a paper is cited in the text is not known yet: a refresh brings it.",
    });
  });
});

describe("buildLinkFilters", () => {
  test("counts the links of each choice and says which is chosen", () => {
    const filters = buildLinkFilters(
      countLinks(told),
      stateWith({ hiddenEvidence: ["likely"], intent: "background" }),
      ENGLISH,
    );
    expect(filters.evidence.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ["verified", 1, true],
      ["likely", 1, false],
      ["reported", 1, true],
    ]);
    expect(filters.intents.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ["background", 2, true],
      ["methodology", 0, false],
      ["result", 0, false],
      ["method", 1, false],
    ]);
    expect([filters.influential.count, filters.influential.disabled]).toEqual([1, null]);
  });

  test("disables a choice on a field that nobody has, with the reason, and never shows it as chosen", () => {
    const { intents, influential, evidence } = buildLinkFilters(
      countLinks(clipCorpus()),
      stateWith({ influentialOnly: true, intent: "result" }),
      ENGLISH,
    );
    for (const choice of [...intents, influential]) {
      expect([choice.count, choice.chosen, choice.disabled]).toEqual([
        0,
        false,
        "Not known yet: a refresh from Semantic Scholar brings it.",
      ]);
    }
    expect(evidence.map(({ disabled }) => disabled)).toEqual([
      null,
      null,
      "No link of this map has this evidence.",
    ]);
  });
});
