import { describe, expect, test } from "vitest";
import { clusterFactsOf } from "../../../src/analysis/communities/cluster-facts-of.ts";
import { type RegionCounts, regionSentence } from "../../../src/view/map/regions.ts";
import { communitySlot } from "../../../src/view/panels/communities.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { reduce } from "../../../src/view/state/reduce.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../marked-model.ts";
import { clipCorpus, clipSources, stateWith } from "../models.ts";

const corpus = clipCorpus();
const { rough } = clusterFactsOf(corpus, { links: "citations", resolution: 1 });
const sources = { ...clipSources(), clusters: rough };
const model = (choices: Partial<State>, from = sources) =>
  markedViewModel(from, stateWith({ view: "network", ...choices }));

describe("regions of the view model", () => {
  test("are the groups of the survey with all their papers, in the network alone", () => {
    const { map, regions } = model({});
    expect(regions?.rows.map(({ count }) => count).reduce((a, b) => a + b)).toBe(19);
    expect(map.regions?.marks.map(({ label }) => label)).toEqual(
      sources.catalogue.groups.map(({ label }) => label),
    );
    expect(markedViewModel(sources, stateWith({ view: "lineage" })).map.regions).toBeNull();
    expect(model({ regions: "none" }).map.regions).toBeNull();
  });

  test("outline survey papers only, and a paper in no community not at all", () => {
    const { of } = model({ regions: "communities" }).map.regions ?? { of: [] };
    of.forEach((region, paper) => {
      const { role } = sources.catalogue.entries[paper]?.paper ?? {};
      const community = rough.communityOf[paper] ?? -1;
      expect(region).toBe(role === "survey" && community >= 0 ? String(community) : null);
    });
  });

  test("count every link once: within, to other survey papers, to other works", () => {
    const { tooltip, map } = model({ pointedRegion: "video" });
    const [within, toSurvey, around] = [
      ...(tooltip?.matchAll(/(\d+) (?:links? within|to other \w+)/g) ?? []),
    ].map(([, count]) => Number(count));
    expect(tooltip).toMatch(/^Video: 2 papers · /);
    const video = new Set(map.papers.flatMap(({ slot }, i) => (slot === 5 ? [i] : [])));
    const touching = map.links.filter(
      ({ citing, cited, visible }) => visible && (video.has(citing) || video.has(cited)),
    );
    expect((within ?? 0) + (toSurvey ?? 0) + (around ?? 0)).toBe(touching.length);
  });

  test("let the rest recede while one is pointed at or focused", () => {
    for (const choice of [{ pointedRegion: "video" }, { region: "video" }]) {
      const { papers, links, regions } = model(choice).map;
      expect(papers.filter(({ emphasis }) => emphasis === "strong").map(({ label }) => label)).toEqual([
        "Per-Clip VOS",
        "EVL",
      ]);
      expect(links.some(({ emphasis }) => emphasis === "faint")).toBe(true);
      expect(regions?.marks.filter(({ emphasis }) => emphasis === "strong").map(({ id }) => id)).toEqual([
        "video",
      ]);
    }
  });

  test("do nothing for a region that an old link names and that is not there", () => {
    const { papers } = model({ region: "gone" }).map;
    expect(papers.every(({ emphasis }) => emphasis === "normal")).toBe(true);
  });

  test("give way to a selected paper, which focusing a region lets go", () => {
    const selected = stateWith({ view: "network", selected: corpus.papers[0]?.id ?? null });
    const focused = reduce(selected, { type: "focus-region", region: "video" });
    expect([focused.selected, focused.region]).toEqual([null, "video"]);
    expect(reduce(focused, { type: "step-back" }).region).toBeNull();
  });
});

describe("communities of the view model", () => {
  test("are wished for by colour, by regions of the network, and by the views that compare", () => {
    const asked = (choices: Partial<State>) =>
      markedViewModel(sources, stateWith(choices)).communities !== null;
    expect([
      asked({}),
      asked({ colouring: "community" }),
      asked({ view: "network", regions: "communities" }),
      asked({ view: "lineage", regions: "communities" }),
      asked({ view: "domains" }),
      asked({ view: "matrix" }),
    ]).toEqual([false, true, true, false, true, true]);
  });

  test("say that they are looked for until those of the choice are there", () => {
    const status = (clusters: typeof rough | null, choices: Partial<State> = {}) =>
      model({ colouring: "community", ...choices }, { ...sources, clusters } as typeof sources).communities;
    expect(status(null)).toMatchObject({ status: "Looking for communities…", waiting: true, rows: [] });
    expect(status(rough)).toMatchObject({ status: "Measuring how stable they are…", waiting: false });
    expect(status(rough, { resolution: 2 })).toMatchObject({ waiting: true });
    const { rough: _, ...settled } = rough;
    expect(status(settled)?.status).toBeNull();
  });

  test("colour their papers, works around too, and leave grey who is in none", () => {
    const { papers } = model({ colouring: "community" }).map;
    expect(papers.map(({ slot }) => slot)).toEqual(
      [...rough.communityOf].map((community) => communitySlot(community)),
    );
    expect(model({ colouring: "community" }).communities?.isolated).toMatch(
      /^6 survey papers in no community/,
    );
  });
});

describe("regionSentence", () => {
  const said = (counts: Partial<RegionCounts>) =>
    regionSentence(clipSources().catalogue.texts, {
      label: "A",
      survey: 0,
      works: 0,
      within: 0,
      toSurvey: 0,
      around: 0,
      ...counts,
    });

  test("groups digits, and leaves the survey out where a region has nothing to do with it", () => {
    expect(said({ works: 2_527, within: 37_704, around: 34_217 })).toBe(
      "A: 2,527 works around · 37,704 links within · 34,217 to other works",
    );
    expect(said({ works: 5, toSurvey: 1 })).toBe(
      "A: 5 works around · 0 links within · 1 to other survey papers",
    );
    expect(said({ survey: 2 })).toBe("A: 2 papers · 0 links within · 0 to other survey papers");
  });
});

describe("communitySlot", () => {
  test("gives ten communities ten slots, further ones other shapes, and none to a paper in none", () => {
    expect(new Set(Array.from({ length: 10 }, (_, i) => communitySlot(i))).size).toBe(10);
    expect(communitySlot(-1)).toBeNull();
    expect(communitySlot(10)).toBeGreaterThanOrEqual(10);
  });
});

describe("yearSteps", () => {
  test("run from the first year of the survey to its last, with their papers counted", () => {
    const steps = model({ colouring: "year" }).legend.yearSteps;
    expect(steps.map(({ step, count }) => [step, count])).toEqual([
      [0, 7],
      [3, 10],
      [6, 2],
    ]);
    expect(steps[0]?.label).toBe("2021, works before it too");
    expect(model({}).legend.yearSteps).toEqual([]);
  });

  test("list papers of unknown year last, and one year alone as the newest", () => {
    const some = buildSources(corpusOf("A, B", { A: { year: 2020 } }));
    const steps = markedViewModel(some, stateWith({ colouring: "year" })).legend.yearSteps;
    expect(steps).toEqual([
      { step: 6, label: "2020", count: 1 },
      { step: -1, label: "year not known", count: 1 },
    ]);
  });
});
