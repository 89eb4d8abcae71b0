import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/corpus/date.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { CHINESE } from "../../src/text/zh/texts.ts";
import { buildCatalogue, inLanguage } from "../../src/view/catalogue.ts";
import { corpusOf, missingReferenceCorpus } from "../graphs.ts";
import { clipCorpus, entryOf } from "./models.ts";

/** Two groups of headings, one of them of two, and a heading that is a group of its own. */
const headings = {
  survey: {
    root: "A",
    groups: [
      { id: "train", label: { zh: "训练", en: "Training" } },
      { id: "empty", label: { en: "Nobody" } },
    ],
    domains: [
      { id: "mask", label: { en: "Masks" }, group: "train" },
      { id: "self", label: { en: "Self" }, group: "train" },
      { id: "video", label: { zh: "视频" } },
    ],
  },
  placements: [
    { paper: "A", domain: "video" },
    { paper: "B", domain: "self" },
    { paper: "B", domain: "video" },
    { paper: "C", domain: "mask" },
  ],
};

describe("buildCatalogue", () => {
  test("sorts entries by id, whatever the order of the corpus", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["A", "B", "C", "a", "é", "论"], { minLength: 6 }), (names) => {
        const { entries, byId } = buildCatalogue(corpusOf(names.join(", ")));
        expect(entries.map((entry) => entry.paper.id)).toEqual(["A", "B", "C", "a", "é", "论"]);
        expect(entries.every((entry, i) => entry.index === i && byId.get(entry.paper.id) === entry)).toBe(
          true,
        );
      }),
    );
  });

  test("gives each paper what it cites and what cites it, and each citation its number", () => {
    const catalogue = buildCatalogue(corpusOf("A<-B, A<-C, B<-C"));
    const b = entryOf(catalogue, "B");
    expect(b.cites.map(({ cited }) => cited)).toEqual(["A"]);
    expect(b.citedBy.map(({ citing }) => citing)).toEqual(["C"]);
    expect(catalogue.corpus.citations.map(catalogue.numberOf)).toEqual([0, 1, 2]);
    expect(buildCatalogue(corpusOf("A<-B")).numberOf(b.cites[0] as never)).toBe(-1);
  });

  test("makes a group of headings that share one, and a group of its own of a heading that has none", () => {
    const { groups, entries } = buildCatalogue(corpusOf("A<-B, A<-C, D", {}, headings));
    expect(groups.map(({ id, label, papers }) => ({ id, label, papers }))).toEqual([
      { id: "train", label: "Training", papers: ["B", "C"] },
      { id: "video", label: "视频", papers: ["A"] },
    ]);
    expect(entries.map((entry) => entry.group)).toEqual(["video", "train", "train", null]);
  });

  test("keeps a group's slot when a group before it has no papers, so that colours stay", () => {
    const { groups } = buildCatalogue(corpusOf("A<-B, A<-C", {}, headings));
    expect(groups.map(({ slot }) => slot)).toEqual([0, 2]);
  });

  test("takes a group's name in the language asked for, else in one it has", () => {
    const { groups } = buildCatalogue(corpusOf("A<-B, A<-C", {}, headings), CHINESE);
    expect(groups.map(({ label }) => label)).toEqual(["训练", "视频"]);
  });

  test("takes the date to the precision that is known, else the year, else nothing", () => {
    const facts = {
      A: { date: "2021-02-26" },
      B: { date: "2021-11", year: 2022 },
      C: { year: 2020 },
    };
    const { entries } = buildCatalogue(corpusOf("A, B, C, D", facts));
    expect(entries.map(({ year, day, datePrecision }) => [year, day, datePrecision])).toEqual([
      [2021, dayNumber("2021-02-26"), "day"],
      [2021, dayNumber("2021-11"), "month"],
      [2020, dayNumber("2020"), "year"],
      [null, null, null],
    ]);
  });

  test("says which years the survey and which all papers span", () => {
    const facts = { A: { year: 2021 }, B: { year: 2023 }, C: { year: 1998, role: "context" as const } };
    const { surveyYears, allYears } = buildCatalogue(corpusOf("A, B, C", facts));
    expect([surveyYears, allYears]).toEqual([
      [2021, 2023],
      [1998, 2023],
    ]);
    expect(buildCatalogue(corpusOf("A")).allYears).toBeNull();
  });

  test("resolves ids and aliases, and nothing else", () => {
    const { resolve } = buildCatalogue(corpusOf("A", { A: { aliases: ["old"] } }));
    expect(["A", "old", "new"].map((id) => resolve(paperId(id)))).toEqual(["A", "A", null]);
  });

  test("has no root where the corpus names none", () => {
    expect(buildCatalogue(corpusOf("A", {}, { survey: {} })).root).toBeNull();
    expect(buildCatalogue(corpusOf("")).entries).toEqual([]);
  });

  test("tells a list that was read from one that was not", () => {
    const catalogue = buildCatalogue(missingReferenceCorpus());
    expect([entryOf(catalogue, "B").referencesKnown, entryOf(catalogue, "C").referencesKnown]).toEqual([
      true,
      false,
    ]);
  });

  test("holds the 19 papers of the bundled survey in ten groups, none without one", () => {
    const { entries, groups, root } = buildCatalogue(clipCorpus());
    const survey = entries.filter(({ paper }) => paper.role === "survey");
    expect(survey).toHaveLength(19);
    expect(survey.filter(({ group }) => group === null)).toEqual([]);
    expect(groups).toHaveLength(10);
    expect(groups.flatMap(({ papers }) => papers)).toHaveLength(19);
    expect(root?.label).toBe("CLIP");
  });
});

test("inLanguage takes the first language it has, else any", () => {
  const texts = { zh: "视频", en: "Video" };
  expect(inLanguage(texts, "en", "zh")).toBe("Video");
  expect(inLanguage(texts, "fr", "zh")).toBe("视频");
  expect(inLanguage({ zh: "视频" }, "en")).toBe("视频");
  expect(inLanguage({}, "en")).toBe("");
});
