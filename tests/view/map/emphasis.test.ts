import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { emphasisOf, lineageAround, type Subgraph } from "../../../src/view/map/emphasis.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildSources } from "../../../src/view/view-model.ts";
import { corpusOf, cycle, twoIslands } from "../../graphs.ts";
import { entryOf, stateWith } from "../models.ts";

/**
 * ```
 * A ← B ← D ← E      O ← D (O older than the root, apart from it)
 *   ↖ C ↙
 * ```
 */
const { catalogue, analysis } = buildSources(corpusOf("A<-B<-D<-E, A<-C<-D, D->O"));
const id = paperId;

function strong(
  choices: Partial<State>,
  hits: string[] | null = null,
  path: Subgraph | null = null,
  pointed: Subgraph | null = null,
) {
  const set = hits === null ? null : new Set(hits.map(id));
  const emphasis = emphasisOf(catalogue, analysis, stateWith(choices), set, path, pointed);
  const { citations } = catalogue.corpus;
  return {
    papers: catalogue.entries.flatMap(({ label, index }) =>
      emphasis.papers[index] === "strong" ? [label] : [],
    ),
    links: citations.flatMap(({ citing, cited }, i) =>
      emphasis.links[i] === "strong" ? [`${citing}->${cited}`] : [],
    ),
    faint: emphasis.papers.filter((loudness) => loudness === "faint").length,
    focused: emphasis.focused,
    traced: emphasis.traced,
  };
}

const nobody = { papers: [], links: [], faint: 0, focused: false, traced: false };

describe("emphasisOf", () => {
  test("brings nothing out to begin with", () => {
    expect(strong({})).toEqual(nobody);
  });

  test.each<[string, Partial<State>]>([
    ["selected", { selected: id("B") }],
    ["pointed at", { pointed: id("B") }],
    ["pointed at while another is selected", { selected: id("E"), pointed: id("B") }],
  ])("brings out a paper that is %s with its neighbours", (_, choices) => {
    expect(strong(choices)).toEqual({
      papers: ["A", "B", "D"],
      links: ["B->A", "D->B"],
      faint: 3,
      focused: true,
      traced: false,
    });
  });

  test("traces a paper back to the root and forward to its descendants, and nothing beside", () => {
    const { papers, links, traced } = strong({ selected: id("D"), traced: true });
    expect(papers).toEqual(["A", "B", "C", "D", "E"]);
    expect(links.sort()).toEqual(["B->A", "C->A", "D->B", "D->C", "E->D"]);
    expect(traced).toBe(true);
  });

  test("keeps the trace while the pointer passes over other papers", () => {
    const trace = { selected: id("B"), traced: true };
    expect(strong({ ...trace, pointed: id("O") })).toEqual(strong(trace));
  });

  test("brings out the hits of a search, and no links", () => {
    expect(strong({}, ["B", "O"])).toEqual({
      papers: ["B", "O"],
      links: [],
      faint: 4,
      focused: true,
      traced: false,
    });
    expect(strong({}, [])).toEqual({ papers: [], links: [], faint: 6, focused: true, traced: false });
  });

  test("brings out a citation under the pointer and lets nothing recede", () => {
    const { links, faint, focused } = strong({}, null, null, {
      papers: new Set(),
      citations: new Set([0, 2]),
    });
    expect([links, faint, focused]).toEqual([["B->A", "D->B"], 0, false]);
  });

  test("lets a path win over a trace, a trace over neighbours, neighbours over hits", () => {
    const path = { papers: new Set([0, 2]), citations: new Set([3]) };
    const everything = { selected: id("B"), traced: true, pointed: id("O") };
    expect(strong(everything, ["E"], path).papers).toEqual(["A", "C"]);
    expect(strong(everything, ["E"]).papers).toEqual(["A", "B", "D", "E"]);
    expect(strong({ selected: id("B") }, ["E"]).papers).toEqual(["A", "B", "D"]);
    expect(strong({}, ["E"]).papers).toEqual(["E"]);
  });
});

describe("lineageAround", () => {
  const around = (text: string, paper: string, root: string | null = "A") => {
    const sources = buildSources(corpusOf(text, {}, { survey: root === null ? {} : { root } }));
    const { up, down } = lineageAround(sources.analysis, entryOf(sources.catalogue, paper).index);
    const named = (set: Set<number>) => [...set].map((i) => sources.catalogue.entries[i]?.label).sort();
    return { up: named(up), down: named(down) };
  };

  test("holds all ancestors where the paper does not descend from the root, or there is none", () => {
    expect(around(twoIslands, "Y")).toEqual({ up: ["X", "Y"], down: ["Y"] });
    expect(around("A<-B<-D, D->O", "D", null).up).toEqual(["A", "B", "D", "O"]);
  });

  test("holds the root and all that descends from it", () => {
    expect(around("A<-B<-C, A->O", "A")).toEqual({ up: ["A"], down: ["A", "B", "C"] });
  });

  test("goes round a cycle once", () => {
    expect(around(cycle, "C")).toEqual({ up: ["A", "B", "C", "D"], down: ["C", "D"] });
  });
});
