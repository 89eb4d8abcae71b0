import type { LayoutLink, LayoutPaper, Point } from "../input.ts";

/** Between two lines that meet the same rim, px. */
const PORT_GAP = 3.2;
/** The part of a dot's height that lines may meet. */
const PORT_SHARE = 0.72;

/** Where a link leaves the citing and where it reaches the cited paper, on the rims. */
export interface LinkEnds {
  readonly from: Point;
  readonly to: Point;
}

/**
 * The ends of each link: on the left rim of the citing and the right rim of the cited paper, those that
 * share a rim side by side in the order of where they come from, so that lines do not cross at the dot.
 */
export function linkEnds(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  at: (place: number) => Point,
): LinkEnds[] {
  const leaving: number[][] = papers.map(() => []);
  const reaching: number[][] = papers.map(() => []);
  links.forEach(({ citing, cited }, link) => {
    leaving[citing]?.push(link);
    reaching[cited]?.push(link);
  });
  const offsets = (rims: readonly number[][], farEnd: (link: LayoutLink) => number): number[] => {
    const result = links.map(() => 0);
    rims.forEach((members, paper) => {
      const room = 2 * PORT_SHARE * (papers[paper]?.radius ?? 0);
      const gap = Math.min(PORT_GAP, room / Math.max(1, members.length - 1));
      const height = (link: number) => at(farEnd(links[link] as LayoutLink)).y;
      members
        .toSorted((a, b) => height(a) - height(b) || a - b)
        .forEach((link, place) => {
          result[link] = (place - (members.length - 1) / 2) * gap;
        });
    });
    return result;
  };
  const fromOffsets = offsets(leaving, (link) => link.cited);
  const toOffsets = offsets(reaching, (link) => link.citing);
  return links.map(({ citing, cited }, link) => ({
    from: onRim(at(citing), papers[citing]?.radius ?? 0, fromOffsets[link] as number, -1),
    to: onRim(at(cited), papers[cited]?.radius ?? 0, toOffsets[link] as number, 1),
  }));
}

function onRim({ x, y }: Point, radius: number, offset: number, side: 1 | -1): Point {
  return { x: x + side * Math.sqrt(Math.max(0, radius ** 2 - offset ** 2)), y: y + offset };
}
