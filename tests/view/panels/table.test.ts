import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { lateModels } from "../../../src/view/late-models.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { SortKey, State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const sources = buildSources(
  corpusOf(
    "A<-B<-C, A<-C, A->W, B->W, U",
    {
      A: { label: "delta", date: "2021-02-26", venue: "ICML", citationCount: 50_664 },
      B: { label: "Bravo", date: "2022", venue: "ECCV", citationCount: 7 },
      C: { label: "charlie", date: "2023-06", venue: "CVPR", citationCount: 90 },
      W: { label: "alpha", role: "context", year: 1998, citationCount: 12 },
      U: { label: "uniform" },
    },
    {
      survey: {
        root: "A",
        domains: [
          { id: "x", label: { en: "Xylo" } },
          { id: "y", label: { en: "Yacht" } },
          { id: "z", label: { en: "Zebra" } },
        ],
      },
      placements: [
        { paper: "A", domain: "z" },
        { paper: "B", domain: "x" },
        { paper: "C", domain: "y" },
      ],
    },
  ),
);
const table = (choices: Partial<State> = {}, of = sources) => {
  const { table: built } = buildViewModel(of, stateWith({ view: "table", ...choices }), [], lateModels());
  if (!built) throw new Error("the table view has no table");
  return built;
};
const order = (key: SortKey, descending: boolean) =>
  table({ sort: { key, descending } })
    .rows.map(({ id }) => id)
    .join("");

describe("buildTable", () => {
  test("is asked only where the table is shown", () => {
    expect(buildViewModel(sources, stateWith({ view: "lineage" })).table).toBeNull();
  });

  test.each<[SortKey, string, string]>([
    ["title", "BCAU", "UACB"],
    ["domain", "BCA", "ACB"],
    ["venue", "CBA", "ABC"],
    ["year", "ABC", "CBA"],
    ["citations", "BCA", "ACB"],
    ["cites", "ABCU", "BCAU"],
    ["citedBy", "CUBA", "ABCU"],
    ["generation", "ABC", "CBA"],
  ])("sorts by %s both ways, the unknown last, the survey before the works around it", (key, up, down) => {
    const withUnknown = (known: string) => (known.includes("U") ? `${known}W` : `${known}UW`);
    expect([order(key, false), order(key, true)]).toEqual([withUnknown(up), withUnknown(down)]);
  });

  test("says by which column and which way it is sorted", () => {
    const sorted = (descending: boolean) =>
      table({ sort: { key: "venue", descending } })
        .columns.filter(({ sort }) => sort !== "none")
        .map(({ key, sort }) => [key, sort]);
    expect([sorted(false), sorted(true)]).toEqual([[["venue", "ascending"]], [["venue", "descending"]]]);
  });

  test("marks papers that are not identified yet", () => {
    const some = buildSources(corpusOf("A<-B", { B: { identified: false } }));
    expect(table({}, some).rows.map(({ id, remark }) => [id, remark])).toEqual([
      ["A", ""],
      ["B", "not identified yet"],
    ]);
  });

  test("holds the facts of a paper as text, and says what is not known", () => {
    const { rows } = table({ selected: paperId("A") });
    expect(rows.find(({ id }) => id === "A")).toEqual({
      id: "A",
      remark: "",
      label: "delta",
      title: "A",
      role: "survey",
      slot: 2,
      domain: "Zebra",
      venue: "ICML",
      date: "2021-02-26",
      citations: "50,664",
      citationsKnown: true,
      cites: "1",
      citedBy: 2,
      generation: "0",
      selected: true,
      starred: false,
      read: false,
      noted: false,
    });
    expect(rows.find(({ id }) => id === "U")).toMatchObject({
      domain: "—",
      venue: "—",
      date: "—",
      citations: "not known",
      generation: "—",
      selected: false,
    });
    expect(rows.find(({ id }) => id === "W")?.domain).toBe("around the survey");
  });

  test("holds the papers that pass the filters and no others", () => {
    expect(table({ context: false }).rows).toHaveLength(4);
    expect(table({ hiddenGroups: ["x", "y", "z"] }).rows.map(({ id }) => id)).toEqual(["U"]);
    expect(table({}, clipSources()).rows.filter(({ role }) => role === "survey")).toHaveLength(19);
  });
});
