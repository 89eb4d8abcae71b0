import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../../src/corpus/date.ts";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { buildCatalogue } from "../../../src/view/catalogue.ts";
import { knownNames } from "../../../src/view/known-names.ts";
import { reduce } from "../../../src/view/state/reduce.ts";
import { INITIAL_STATE, type State } from "../../../src/view/state/state.ts";
import { decodeState, encodeState, PASSING } from "../../../src/view/state/url.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { addressedStates, clipSources, stateWith } from "../models.ts";

const any = (id: PaperId) => id;
const none = () => null;

const isOne = (name: string) => name === "one";
const withGroups = {
  survey: { root: "A", domains: [{ id: "one", label: { en: "One" } }] },
  placements: [{ paper: "A", domain: "one" }],
};

/** What a link may hold of which a corpus or a list of choices decides whether it can be read. */
const PARAMETERS = [
  ...["lang", "compact", "view", "paper", "years", "context", "links", "routes", "colour", "layer", "least"],
  ...["regions", "region", "communities", "resolution", "order", "gaps", "gaps-in", "intent", "influential"],
  ...["from", "to", "until", "new", "sort"],
];
/** Values that say what is so without them, and so are not written. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  compact: ["0"],
  context: ["1"],
  routes: ["0"],
  least: ["1"],
  regions: ["domains"],
  communities: ["citations"],
  layer: ["citations"],
  resolution: ["1"],
  influential: ["0"],
  new: ["0"],
  gaps: ["2"],
  links: ["all"],
  colour: ["domain"],
  order: ["domain"],
  sort: ["year"],
};

describe("the address", () => {
  test("takes values of absurd size, and says of them what fits over a map", () => {
    const huge = "x".repeat(2_000_000);
    for (const name of [
      "paper",
      "view",
      "colour",
      "region",
      "gaps-in",
      "intent",
      "from",
      "least",
      "until",
      "sort",
    ]) {
      const { unknown } = decodeState(`${name}=${huge}`, () => null, {
        group: () => false,
        intent: () => false,
      });
      expect(unknown.join().length, name).toBeLessThan(100);
      expect(unknown, name).toHaveLength(1);
    }
    const many = Array.from({ length: 300_000 }, (_, i) => `g${i}`).join("+");
    const { state, unknown } = decodeState(`hide=${many}&without=${many}`, () => null, {
      group: () => false,
      intent: () => false,
    });
    expect(state.hiddenGroups).toEqual([]);
    expect(unknown).toHaveLength(9);
    expect(unknown.at(-1)).toBe("…");
  });

  test("searches for the first 300 letters of a query, and halves none", () => {
    const query = (text: string) => decodeState(`q=${encodeURIComponent(text)}`, () => null).state.query;
    expect(query("x".repeat(2_000_000))).toBe("x".repeat(300));
    expect(query(`${"x".repeat(299)}😀`)).toBe("x".repeat(299));
    const typed = reduce(INITIAL_STATE, { type: "search", query: "y".repeat(1_000) });
    expect(typed.query).toBe("y".repeat(300));
    expect(reduce(typed, { type: "search", query: "y".repeat(999) })).toBe(typed);
    const { search } = buildViewModel(clipSources(), typed);
    expect(search.message).toBe("Only the first 300 letters are searched for.");
  });

  test("holds every part of the state but those that pass", () => {
    const passing = new Set<string>(PASSING);
    const parts = Object.keys(INITIAL_STATE).filter((part) => !passing.has(part)) as (keyof State)[];
    const states = fc.sample(addressedStates, { numRuns: 300, seed: 1 });
    for (const part of parts) {
      const seen = states.some((state) => {
        const alone = { ...INITIAL_STATE, selected: paperId("A"), [part]: state[part] };
        return encodeState(alone) !== encodeState({ ...INITIAL_STATE, selected: paperId("A") });
      });
      expect(seen, `no address tells ${part} apart`).toBe(true);
    }
  });

  test("holds no part that passes", () => {
    fc.assert(
      fc.property(addressedStates, (state) => {
        const later = {
          ...state,
          pointed: paperId("A"),
          pointedLink: 1,
          pointedRegion: "one",
          playing: true,
          searchAt: 2,
          drawer: "legend",
        } as const satisfies State;
        const changed = (Object.keys(later) as (keyof State)[]).filter((part) => later[part] !== state[part]);
        expect(new Set(changed)).toEqual(new Set(PASSING));
        expect(encodeState(later)).toBe(encodeState(state));
      }),
      { numRuns: 50 },
    );
  });
});

describe("encodeState", () => {
  test("is empty for the initial state, and for what is never in the address", () => {
    expect(encodeState(INITIAL_STATE)).toBe("");
    const passing = stateWith({
      pointed: paperId("A"),
      pointedLink: 2,
      playing: true,
      searchAt: 3,
      drawer: "legend",
    });
    expect(encodeState(passing)).toBe("");
  });

  test("writes ids, views and filters so that a reader can read them", () => {
    const state = stateWith({
      view: "network",
      selected: paperId("arxiv:2103.00020"),
      traced: true,
      years: [2021, 2022],
      until: dayNumber("2021-12-23"),
      sort: { key: "venue", descending: true },
    });
    expect(encodeState(state)).toBe(
      "view=network&paper=arxiv:2103.00020&trace=1&years=2021-2022&until=2021-12-23&sort=-venue",
    );
  });

  test("writes no path that has but one end", () => {
    expect(encodeState(stateWith({ path: { from: paperId("A"), to: null } }))).toBe("");
  });

  test("never throws, not even for half a letter", () => {
    const half = stateWith({ query: "half \ud83d", hiddenGroups: ["\udc00"] });
    expect(decodeState(encodeState(half), any).state.query).toBe("half \ufffd");
  });
});

describe("decodeState", () => {
  test("brings back every state that encodeState wrote", () => {
    fc.assert(
      fc.property(addressedStates, (state) => {
        const text = encodeState(state);
        expect(decodeState(text, any)).toEqual({ state, unknown: [] });
        expect(decodeState(`#${text}`, any).state).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });

  test("never throws, and what it gives can be written and read again", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              ...["view", "paper", "trace", "hide", "years", "context", "links", "routes", "colour"],
              ...["without", "intent", "influential", "from", "to", "until", "q", "sort", "__proto__", ""],
            ),
            fc.oneof(
              fc.string({ unit: "binary" }),
              fc.constantFrom("%", "%E4%", "1", "-", "9999-0001", "2021-02-30"),
            ),
          ),
        )
        .map((pairs) => pairs.map((pair) => pair.join("=")).join("&")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { state } = decodeState(text, any);
        expect(decodeState(encodeState(state), any).state).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  test("finds a paper by its alias", () => {
    const { resolve } = buildCatalogue(corpusOf("A<-B", { A: { aliases: ["old:a"] } }));
    const { state, unknown } = decodeState("#paper=old:a&trace=1&from=old:a&to=B", resolve);
    expect([state.selected, state.traced, state.path]).toEqual(["A", true, { from: "A", to: "B" }]);
    expect(unknown).toEqual([]);
  });

  test("lists what it does not know and goes on without it", () => {
    const { resolve } = buildCatalogue(corpusOf("A<-B"));
    const text = "view=globe&paper=nobody&trace=1&from=A&to=stranger&until=soon&sort=colour&links=few&q=slip";
    const { state, unknown } = decodeState(text, resolve);
    expect(unknown.toSorted()).toEqual(["colour", "few", "globe", "nobody", "soon", "stranger"]);
    expect(state).toEqual(stateWith({ query: "slip" }));
  });

  test("reads every value it is given, or says it", () => {
    const value = fc.oneof(
      fc.stringMatching(/^[a-z0-9-]{1,6}$/),
      fc.constantFrom("0", "1", "", "domains", "citations", "2021-2022", "2021-02-30", "7"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PARAMETERS), value, (name, text) => {
        const { state, unknown } = decodeState(`${name}=${text}`, none, { group: isOne, intent: isOne });
        const written = encodeState(state).split("&");
        // 01 is the number 1.
        const isSame = (own: string) =>
          own === text || (/^[\d.]+$/.test(text) && Number(own) === Number(text));
        const initial = DEFAULTS[name]?.some(isSame) ?? false;
        expect(
          written.some((pair) => pair.startsWith(`${name}=`)) || unknown.includes(text) || initial,
          `${name}=${text}`,
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("says groups, communities and intents that the corpus has not", () => {
    const { survey, placements } = withGroups;
    const corpus = corpusOf("A<-B", {}, { survey, placements });
    const asked = (text: string) =>
      decodeState(text, buildCatalogue(corpus).resolve, knownNames(buildCatalogue(corpus)));
    expect(asked("region=one&gaps-in=one").unknown).toEqual([]);
    expect(asked("gaps-in=").state.gapsIn).toBe("");
    expect(asked("region=two&gaps-in=three&intent=result").unknown).toEqual(["two", "three", "result"]);
    expect(asked("regions=communities&region=12").state.region).toBe("12");
    expect(asked("regions=communities&region=one").unknown).toEqual(["one"]);
    expect(asked("region=two").state.region).toBeNull();
  });

  test("lists an id that could be none", () => {
    expect(decodeState("paper=%0A", none).unknown).toEqual(["\n"]);
  });

  test("keeps the rest of a link whose escapes are broken", () => {
    expect(decodeState("q=%E4%BD&view=table", any).state).toEqual(stateWith({ view: "table" }));
    expect(decodeState("view=network&q=50%", any).state).toEqual(stateWith({ view: "network" }));
  });

  test("puts the years of a range in order, and reads no years from anything else", () => {
    expect(decodeState("years=2023-2021", any).state.years).toEqual([2021, 2023]);
    for (const text of ["2021", "2021-", "20211-20222", "a-b"]) {
      expect(decodeState(`years=${text}`, any).state.years).toBeNull();
    }
  });

  test("keeps the number of key routes within what can be drawn", () => {
    expect(decodeState("routes=7", any).state.keyRoutes).toBe(7);
    expect(decodeState("routes=999", any).state.keyRoutes).toBe(99);
    for (const text of ["-3", "1e9", "many"])
      expect(decodeState(`routes=${text}`, any).state.keyRoutes).toBe(0);
  });

  test("hides a group once however often a link names it", () => {
    expect(decodeState("hide=two one two", any).state.hiddenGroups).toEqual(["one", "two"]);
  });

  test("tells groups that the survey does not have, and forgets them", () => {
    const decoded = (text: string) => decodeState(text, any, { group: isOne, intent: isOne });
    const { state, unknown } = decoded("hide=gone one&region=lost&gaps-in=away");
    expect(unknown).toEqual(["gone", "lost", "away"]);
    expect(state).toEqual(stateWith({ hiddenGroups: ["one"] }));
    expect(decoded("regions=communities&region=3&gaps-in=").unknown).toEqual([]);
  });

  test("takes no path from a paper to itself, nor a trace of nothing", () => {
    expect(decodeState("from=A&to=A&trace=1", any).state).toEqual(INITIAL_STATE);
  });
});
