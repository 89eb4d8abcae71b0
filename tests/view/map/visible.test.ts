import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexOfCorpus } from "../../../src/columns/citation-index.ts";
import { dayNumber } from "../../../src/corpus/date.ts";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { type Mark, type Marks, NO_MARK, NO_MARKS } from "../../../src/reading/marks.ts";
import { buildCatalogue, type Catalogue } from "../../../src/view/catalogue.ts";
import { mapColumns } from "../../../src/view/map/columns.ts";
import { mineFilter, visiblePapers } from "../../../src/view/map/visible.ts";
import { radiusScale } from "../../../src/view/radius.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, labelsOf, stateWith } from "../models.ts";

/** Survey A ← B ← C in two groups, with the old work W that B cites, V that C cites, and N that cites A. */
const catalogue = buildCatalogue(
  corpusOf(
    "A<-B<-C, B->W, C->V, A<-N, L",
    {
      A: { date: "2021-02-26" },
      B: { date: "2022-03-01" },
      C: { date: "2023-01-01" },
      W: { year: 1998, role: "context" },
      V: { year: 2022, role: "context" },
      N: { date: "2023-06-01", role: "context" },
      L: { role: "survey" },
    },
    {
      survey: {
        root: "A",
        domains: [
          { id: "one", label: { en: "One" } },
          { id: "two", label: { en: "Two" } },
        ],
      },
      placements: [
        { paper: "A", domain: "one" },
        { paper: "B", domain: "two" },
        { paper: "C", domain: "one" },
      ],
    },
  ),
);

/** Whether each paper of a catalogue passes the filters of a state. */
function visibleEntries(of: Catalogue, state: State, marks: Marks = NO_MARKS): boolean[] {
  const columns = mapColumns(of, indexOfCorpus(of.corpus), radiusScale(of));
  return Array.from(
    visiblePapers(columns, of.groups, state, mineFilter(of, marks, state.mine)),
    (is) => is === 1,
  );
}

const shown = (choices: Partial<State>) => labelsOf(catalogue, visibleEntries(catalogue, stateWith(choices)));

describe("visiblePapers", () => {
  test("keeps a paper of two headings while either is shown, and counts it under both", () => {
    const placements = [
      { paper: "A", domain: "one" },
      { paper: "A", domain: "two" },
      { paper: "B", domain: "two" },
    ];
    const both = buildCatalogue(corpusOf("A<-B", {}, { survey: catalogue.corpus.survey, placements }));
    const seen = (hiddenGroups: string[]) =>
      labelsOf(both, visibleEntries(both, stateWith({ hiddenGroups })));
    expect([seen(["one"]), seen(["two"]), seen(["one", "two"])]).toEqual([["A", "B"], ["A"], []]);
    expect(both.groups.map(({ papers, members }) => [papers.length, members.length])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test("shows everything to begin with", () => {
    expect(shown({})).toEqual(["A", "B", "C", "L", "N", "V", "W"]);
  });

  test("shows a work around the survey only with a paper it touches", () => {
    expect(shown({ hiddenGroups: ["two"] })).toEqual(["A", "C", "L", "N", "V"]);
    expect(shown({ hiddenGroups: ["one"] })).toEqual(["B", "L", "W"]);
  });

  test("shows a paper that stands under no heading whatever group is hidden", () => {
    expect(shown({ hiddenGroups: ["one", "two", "three"] })).toEqual(["L"]);
  });

  test("leaves the works around the survey out when they are switched off", () => {
    expect(shown({ context: false })).toEqual(["A", "B", "C", "L"]);
  });

  test("shows the survey papers of a range of years, with the older works they cite", () => {
    expect(shown({ years: [2022, 2022] })).toEqual(["B", "L", "W"]);
    expect(shown({ years: [2021, 2021] })).toEqual(["A", "L"]);
  });

  test("shows an older work in the time-lapse with the first paper that cites it", () => {
    expect(shown({ until: dayNumber("2022-02-28") })).toEqual(["A", "L"]);
    expect(shown({ until: dayNumber("2022-03-01") })).toEqual(["A", "B", "L", "W"]);
    expect(shown({ until: dayNumber("2023-01-01") })).toEqual(["A", "B", "C", "L", "V", "W"]);
  });

  test("shows no later work in the time-lapse before it appeared", () => {
    expect(shown({ until: dayNumber("2023-05-31") })).not.toContain("N");
    expect(shown({ until: dayNumber("2023-06-01") })).toContain("N");
  });

  test("never shows more when a group is hidden, context is off or time is turned back", () => {
    const { catalogue: clip } = clipSources();
    const groups = clip.groups.map(({ id }) => id);
    const days = fc.integer({ min: dayNumber("2020"), max: dayNumber("2024") });
    fc.assert(
      fc.property(fc.subarray(groups), fc.constantFrom(...groups), days, days, (hidden, one, a, b) => {
        const sizes = (choices: Partial<State>) =>
          visibleEntries(clip, stateWith(choices)).flatMap((yes, i) => (yes ? [i] : []));
        const before = sizes({ hiddenGroups: hidden, until: Math.max(a, b) });
        for (const narrower of [
          { hiddenGroups: [...hidden, one], until: Math.max(a, b) },
          { hiddenGroups: hidden, until: Math.min(a, b) },
          { hiddenGroups: hidden, until: Math.max(a, b), context: false },
        ]) {
          expect(before).toEqual(expect.arrayContaining(sizes(narrower)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("visibleEntries by the reader's own marks", () => {
  const marks = new Map<PaperId, Mark>([
    [paperId("A"), { ...NO_MARK, starred: true, read: true }],
    [paperId("V"), { ...NO_MARK, starred: true }],
    [paperId("C"), { ...NO_MARK, notes: [{ text: "why", at: "2026-01-01T00:00:00Z" }] }],
  ]);
  const mine = (choices: Partial<State>) =>
    labelsOf(catalogue, visibleEntries(catalogue, stateWith(choices), marks));

  test("shows what is starred or noted and nothing else, works around the survey for themselves", () => {
    expect(mine({ mine: "starred" })).toEqual(["A", "V"]);
    expect(mine({ mine: "starred", context: false })).toEqual(["A"]);
    expect(mine({ mine: "noted" })).toEqual(["C"]);
  });

  test("shows what is not read, with the works around it", () => {
    expect(mine({ mine: "unread" })).toEqual(["B", "C", "L", "V", "W"]);
  });

  test("asks for other filters as well", () => {
    expect(mine({ mine: "unread", hiddenGroups: ["one"] })).toEqual(["B", "L", "W"]);
    expect(mine({ mine: "starred", years: [2022, 2023] })).toEqual(["V"]);
  });
});
