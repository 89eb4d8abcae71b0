import { seededRandom } from "../by-id.ts";
import { createSimulation, FORCES } from "./simulation.ts";
import type { Springs } from "./springs.ts";

/** Pull of each paper to where it was settled, for each px; its links pull against it. */
const HOME_PULL = 0.08;
/** Ticks after release in which papers return to within a thousandth of their way. */
const TICKS = 60;

/** A settled layout that yields where papers are dragged and stays as it is everywhere else. */
export interface Sheet {
  /** x, y of each paper, px; one array, rewritten by each tick. */
  readonly positions: Float32Array;
  /** One step; false once all is at rest, and then nothing moves until the next `pin`. */
  tick(): boolean;
  /** Holds the paper at this place; those it is linked with follow, the more the less else holds them. */
  pin(paper: number, x: number, y: number): void;
  /** Lets the paper stay where it was dropped: that place is its home from now on. */
  release(paper: number): void;
}

/**
 * An elastic sheet over the settled places (x, y pairs, which it copies) of bodies that springs join. It computes with
 * how far they are from home: links at their settled length are springs of length 0 there, and home is the middle.
 */
export function elasticSheet(springs: Springs, settled: Float32Array): Sheet {
  const count = settled.length / 2;
  const homes = settled.slice();
  const positions = settled.slice();
  const simulation = createSimulation(
    { count, springs, charges: null, radius: null, group: null },
    { ...FORCES, repulsion: 0, linkLength: 0, gravity: HOME_PULL },
    seededRandom(1),
  );
  const away = simulation.kernel.bodies;
  const held = new Map<number, { readonly x: number; readonly y: number }>();
  let ticksLeft = 0;
  const hold = (paper: number, x: number, y: number) =>
    away.set([x - homes[2 * paper]!, y - homes[2 * paper + 1]!, 0, 0], 4 * paper);
  const show = () => {
    for (let i = 0; i < count; i++) {
      positions[2 * i] = homes[2 * i]! + away[4 * i]!;
      positions[2 * i + 1] = homes[2 * i + 1]! + away[4 * i + 1]!;
    }
    // Exactly, which a sum of rounded numbers is not.
    for (const [paper, { x, y }] of held) positions.set([x, y], 2 * paper);
  };

  return {
    positions,
    tick() {
      if (ticksLeft === 0) return false;
      if (held.size === 0) ticksLeft--;
      simulation.step(1);
      for (const [paper, { x, y }] of held) hold(paper, x, y);
      if (ticksLeft === 0) away.fill(0);
      show();
      return ticksLeft > 0;
    },
    pin(paper, x, y) {
      if (!(paper >= 0 && paper < count)) {
        throw new RangeError(`no paper ${paper} to pin; there are ${count}`);
      }
      held.set(paper, { x, y });
      hold(paper, x, y);
      ticksLeft = TICKS;
    },
    release(paper) {
      const place = held.get(paper);
      if (!place) return;
      held.delete(paper);
      homes.set([place.x, place.y], 2 * paper);
      away.fill(0, 4 * paper, 4 * paper + 4);
    },
  };
}
