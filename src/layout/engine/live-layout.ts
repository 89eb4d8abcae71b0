import type { Engine } from "./engine.ts";
import type { EngineGraph } from "./engine-graph.ts";
import { settling } from "./settle.ts";

/** What a layout is told: the graph once, then what is dragged. */
export type LayoutRequest =
  | { readonly type: "settle"; readonly graph: EngineGraph; readonly seed?: number }
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
 * then with the settled ones; after that it moves while papers are held and until they are at rest again.
 * A second "settle" takes the place of the first.
 */
export function liveLayout({ post, now, later }: LayoutEffects): (request: LayoutRequest) => void {
  let steps: Generator<Float32Array, Engine, undefined> | null = null;
  let engine: Engine | null = null;
  let posted = Number.NEGATIVE_INFINITY;
  let isWaiting = false;

  const send = (positions: Float32Array, settled: boolean) => {
    posted = now();
    post({ positions: Float32Array.from(positions), settled });
  };
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      if (steps) settleOn(steps);
      else if (engine) moveOn(engine);
    });
  };
  const settleOn = (current: Generator<Float32Array, Engine, undefined>) => {
    const begin = now();
    let places: Float32Array;
    do {
      const { done, value } = current.next();
      if (done) {
        steps = null;
        engine = value;
        return send(value.positions, true);
      }
      places = value;
    } while (now() - begin < SLICE);
    if (now() - posted >= SETTLING_INTERVAL) send(places, false);
    wait();
  };
  const moveOn = (current: Engine) => {
    const moves = current.tick();
    if (!moves || now() - posted >= DRAGGING_INTERVAL) send(current.positions, true);
    if (moves) wait();
  };

  return (request) => {
    if (request.type === "settle") {
      const { graph, seed = 1 } = request;
      steps = settling(graph, { seed });
      engine = null;
      posted = Number.NEGATIVE_INFINITY;
    } else if (request.type === "pin") engine?.pin(request.paper, request.x, request.y);
    else engine?.release(request.paper);
    wait();
  };
}
