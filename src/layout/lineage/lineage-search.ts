import { type Box, dotBox, LABEL_SIDES, type LabelSide, labelBox, sharedArea } from "../boxes.ts";
import type { LayoutLink, LayoutPaper, Point } from "../input.ts";
import { crossings, lineInside, type Polyline, polylineOf } from "./polyline.ts";
import { bentRoute } from "./route.ts";

/** What a picture pays for its faults: per px² shared by labels or dots, per px of line inside them, … */
const COST = {
  overlap: 3,
  outside: 8,
  lineInDot: 6,
  lineInLabel: 1.6,
  crossing: 9,
  /** … per px a link climbs, … */
  climb: 0.03,
  /** … per step of a bend away from the cited paper (lines that leave one paper should leave as a bundle), … */
  lateBend: 16,
  /** … per px from the middle of the lane. */
  offMiddle: 0.12,
};
const SIDE_COST: Record<LabelSide, number> = { right: 0, left: 4, above: 7, below: 7 };
const BENDS: readonly number[] = [0, 0.25, 0.5, 0.75, 1];
const ROUNDS = 5;
/** Above this many links they are not compared with one another: the search stays below a second. */
const CROSSING_LIMIT = 120;
/** Papers times links above which fewer rounds are made, and above which links are left as they are. */
const FEW_ROUNDS = 5_000;
const WORK_LIMIT = 40_000;

export interface LineageSearchInput {
  readonly papers: readonly LayoutPaper[];
  readonly links: readonly LayoutLink[];
  /** The x of each paper: its date, which nothing changes. */
  readonly xs: readonly number[];
  /** For each paper the heights it may have, the middle of its lane among them. */
  readonly heights: readonly (readonly number[])[];
  readonly middles: readonly number[];
  /** Where to start from: heights at which no dots overlap. */
  readonly starts: readonly number[];
  /** What must stay free: titles. */
  readonly fixed: readonly Box[];
  /** No label may leave it. */
  readonly frame: Box;
  /** px. */
  readonly bendWidth: number;
}

export interface LineageSearchResult {
  readonly ys: number[];
  readonly sides: LabelSide[];
  /** One per link. */
  readonly bends: number[];
}

/**
 * Heights, label sides and bends that keep dots and labels clear of each other and of links, and links
 * short and with few crossings. One choice at a time is improved until none gains (at most five rounds),
 * from several starts where the graph is small; the cheapest picture wins.
 */
export function searchLineage(input: LineageSearchInput): LineageSearchResult {
  const staggers = input.links.length <= CROSSING_LIMIT ? STARTS : STARTS.slice(0, 1);
  const results = staggers.map((stagger) => improveFrom(input, stagger));
  return results.reduce((best, result) => (result.cost < best.cost - 1e-6 ? result : best));
}

/** 0: from the heights given; else staggered through all heights by this step. */
const STARTS: readonly number[] = [0, 0.618, 0.382, 0.236];

