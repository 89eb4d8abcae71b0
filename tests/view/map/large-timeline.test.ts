import { describe, expect, test } from "vitest";
import { citationIndexOf } from "../../../src/columns/citation-index.ts";
import { dayNumber } from "../../../src/corpus/date.ts";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { buildCatalogue } from "../../../src/view/catalogue.ts";
import { largeColumns } from "../../../src/view/map/large-columns.ts";
import { largeStops, largeTimeline } from "../../../src/view/map/large-timeline.ts";
import { radiusScale } from "../../../src/view/radius.ts";
import { corpusOf } from "../../graphs.ts";

function stopsOf(dates: Record<string, string | null>) {
  const names = Object.keys(dates);
  const corpus = corpusOf(
    names.join(", "),
    Object.fromEntries(names.map((name) => [name, { date: dates[name] ?? null }])),
  );
  const catalogue = buildCatalogue(corpus);
  const index = citationIndexOf(corpus.papers, corpus.citations);
  return largeStops(catalogue, largeColumns(catalogue, index, radiusScale(catalogue)));
}

describe("largeStops", () => {
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

describe("largeTimeline", () => {
  const stops = stopsOf({ A: "2021-01-05", B: "2021-03-01" });

  test("stands at the last stop while everything is shown", () => {
    expect(largeTimeline(ENGLISH, stops, null, false)).toMatchObject({
      at: 1,
      next: null,
      text: "All 2 papers",
    });
  });

  test("stands at the last stop that is past, and says what comes next", () => {
    const until = dayNumber("2021-02-15");
    const next = dayNumber("2021-03-31");
    expect(largeTimeline(ENGLISH, stops, until, true)).toMatchObject({ at: 0, next, playing: true });
    expect(largeTimeline(ENGLISH, stops, 0, true)).toMatchObject({ at: -1, text: "Before the first paper" });
  });
});
