import { expect, test } from "vitest";
import { companionOf } from "../../../scripts/companion/companion-of.ts";
import { layOut } from "../../../scripts/companion/lay-out.ts";
import { largePlaces } from "../../../scripts/export/large-places.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { largeCorpus } from "../companion/large-corpus.ts";

const corpus = largeCorpus();
const sources = buildSources(corpus);
const companion = companionOf(corpus, { bytes: 0, sha256: "" }, layOut);
const SIZE = { width: 1_200, height: 760 };

test("the network of a large map stands as its companion has it, and is laid out alike without one", () => {
  const places = largePlaces(sources, "network", SIZE, companion);
  expect(places).toHaveLength(2 * corpus.papers.length);
  companion.papers.x.forEach((x, paper) => {
    expect([places[2 * paper], places[2 * paper + 1]]).toEqual([x, companion.papers.y[paper]]);
  });
  expect(largePlaces(sources, "network", SIZE, null)).toEqual(places);
});

test.each([["with", companion] as const, ["without", null] as const])(
  "the lineage of a large map stands in the order of dates, %s a companion",
  (_, known) => {
    const places = largePlaces(sources, "lineage", SIZE, known);
    const byDate = sources.catalogue.entries
      .map(({ day, index }) => ({ day: day ?? 0, x: places[2 * index] ?? Number.NaN }))
      .sort((a, b) => a.day - b.day);
    // Papers of about the same date share a column.
    byDate.forEach(({ x }, i) => {
      expect(x).toBeGreaterThanOrEqual((byDate[i - 1]?.x ?? x) - 3);
    });
  },
);
