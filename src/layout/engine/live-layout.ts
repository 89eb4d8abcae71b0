import type { EngineGraph } from "./engine-graph.ts";
import { settling } from "./settle.ts";
import { createSheet, type Sheet } from "./sheet.ts";

/** What a layout is told: a graph to settle, or one with its places (x, y pairs), then what is dragged. */
export type LayoutRequest =
  | { readonly type: "settle"; readonly graph: EngineGraph; readonly seed?: number }
  | { readonly type: "take"; readonly graph: EngineGraph; readonly positions: Float32Array }
  | { readonly type: "pin"; readonly paper: number; readonly x: number; readonly y: number }
  | { readonly type: "release"; readonly paper: number };

/** Where the papers are now. */
export interface LayoutAnswer {
  /** x, y of each paper, px around 0,0; a copy that the receiver may keep. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** True from the end of settling on, also for what dragging moves later. */
  readonly settled: boolean;
}

export interface LayoutEffects {
  readonly post: (answer: LayoutAnswer) => void;
  /** Ms. */
  readonly now: () => number;
  /** Calls back after other events have had their turn. */
  readonly later: (work: () => void) => void;
}

/** Ms between two answers while settling and while dragging, and ms of work before others have their turn. */
const SETTLING_INTERVAL = 100;
const DRAGGING_INTERVAL = 30;
const SLICE = 40;

/**
 * A layout that settles in slices and answers with places as they get better, at most ten times a second,
 * then with the settled ones; after that papers follow what is dragged, until all is at rest again.
 * A second graph takes the place of the first.
 */
export function liveLayout({ post, now, later }: LayoutEffects): (request: LayoutRequest) => void {
  let steps: Generator<Float32Array, Float32Array, undefined> | null = null;
  let graph: EngineGraph | null = null;
  let settled: Float32Array | null = null;
  let sheet: Sheet | null = null;
  let posted = Number.NEGATIVE_INFINITY;
  let isWaiting = false;

  const send = (positions: Float32Array, isSettled: boolean) => {
    posted = now();
    post({ positions: Float32Array.from(positions), settled: isSettled });
  };
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      if (steps) settleOn(steps);
      else if (sheet) moveOn(sheet);
    });
  };
  const settleOn = (current: Generator<Float32Array, Float32Array, undefined>) => {
    const begin = now();
    let places: Float32Array;
    do {
      const { done, value } = current.next();
      if (done) {
        steps = null;
        settled = value;
        return send(value, true);
      }
      places = value;
    } while (now() - begin < SLICE);
    if (now() - posted >= SETTLING_INTERVAL) send(places, false);
    wait();
  };
  const moveOn = (current: Sheet) => {
    const moves = current.tick();
    if (!moves || now() - posted >= DRAGGING_INTERVAL) send(current.positions, true);
    if (moves) wait();
  };

  const start = (of: EngineGraph) => {
    [graph, steps, settled, sheet] = [of, null, null, null];
    posted = Number.NEGATIVE_INFINITY;
  };

  return (request) => {
    if (request.type === "settle") {
      start(request.graph);
      steps = settling(request.graph, { seed: request.seed ?? 1 });
    } else if (request.type === "take") {
      start(request.graph);
      settled = request.positions;
    } else if (request.type === "pin" && graph && settled) {
      // Made when first needed: most maps are looked at and never dragged.
      sheet ??= createSheet(graph, settled);
      sheet.pin(request.paper, request.x, request.y);
    } else if (request.type === "release") sheet?.release(request.paper);
    if (steps || sheet) wait();
  };
}
