import { expect, test } from "vitest";
import { syntheticGraph } from "../../../scripts/bench/synthetic-graph.ts";
import { type LayoutAnswer, liveLayout } from "../../../src/layout/engine/live-layout.ts";
import { settle } from "../../../src/layout/engine/settle.ts";

const graph = syntheticGraph({ papers: 300, citations: 1_500 });

/** A live layout on a clock of its own, on which a look at the time takes 15 ms. */
function recorded() {
  const answers: (LayoutAnswer & { readonly at: number })[] = [];
  const waiting: (() => void)[] = [];
  let clock = 0;
  const ask = liveLayout({
    post: (answer) => answers.push({ ...answer, at: clock }),
    now: () => {
      clock += 15;
      return clock;
    },
    later: (work) => waiting.push(work),
  });
  const rest = () => {
    for (let turns = 0; waiting.length > 0; turns++) {
      expect(turns).toBeLessThan(5_000);
      waiting.shift()?.();
    }
  };
  return { ask, answers, rest, turn: () => waiting.shift()?.() };
}

test("liveLayout answers with better and better places, at most ten times a second, and lastly the settled ones", () => {
  const { ask, answers, rest } = recorded();
  ask({ type: "settle", graph, seed: 3 });
  rest();
  expect(answers.length).toBeGreaterThan(3);
  expect(answers.map(({ settled }) => settled)).toEqual(answers.map((_, i) => i === answers.length - 1));
  expect(answers.at(-1)?.positions).toEqual(settle(graph, { seed: 3 }));
  const waits = answers.slice(1, -1).map(({ at }, i) => at - (answers[i]?.at ?? 0));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(100);
});

test("liveLayout answers with copies, which may be given away", () => {
  const { ask, answers, rest } = recorded();
  ask({ type: "settle", graph });
  rest();
  for (const { positions } of answers) structuredClone(positions.buffer, { transfer: [positions.buffer] });
  ask({ type: "pin", paper: 0, x: 1, y: 2 });
  ask({ type: "release", paper: 0 });
  rest();
  expect(answers.at(-1)?.positions.length).toBe(600);
});

test("liveLayout moves what is dragged and comes to rest when it is let go", () => {
  const { ask, answers, rest, turn } = recorded();
  ask({ type: "settle", graph });
  rest();
  const before = answers.length;
  ask({ type: "pin", paper: 7, x: 900, y: -900 });
  for (let i = 0; i < 20; i++) turn();
  expect(answers.length).toBeGreaterThan(before);
  expect([...(answers.at(-1)?.positions.subarray(14, 16) ?? [])]).toEqual([900, -900]);
  ask({ type: "release", paper: 7 });
  rest();
  expect(answers.slice(before).every(({ settled }) => settled)).toBe(true);
});

test("liveLayout lets papers be dragged from places it was given, without settling first", () => {
  const { ask, answers, rest, turn } = recorded();
  const positions = settle(graph);
  ask({ type: "take", graph, positions });
  rest();
  expect(answers).toEqual([]);
  ask({ type: "pin", paper: 3, x: 50, y: 60 });
  for (let i = 0; i < 5; i++) turn();
  expect([...(answers.at(-1)?.positions.subarray(6, 8) ?? [])]).toEqual([50, 60]);
});

test("liveLayout ignores a drag before there is a layout, and starts over with a second graph", () => {
  const { ask, answers, rest, turn } = recorded();
  ask({ type: "pin", paper: 0, x: 0, y: 0 });
  rest();
  expect(answers).toEqual([]);
  ask({ type: "settle", graph });
  turn();
  const other = syntheticGraph({ papers: 50, citations: 200 });
  ask({ type: "settle", graph: other });
  rest();
  expect(answers.at(-1)?.positions).toEqual(settle(other));
});
