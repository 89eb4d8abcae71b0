import { type Box, dotBox, type LabelSide, labelBox, lengthInside } from "../boxes.ts";
import type { LayoutPaper, Point } from "../input.ts";

/** How far left of a paper the stem of its references goes down, px. */
const STEMS: readonly number[] = [9, 13, 18, 24, 32];

/** What a stem should not run through: dots, labels and titles. */
export function obstaclesOf(
  papers: readonly LayoutPaper[],
  sides: readonly LabelSide[],
  at: (place: number) => Point,
  titles: readonly Box[],
): Box[] {
  const dots = papers.map((paper, i) => dotBox(at(i), paper.radius, 2));
  const labels = papers.flatMap((paper, i) => labelBox(paper, at(i), sides[i] ?? "right") ?? []);
  return [...dots, ...labels, ...titles];
}

/** The x left of a dot where a line down to `fanY` runs through the least of what is in the way. */
export function stemOf({ x, y }: Point, radius: number, fanY: number, obstacles: readonly Box[]): number {
  let [best, least] = [x - radius, Infinity];
  for (const gap of STEMS) {
    const stem = x - radius - gap;
    const cost = obstacles.reduce((sum, box) => sum + lengthInside(box, stem, y, stem, fanY), gap / 10);
    if (cost < least) [best, least] = [stem, cost];
  }
  return best;
}
