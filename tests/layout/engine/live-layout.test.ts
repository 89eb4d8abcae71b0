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
  ask({ graph, seed: 3 });
  rest();
  expect(answers.length).toBeGreaterThan(3);
  expect(answers.map(({ settled }) => settled)).toEqual(answers.map((_, i) => i === answers.length - 1));
  expect(answers.at(-1)?.positions).toEqual(settle(graph, { seed: 3 }));
  const waits = answers.slice(1, -1).map(({ at }, i) => at - (answers[i]?.at ?? 0));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(100);
});

test("liveLayout answers with copies, which may be given away while it goes on", () => {
  const { ask, answers, rest, turn } = recorded();
  ask({ graph });
  while (answers.length < 2) turn();
  for (const { positions } of answers) structuredClone(positions.buffer, { transfer: [positions.buffer] });
  rest();
  expect(answers.at(-1)?.positions).toEqual(settle(graph));
});

test("liveLayout starts over with a second graph", () => {
  const { ask, answers, rest, turn } = recorded();
  ask({ graph });
  turn();
  const other = syntheticGraph({ papers: 50, citations: 200 });
  ask({ graph: other });
  rest();
  expect(answers.at(-1)?.positions).toEqual(settle(other));
  expect(answers.filter(({ settled }) => settled)).toHaveLength(1);
});
