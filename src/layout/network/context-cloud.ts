import { forceCollide, forceManyBody, forceSimulation, type SimulationNodeDatum } from "d3";
import type { LayoutPaper } from "../input.ts";
import { moveToFreeSpots } from "./free-spot.ts";
import { type Part, separate } from "./separate.ts";

/** Pull of a work toward the middle of the papers it is linked with. */
const PULL = 0.12;
/** How strongly such works push each other, and how far, px: enough for a loose cloud. */
const CHARGE = -14;
const CHARGE_REACH = 80;
/** Clear space around a dot, px. */
const PADDING = 2;
const TICKS = 80;

interface Work extends SimulationNodeDatum {
  readonly place: number;
  readonly homeX: number;
  readonly homeY: number;
}

/**
 * Places the works in `context` (changing their `positions`) near the middle of what they are linked with,
 * clear of each other and of `obstacles`, which do not move. A work without links goes below everything; one
 * that `stays` keeps its place.
 */
export function placeContext(
  papers: readonly LayoutPaper[],
  positions: Float64Array,
  {
    context,
    obstacles,
    linked,
    stays,
  }: {
    readonly context: readonly number[];
    readonly obstacles: readonly Part[];
    readonly linked: readonly (readonly number[])[];
    readonly stays: (place: number) => boolean;
  },
): void {
  if (context.length === 0) return;
  const among = new Set(context);
  let lowest = 0;
  for (const { body, dy, halfHeight } of obstacles) {
    lowest = Math.max(lowest, (positions[2 * body + 1] ?? 0) + dy + halfHeight);
  }
  const works = context.map((place, i): Work => {
    const friends = (linked[place] ?? []).filter((friend) => !among.has(friend));
    let [homeX, homeY] = [0, lowest + 60];
    if (friends.length > 0) {
      homeX = friends.reduce((sum, friend) => sum + (positions[2 * friend] ?? 0), 0) / friends.length;
      homeY = friends.reduce((sum, friend) => sum + (positions[2 * friend + 1] ?? 0), 0) / friends.length;
    }
    if (stays(place)) {
      const [x, y] = [positions[2 * place] ?? 0, positions[2 * place + 1] ?? 0];
      return { place, homeX: x, homeY: y, x, y, fx: x, fy: y };
    }
    // A sunflower around home, so that works with the same friends start apart.
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    return { place, homeX, homeY, x: homeX + 6 * Math.cos(angle), y: homeY + 6 * Math.sin(angle) };
  });
  const toHome = (alpha: number) => {
    for (const work of works) {
      work.vx = (work.vx ?? 0) + (work.homeX - (work.x ?? 0)) * PULL * alpha;
      work.vy = (work.vy ?? 0) + (work.homeY - (work.y ?? 0)) * PULL * alpha;
    }
  };
  const radius = ({ place }: Work) => (papers[place]?.radius ?? 0) + PADDING;
  forceSimulation(works)
    .force("home", toHome)
    .force("charge", forceManyBody<Work>().strength(CHARGE).distanceMax(CHARGE_REACH))
    .force("room", forceCollide<Work>(radius))
    .stop()
    .tick(TICKS);
  for (const work of works) positions.set([work.x ?? 0, work.y ?? 0], 2 * work.place);

  const dots = works.map((work): Part => {
    const half = radius(work);
    return { body: work.place, dx: 0, dy: 0, halfWidth: half, halfHeight: half };
  });
  const parts = [...obstacles, ...dots];
  const moves = (place: number) => among.has(place) && !stays(place);
  separate(positions, parts, (place) => (moves(place) ? 1 : 0), 60);
  moveToFreeSpots(positions, parts, context.filter(moves));
}
