import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { type PaperId, paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import type { Catalogue, Entry } from "../../src/view/catalogue.ts";
import { buildSources, type Sources } from "../../src/view/sources.ts";
import { type Action, INITIAL_STATE, type SortKey, type State } from "../../src/view/state/state.ts";

/** The bundled corpus, as the page reads it. */
export function clipCorpus(): Corpus {
  const file = join(import.meta.dirname, "../../data/clip/corpus.json");
  return parseCorpus(JSON.parse(readFileSync(file, "utf8")));
}

/** The sources of the bundled corpus; they do not change, so one set serves a whole file of tests. */
export function clipSources(): Sources {
  return buildSources(clipCorpus());
}

/** The initial state with these choices. */
export function stateWith(choices: Partial<State> = {}): State {
  return { ...INITIAL_STATE, ...choices };
}

/** The catalogue's entry of an id or label; throws when there is none. */
export function entryOf(catalogue: Catalogue, name: string): Entry {
  const found = catalogue.entries.find(({ paper, label }) => paper.id === name || label === name);
  if (!found) throw new Error(`no paper ${name} in the catalogue`);
  return found;
}

/** The labels of the entries that `flags` says yes to, sorted. */
export function labelsOf(catalogue: Catalogue, flags: readonly boolean[]): string[] {
  return catalogue.entries.flatMap(({ index, label }) => (flags[index] ? [label] : [])).sort();
}

const SORT_KEYS: readonly SortKey[] = [
  "title",
  "year",
  "venue",
  "domain",
  "citations",
  "cites",
  "citedBy",
  "generation",
];

/** Ids as graphs from elsewhere bring them: separators of URLs, spaces, escapes and other scripts included. */
export const oddIds: fc.Arbitrary<PaperId> = fc.oneof(
  fc
    .constantFrom("A", "B", "arxiv:2103.00020", "doi:10.1/a&b=c#d", "a b", "50%", "+", "论文", "x/y?z", "🙂")
    .map(paperId),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .filter((text) => {
      try {
        return paperId(text) === text;
      } catch {
        return false;
      }
    })
    .map(paperId),
);

/** Names of groups, with whatever a corpus may have put into them. */
const groupNames = fc.oneof(
  fc.constantFrom("one", "two", "3D & NeRF", "分割", "50%"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

const years = fc.option(
  fc
    .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1000, max: 9999 }))
    .map(([a, b]): [number, number] => (a <= b ? [a, b] : [b, a])),
);

const sortedSet = <T extends string>(items: fc.Arbitrary<T>) =>
  fc.uniqueArray(items, { maxLength: 4 }).map((list) => list.sort());

/** States as a reader can bring them about, apart from what is never in the address. */
export const addressedStates: fc.Arbitrary<State> = fc
  .record({
    view: fc.constantFrom("network", "lineage", "domains", "matrix", "table"),
    matrixOrder: fc.constantFrom("domain", "community"),
    selected: fc.option(oddIds),
    traced: fc.boolean(),
    hiddenGroups: sortedSet(groupNames),
    years,
    context: fc.boolean(),
    links: fc.constantFrom("all", "skeleton", "main-path"),
    keyRoutes: fc.integer({ min: 0, max: 20 }),
    colouring: fc.constantFrom("domain", "community", "generation", "year"),
    layer: fc.constantFrom("citations", "coupling", "co-citation"),
    threshold: fc.integer({ min: 0, max: 999 }),
    regions: fc.constantFrom("domains", "communities", "none"),
    region: fc.option(groupNames),
    community: fc.nat(99),
    communityLinks: fc.constantFrom("citations", "coupling", "both"),
    resolution: fc.integer({ min: 1, max: 50 }).map((fifths) => fifths / 5),
    hiddenEvidence: sortedSet(fc.constantFrom("verified", "likely", "reported")),
    intent: fc.option(fc.constantFrom("background", "result", "a&b c")),
    influentialOnly: fc.boolean(),
    mine: fc.constantFrom(null, "starred", "unread", "noted"),
    ends: fc.option(fc.tuple(oddIds, oddIds).filter(([a, b]) => a !== b)),
    until: fc.option(fc.integer({ min: -300_000, max: 2_900_000 })),
    query: fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("自监督", "a & b", "+1 %")),
    gapsFrom: fc.integer({ min: 1, max: 999 }),
    gapsIn: fc.option(fc.oneof(fc.constant(""), groupNames)),
    language: fc.constantFrom("en", "zh", null),
    compact: fc.boolean(),
    newMarked: fc.boolean(),
    sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  } as const)
  .map(
    ({ ends, community, ...choices }): State => ({
      ...INITIAL_STATE,
      ...choices,
      // A community has a number where a group has a name.
      region:
        choices.region !== null && choices.regions === "communities" ? String(community) : choices.region,
      traced: choices.traced && choices.selected !== null,
      path: ends === null ? null : { from: ends[0], to: ends[1] },
    }),
  );

