import { collider } from "./collision.ts";
import { coolingRate } from "./cooling.ts";
import { groupPull } from "./group-pull.ts";
import { createKernel, type Kernel } from "./kernel.ts";
import { mortonSorter } from "./morton-order.ts";
import { buildQuadtree, emptyQuadtree } from "./quadtree.ts";
import { gather, repel } from "./repulsion.ts";
import type { Springs } from "./springs.ts";
import { nudgeTwins } from "./twins.ts";

/** How the forces are set; each default is d3-force's own where d3 has one. */
export interface Forces {
  /** Push of a body of charge 1 on another at distance 1, px; 0 for none; default 30. */
  readonly repulsion: number;
  /** How wide a cell of the tree may look to act as one body; 0 for exact pairs; default 0.9. */
  readonly theta: number;
  /** Length springs have at rest, px; default 30. */
  readonly linkLength: number;
  /** Pull to 0,0 for each px of distance; default 0.05. */
  readonly gravity: number;
  /** Pull to the middle of the own group for each px of distance; default 0.1. */
  readonly groupPull: number;
  /** Share of the speed that is lost in a tick; default 0.4. */
  readonly velocityDecay: number;
}

export const FORCES: Forces = {
  repulsion: 30,
  theta: 0.9,
  linkLength: 30,
  gravity: 0.05,
  groupPull: 0.1,
  velocityDecay: 0.4,
};

/** Bodies under forces: a graph, or a coarser picture of one in which a body stands for many papers. */
export interface System {
  readonly count: number;
  readonly springs: Springs;
  /** How much each body pushes; null for 1 each. */
  readonly charges: Float32Array | null;
  /** Null for no collision. */
  readonly radius: Float32Array | null;
  /** -1 for none; null for no groups. */
  readonly group: Int32Array | null;
}

/** One tick after another over the bodies of a kernel. */
export interface Simulation {
  readonly kernel: Kernel;
  /** Adds the forces to the velocities at this heat, slows down and moves the bodies. */
  step(heat: number): void;
}

/** The forces of d3-force over columns: links, repulsion, collision, pull to the middle, in this order. */
export function createSimulation(system: System, forces: Forces, random: () => number): Simulation {
  const { count, charges, radius, group } = system;
  const kernel = createKernel(count, system.springs);
  const { bodies, pushX, pushY } = kernel;
  const sort = mortonSorter(count);
  const tree = emptyQuadtree(count);
  const sortedCharges = charges && new Float32Array(count);
  const collide = radius && collider(radius);
  const gatherGroups = group && groupPull(group);
  const keep = 1 - forces.velocityDecay;

  const repelAll = (heat: number) => {
    let sorted = sort(bodies);
    gather(kernel, sorted, charges, sortedCharges);
    if (nudgeTwins(kernel, sorted, random)) {
      sorted = sort(bodies);
      gather(kernel, sorted, charges, sortedCharges);
    }
    buildQuadtree(tree, sorted, kernel.sortedX, kernel.sortedY, sortedCharges);
    repel(kernel, tree, forces.theta, sortedCharges);
    const push = -forces.repulsion * heat;
    for (let place = 0; place < count; place++) {
      const body = 4 * sorted.order[place]!;
      bodies[body + 2]! += pushX[place]! * push;
      bodies[body + 3]! += pushY[place]! * push;
    }
  };

  return {
    kernel,
    step(heat) {
      kernel.pull(forces.linkLength, heat);
      if (forces.repulsion > 0) repelAll(heat);
      collide?.(bodies);
      gatherGroups?.(bodies, forces.groupPull * heat);
      const gravity = forces.gravity * heat;
      for (let body = 0; body < 4 * count; body += 4) {
        const vx = (bodies[body + 2]! - bodies[body]! * gravity) * keep;
        const vy = (bodies[body + 3]! - bodies[body + 1]! * gravity) * keep;
        bodies[body + 2] = vx;
        bodies[body + 3] = vy;
        bodies[body]! += vx;
        bodies[body + 1]! += vy;
      }
    },
  };
}

/** Steps until the heat has fallen from `from` to COLD; `each` is called after every step. */
export function anneal(simulation: Simulation, from: number, ticks: number, each?: () => void): void {
  const rate = coolingRate(ticks, from);
  let heat = from;
  for (let tick = 0; tick < ticks; tick++) {
    heat -= heat * rate;
    simulation.step(heat);
    each?.();
  }
}
