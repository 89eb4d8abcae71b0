import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENGLISH_GUIDE } from "../../../src/text/en/guide.ts";
import { CHINESE_GUIDE } from "../../../src/text/zh/guide.ts";
import { buildTour, enterStep, leaveStep } from "../../../src/view/panels/tour.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { reduce } from "../../../src/view/state/reduce.ts";
import { type Action, INITIAL_STATE } from "../../../src/view/state/state.ts";
import { corpusOf, diamond } from "../../graphs.ts";
import { actions, addressedStates, clipSources, stateWith } from "../models.ts";

const tourOf = (sources = clipSources()) => buildTour(sources, ENGLISH_GUIDE.tour);

describe("buildTour", () => {
  test("leads through the bundled survey in six steps from its root, by its names", () => {
    const steps = tourOf();
    expect(steps.map(({ place }) => place)).toEqual(["map", "domains", "map", "links", "details", "views"]);
    expect(steps[0]?.look.pointed).toBe("arxiv:2103.00020");
    expect(steps[0]?.text).toContain("CLIP");
    expect(steps[1]?.text).toMatch(/Training, .* and 7 more/);
    expect(steps[2]?.text).toMatch(/cites CLIP/);
    expect(steps[3]).toMatchObject({
      look: { links: "main-path" },
      text: expect.stringContaining("RemoteCLIP"),
    });
    expect(steps[4]?.look.selected).toBe(steps[2]?.look.pointed);
  });

  test("begins with the oldest paper where there is no root", () => {
    const dates = { A: { date: "2022-01-01" }, B: { date: "2021-01-01" } };
    const [first] = tourOf(buildSources(corpusOf("A<-B", dates, { survey: { root: null } })));
    expect(first).toMatchObject({ heading: ENGLISH_GUIDE.tour.oldest.heading, look: { pointed: "B" } });
  });

  test("leaves out what a survey does not have, and is nothing for none", () => {
    expect(tourOf(buildSources(corpusOf("A, B"))).map(({ place }) => place)).toEqual([
      "map",
      "details",
      "views",
    ]);
    expect(tourOf(buildSources(corpusOf(diamond))).map(({ place }) => place)).toContain("links");
    expect(tourOf(buildSources(corpusOf("")))).toEqual([]);
    expect(tourOf(buildSources(corpusOf("A", { A: { role: "context" } }, { survey: {} })))).toEqual([]);
  });

  test("says the same in Chinese, step by step", () => {
    const chinese = buildTour(clipSources(), CHINESE_GUIDE.tour);
    expect(chinese.map(({ place, look }) => ({ place, look }))).toEqual(
      tourOf().map(({ place, look }) => ({ place, look })),
    );
    for (const { heading, text } of chinese) expect(heading + text).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("leaveStep", () => {
  test("leaves the page as it was before the tour where the reader changed nothing", () => {
    fc.assert(
      fc.property(addressedStates, fc.nat(5), (before, at) => {
        const step = tourOf()[at];
        if (!step) return expect.fail();
        const shown = enterStep(before, step);
        expect(shown.language).toBe(before.language);
        expect(leaveStep(before, shown, { ...shown, pointed: null })).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps what the reader did in the last step", () => {
    fc.assert(
      fc.property(actions, (action: Action) => {
        const before = stateWith({ context: false, links: "skeleton" });
        const shown = enterStep(before, { heading: "", text: "", place: "map", look: { view: "network" } });
        const now = reduce(shown, action);
        const left = leaveStep(before, shown, now);
        for (const key of Object.keys(INITIAL_STATE) as (keyof typeof left)[])
          if (key !== "pointed") expect(left[key]).toEqual(now[key] === shown[key] ? before[key] : now[key]);
      }),
    );
  });
});
