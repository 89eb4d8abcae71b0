import { describe, expect, test } from "vitest";
import { citationIndexOf, indexOfCorpus } from "../../../src/columns/citation-index.ts";
import { dayNumber } from "../../../src/corpus/date.ts";
import { buildCatalogue, type Catalogue } from "../../../src/view/catalogue.ts";
import { mapColumns } from "../../../src/view/map/columns.ts";
import { buildTimeline, timelineStops } from "../../../src/view/map/timeline.ts";
import { visiblePapers } from "../../../src/view/map/visible.ts";
import { radiusScale } from "../../../src/view/radius.ts";
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

const timelineOf = (of: Catalogue, until: number | null = null, playing = false) => {
  const { day } = mapColumns(of, indexOfCorpus(of.corpus), radiusScale(of));
  return buildTimeline(of.texts, timelineStops(of, { day }), until, playing);
};

describe("buildTimeline", () => {
  test("stops on each day a survey paper appeared, oldest first", () => {
    expect(timelineOf(catalogue).stops.map(({ text }) => text)).toEqual([
      "26 February 2021: A",
      "23 December 2021: C and D",
      "March 2022: B",
    ]);
  });

  test("stands at its last stop while everything is shown, and counts the undated too", () => {
    const { at, text, next } = timelineOf(catalogue);
    expect([at, text, next]).toEqual([2, "All 5 papers", null]);
  });

  test("stands at the last stop that is shown, and knows the next", () => {
    const { at, text, next } = timelineOf(catalogue, dayNumber("2022-01-31"));
    expect([at, text, next]).toEqual([1, "23 December 2021: C and D", dayNumber("2022-03")]);
  });

  test("stands before its first stop when nothing has appeared yet", () => {
    const { at, text, next } = timelineOf(catalogue, dayNumber("2000"));
    expect([at, text, next]).toEqual([-1, "Before the first paper", dayNumber("2021-02-26")]);
  });

  test("has no stops where no paper has a date", () => {
    const { stops, at, next } = timelineOf(buildCatalogue(corpusOf("A<-B")));
    expect([stops, at, next]).toEqual([[], -1, null]);
  });

  test("says whether time runs", () => {
    expect(timelineOf(catalogue, null, true).playing).toBe(true);
  });

  test("leads through the bundled corpus step by step, each showing at least one paper more", () => {
    const { catalogue: clip, columns } = clipSources();
    const survey = (until: number | null) =>
      visiblePapers(columns, clip.groups, stateWith({ until })).reduce(
        (sum, shown, i) => sum + (clip.entries[i]?.paper.role === "survey" ? shown : 0),
        0,
      );
    const { stops } = timelineOf(clip);
    expect(stops.map(({ day }) => day)).toEqual(stops.map(({ day }) => day).toSorted((a, b) => a - b));
    let [until, before, steps] = [stops[0]?.day ?? null, 0, 0];
    while (until !== null) {
      expect(survey(until)).toBeGreaterThan(before);
      before = survey(until);
      steps++;
      until = timelineOf(clip, until).next;
    }
    expect([steps, before]).toEqual([stops.length, survey(null)]);
  });
});

function stopsOf(dates: Record<string, string | null>) {
  const names = Object.keys(dates);
  const corpus = corpusOf(
    names.join(", "),
    Object.fromEntries(names.map((name) => [name, { date: dates[name] ?? null, role: "context" as const }])),
  );
  const catalogue = buildCatalogue(corpus);
  const index = citationIndexOf(corpus.papers, corpus.citations);
  return timelineStops(catalogue, mapColumns(catalogue, index, radiusScale(catalogue)));
}

describe("timelineStops of a map without a list", () => {
  test("stops at the end of each month in which papers came out", () => {
    const { stops, count } = stopsOf({ A: "2021-01-05", B: "2021-01-20", C: "2021-03-01", D: null });
    expect(stops).toEqual([
      { day: dayNumber("2021-01-31"), text: "January 2021: 2 papers" },
      { day: dayNumber("2021-03-31"), text: "March 2021: 1 paper" },
    ]);
    expect(count).toBe(4);
  });

  test("takes longer steps where months would be more than anybody watches", () => {
    const { stops } = stopsOf({ A: "1990-01-05", B: "1999-12-20", C: "2021-03-01" });
    expect(stops.map(({ text }) => text)).toEqual(["1990: 1 paper", "1999: 1 paper", "2021: 1 paper"]);
    expect(stops.map(({ day }) => day)).toEqual(["1990-12-31", "1999-12-31", "2021-12-31"].map(dayNumber));
  });

  test("has none where no day is known", () => {
    expect(stopsOf({ A: null }).stops).toEqual([]);
  });
});

test("a list of more than 60 days goes by in months", () => {
  const names = Array.from({ length: 61 }, (_, i) => `P${i}`);
  const dates = names.map((name, i) => [name, { date: new Date(i * 86_400_000).toISOString().slice(0, 10) }]);
  const { stops } = timelineOf(buildCatalogue(corpusOf(names.join(", "), Object.fromEntries(dates))));
  expect(stops.map(({ text }) => text)).toEqual([
    "January 1970: 31 papers",
    "February 1970: 28 papers",
    "March 1970: 2 papers",
  ]);
});
