import {
  type Force,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3";
import { seededRandom } from "../by-id.ts";
import type { LayoutLink, LayoutPaper, Point } from "../input.ts";
import { circularOrder } from "./circular-order.ts";

/** Length of a link without its dots, px: room for a label between two papers. */
const LINK_LENGTH = 150;
/** How strongly papers push each other, and how far, px. */
const CHARGE = -1300;
const CHARGE_REACH = 700;
/** Pull to the middle of the paper's group, and of all to the middle of the picture. */
const GROUP_PULL = 0.22;
const MIDDLE_PULL = 0.05;
/** Rounds of the simulation: d3's own cooling from 1 to 0.001. */
const TICKS = 300;
const WARM_TICKS = 120;
/** A small map is not blown up beyond this. */
const MOST_STRETCH = 1.5;
/** The share of the plane that labels may take before it grows. */
const LABEL_SHARE = 0.25;
/** Length of the bond that holds a paper without links to the others of its group, px. */
const KIN_LENGTH = 90;

interface Body extends SimulationNodeDatum {
  readonly paper: LayoutPaper;
}

/**
 * Positions (x, y pairs) of the papers of a survey under d3's forces: links pull, all push, groups gather.
 * Cold start: groups surround the most important paper, which ends at 0,0, and the picture is turned and
 * stretched toward `size`. Papers with a place in `pinned` keep it exactly, and the others start beside what
 * they are linked with.
 */
export function settleSurvey(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  pinned: readonly (Point | null)[],
  {
    groups,
    size,
    seed,
  }: { groups: readonly string[]; size: { width: number; height: number }; seed: number },
): Float64Array {
  const positions = new Float64Array(2 * papers.length);
  if (papers.length === 0) return positions;
  const root = mostImportant(papers);
  const warm = pinned.some((point) => point !== null);
  const bodies: Body[] = papers.map((paper) => ({ paper }));
  if (warm) startBeside(bodies, links, pinned);
  else startAround(bodies, links, root, groups);

  const random = seededRandom(seed);
  const simulation = forceSimulation(bodies)
    .randomSource(random)
    .force(
      "charge",
      forceManyBody<Body>()
        .strength(({ paper }) => CHARGE * (0.6 + paper.radius / 20))
        .distanceMax(CHARGE_REACH),
    )
    .force(
      "links",
      forceLink<Body, SimulationLinkDatum<Body> & { length: number }>([
        ...links.map(({ citing, cited }) => ({
          source: citing,
          target: cited,
          length: sameGroup(papers, citing, cited) ? 0.75 * LINK_LENGTH : LINK_LENGTH,
        })),
        ...bondsOfLoners(papers, links).map(([source, target]) => ({ source, target, length: KIN_LENGTH })),
      ]).distance(({ source, target, length }) => {
        return length + (source as Body).paper.radius + (target as Body).paper.radius;
      }),
    )
    .force("groups", gatherGroups())
    .force("x", forceX<Body>(0).strength(MIDDLE_PULL))
    .force("y", forceY<Body>(0).strength(MIDDLE_PULL))
    .force(
      "room",
      forceCollide<Body>(({ paper }) => paper.radius + 14 + Math.min(paper.labelWidth, 90) / 4),
    )
    .stop();
  simulation.tick(warm ? WARM_TICKS : TICKS);

  bodies.forEach((body, i) => {
    positions.set([body.x ?? 0, body.y ?? 0], 2 * i);
  });
  if (!warm) toSize(positions, papers, root, size);
  return positions;
}

function sameGroup(papers: readonly LayoutPaper[], a: number, b: number): boolean {
  const group = papers[a]?.group ?? null;
  return group !== null && group === papers[b]?.group;
}

/** A bond from each paper without links to one of its group that has some, so that it is not flung away. */
function bondsOfLoners(papers: readonly LayoutPaper[], links: readonly LayoutLink[]): [number, number][] {
  const linked = new Set(links.flatMap(({ citing, cited }) => [citing, cited]));
  return papers.flatMap((_, i): [number, number][] => {
    if (linked.has(i)) return [];
    const kin = papers.findIndex((_, j) => linked.has(j) && sameGroup(papers, i, j));
    return kin < 0 ? [] : [[i, kin]];
  });
}

function mostImportant(papers: readonly LayoutPaper[]): number {
  let best = 0;
  papers.forEach((paper, i) => {
    if (paper.importance > (papers[best]?.importance ?? -Infinity)) best = i;
  });
  return best;
}

function startAround(
  bodies: Body[],
  links: readonly LayoutLink[],
  root: number,
  groups: readonly string[],
): void {
  const names = bodies.map(({ paper }) => paper.group ?? "");
  const order = circularOrder(names, links, groups, root);
  const members = bodies.flatMap((_, i) => (i === root ? [] : [i]));
  members.sort((i, j) => order(names[i] ?? "") - order(names[j] ?? "") || i - j);
  members.forEach((i, place) => {
    const angle = (2 * Math.PI * place) / members.length;
    const body = bodies[i] as Body;
    body.x = LINK_LENGTH * 1.5 * Math.cos(angle);
    body.y = LINK_LENGTH * 1.5 * Math.sin(angle);
  });
  const middle = bodies[root];
  if (middle) Object.assign(middle, { x: 0, y: 0, fx: 0, fy: 0 });
}

function startBeside(bodies: Body[], links: readonly LayoutLink[], pinned: readonly (Point | null)[]): void {
  pinned.forEach((point, i) => {
    if (point) Object.assign(bodies[i] as Body, { x: point.x, y: point.y, fx: point.x, fy: point.y });
  });
  bodies.forEach((body, i) => {
    if (pinned[i]) return;
    const linked = links.flatMap(({ citing, cited }) =>
      citing === i ? [cited] : cited === i ? [citing] : [],
    );
    const kin = bodies.flatMap(({ paper }, j) =>
      paper.group !== null && paper.group === body.paper.group ? [j] : [],
    );
    const known = [...linked, ...kin].flatMap((j) => pinned[j] ?? []);
    // A few px aside and by the place in the sorted list: two new papers with the same friends must part.
    body.x = mean(known.map((point) => point.x)) + 7 * Math.cos(i);
    body.y = mean(known.map((point) => point.y)) + 7 * Math.sin(i);
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A force toward the middle of each group of two papers or more. */
function gatherGroups(): Force<Body, SimulationLinkDatum<Body>> {
  let groups: Body[][] = [];
  const force = (alpha: number) => {
    for (const group of groups) {
      const x = mean(group.map((body) => body.x ?? 0));
      const y = mean(group.map((body) => body.y ?? 0));
      for (const body of group) {
        body.vx = (body.vx ?? 0) + (x - (body.x ?? 0)) * GROUP_PULL * alpha;
        body.vy = (body.vy ?? 0) + (y - (body.y ?? 0)) * GROUP_PULL * alpha;
      }
    }
  };
  force.initialize = (bodies: Body[]) => {
    const byName = new Map<string, Body[]>();
    for (const body of bodies) {
      const { group } = body.paper;
      if (group === null) continue;
      byName.set(group, [...(byName.get(group) ?? []), body]);
    }
    groups = [...byName.values()].filter((group) => group.length > 1);
  };
  return force;
}

/**
 * Turns the picture around the root so that its long axis lies along the longer side of the page, then
 * stretches it toward the size; the two directions by at most a factor of 1.7 differently: more would
 * bend what the distances say.
 */
function toSize(
  positions: Float64Array,
  papers: readonly LayoutPaper[],
  root: number,
  { width, height }: { width: number; height: number },
): void {
  const count = papers.length;
  const [rootX, rootY] = [positions[2 * root] ?? 0, positions[2 * root + 1] ?? 0];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const dx = (positions[2 * i] ?? 0) - rootX;
    const dy = (positions[2 * i + 1] ?? 0) - rootY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const long = 0.5 * Math.atan2(2 * xy, xx - yy);
  const turn = (width >= height ? 0 : Math.PI / 2) - long;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  let [x0, x1, y0, y1] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const dx = (positions[2 * i] ?? 0) - rootX;
    const dy = (positions[2 * i + 1] ?? 0) - rootY;
    const [x, y] = [cos * dx - sin * dy, sin * dx + cos * dy];
    positions.set([x, y], 2 * i);
    [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
  }
  // A label hangs out on one side of a dot at the edge, so half of the mean one is left on either side.
  const labelRoom = mean(papers.map((paper) => paper.labelWidth));
  const need = papers.reduce((sum, { labelWidth, radius }) => sum + (labelWidth + 2 * radius + 10) * 20, 0);
  const grow = Math.max(1, Math.sqrt(need / (LABEL_SHARE * width * height)));
  const wanted = {
    x: (grow * Math.max(0.4 * width, width - labelRoom - 40)) / Math.max(1, x1 - x0),
    y: (grow * Math.max(0.4 * height, height - 50)) / Math.max(1, y1 - y0),
  };
  const limit = (factor: number, other: number) => Math.min(factor, 1.7 * other, grow * MOST_STRETCH);
  const [fx, fy] = [limit(wanted.x, wanted.y), limit(wanted.y, wanted.x)];
  for (let i = 0; i < count; i++) {
    positions[2 * i] = (positions[2 * i] ?? 0) * fx;
    positions[2 * i + 1] = (positions[2 * i + 1] ?? 0) * fy;
  }
}
