import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { parseCorpus } from "../../../src/corpus/parse-corpus.ts";
import type { Citation, Corpus } from "../../../src/corpus/schema.ts";
import { type Marks, markOf } from "../../../src/reading/marks.ts";
import type { Entry } from "../../../src/view/catalogue.ts";
import { CONFIDENCES } from "../../../src/view/map/columns.ts";
import { loudest } from "../../../src/view/map/emphasis.ts";
import { type MapModel, VISIBLE } from "../../../src/view/map/map.ts";
import { nearestParts } from "../../../src/view/map/nearest-parts.ts";
import { passingLinks } from "../../../src/view/map/visible.ts";
import { buildSources, type Sources } from "../../../src/view/sources.ts";
import { LARGE_LIMITS, type Limits, NO_LIMITS } from "../../../src/view/state/limits.ts";
import type { State } from "../../../src/view/state/state.ts";
import { viewModels } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { largeSources } from "../large-sources.ts";
import { clipCorpus, clipSources, stateWith } from "../models.ts";

/** What a map shows by the rules of each filter, paper by paper and citation by citation: slow, and easy to read. */
function shownByRule({ catalogue, marks }: Sources, state: State) {
  const { entries, byId, corpus } = catalogue;
  const inTime = ({ day }: Entry) => state.until === null || day === null || day <= state.until;
  const inYears = ({ year, paper }: Entry) =>
    state.years === null ||
    year === null ||
    ((paper.role === "context" || year >= state.years[0]) && year <= state.years[1]);
  const isMine = ({ paper }: Entry) => {
    const mark = markOf(marks, paper.id);
    if (state.mine === null) return true;
    return { starred: mark.starred, unread: !mark.read, noted: mark.notes.length > 0 }[state.mine];
  };
  const inShownGroup = ({ groups }: Entry) =>
    groups.length === 0 || groups.some((group) => !state.hiddenGroups.includes(group));
  const passes = (entry: Entry) =>
    (entry.paper.role === "context" || inTime(entry)) &&
    inYears(entry) &&
    isMine(entry) &&
    inShownGroup(entry);
  const touches = (entry: Entry) => {
    if (entry.cites.length + entry.citedBy.length === 0) return inTime(entry);
    const cited = inTime(entry) ? entry.cites.map((citation) => citation.cited) : [];
    const ends = [...entry.citedBy.map((citation) => citation.citing), ...cited];
    return ends.some((id) => passes(byId.get(id) as Entry));
  };
  const papers = entries.filter((entry) => {
    if (entry.paper.role === "survey") return passes(entry);
    const marked = state.mine === "starred" || state.mine === "noted";
    return state.context && inYears(entry) && isMine(entry) && (marked || touches(entry));
  });
  const visible = new Set(papers.map(({ paper }) => paper.id));
  const any = (holds: (citation: Citation) => boolean) => corpus.citations.some(holds);
  const hasIntent = ({ intents }: Citation) => state.intent !== null && intents.includes(state.intent);
  const links = corpus.citations.filter(
    (citation) =>
      visible.has(citation.citing) &&
      visible.has(citation.cited) &&
      !state.hiddenEvidence.includes(citation.confidence) &&
      (!state.influentialOnly ||
        citation.influential === true ||
        !any(({ influential }) => influential === true)) &&
      (state.intent === null || hasIntent(citation) || !any(hasIntent)),
  );
  const line = ({ citing, cited }: Citation) => [citing, cited].sort().join(" ");
  return { papers: [...visible].sort(), lines: [...new Set(links.map(line))].sort() };
}

function shownOnMap({ catalogue }: Sources, { citing, cited, shown, marks: bits }: MapModel) {
  const name = (paper: number) => catalogue.entries[paper]?.paper.id ?? "?";
  const line = (c: number) => [name(citing[c] ?? -1), name(cited[c] ?? -1)].sort().join(" ");
  return {
    papers: catalogue.entries.flatMap(({ paper, index }) => ((bits[index] ?? 0) & VISIBLE ? [paper.id] : [])),
    lines: [...shown.keys()]
      .filter((c) => shown[c] === 1)
      .map(line)
      .sort(),
  };
}

const mapOf = (sources: Sources, state: State, limits: Limits = NO_LIMITS) =>
  viewModels(limits, limits.pairs ? undefined : nearestParts).build({ sources, state }).map;

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H"];

