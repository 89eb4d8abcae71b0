import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/schema.ts";
import { buildLinkFilters, countLinks, linkFilter } from "../../src/view/link-filter.ts";
import type { State } from "../../src/view/state.ts";
import { corpusOf } from "../graphs.ts";
import { clipCorpus, stateWith } from "./models.ts";

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
const citing = (corpus: Corpus, choices: Partial<State>) =>
  corpus.citations.filter(linkFilter(corpus, stateWith(choices))).map((citation) => citation.citing);

describe("linkFilter", () => {
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

describe("buildLinkFilters", () => {
  test("counts the links of each choice and says which is chosen", () => {
    const filters = buildLinkFilters(
      countLinks(told),
      stateWith({ hiddenEvidence: ["likely"], intent: "background" }),
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
