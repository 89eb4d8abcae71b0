import { contours, polygonContains, polygonHull } from "d3";
import { type Box, dotBox, enclosing, LABEL_HEIGHT, type LabelSide, labelBox, sharedArea } from "./boxes.ts";
import type { LayoutGroup, LayoutPaper, Point } from "./input.ts";
import { type Segment, separationFrom, spanningTree } from "./spanning-tree.ts";

/** The field of one group: a soft outline around its papers. */
export interface Region {
  readonly group: string;
  /** Closed outlines (the first point is not repeated), holes included; fill with the even-odd rule. */
  readonly rings: readonly (readonly Point[])[];
  /** Middle of the title, clear of dots and labels where there is room. */
  readonly anchor: Point;
  /** The papers inside, as places in the list given. */
  readonly papers: readonly number[];
}

/** Between a dot's rim and the outline, px. */
const PADDING = 22;
/** Half the width of the neck between two papers of a group, px. */
const NECK = 13;
/** Papers farther apart than this have an outline each, px: a neck across the map would say nothing. */
const REACH = 300;
/** How far an outline keeps from the rim of a paper that is not its own, px. */
const BERTH = 5;
/** How round two shapes flow into each other, px. */
const SOFTNESS = 9;
/** Beyond this distance from an outline a dot has no part in it, px. */
const FADE = 60;
/** Cell of the grid the outline is read from, px, unless there would be too many. */
const CELL = 6;
const MOST_CELLS = 16_000;

/**
 * Regions for the groups of a placed network, in the order of `groups` (others by name after them). The
 * outline is the zero line of a smooth distance: near to the group's dots and to the shortest tree
 * between them, and off the dots of others, so that it holds what belongs to it and, where dots leave
 * room, nothing else (in the manner of Collins, Penn & Carpendale's Bubble Sets, 2009).
 */
export function regionsOf(
  papers: readonly LayoutPaper[],
  positions: Float64Array,
  { groups, labelSides = [] }: { groups: readonly LayoutGroup[]; labelSides?: readonly LabelSide[] },
): Region[] {
  const at = (i: number): Point => ({ x: positions[2 * i] ?? 0, y: positions[2 * i + 1] ?? 0 });
  const members = new Map<string, number[]>(groups.map((group) => [group.id, []]));
  const strangers = new Set<string>();
  papers.forEach(({ group }, i) => {
    if (group === null) return;
    if (!members.has(group)) strangers.add(group);
    members.set(group, [...(members.get(group) ?? []), i]);
  });
  const order = [...groups.map((group) => group.id), ...[...strangers].sort()];
  const widths = new Map(groups.map((group) => [group.id, group.titleWidth]));
  const taken = papers.flatMap((paper, i) => {
    const label = labelBox(paper, at(i), labelSides[i] ?? "right");
    const dot = dotBox(at(i), paper.radius, 2);
    return label ? [dot, label] : [dot];
  });
  const regions: Region[] = [];
  for (const group of order) {
    const own = members.get(group) ?? [];
    if (own.length === 0) continue;
    const rings = outline(papers, own, at);
    const anchor = anchorOf(rings, widths.get(group) ?? 0, taken);
    taken.push(titleAt(anchor, widths.get(group) ?? 0));
    regions.push({ group, rings, anchor, papers: own });
  }
  return regions;
}