const corpora: fc.Arbitrary<Corpus> = fc
  .record({
    ends: fc.uniqueArray(
      fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a !== b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 18 },
    ),
    roles: fc.array(fc.constantFrom("survey", "survey", "context"), { minLength: 8, maxLength: 8 }),
    years: fc.array(fc.option(fc.integer({ min: 2020, max: 2023 })), { minLength: 8, maxLength: 8 }),
    headings: fc.array(fc.subarray(["one", "two"]), { minLength: 8, maxLength: 8 }),
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
        roles[i] === "survey" ? (headings[i] ?? []).map((domain) => ({ paper, domain })) : [],
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

describe("a map", () => {
  test("shows the papers and citations that every filter lets pass", () => {
    fc.assert(
      fc.property(corpora, states, ownMarks, (corpus, state, marks) => {
        const sources = { ...largeSources(corpus), marks };
        expect(shownOnMap(sources, mapOf(sources, state))).toEqual(shownByRule(sources, state));
      }),
      { numRuns: 150 },
    );
  });

  test("shows, highlights and draws the same with and without limits", () => {
    fc.assert(
      fc.property(corpora, states, ownMarks, (corpus, state, marks) => {
        const sources = { ...largeSources(corpus), marks };
        const { labelOf: _, ...whole } = mapOf(sources, state);
        const { labelOf: __, ...limited } = mapOf(sources, state, LARGE_LIMITS);
        expect(limited).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test("is the same whatever was shown before", () => {
    fc.assert(
      fc.property(
        corpora,
        fc.array(states, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(NO_LIMITS, LARGE_LIMITS),
        (corpus, sequence, limits) => {
          const sources = largeSources(corpus);
          const models = viewModels(limits, limits.pairs ? undefined : nearestParts);
          for (const state of sequence) {
            const { map, similar, ...page } = models.build({ sources: { ...sources }, state });
            const again = viewModels(limits, limits.pairs ? undefined : nearestParts).build({
              sources,
              state,
            });
            const { map: map2, similar: similar2, ...page2 } = again;
            expect(page).toEqual(page2);
            expect(JSON.stringify(similar)).toBe(JSON.stringify(similar2));
            expect({ ...map, labelOf: null }).toEqual({ ...map2, labelOf: null });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("lets nothing recede on a large map for a region that is only pointed at, but marks it and says what it is", () => {
    const sources = largeSources(clipCorpus());
    const { build } = viewModels(LARGE_LIMITS, nearestParts);
    const plain = build({ sources, state: stateWith({ view: "network" }) });
    const state = stateWith({ view: "network", pointedRegion: "video" });
    const pointed = build({ sources, state });
    expect(pointed.map.marks).toBe(plain.map.marks);
    expect(pointed.map.focused).toBe(false);
    expect(pointed.map.regions.filter((region) => region.pointed).map(({ id }) => id)).toEqual(["video"]);
    expect([plain.tooltip, pointed.tooltip]).toEqual([null, expect.stringMatching(/^Video: /)]);
    expect(mapOf(sources, state).focused).toBe(true);
  });

  test("marks what the reader starred or has read, and nothing else", () => {
    const sources = largeSources(corpusOf("A<-B<-C"));
    const mark = { starred: false, read: false, notes: [] };
    const marks = new Map([
      [paperId("A"), { ...mark, starred: true }],
      [paperId("B"), mark],
      [paperId("gone"), { ...mark, read: true }],
    ]);
    expect([...mapOf({ ...sources, marks }, stateWith()).own]).toEqual([
      [sources.catalogue.byId.get(paperId("A"))?.index, { starred: true, read: false }],
    ]);
  });

  test("knows what is likely, what has two heads, what is new, and whose size is unknown", () => {
    const corpus = corpusOf(
      "A, B, C",
      { A: { citationCount: 4 } },
      {
        citations: [
          { citing: "A", cited: "B", confidence: "likely" },
          { citing: "B", cited: "A", confidence: "verified" },
          { citing: "C", cited: "A" },
        ],
      },
    );
    const sources = {
      ...buildSources(corpus),
      newcomers: { papers: new Set<PaperId>(), citations: new Set([2]) },
    };
    const map = mapOf(sources, stateWith({ newMarked: true }));
    expect([...map.sizeKnown]).toEqual([1, 0, 0]);
    expect([...map.confidence].map((place) => CONFIDENCES[place])).toEqual([
      "likely",
      "verified",
      "reported",
    ]);
    expect([...map.twin]).toEqual([1, 0, -1]);
    expect([...map.shown]).toEqual([1, 0, 1]);
    expect([...map.freshLinks]).toEqual([2]);
    expect([...mapOf(sources, stateWith({ hiddenEvidence: ["verified"] })).twin]).toEqual([-1, -1, -1]);
  });

  test("is the same when it was begun in steps before", () => {
    const sources = largeSources(clipCorpus());
    const state = stateWith({ view: "network", links: "skeleton" });
    const models = viewModels(LARGE_LIMITS, nearestParts);
    for (const _ of models.beginning({ sources, state })) expect(_).toBeUndefined();
    const { labelOf: _, ...begun } = models.build({ sources, state }).map;
    const { labelOf: __, ...whole } = mapOf(sources, state, LARGE_LIMITS);
    expect(begun).toEqual(whole);
  });

  test("keeps the columns that a pointer does not change, and replaces those it does", () => {
    const sources = largeSources(clipCorpus());
    const { build } = viewModels();
    const map = (choices: Partial<State>) =>
      build({ sources: { ...sources }, state: stateWith({ view: "network", ...choices }) }).map;
    const before = map({});
    const after = map({ pointed: paperId("arxiv:2112.12750") });
    for (const column of ["drawn", "shown", "tone", "radius", "labelOrder", "regionOf", "citing"] as const)
      expect(after[column]).toBe(before[column]);
    expect(after.marks).not.toBe(before.marks);
    expect(map({}).drawn).toBe(before.drawn);
  });
});

test("a pointer that moves makes no panel again", () => {
  const sources = clipSources();
  const { build } = viewModels();
  const before = build({ sources, state: stateWith() });
  const after = build({
    sources: { ...sources },
    state: stateWith({ pointed: paperId("arxiv:2112.12750") }),
  });
  for (const part of [
    "legend",
    "controls",
    "search",
    "introduction",
    "coverage",
    "changes",
    "details",
  ] as const)
    expect(after[part]).toBe(before[part]);
  expect(after.announcement).not.toBe(before.announcement);
});

test("loudest leaves out what a longer path implies, then what lies between lesser papers", () => {
  const { columns } = largeSources(corpusOf("A<-B, A<-C, A<-D, B<-C, B<-D, C<-D"));
  const all = Uint32Array.from(columns.index.citing.keys());
  const visible = new Uint8Array(all.length).fill(1);
  const names = (links: Uint32Array) =>
    [...links].map((c) => `${"ABCD"[columns.index.citing[c] ?? 0]}${"ABCD"[columns.index.cited[c] ?? 0]}`);
  const pass = passingLinks(columns, {
    hiddenEvidence: [],
    intent: null,
    influentialOnly: false,
    sentences: 0,
  });
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
