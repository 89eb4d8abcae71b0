import { describe, expect, test } from "vitest";
import { dayNumber } from "../../../src/corpus/date.ts";
import { buildCatalogue } from "../../../src/view/catalogue.ts";
import { buildTimeline } from "../../../src/view/map/timeline.ts";
import { visibleEntries } from "../../../src/view/map/visible.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const catalogue = buildCatalogue(
  corpusOf("A<-B, A<-C, A<-D, E, W", {
    A: { date: "2021-02-26" },
    B: { date: "2022-03" },
    C: { date: "2021-12-23" },
    D: { date: "2021-12-23" },
    W: { date: "1998", role: "context" },
  }),
);

describe("buildTimeline", () => {
  test("stops on each day a survey paper appeared, oldest first", () => {
    expect(buildTimeline(catalogue, stateWith()).stops.map(({ text }) => text)).toEqual([
      "26 February 2021: A",
      "23 December 2021: C and D",
      "March 2022: B",
    ]);
  });

  test("stands at its last stop while everything is shown, and counts the undated too", () => {
    const { at, text, next } = buildTimeline(catalogue, stateWith());
    expect([at, text, next]).toEqual([2, "All 5 papers", null]);
  });

  test("stands at the last stop that is shown, and knows the next", () => {
    const { at, text, next } = buildTimeline(catalogue, stateWith({ until: dayNumber("2022-01-31") }));
    expect([at, text, next]).toEqual([1, "23 December 2021: C and D", dayNumber("2022-03")]);
  });

  test("stands before its first stop when nothing has appeared yet", () => {
    const { at, text, next } = buildTimeline(catalogue, stateWith({ until: dayNumber("2000") }));
    expect([at, text, next]).toEqual([-1, "Before the first paper", dayNumber("2021-02-26")]);
  });

  test("has no stops where no paper has a date", () => {
    const { stops, at, next } = buildTimeline(buildCatalogue(corpusOf("A<-B")), stateWith());
    expect([stops, at, next]).toEqual([[], -1, null]);
  });

  test("says whether time runs", () => {
    expect(buildTimeline(catalogue, stateWith({ playing: true })).playing).toBe(true);
  });

  test("leads through the bundled corpus step by step, each showing at least one paper more", () => {
    const { catalogue: clip } = clipSources();
    const survey = (until: number | null) =>
      visibleEntries(clip, stateWith({ until })).filter(
        (shown, i) => shown && clip.entries[i]?.paper.role === "survey",
      ).length;
    const { stops } = buildTimeline(clip, stateWith());
    expect(stops.map(({ day }) => day)).toEqual(stops.map(({ day }) => day).toSorted((a, b) => a - b));
    let [until, before, steps] = [stops[0]?.day ?? null, 0, 0];
    while (until !== null) {
      expect(survey(until)).toBeGreaterThan(before);
      before = survey(until);
      steps++;
      until = buildTimeline(clip, stateWith({ until })).next;
    }
    expect([steps, before]).toEqual([stops.length, survey(null)]);
  });
});