const someId = fc.option(fc.constantFrom("A", "B", "C").map(paperId));
const someGroup = fc.constantFrom("one", "two", "three");

/** Every action there is, over three papers and three groups. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: "show-view", view: "network" },
    { type: "show-view", view: "lineage" },
    { type: "show-view", view: "table" },
    { type: "show-view", view: "domains" },
    { type: "show-view", view: "matrix" },
    { type: "order-matrix", by: "community" },
    { type: "order-matrix", by: "domain" },
    { type: "start-path" },
    { type: "swap-path" },
    { type: "end-path" },
    { type: "clear-filters" },
    { type: "step-back" },
    { type: "open-drawer", drawer: "legend" },
    { type: "open-drawer", drawer: null },
  ),
  fc.integer({ min: 1, max: 9 }).map((count): Action => ({ type: "set-gaps-from", count })),
  fc.option(fc.oneof(fc.constant(""), someGroup)).map((group): Action => ({ type: "set-gaps-in", group })),
  fc
    .tuple(someGroup, fc.nat(2))
    .map(
      ([group, community]): Action => ({ type: "show-cell", group, community, all: ["one", "two", "three"] }),
    ),
  someId.map((paper): Action => ({ type: "point", paper })),
  fc.option(fc.nat(3)).map((citation): Action => ({ type: "point-link", citation })),
  someId.map((paper): Action => ({ type: "select", paper })),
  fc.boolean().map((on): Action => ({ type: "trace", on })),
  someGroup.map((group): Action => ({ type: "toggle-group", group })),
  fc.option(someGroup).map((region): Action => ({ type: "focus-region", region })),
  fc.option(someGroup).map((region): Action => ({ type: "point-region", region })),
  fc
    .constantFrom("domains", "communities", "none")
    .map((regions): Action => ({ type: "show-regions", regions }) as Action),
  fc
    .constantFrom("citations", "coupling", "co-citation")
    .map((layer): Action => ({ type: "show-layer", layer }) as Action),
  fc.integer({ min: 1, max: 9 }).map((threshold): Action => ({ type: "set-threshold", threshold })),
  fc
    .constantFrom(0.4, 1, 2)
    .map((resolution): Action => ({ type: "seek-communities", links: "both", resolution })),
  someGroup.map((group): Action => ({ type: "only-group", group, all: ["one", "two", "three"] })),
  fc.option(fc.constant([2021, 2022] as const)).map((range): Action => ({ type: "set-years", years: range })),
  fc.boolean().map((on): Action => ({ type: "show-context", on })),
  fc
    .constantFrom("all", "skeleton", "main-path")
    .map((links): Action => ({ type: "show-links", links }) as Action),
  fc.nat(20).map((count): Action => ({ type: "set-key-routes", count })),
  fc
    .constantFrom("domain", "community", "generation", "year")
    .map((colouring): Action => ({ type: "colour-by", colouring }) as Action),
  fc
    .constantFrom("verified", "likely", "reported")
    .map((evidence): Action => ({ type: "toggle-evidence", evidence }) as Action),
  fc
    .option(fc.constantFrom("result", "background"))
    .map((intent): Action => ({ type: "set-intent", intent })),
  fc.boolean().map((on): Action => ({ type: "show-influential-only", on })),
  fc
    .constantFrom(null, "starred", "unread", "noted")
    .map((mine): Action => ({ type: "show-mine", mine }) as Action),
  fc.option(fc.nat(20_000)).map((until): Action => ({ type: "set-until", until })),
  fc.tuple(fc.boolean(), fc.option(fc.nat(20_000))).map(([on, from]): Action => ({ type: "play", on, from })),
  fc.constantFrom("", "slip", "x").map((query): Action => ({ type: "search", query })),
  fc
    .tuple(fc.constantFrom(-1, 1), fc.nat(3))
    .map(([step, count]): Action => ({ type: "move-in-results", step, count })),
  fc.constantFrom(...SORT_KEYS).map((key): Action => ({ type: "sort", key })),
);
