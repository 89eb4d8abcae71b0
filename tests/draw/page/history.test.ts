import { expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { addressBar } from "../../../src/draw/page/history.ts";
import { INITIAL_STATE, type State } from "../../../src/view/state/state.ts";
import { stateWith } from "../../view/models.ts";

/** A window that remembers what was done to its history, with a button to go back. */
function recordingWindow() {
  const done: string[] = [];
  let goBack = () => {};
  const window = {
    location: { pathname: "/map/", search: "", hash: "#paper=A" },
    addEventListener: (_: string, listener: () => void) => {
      goBack = listener;
    },
    history: {
      pushState: (_: unknown, __: string, url: string) => done.push(`push ${url}`),
      replaceState: (_: unknown, __: string, url: string) => done.push(`replace ${url}`),
    },
  };
  return { window: window as unknown as Window, done, goBack: () => goBack() };
}

function written(...states: State[]): string[] {
  const { window, done } = recordingWindow();
  const bar = addressBar(window, INITIAL_STATE, () => INITIAL_STATE);
  for (const state of states) bar.write(state);
  return done;
}

test("addressBar makes a selection, a view and a choice of links steps of their own", () => {
  const selected = stateWith({ selected: paperId("A") });
  const table = { ...selected, view: "table" as const };
  const skeleton = { ...table, links: "skeleton" as const };
  expect(written(selected, table, skeleton)).toEqual([
    "push #paper=A",
    "push #view=table&paper=A",
    "push #view=table&paper=A&links=skeleton",
  ]);
});

test.each<[string, State, State, string]>([
  ["a query that is typed", stateWith({ query: "s" }), stateWith({ query: "sl" }), "#q=sl"],
  [
    "a range of years",
    stateWith({ years: [2020, 2021] }),
    stateWith({ years: [2020, 2022] }),
    "#years=2020-2022",
  ],
  ["time that runs", stateWith({ until: 0 }), stateWith({ until: 1 }), "#until=1970-01-02"],
  ["key routes", stateWith({ keyRoutes: 1 }), stateWith({ keyRoutes: 2 }), "#routes=2"],
])("addressBar changes the address in place for %s", (_, first, second, url) => {
  expect(written(first, second).at(-1)).toBe(`replace ${url}`);
});

test("addressBar writes nothing for what is not in the address", () => {
  expect(written(stateWith({ pointed: paperId("A") }), stateWith({ drawer: "legend" }))).toEqual([]);
});

test("addressBar gives the bare page back for the initial state", () => {
  expect(written(stateWith({ view: "table" }), INITIAL_STATE).at(-1)).toBe("push /map/");
});

test("addressBar tells what stands behind # when the reader goes back, and does not write it again", () => {
  const { window, done, goBack } = recordingWindow();
  const arrived: string[] = [];
  const before = stateWith({ selected: paperId("A") });
  const bar = addressBar(window, INITIAL_STATE, (hash) => {
    arrived.push(hash);
    return before;
  });
  bar.write(stateWith({ view: "table" }));
  goBack();
  bar.write(before);
  expect(arrived).toEqual(["#paper=A"]);
  expect(done).toEqual(["push #view=table"]);
});
