import {
  forceCollide,
  forceLink,
  forceSimulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3";
import type { LayoutLink, LayoutPaper } from "../input.ts";

/** Pull of each paper to where it was settled. */
const HOME_PULL = 0.08;
/** Pull of a link toward its settled length. */
const LINK_PULL = 0.12;
/** The heat while a paper is held and when it is let go. */
const DRAG_HEAT = 0.35;

/** A settled network that yields elastically while papers are dragged. */
export interface NetworkSimulation {
  /** x, y of each paper in the order given, px; the same array, changed by `tick`. */
  readonly positions: Float64Array;
  /** One step; false once everything is at rest again, and then nothing moves until the next `pin`. */
  tick(): boolean;
  /** Holds the paper at this place; its neighbours follow a little. */
  pin(paper: number, x: number, y: number): void;
  /** Lets the paper stay where it was dropped: that place is its home from now on. */
  release(paper: number): void;
  /** Lets papers go back to where they were settled. */
  restore(papers: Iterable<number>): void;
}

interface Body extends SimulationNodeDatum {
  homeX: number;
  homeY: number;
  readonly radius: number;
}

/**
 * An elastic sheet over a settled layout: every paper is pulled to its settled place and every link to its
 * settled length, so nothing moves until something is dragged. Survey papers do not feel related works.
 */
export function createNetworkSimulation(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  settled: Float64Array,
): NetworkSimulation {
  const positions = Float64Array.from(settled);
  const bodies = papers.map((paper, i): Body => {
    const [x, y] = [settled[2 * i] ?? 0, settled[2 * i + 1] ?? 0];
    return { homeX: x, homeY: y, x, y, radius: paper.radius };
  });
  const springs = links.flatMap(({ citing, cited }) => {
    const [a, b] = [bodies[citing], bodies[cited]];
    if (!a || !b || a === b) return [];
    const quiet = papers[citing]?.role !== papers[cited]?.role;
    return [{ source: a, target: b, length: homeDistance(a, b), pull: quiet ? LINK_PULL / 8 : LINK_PULL }];
  });
  const home = (alpha: number) => {
    for (const body of bodies) {
      body.vx = (body.vx ?? 0) + (body.homeX - (body.x ?? 0)) * HOME_PULL * alpha;
      body.vy = (body.vy ?? 0) + (body.homeY - (body.y ?? 0)) * HOME_PULL * alpha;
    }
  };
  const pulls = forceLink<Body, SimulationLinkDatum<Body> & { length: number; pull: number }>(springs)
    .distance((spring) => spring.length)
    .strength((spring) => spring.pull);
  const held = new Set<number>();
  /** Links rest at the length between the homes of their ends, or they would pull a paper from where it was put. */
  const relax = (body: Body) => {
    for (const spring of springs) {
      if (spring.source === body || spring.target === body)
        spring.length = homeDistance(spring.source, spring.target);
    }
    pulls.distance((spring) => spring.length);
  };
  const simulation = forceSimulation(bodies)
    .force("home", home)
    .force("links", pulls)
    .force("room", forceCollide<Body>((body) => body.radius + 1).strength(0.5))
    .stop();
  simulation.alpha(0);

  return {
    positions,
    tick() {
      if (simulation.alpha() < simulation.alphaMin()) return false;
      simulation.tick();
      bodies.forEach((body, i) => {
        positions[2 * i] = body.x ?? 0;
        positions[2 * i + 1] = body.y ?? 0;
      });
      return simulation.alpha() >= simulation.alphaMin();
    },
    pin(paper, x, y) {
      const body = bodies[paper];
      if (!body) return;
      held.add(paper);
      Object.assign(body, { fx: x, fy: y });
      simulation.alphaTarget(DRAG_HEAT).alpha(Math.max(simulation.alpha(), DRAG_HEAT));
    },
    release(paper) {
      const body = bodies[paper];
      if (!body || !held.delete(paper)) return;
      Object.assign(body, { homeX: body.fx ?? body.x, homeY: body.fy ?? body.y, fx: null, fy: null });
      relax(body);
      if (held.size === 0) simulation.alphaTarget(0);
    },
    restore(papers) {
      for (const paper of papers) {
        const body = bodies[paper];
        if (!body) continue;
        held.delete(paper);
        const [homeX, homeY] = [settled[2 * paper] ?? 0, settled[2 * paper + 1] ?? 0];
        Object.assign(body, { homeX, homeY, fx: null, fy: null });
        relax(body);
      }
      if (held.size === 0) simulation.alphaTarget(0);
      // Hot enough to bring the farthest home before it cools.
      simulation.alpha(1);
    },
  };
}

function homeDistance(a: Body, b: Body): number {
  return Math.hypot(a.homeX - b.homeX, a.homeY - b.homeY);
}
