import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { isFiltered, reduce } from "../../../src/view/state/reduce.ts";
import { type Action, INITIAL_STATE, type State } from "../../../src/view/state/state.ts";
import { actions, stateWith } from "../models.ts";

const A = paperId("A");
const B = paperId("B");
const C = paperId("C");

function stateAfter(...sequence: Action[]): State {
  return sequence.reduce(reduce, INITIAL_STATE);
}

describe("reduce", () => {
  test.each<[string, Action, Partial<State>]>([
    ["show-view", { type: "show-view", view: "table" }, { view: "table" }],
    ["point", { type: "point", paper: A }, { pointed: A }],
    ["point-link", { type: "point-link", citation: 3 }, { pointedLink: 3 }],
    ["select", { type: "select", paper: A }, { selected: A }],
    ["toggle-group", { type: "toggle-group", group: "one" }, { hiddenGroups: ["one"] }],
    [
      "only-group",
      { type: "only-group", group: "one", all: ["two", "one", "a"] },
      { hiddenGroups: ["a", "two"] },
    ],
    ["set-years", { type: "set-years", years: [2021, 2022] }, { years: [2021, 2022] }],
    ["show-context", { type: "show-context", on: false }, { context: false }],
    ["show-links", { type: "show-links", links: "skeleton" }, { links: "skeleton" }],
    ["set-key-routes", { type: "set-key-routes", count: 4 }, { keyRoutes: 4 }],
    ["colour-by", { type: "colour-by", colouring: "generation" }, { colouring: "generation" }],
    ["toggle-evidence", { type: "toggle-evidence", evidence: "likely" }, { hiddenEvidence: ["likely"] }],
    ["set-intent", { type: "set-intent", intent: "result" }, { intent: "result" }],
    ["show-influential-only", { type: "show-influential-only", on: true }, { influentialOnly: true }],
    ["set-until", { type: "set-until", until: 19_000 }, { until: 19_000 }],
    ["play", { type: "play", on: true, from: 18_000 }, { playing: true, until: 18_000 }],
    ["search", { type: "search", query: "slip" }, { query: "slip" }],
    ["move-in-results", { type: "move-in-results", step: -1, count: 3 }, { searchAt: 2 }],
    ["sort", { type: "sort", key: "venue" }, { sort: { key: "venue", descending: false } }],
    ["open-drawer", { type: "open-drawer", drawer: "legend" }, { drawer: "legend" }],
    ["set-gaps-from", { type: "set-gaps-from", count: 4 }, { gapsFrom: 4 }],
    ["set-gaps-in", { type: "set-gaps-in", group: "" }, { gapsIn: "" }],
    [
      "show-cell",
      { type: "show-cell", group: "one", community: 2, all: ["two", "one"] },
      { hiddenGroups: ["two"], regions: "communities", region: "2" },
    ],
  ])("changes nothing but what %s says", (_, action, changed) => {
    expect(reduce(INITIAL_STATE, action)).toEqual({ ...INITIAL_STATE, ...changed });
  });

  test.each<[string, State, Action]>([
    ["the view shown", INITIAL_STATE, { type: "show-view", view: "lineage" }],
    ["the paper pointed at", stateWith({ pointed: A }), { type: "point", paper: A }],
    ["the citation pointed at", stateWith({ pointedLink: 1 }), { type: "point-link", citation: 1 }],
    ["the paper selected", stateWith({ selected: A }), { type: "select", paper: A }],
    ["no selection", INITIAL_STATE, { type: "select", paper: null }],
    ["a trace of nothing", INITIAL_STATE, { type: "trace", on: true }],
    ["a trace that is on", stateWith({ selected: A, traced: true }), { type: "trace", on: true }],
    ["the same years", stateWith({ years: [2021, 2022] }), { type: "set-years", years: [2021, 2022] }],
    ["every year", INITIAL_STATE, { type: "set-years", years: null }],
    ["context that is on", INITIAL_STATE, { type: "show-context", on: true }],
    ["the same links", INITIAL_STATE, { type: "show-links", links: "all" }],
    ["the same key routes", INITIAL_STATE, { type: "set-key-routes", count: 0 }],
    ["the same colours", INITIAL_STATE, { type: "colour-by", colouring: "domain" }],
    ["the same number of papers", INITIAL_STATE, { type: "set-gaps-from", count: 2 }],
    ["the same domain of missing works", INITIAL_STATE, { type: "set-gaps-in", group: null }],
    ["the same intent", INITIAL_STATE, { type: "set-intent", intent: null }],
    ["all links, influential or not", INITIAL_STATE, { type: "show-influential-only", on: false }],
    ["a path from nowhere", INITIAL_STATE, { type: "start-path" }],
    ["a path already begun", stateWith({ selected: A, path: { from: A, to: null } }), { type: "start-path" }],
    ["a swap without a path", INITIAL_STATE, { type: "swap-path" }],
    ["a swap of one end", stateWith({ path: { from: A, to: null } }), { type: "swap-path" }],
    ["an end without a path", INITIAL_STATE, { type: "end-path" }],
    ["the same day", INITIAL_STATE, { type: "set-until", until: null }],
    ["a pause of stopped time", INITIAL_STATE, { type: "play", on: false, from: null }],
    ["the same query", INITIAL_STATE, { type: "search", query: "" }],
    ["a step in no results", INITIAL_STATE, { type: "move-in-results", step: 1, count: 0 }],
    ["a step round one result", INITIAL_STATE, { type: "move-in-results", step: 1, count: 1 }],
    ["the same drawer", INITIAL_STATE, { type: "open-drawer", drawer: null }],
    ["filters that are clear", INITIAL_STATE, { type: "clear-filters" }],
    ["a step back from the start", INITIAL_STATE, { type: "step-back" }],
    ["the state itself", INITIAL_STATE, { type: "restore", state: INITIAL_STATE }],
  ])("gives the same object back for %s", (_, state, action) => {
    expect(reduce(state, action)).toBe(state);
  });

  test("gives the same object back or one that differs, whatever was done before", () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 25 }), (sequence) => {
        let state = INITIAL_STATE;
        for (const action of sequence) {
          const next = reduce(state, action);
          if (next !== state) expect(next, JSON.stringify(action)).not.toEqual(state);
          state = next;
        }
      }),
    );
  });

  test("never changes the state it is given", () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 25 }), (sequence) => {
        let state = INITIAL_STATE;
        for (const action of sequence) {
          const before = structuredClone(state);
          const next = reduce(state, action);
          expect(state).toEqual(before);
          state = next;
        }
      }),
    );
  });

  test("never traces nothing, and never finds a path from a paper to itself", () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 25 }), (sequence) => {
        const { traced, selected, path } = stateAfter(...sequence);
        expect(traced && selected === null).toBe(false);
        if (path !== null) expect(path.from).not.toBe(path.to);
      }),
    );
  });

  test.each<[string, Action]>([
    ["toggle-group", { type: "toggle-group", group: "two" }],
    ["toggle-evidence", { type: "toggle-evidence", evidence: "likely" }],
  ])("undoes %s by the same again, whatever was done before", (_, toggle) => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 15 }), (sequence) => {
        const state = stateAfter(...sequence);
        expect(reduce(reduce(state, toggle), toggle)).toEqual(state);
      }),
    );
  });

  test("keeps what is hidden sorted, in whatever order it was hidden", () => {
    const groups = ["c", "a", "b"].map((group): Action => ({ type: "toggle-group", group }));
    expect(stateAfter(...groups).hiddenGroups).toEqual(["a", "b", "c"]);
    expect(stateAfter(...groups.toReversed()).hiddenGroups).toEqual(["a", "b", "c"]);
  });

  test("shows one group alone, and all again when that one is asked for once more", () => {
    const alone: Action = { type: "only-group", group: "b", all: ["a", "b", "c"] };
    expect(stateAfter(alone).hiddenGroups).toEqual(["a", "c"]);
    expect(stateAfter(alone, alone).hiddenGroups).toEqual([]);
  });

  test("takes the selection for the start of a path, and the paper picked next for its other end", () => {
    const picking = stateAfter({ type: "select", paper: A }, { type: "start-path" });
    expect(picking.path).toEqual({ from: A, to: null });
    const found = reduce(picking, { type: "select", paper: B });
    expect(found.path).toEqual({ from: A, to: B });
    expect(found.selected).toBe(A);
    expect(reduce(found, { type: "swap-path" }).path).toEqual({ from: B, to: A });
  });

  test("does not take a paper for the other end of its own path", () => {
    const picking = stateAfter({ type: "select", paper: A }, { type: "start-path" });
    expect(reduce(picking, { type: "select", paper: A }).path).toEqual({ from: A, to: null });
  });

  test("leaves a path that is found when another paper is selected", () => {
    const found = stateAfter(
      { type: "select", paper: A },
      { type: "start-path" },
      { type: "select", paper: B },
    );
    const next = reduce(found, { type: "select", paper: C });
    expect([next.selected, next.path]).toEqual([C, null]);
  });

  test("ends a search with the selection it led to, and its trace with the selection", () => {
    const searched = stateAfter({ type: "search", query: "slip" }, { type: "select", paper: A });
    expect(searched.query).toBe("");
    const traced = reduce(searched, { type: "trace", on: true });
    expect(reduce(traced, { type: "select", paper: B }).traced).toBe(true);
    expect(reduce(traced, { type: "select", paper: null }).traced).toBe(false);
  });

  test("begins each search at its first result", () => {
    const moved = stateAfter({ type: "search", query: "a" }, { type: "move-in-results", step: 1, count: 5 });
    expect(moved.searchAt).toBe(1);
    expect(reduce(moved, { type: "search", query: "ab" }).searchAt).toBe(0);
  });

  test("sorts the other way round when the same column is asked for again", () => {
    const once = stateAfter({ type: "sort", key: "venue" });
    expect(reduce(once, { type: "sort", key: "venue" }).sort).toEqual({ key: "venue", descending: true });
    expect(reduce(once, { type: "sort", key: "title" }).sort).toEqual({ key: "title", descending: false });
  });

  test("stays on the day where time was stopped", () => {
    const stopped = stateAfter(
      { type: "play", on: true, from: 18_000 },
      { type: "play", on: false, from: null },
    );
    expect([stopped.playing, stopped.until]).toEqual([false, 18_000]);
  });

  test("clears every filter, the query and the works that were switched off", () => {
    const filtered = stateWith({
      hiddenGroups: ["one"],
      years: [2021, 2021],
      hiddenEvidence: ["likely"],
      intent: "result",
      influentialOnly: true,
      until: 1,
      context: false,
      query: "x",
    });
    expect(reduce(filtered, { type: "clear-filters" })).toEqual(INITIAL_STATE);
  });
});

