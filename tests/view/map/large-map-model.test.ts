import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { parseCorpus } from "../../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";
import type { Marks } from "../../../src/reading/marks.ts";
import { loudest } from "../../../src/view/map/large-emphasis.ts";
import { FAINT, FRESH, STRONG, VISIBLE } from "../../../src/view/map/large-map.ts";
import { type LargeSources, largeMaps } from "../../../src/view/map/large-map-model.ts";
import { passingLinks } from "../../../src/view/map/large-visible.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel, type Sources } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { largeSources } from "../large-sources.ts";
import { clipCorpus, stateWith } from "../models.ts";

/** What a map shows, in names. */
interface Shown {
  readonly visible: readonly string[];
  readonly strong: readonly string[];
  readonly faint: readonly string[];
  readonly fresh: readonly string[];
  readonly drawn: readonly string[];
  readonly strongLinks: readonly string[];
  readonly spine: readonly string[];
  readonly focused: boolean;
  readonly tones: readonly number[];
  readonly regions: readonly string[];
}

function onSmallMap(sources: Sources, state: State): Shown {
  const { map } = buildViewModel(sources, state);
  const name = (i: number) => map.papers[i]?.id ?? "?";
  const papers = (holds: (mark: (typeof map.papers)[number]) => boolean) =>
    map.papers.flatMap((mark) => (holds(mark) ? [mark.id] : [])).sort();
  const links = (holds: (mark: (typeof map.links)[number]) => boolean) =>
    map.links
      .flatMap((mark) => (mark.visible && holds(mark) ? [`${name(mark.citing)} ${name(mark.cited)}`] : []))
      .sort();
  return {
    visible: papers(({ visible }) => visible),
    strong: papers(({ emphasis }) => emphasis === "strong"),
    faint: papers(({ emphasis }) => emphasis === "faint"),
    fresh: papers(({ fresh }) => fresh),
    drawn: links(({ recedes }) => !recedes),
    strongLinks: links(({ emphasis }) => emphasis === "strong"),
    spine: links(({ spine }) => map.spineShown && spine > 0),
    focused: map.focused,
    tones: map.papers.map((mark, i) => {
      if (state.colouring === "generation") return mark.generation ?? -1;
      if (state.colouring === "year") return mark.yearStep ?? -1;
      if (state.colouring === "community") return sources.clusters?.communityOf[i] ?? -1;
      return mark.slot ?? -1;
    }),
    regions: map.regions?.marks.map(({ id }) => id) ?? [],
  };
}

function onLargeMap(sources: LargeSources, state: State): Shown {
  const path = state.path?.to
    ? sources.findPaths(at(sources, state.path.from), at(sources, state.path.to))
    : null;
  const hits = state.query.trim() === "" ? null : sources.search(state.query);
  const { model } = largeMaps().build(sources, state, { hits, path, link: null, similar: null });
  const name = (i: number) => sources.catalogue.entries[i]?.paper.id ?? "?";
  const papers = (bit: number) =>
    [...model.marks.keys()]
      .filter((i) => ((model.marks[i] ?? 0) & bit) !== 0)
      .map(name)
      .sort();
  const links = (numbers: Iterable<number>) =>
    [...numbers].map((c) => `${name(model.citing[c] ?? -1)} ${name(model.cited[c] ?? -1)}`).sort();
  return {
    visible: papers(VISIBLE),
    strong: papers(STRONG),
    faint: papers(FAINT),
    fresh: papers(FRESH),
    drawn: links([...model.drawn.keys()].filter((c) => model.drawn[c] === 1)),
    // Where nothing is highlighted, those of a short list stand out.
    strongLinks: model.focused ? links(model.strong) : [],
    spine: links(model.spine),
    focused: model.focused,
    tones: [...model.tone],
    regions: model.regions.map(({ id }) => id),
  };
}

function at({ catalogue }: Sources, id: Parameters<Sources["catalogue"]["resolve"]>[0]): number {
  return catalogue.byId.get(id)?.index ?? -1;
}

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H"];

