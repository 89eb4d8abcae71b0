import { describe, expect, test } from "vitest";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const clip = clipSources();
const legend = (choices: Partial<State> = {}, sources = clip) =>
  buildViewModel(sources, stateWith(choices)).legend;

describe("buildLegend", () => {
  test("lists the groups with their numbers, which make up the survey", () => {
    const { groups } = legend({ hiddenGroups: ["video"] });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(19);
    expect(groups.filter(({ shown }) => !shown).map(({ id }) => id)).toEqual(["video"]);
    expect(groups.find(({ id }) => id === "video")).toMatchObject({
      label: "Video",
      count: 2,
      shape: "play",
    });
  });

  test("gives domains no mark of their own while marks are those of communities", () => {
    const marks = (colouring: State["colouring"]) =>
      new Set(legend({ colouring }).groups.map(({ shape, slot }) => `${shape !== null} ${slot !== null}`));
    expect([...marks("domain")]).toEqual(["true true"]);
    expect([...marks("community")]).toEqual(["false false"]);
    expect([...marks("year")]).toEqual(["true false"]);
  });

  test("says what size means where counts are known and where they are not", () => {
    expect(legend().sizeMeaning).toBe("Size: citations (Semantic Scholar)");
    expect(legend().sizes.map(({ label }) => label)).toEqual(["100", "1,000", "50,000"]);
    const within = legend({}, buildSources(corpusOf("A<-B")));
    expect(within.sizeMeaning).toBe("Size: citations within this map; counts not known yet");
    expect(within.sizes.map(({ label }) => label)).toEqual(["1", "4", "16"]);
  });

  test("shows sizes that grow, and counts the rings", () => {
    const { sizes, unknownCounts } = legend();
    const radii = sizes.map(({ radius }) => radius);
    expect(radii).toEqual(radii.toSorted((a, b) => a - b));
    expect(unknownCounts).toBe(
      clip.catalogue.entries.filter(({ paper }) => paper.role === "survey" && paper.citationCount === null)
        .length,
    );
  });

  test("has a bar for every year of the survey, empty ones too, and marks those in range", () => {
    const sources = buildSources(
      corpusOf("A, B, C", { A: { year: 2019 }, B: { year: 2021 }, C: { year: 2021 } }),
    );
    expect(legend({ years: [2020, 2021] }, sources).bars).toEqual([
      { year: 2019, survey: 1, inRange: false },
      { year: 2020, survey: 0, inRange: true },
      { year: 2021, survey: 2, inRange: true },
    ]);
    expect(legend({}, buildSources(corpusOf("A"))).bars).toEqual([]);
  });

  test("stays short when one paper is a thousand years old", () => {
    const sources = buildSources(corpusOf("A, B", { A: { year: 1021 }, B: { year: 2021 } }));
    expect(legend({}, sources).bars.length).toBeLessThanOrEqual(200);
  });

  test("says whether anything is filtered, works around the survey included", () => {
    expect([legend().filtered, legend({ context: false }).filtered, legend({ until: 1 }).filtered]).toEqual([
      false,
      true,
      true,
    ]);
    expect(legend().contextCount).toBe(clip.catalogue.entries.length - 19);
  });

  test("counts the generations of the survey while they colour the map", () => {
    expect(legend().generations).toEqual([]);
    expect(legend({ colouring: "generation" }).generations).toEqual([
      { generation: 0, label: "origin", count: 1 },
      { generation: 1, label: "generation 1", count: 11 },
      { generation: 2, label: "generation 2", count: 5 },
      { generation: 3, label: "generation 3", count: 1 },
      { generation: null, label: "no path known", count: 1 },
    ]);
  });
});