describe("reduce, stepping back", () => {
  test("undoes drawer, search, running time, path, trace, selection and filters, in this order", () => {
    let state = stateWith({
      drawer: "legend",
      query: "slip",
      playing: true,
      until: 18_000,
      path: { from: A, to: B },
      traced: true,
      selected: A,
      hiddenGroups: ["one"],
      years: [2021, 2022],
    });
    const undone: string[] = [];
    for (let i = 0; i < 7; i++) {
      const next = reduce(state, { type: "step-back" });
      undone.push(
        Object.keys(next)
          .filter((key) => next[key as keyof State] !== state[key as keyof State])
          .filter((key) => key !== "until" || next.until !== state.until)
          .join(" "),
      );
      state = next;
    }
    expect(undone.slice(0, 6)).toEqual(["drawer", "query", "playing", "path", "traced", "selected"]);
    expect(state).toEqual(INITIAL_STATE);
  });

  test("always comes to a state that it leaves alone, and that has nothing left to undo", () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 30 }), (sequence) => {
        let state = stateAfter(...sequence);
        for (let i = 0; i < 8; i++) state = reduce(state, { type: "step-back" });
        expect(reduce(state, { type: "step-back" })).toBe(state);
        expect(isFiltered(state)).toBe(false);
        const { drawer, query, playing, path, traced, selected } = state;
        expect([drawer, query, playing, path, traced, selected]).toEqual([
          null,
          "",
          false,
          null,
          false,
          null,
        ]);
      }),
    );
  });
});

describe("isFiltered", () => {
  test.each<[string, Partial<State>]>([
    ["a hidden group", { hiddenGroups: ["one"] }],
    ["a range of years", { years: [2021, 2022] }],
    ["hidden evidence", { hiddenEvidence: ["likely"] }],
    ["an intent", { intent: "result" }],
    ["influence", { influentialOnly: true }],
    ["the reader's own marks", { mine: "unread" }],
    ["a last day", { until: 1 }],
  ])("says yes to %s", (_, choices) => {
    expect(isFiltered(stateWith(choices))).toBe(true);
  });

  test("says no to the initial state and to a choice of works around the survey alone", () => {
    expect(isFiltered(INITIAL_STATE)).toBe(false);
    expect(isFiltered(stateWith({ context: false }))).toBe(false);
  });
});