const corpora: fc.Arbitrary<Corpus> = fc
  .record({
    ends: fc.uniqueArray(
      fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a !== b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 18 },
    ),
    roles: fc.array(fc.constantFrom("survey", "survey", "context"), { minLength: 8, maxLength: 8 }),
    years: fc.array(fc.option(fc.integer({ min: 2020, max: 2023 })), { minLength: 8, maxLength: 8 }),
    headings: fc.array(fc.option(fc.constantFrom("one", "two")), { minLength: 8, maxLength: 8 }),
    evidence: fc.array(
      fc.record({
        confidence: fc.constantFrom("verified", "likely", "reported"),
        influential: fc.option(fc.boolean()),
        intents: fc.subarray(["background", "result"]),
      }),
      { minLength: 18, maxLength: 18 },
    ),
    root: fc.option(fc.constantFrom("A", "B")),
  } as const)
  .map(({ ends, roles, years, headings, evidence, root }) =>
    parseCorpus({
      version: 1,
      survey: {
        root,
        domains: ["one", "two"].map((id) => ({ id, label: { en: id } })),
      },
      papers: NAMES.map((id, i) => ({ id, title: `On ${id}`, role: roles[i], year: years[i] })),
      placements: NAMES.flatMap((paper, i) =>
        roles[i] === "survey" && headings[i] ? [{ paper, domain: headings[i] }] : [],
      ),
      citations: ends.map(([citing, cited], i) => ({
        citing: NAMES[citing],
        cited: NAMES[cited],
        ...evidence[i],
      })),
    }),
  );

const someName = fc.option(fc.constantFrom(...NAMES).map(paperId));

const states: fc.Arbitrary<State> = fc
  .record({
    view: fc.constantFrom("network", "lineage"),
    selected: someName,
    pointed: someName,
    traced: fc.boolean(),
    hiddenGroups: fc.subarray(["one", "two"]),
    years: fc.constantFrom(null, [2021, 2022] as const),
    context: fc.boolean(),
    until: fc.constantFrom(null, 18_800, 19_300),
    links: fc.constantFrom("all", "skeleton", "main-path"),
    keyRoutes: fc.nat(2),
    colouring: fc.constantFrom("domain", "community", "generation", "year"),
    regions: fc.constantFrom("domains", "communities", "none"),
    region: fc.constantFrom(null, "one", "0", "unknown"),
    hiddenEvidence: fc.subarray(["likely", "reported"] as ("likely" | "reported")[]),
    intent: fc.constantFrom(null, "result", "other"),
    influentialOnly: fc.boolean(),
    query: fc.constantFrom("", "", "on b", "x"),
    path: fc.option(fc.constant({ from: paperId("C"), to: paperId("D") })),
    mine: fc.constantFrom(null, null, "starred", "unread", "noted"),
  } as const)
  .map((choices): State => stateWith({ ...choices, traced: choices.traced && choices.selected !== null }));

const note = { text: "mine", at: "2026-11-23T00:00:00.000Z" };
const ownMarks: fc.Arbitrary<Marks> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...NAMES).map(paperId),
      fc.record({
        starred: fc.boolean(),
        read: fc.boolean(),
        notes: fc.constantFrom([], [note]),
      }),
    ),
  )
  .map((marks) => new Map(marks));