function outline(
  papers: readonly LayoutPaper[],
  own: readonly number[],
  at: (i: number) => Point,
): Point[][] {
  const radius = (i: number) => papers[i]?.radius ?? 0;
  const frame = enclosing(own.map((i) => dotBox(at(i), radius(i), PADDING + 3 * CELL + SOFTNESS)));
  const area = (frame.x1 - frame.x0) * (frame.y1 - frame.y0);
  const cell = Math.max(CELL, Math.sqrt(area / MOST_CELLS));
  const columns = Math.ceil((frame.x1 - frame.x0) / cell) + 1;
  const rows = Math.ceil((frame.y1 - frame.y0) / cell) + 1;
  const tree = spanningTree(own.map(at)).filter(({ length }) => length <= REACH);
  const whole = tree.length === own.length - 1;
  const hull = whole && own.length > 2 ? polygonHull(own.map((i) => [at(i).x, at(i).y])) : null;
  const inFrame = (i: number) => {
    const { x, y } = at(i);
    return x > frame.x0 - 40 && x < frame.x1 + 40 && y > frame.y0 - 40 && y < frame.y1 + 40;
  };
  const mine = new Set(own);
  // Works around the survey are many and small: an outline that dodged each would look eaten.
  const others = papers.flatMap(({ role, group }, i) =>
    !mine.has(i) && role === "survey" && group !== null && inFrame(i) ? [i] : [],
  );
  // The full shape reads best; where a foreign paper is in it, only the tree is drawn.
  const full = hull && !others.some((i) => polygonContains(hull, [at(i).x, at(i).y])) ? hull : null;
  const necks = full ? full.map((point, i) => segmentOf(point, full[(i + 1) % full.length] ?? point)) : tree;
  const discs = own.map((i) => ({ ...at(i), reach: radius(i) + PADDING }));
  const strangers = others.map((i) => ({ ...at(i), reach: radius(i) + BERTH }));
  const values = new Array<number>(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = frame.y0 + row * cell;
    const nearDiscs = discs.filter((disc) => Math.abs(y - disc.y) < disc.reach + FADE);
    const nearNecks = necks.filter(
      ({ from, to }) => y > Math.min(from.y, to.y) - NECK - FADE && y < Math.max(from.y, to.y) + NECK + FADE,
    );
    for (let column = 0; column < columns; column++) {
      const x = frame.x0 + column * cell;
      let near = 0;
      for (const { x: px, y: py, reach } of nearDiscs) {
        const square = (x - px) ** 2 + (y - py) ** 2;
        if (square < (reach + FADE) ** 2) near += Math.exp((reach - Math.sqrt(square)) / SOFTNESS);
      }
      for (const { from, to } of nearNecks) {
        const gap = separationFrom(x, y, from, to);
        if (gap < NECK + FADE) near += Math.exp((NECK - gap) / SOFTNESS);
      }
      if (full && polygonContains(full, [x, y])) near += Math.exp(NECK / SOFTNESS);
      // Far outside nothing changes the outline, and a logarithm of nothing would be no number.
      let depth = near > 1e-3 ? SOFTNESS * Math.log(near) : -FADE;
      if (depth > -2 * cell) {
        for (const { x: px, y: py, reach } of strangers) {
          const square = (x - px) ** 2 + (y - py) ** 2;
          if (square < (reach + depth) ** 2 || square < reach ** 2)
            depth = Math.min(depth, Math.sqrt(square) - reach);
        }
      }
      values[row * columns + column] = depth;
    }
  }
  const [shape] = contours().size([columns, rows]).thresholds([0])(values);
  // d3 counts from the cells' corners, and values are at their centres.
  const toPlane = ([x = 0, y = 0]: number[]): Point => ({
    x: frame.x0 + (x - 0.5) * cell,
    y: frame.y0 + (y - 0.5) * cell,
  });
  return (shape?.coordinates ?? []).flatMap((polygon) =>
    polygon.map((ring) => smooth(ring.slice(0, -1).map(toPlane))).filter((ring) => ring.length > 3),
  );
}

function segmentOf([x0, y0]: [number, number], [x1, y1]: [number, number]): Segment {
  return { from: { x: x0, y: y0 }, to: { x: x1, y: y1 }, length: Math.hypot(x1 - x0, y1 - y0) };
}

/** One round of corner cutting (Chaikin 1974). */
function smooth(ring: readonly Point[]): Point[] {
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length] as Point;
    return [
      { x: 0.75 * point.x + 0.25 * next.x, y: 0.75 * point.y + 0.25 * next.y },
      { x: 0.25 * point.x + 0.75 * next.x, y: 0.25 * point.y + 0.75 * next.y },
    ];
  });
}

function titleAt({ x, y }: Point, width: number): Box {
  const half = LABEL_HEIGHT / 2;
  return { x0: x - width / 2, y0: y - half, x1: x + width / 2, y1: y + half };
}

/** The place on the outline where a title hides least; above is better than below, below than beside. */
function anchorOf(rings: readonly (readonly Point[])[], width: number, taken: readonly Box[]): Point {
  const ring = rings.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const box = enclosing(ring.map(({ x, y }) => ({ x0: x, y0: y, x1: x, y1: y })));
  const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
  let best: Point = { x: middle.x, y: box.y0 - LABEL_HEIGHT / 2 };
  let least = Infinity;
  for (let i = 0; i < ring.length; i += 4) {
    const { x, y } = ring[i] as Point;
    const [dx, dy] = [x - middle.x, y - middle.y];
    const length = Math.hypot(dx, dy) || 1;
    const anchor = {
      x: x + (dx / length) * (width / 2) * Math.abs(dx / length),
      y: y + (dy / length) * (LABEL_HEIGHT / 2 + 2),
    };
    const title = titleAt(anchor, width + 6);
    let hidden = 0;
    for (const other of taken) {
      hidden += sharedArea(title, other);
      if (hidden >= least) break;
    }
    const cost = hidden + 40 * Math.abs(dx / length) + (dy > 0 ? 15 : 0);
    if (cost < least) [best, least] = [anchor, cost];
  }
  return best;
}