function improveFrom(input: LineageSearchInput, stagger: number): LineageSearchResult & { cost: number } {
  const { papers, links, xs, heights, middles, starts, fixed, frame, bendWidth } = input;
  const ys = heights.map((choices, i) => {
    if (stagger === 0) return nearest(choices, starts[i] ?? 0);
    return choices[Math.floor(((i * stagger) % 1) * choices.length)] ?? middles[i] ?? 0;
  });
  const work = links.length * papers.length;
  const sides: LabelSide[] = papers.map(() => "right");
  const bends = links.map(() => 0);
  const incident: number[][] = papers.map(() => []);
  links.forEach(({ citing, cited }, link) => {
    incident[citing]?.push(link);
    incident[cited]?.push(link);
  });
  const at = (i: number): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0 });
  const paperAt = (i: number) => papers[i] as LayoutPaper;
  const dots = papers.map((paper, i) => dotBox(at(i), paper.radius, 2));
  const labels = papers.map((paper, i) => labelBox(paper, at(i), "right"));
  const lines = links.map((_, link) => sampled(link));

  function sampled(link: number): Polyline {
    const { citing, cited } = links[link] as LayoutLink;
    return polylineOf(
      bentRoute(
        rim(at(citing), -paperAt(citing).radius),
        rim(at(cited), paperAt(cited).radius),
        bends[link] ?? 0,
        bendWidth,
      ),
    );
  }

  /** What the places of the paper's dot and label cost, links aside. */
  function standing(i: number): number {
    const dot = dots[i] as Box;
    const label = labels[i] ?? null;
    let sum = COST.offMiddle * Math.abs((ys[i] ?? 0) - (middles[i] ?? 0)) + SIDE_COST[sides[i] as LabelSide];
    const pay = (other: Box | null) => {
      if (!other) return;
      sum += COST.overlap * (sharedArea(dot, other) + (label ? sharedArea(label, other) : 0));
    };
    for (let j = 0; j < papers.length; j++) {
      if (j === i) continue;
      pay(dots[j] as Box);
      pay(labels[j] ?? null);
    }
    fixed.forEach(pay);
    if (label) {
      const over = [frame.x0 - label.x0, label.x1 - frame.x1, frame.y0 - label.y0, label.y1 - frame.y1];
      sum += COST.outside * 10 * over.reduce((most, px) => Math.max(most, px), 0);
    }
    return sum;
  }

  /** What the link pays where it runs. */
  function running(link: number): number {
    const line = lines[link] as Polyline;
    const { citing, cited } = links[link] as LayoutLink;
    let sum =
      COST.climb * Math.abs((ys[citing] ?? 0) - (ys[cited] ?? 0)) + COST.lateBend * (bends[link] ?? 0);
    for (let i = 0; i < papers.length; i++) {
      if (i !== citing && i !== cited) sum += COST.lineInDot * lineInside(line, dots[i] as Box);
      const label = labels[i];
      if (label) sum += COST.lineInLabel * lineInside(line, label);
    }
    for (const title of fixed) sum += COST.lineInLabel * lineInside(line, title);
    if (links.length <= CROSSING_LIMIT) {
      for (let other = 0; other < links.length; other++) {
        if (other === link) continue;
        const { citing: from, cited: to } = links[other] as LayoutLink;
        // Lines that leave or reach the same paper run together there, which is no crossing.
        if (from === citing || to === cited) continue;
        sum += COST.crossing * crossings(line, lines[other] as Polyline);
      }
    }
    return sum;
  }

  /** What changes with the paper: it, its links, and the other links that run through it; any sum from `limit` on means too much. */
  function around(i: number, limit: number): number {
    let sum = standing(i);
    if (sum >= limit) return sum;
    const own = incident[i] as number[];
    if (work > WORK_LIMIT) return sum;
    for (const link of own) sum += running(link);
    const label = labels[i];
    for (let link = 0; link < links.length; link++) {
      if (own.includes(link)) continue;
      sum += COST.lineInDot * lineInside(lines[link] as Polyline, dots[i] as Box);
      if (label) sum += COST.lineInLabel * lineInside(lines[link] as Polyline, label);
    }
    return sum;
  }

  function place(i: number, y: number, side: LabelSide): void {
    const moved = ys[i] !== y;
    ys[i] = y;
    sides[i] = side;
    labels[i] = labelBox(paperAt(i), at(i), side);
    if (!moved) return;
    dots[i] = dotBox(at(i), paperAt(i).radius, 2);
    for (const link of incident[i] as number[]) lines[link] = sampled(link);
  }

  function improvePaper(i: number): boolean {
    const before = { y: ys[i] as number, side: sides[i] as LabelSide };
    let [best, least] = [before, around(i, Infinity) - 1e-6];
    for (const y of heights[i] ?? []) {
      for (const side of paperAt(i).labelWidth > 0 ? LABEL_SIDES : (["right"] as const)) {
        place(i, y, side);
        const sum = around(i, least);
        if (sum < least) [best, least] = [{ y, side }, sum];
      }
    }
    place(i, best.y, best.side);
    return best !== before;
  }

  function improveBend(link: number): boolean {
    const before = bends[link] ?? 0;
    let [best, least] = [before, running(link) - 1e-6];
    for (const bend of BENDS) {
      bends[link] = bend;
      lines[link] = sampled(link);
      const sum = running(link);
      if (sum < least) [best, least] = [bend, sum];
    }
    bends[link] = best;
    lines[link] = sampled(link);
    return best !== before;
  }

  const rounds = work > FEW_ROUNDS ? 2 : ROUNDS;
  for (let round = 0, better = true; better && round < rounds; round++) {
    better = false;
    for (let i = 0; i < papers.length; i++) better = improvePaper(i) || better;
    if (work > WORK_LIMIT) continue;
    for (let link = 0; link < links.length; link++) better = improveBend(link) || better;
  }
  let cost = 0;
  for (let i = 0; i < papers.length; i++) cost += standing(i);
  if (work <= WORK_LIMIT) for (let link = 0; link < links.length; link++) cost += running(link);
  return { ys, sides, bends, cost };
}

/** The point on the rim `radius` px to the right of the middle (left when negative). */
export function rim({ x, y }: Point, radius: number): Point {
  return { x: x + radius, y };
}

function nearest(choices: readonly number[], y: number): number {
  return choices.reduce(
    (best, choice) => (Math.abs(choice - y) < Math.abs(best - y) ? choice : best),
    choices[0] ?? y,
  );
}
