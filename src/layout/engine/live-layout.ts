import type { EngineGraph } from "./engine-graph.ts";
import { settling } from "./settle.ts";

/** A graph to settle; seed 1 unless another is named. */
export interface LayoutRequest {
  readonly graph: EngineGraph;
  readonly seed?: number;
}

/** Where the papers are now. */
export interface LayoutAnswer {
  /** x, y of each paper, px around 0,0; a copy that the receiver may keep. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** True of the last answer to a request. */
  readonly settled: boolean;
}

export interface LayoutEffects {
  readonly post: (answer: LayoutAnswer) => void;
  /** Ms. */
  readonly now: () => number;
  /** Calls back after other events have had their turn. */
  readonly later: (work: () => void) => void;
}

/** Ms between two answers, and ms of work before others have their turn. */
const INTERVAL = 100;
const SLICE = 40;

/**
 * A layout that settles in slices and answers with places as they get better, at most ten times a second,
 * then with the settled ones. A second graph takes the place of the first.
 */
export function liveLayout({ post, now, later }: LayoutEffects): (request: LayoutRequest) => void {
  let steps: Generator<Float32Array, Float32Array, undefined> | null = null;
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
    });
  };
  const settleOn = (current: Generator<Float32Array, Float32Array, undefined>) => {
    const begin = now();
    let places: Float32Array;
    do {
      const { done, value } = current.next();
      if (done) {
        steps = null;
        return send(value, true);
      }
      places = value;
    } while (now() - begin < SLICE);
    if (now() - posted >= INTERVAL) send(places, false);
    wait();
  };

  return ({ graph, seed = 1 }) => {
    steps = settling(graph, { seed });
    posted = Number.NEGATIVE_INFINITY;
    wait();
  };
}
