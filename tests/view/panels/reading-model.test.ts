import { describe, expect, test } from "vitest";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { type Mark, NO_MARK } from "../../../src/reading/marks.ts";
import { NOTHING_READ, reduceReading } from "../../../src/reading/reading.ts";
import { ENGLISH_GUIDE } from "../../../src/text/en/guide.ts";
import { lateModels } from "../../../src/view/late-models.ts";
import { buildReading } from "../../../src/view/panels/reading-model.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { namedMap } from "../marked-model.ts";
import { stateWith } from "../models.ts";

const [A, B, GONE] = ["A", "B", "doi:10.1/gone"].map(paperId) as [PaperId, PaperId, PaperId];
const noted = (text: string, at = "2026-02-03T04:05:06Z"): Mark => ({ ...NO_MARK, notes: [{ text, at }] });
const marks = new Map<PaperId, Mark>([
  [A, { ...NO_MARK, starred: true }],
  [B, { ...noted("Slow, but sound"), read: true }],
  [GONE, { ...NO_MARK, starred: true }],
]);
const sources = { ...buildSources(corpusOf("A<-B, C")), marks };
const reading = reduceReading(NOTHING_READ, { do: "merge", marks });
const modelOf = (choices: Partial<State> = {}) =>
  buildReading(sources.catalogue, { reading, trouble: null }, stateWith(choices), ENGLISH_GUIDE.reading);

describe("buildReading", () => {
  test("counts the marks of the papers that are on the map", () => {
    expect(modelOf().summary).toBe("1 starred, 1 read, 1 note");
    const none = { reading: NOTHING_READ, trouble: null };
    const said = buildReading(sources.catalogue, none, stateWith(), ENGLISH_GUIDE.reading);
    expect(said).toMatchObject({ marked: false, canUndo: false, summary: ENGLISH_GUIDE.reading.nothing });
  });

  test("gives the mark of the selected paper with notes that came from elsewhere, by their day", () => {
    expect(modelOf().own).toBeNull();
    expect(modelOf({ selected: A }).own).toMatchObject({ starred: true, read: false, note: "", older: [] });
    const two = reduceReading(reading, {
      do: "merge",
      marks: new Map([[B, noted("another", "2020-01-02T00:00:00Z")]]),
    });
    const { own } = buildReading(
      sources.catalogue,
      { reading: two, trouble: null },
      stateWith({ selected: B }),
      ENGLISH_GUIDE.reading,
    );
    expect(own).toMatchObject({
      note: "Slow, but sound",
      older: [{ text: "another", heading: "Another note, of 2 January 2020" }],
    });
  });

  test("says why marks are not kept", () => {
    const said = buildReading(
      sources.catalogue,
      { reading, trouble: "full" },
      stateWith(),
      ENGLISH_GUIDE.reading,
    );
    expect(said.trouble).toMatch(/storage .* full/);
  });
});

describe("buildViewModel with a reader's own marks", () => {
  test("carries them to the map and the table, and says them of the paper", () => {
    const { map, table, announcement } = buildViewModel(
      sources,
      stateWith({ view: "table", pointed: B }),
      [],
      lateModels(),
    );
    expect(namedMap(sources.catalogue, map).papers.map(({ starred, read }) => [starred, read])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(table?.rows.find(({ id }) => id === B)).toMatchObject({ read: true, noted: true, starred: false });
    expect(announcement).toMatch(/ read and with a note$/);
  });

  test("finds papers by their notes, after what it finds by their facts", () => {
    const found = (query: string) =>
      buildViewModel(sources, stateWith({ query })).search.results.map(({ id }) => id);
    expect(found("SOUND")).toEqual([B]);
    expect(found("nowhere")).toEqual([]);
    expect(found("b")[0]).toBe(B);
  });

  test("says what to do when no paper is marked so", () => {
    const unmarked = buildSources(corpusOf("A"));
    expect(buildViewModel(unmarked, stateWith({ mine: "starred" })).nothing).toMatch(
      /Star one in its details/,
    );
    expect(buildViewModel(unmarked, stateWith({ mine: "unread" })).nothing).toBeNull();
  });

  test("says when the part of the page for them did not load", () => {
    expect(buildViewModel({ ...sources, readerMissing: true }, stateWith()).warning).toMatch(/did not load/);
    expect(buildViewModel(sources, stateWith()).warning).toBeNull();
  });
});