describe("a large map", () => {
  test("shows, highlights and draws what the small map of the same state does", () => {
    fc.assert(
      fc.property(corpora, states, ownMarks, (corpus, state, marks) => {
        const sources = { ...largeSources(corpus), marks };
        expect(onLargeMap(sources, state)).toEqual(onSmallMap(sources, state));
      }),
      { numRuns: 150 },
    );
  });

  test("shows the bundled survey as the small map does", () => {
    const sources = largeSources(clipCorpus());
    const slip = paperId("arxiv:2112.12750");
    for (const state of [
      stateWith(),
      stateWith({ view: "network", selected: slip }),
      stateWith({ selected: slip, traced: true, links: "skeleton" }),
      stateWith({ view: "network", regions: "communities", region: "1", context: false }),
      stateWith({ links: "main-path", keyRoutes: 2 }),
    ])
      expect(onLargeMap(sources, state)).toEqual(onSmallMap(sources, state));
  });

  test("lets nothing recede for a region that is only pointed at, but marks it and tells of it", () => {
    const build = largeMaps().build;
    const sources = largeSources(clipCorpus());
    const nothing = { hits: null, path: null, link: null, similar: null };
    const plain = build(sources, stateWith({ view: "network" }), nothing);
    const pointed = build(sources, stateWith({ view: "network", pointedRegion: "video" }), nothing);
    expect(pointed.model.marks).toBe(plain.model.marks);
    expect(pointed.model.focused).toBe(false);
    expect(pointed.model.regions.filter((region) => region.pointed).map(({ id }) => id)).toEqual(["video"]);
    expect([plain.regionSaid, pointed.regionSaid]).toEqual([null, expect.stringMatching(/^Video: /)]);
  });

  test("marks what the reader starred or has read, and nothing else", () => {
    const sources = largeSources(corpusOf("A<-B<-C"));
    const mark = { starred: false, read: false, notes: [] };
    const marks = new Map([
      [paperId("A"), { ...mark, starred: true }],
      [paperId("B"), mark],
      [paperId("gone"), { ...mark, read: true }],
    ]);
    const { model } = largeMaps().build({ ...sources, marks }, stateWith(), {
      hits: null,
      path: null,
      link: null,
      similar: null,
    });
    expect([...model.own]).toEqual([[at(sources, paperId("A")), { starred: true, read: false }]]);
  });

  test("is the same when it was begun in steps before", () => {
    const sources = largeSources(clipCorpus());
    const state = stateWith({ view: "network", links: "skeleton" });
    const nothing = { hits: null, path: null, link: null, similar: null };
    const maps = largeMaps();
    for (const _ of maps.beginning(sources, state)) expect(_).toBeUndefined();
    const { labelOf: _, ...begun } = maps.build(sources, state, nothing).model;
    const { labelOf: __, ...whole } = largeMaps().build(sources, state, nothing).model;
    expect(begun).toEqual(whole);
  });

  test("keeps the columns that a pointer does not change, and replaces those it does", () => {
    const sources = largeSources(clipCorpus());
    const map = largeMaps().build;
    const nothing = { hits: null, path: null, link: null, similar: null };
    const before = map(sources, stateWith({ view: "network" }), nothing).model;
    const after = map(
      sources,
      stateWith({ view: "network", pointed: paperId("arxiv:2112.12750") }),
      nothing,
    ).model;
    for (const column of ["drawn", "tone", "radius", "labelOrder", "regionOf", "citing"] as const)
      expect(after[column]).toBe(before[column]);
    expect(after.marks).not.toBe(before.marks);
    expect(map(sources, stateWith({ view: "network" }), nothing).model.drawn).toBe(before.drawn);
  });
});

test("loudest leaves out what a longer path implies, then what lies between lesser papers", () => {
  const { columns } = largeSources(corpusOf("A<-B, A<-C, A<-D, B<-C, B<-D, C<-D"));
  const all = Uint32Array.from(columns.index.citing.keys());
  const visible = new Uint8Array(all.length).fill(1);
  const names = (links: Uint32Array) =>
    [...links].map((c) => `${"ABCD"[columns.index.citing[c] ?? 0]}${"ABCD"[columns.index.cited[c] ?? 0]}`);
  const pass = passingLinks(columns, { hiddenEvidence: [], intent: null, influentialOnly: false });
  const implied = Uint8Array.from(names(all), (name) => (["CA", "DA", "DB"].includes(name) ? 1 : 0));
  expect(names(loudest(columns, all, pass, visible, implied, 6))).toEqual([
    "BA",
    "CA",
    "CB",
    "DA",
    "DB",
    "DC",
  ]);
  expect(names(loudest(columns, all, pass, visible, implied, 3))).toEqual(["BA", "CB", "DC"]);
  const fewer = names(loudest(columns, all, pass, visible, implied, 1));
  expect(fewer).toHaveLength(1);
  expect(["BA", "CB", "DC"]).toContain(fewer[0]);
});
