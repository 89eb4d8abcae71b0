import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import {
  type Attention,
  emphasisOf,
  FAINT_LEVEL,
  lineageAround,
  NORMAL_LEVEL,
  STRONG_LEVEL,
} from "../../../src/view/map/emphasis.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf, cycle, twoIslands } from "../../graphs.ts";
import { markedViewModel } from "../marked-model.ts";
import { entryOf, stateWith } from "../models.ts";

/**
 * ```
 * A ← B ← D ← E      O ← D (O older than the root, apart from it)
 *   ↖ C ↙
 * ```
 */
const sources = buildSources(corpusOf("A<-B<-D<-E, A<-C<-D, D->O"));
const { catalogue, analysis, columns } = sources;

function strong(attention: Attention | null) {
  const { levels, strong: links } = emphasisOf(columns, analysis, attention);
  const { citations } = catalogue.corpus;
  const at = (level: number) =>
    catalogue.entries.flatMap(({ label, index }) => (levels?.[index] === level ? [label] : []));
  return {
    papers: at(STRONG_LEVEL),
    links: [...links].map((c) => `${citations[c]?.citing}->${citations[c]?.cited}`),
    faint: at(FAINT_LEVEL).length,
    focused: levels !== null,
  };
}
const number = (name: string) => entryOf(catalogue, name).index;

describe("emphasisOf", () => {
  test("brings nothing out to begin with", () => {
    expect(strong(null)).toEqual({ papers: [], links: [], faint: 0, focused: false });
  });

  test("brings out a paper with its neighbours", () => {
    expect(strong({ on: "paper", paper: number("B") })).toEqual({
      papers: ["A", "B", "D"],
      links: ["B->A", "D->B"],
      faint: 3,
      focused: true,
    });
  });

  test("traces a paper back to the root and forward to its descendants, and nothing beside", () => {
    const { papers, links } = strong({ on: "lineage", paper: number("D") });
    expect(papers).toEqual(["A", "B", "C", "D", "E"]);
    expect(links.sort()).toEqual(["B->A", "C->A", "D->B", "D->C", "E->D"]);
  });

  test("brings out the hits of a search, and no links", () => {
    const hits = (...names: string[]) => strong({ on: "hits", papers: names.map(number) });
    expect(hits("B", "O")).toEqual({ papers: ["B", "O"], links: [], faint: 4, focused: true });
    expect(hits()).toEqual({ papers: [], links: [], faint: 6, focused: true });
  });

  test("brings out a citation under the pointer and lets nothing recede", () => {
    const link = { papers: new Set<number>(), citations: new Set([2, 0]) };
    expect(strong({ on: "link", link })).toEqual({
      papers: [],
      links: ["B->A", "D->B"],
      faint: 0,
      focused: false,
    });
  });

  test("brings out a region with the links inside it, and leaves what they lead to outside as it is", () => {
    const of = Int32Array.from(catalogue.entries, ({ label }) => (label === "A" || label === "B" ? 0 : -1));
    const { levels, strong: links } = emphasisOf(columns, analysis, { on: "region", region: 0, of });
    expect([...links].map((c) => catalogue.corpus.citations[c]?.citing)).toEqual(["B"]);
    expect([...(levels ?? [])]).toEqual(
      // A, B, C, D, E, O
      [STRONG_LEVEL, STRONG_LEVEL, NORMAL_LEVEL, NORMAL_LEVEL, FAINT_LEVEL, FAINT_LEVEL],
    );
  });
});

const id = paperId;

describe("what attention is on", () => {
  const labels = (choices: Partial<State>) => {
    const { map } = markedViewModel(sources, stateWith(choices));
    return {
      papers: map.papers.flatMap(({ label, emphasis }) => (emphasis === "strong" ? [label] : [])),
      traced: map.traced,
    };
  };

  test.each<[string, Partial<State>]>([
    ["selected", { selected: id("B") }],
    ["pointed at", { pointed: id("B") }],
    ["pointed at while another is selected", { selected: id("E"), pointed: id("B") }],
  ])("is a paper that is %s, with its neighbours", (_, choices) => {
    expect(labels(choices)).toEqual({ papers: ["A", "B", "D"], traced: false });
  });

  test("stays on a trace while the pointer passes over other papers", () => {
    const trace = { selected: id("B"), traced: true };
    expect(labels({ ...trace, pointed: id("O") })).toEqual(labels(trace));
    expect(labels(trace).traced).toBe(true);
  });

  test("is a path before a trace, a trace before neighbours, neighbours before hits", () => {
    const everything = { selected: id("B"), traced: true, pointed: id("O"), query: "E" };
    expect(labels({ ...everything, path: { from: id("C"), to: id("A") } }).papers).toEqual(["A", "C"]);
    expect(labels(everything).papers).toEqual(["A", "B", "D", "E"]);
    expect(labels({ selected: id("B"), query: "E" }).papers).toEqual(["A", "B", "D"]);
    expect(labels({ query: "E" }).papers).toEqual(["E"]);
  });
});

describe("lineageAround", () => {
  const around = (text: string, paper: string, root: string | null = "A") => {
    const sources = buildSources(corpusOf(text, {}, { survey: root === null ? {} : { root } }));
    const { up, down } = lineageAround(sources.analysis, entryOf(sources.catalogue, paper).index);
    const named = (column: Uint8Array) =>
      sources.catalogue.entries.flatMap(({ index, label }) => (column[index] === 1 ? [label] : []));
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
