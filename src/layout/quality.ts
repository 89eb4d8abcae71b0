import { type Box, dotBox, type LabelSide, labelBox, sharedArea } from "./boxes.ts";
import type { LayoutLink, LayoutPaper, Point } from "./input.ts";

/** How good a picture is, in figures that can be compared; counts of 0 are the aim. */
export interface LayoutQuality {
  /** Pairs of dots that touch. */
  readonly dotOverlaps: number;
  /** Pairs of a label and the dot of another paper. */
  readonly labelDotOverlaps: number;
  readonly labelOverlaps: number;
  /** Pairs of straight links that cross. */
  readonly crossings: number;
  /** px, straight; 0 without links. */
  readonly meanLinkLength: number;
  /** Share of the nearest papers, as many as a paper has links, that it has a link with: 0 to 1. */
  readonly neighbourhood: number;
}

/** The figures of a placed graph. Compares all pairs: for pictures of up to a few thousand papers. */
export function layoutQuality(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  positions: Float64Array,
  labelSides: readonly LabelSide[],
): LayoutQuality {
  const at = (i: number): Point => ({ x: positions[2 * i] ?? 0, y: positions[2 * i + 1] ?? 0 });
  const labels = papers.map((paper, i) => labelBox(paper, at(i), labelSides[i] ?? "right"));
  let [dotOverlaps, labelDotOverlaps, labelOverlaps] = [0, 0, 0];
  papers.forEach((paper, i) => {
    papers.forEach((other, j) => {
      if (i === j) return;
      const label = labels[i];
      if (label && sharesDisc(label, at(j), other.radius)) labelDotOverlaps++;
      if (j < i) return;
      if (distance(at(i), at(j)) < paper.radius + other.radius) dotOverlaps++;
      const otherLabel = labels[j];
      if (label && otherLabel && sharedArea(label, otherLabel) > 0) labelOverlaps++;
    });
  });
  const lengths = links.map(({ citing, cited }) => distance(at(citing), at(cited)));
  return {
    dotOverlaps,
    labelDotOverlaps,
    labelOverlaps,
    crossings: countCrossings(links, at),
    meanLinkLength:
      lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    neighbourhood: neighbourhoodKept(papers.length, links, at),
  };
}

function sharesDisc(box: Box, { x, y }: Point, radius: number): boolean {
  const near = { x: Math.min(box.x1, Math.max(box.x0, x)), y: Math.min(box.y1, Math.max(box.y0, y)) };
  return sharedArea(box, dotBox({ x, y }, radius)) > 0 && distance(near, { x, y }) < radius;
}

function countCrossings(links: readonly LayoutLink[], at: (i: number) => Point): number {
  let count = 0;
  for (let i = 0; i < links.length; i++) {
    const one = links[i] as LayoutLink;
    for (let j = i + 1; j < links.length; j++) {
      const other = links[j] as LayoutLink;
      const ends = new Set([one.citing, one.cited, other.citing, other.cited]);
      if (ends.size === 4 && cross(at(one.citing), at(one.cited), at(other.citing), at(other.cited))) count++;
    }
  }
  return count;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, from: Point, to: Point) =>
    (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  return side(c, a, b) * side(d, a, b) < 0 && side(a, c, d) * side(b, c, d) < 0;
}

function neighbourhoodKept(count: number, links: readonly LayoutLink[], at: (i: number) => Point): number {
  const linked = Array.from({ length: count }, () => new Set<number>());
  for (const { citing, cited } of links) {
    linked[citing]?.add(cited);
    linked[cited]?.add(citing);
  }
  let [sum, counted] = [0, 0];
  linked.forEach((friends, i) => {
    if (friends.size === 0) return;
    const nearest = Array.from({ length: count }, (_, j) => j)
      .filter((j) => j !== i)
      .sort((j, k) => distance(at(i), at(j)) - distance(at(i), at(k)) || j - k)
      .slice(0, friends.size);
    sum += nearest.filter((j) => friends.has(j)).length / friends.size;
    counted++;
  });
  return counted === 0 ? 1 : sum / counted;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
