import {
  type Box,
  dotBox,
  LABEL_SIDES,
  type LabelSide,
  labelBox,
  lengthInside,
  sharedArea,
} from "./boxes.ts";
import type { LayoutLink, LayoutPaper, Point } from "./input.ts";

/** A px of a link under a label is as bad as this many px² of a dot under it. */
const LINK_COST = 6;
/** Labels times links up to which links count: beyond, links are everywhere and the search would take seconds. */
const LINK_WORK = 60_000;
/** What a side costs for being unusual, px², in the order of LABEL_SIDES. */
const HABIT: Record<LabelSide, number> = { right: 0, left: 30, above: 45, below: 40 };

/**
 * For each paper the side of its dot on which its label is least in the way of dots, labels and links:
 * the best of four, improved one at a time until none gains (at most six rounds).
 */
export function chooseLabelSides(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  at: (place: number) => Point,
): LabelSide[] {
  const sides: LabelSide[] = papers.map(() => "right");
  const labelled = papers.flatMap((paper, i) => (paper.labelWidth > 0 ? [i] : []));
  const dots = papers.map((paper, i) => dotBox(at(i), paper.radius, 1));
  const boxes: (Box | null)[] = papers.map((paper, i) => labelBox(paper, at(i), "right"));
  const minded = labelled.length * links.length <= LINK_WORK ? links : [];
  const ends = minded.map(({ citing, cited }) => ({ a: at(citing), b: at(cited) }));
  const cost = (i: number, box: Box, side: LabelSide): number => {
    let sum = HABIT[side];
    for (let j = 0; j < dots.length; j++) if (j !== i) sum += 4 * sharedArea(box, dots[j] as Box);
    for (const j of labelled) {
      const other = boxes[j];
      if (j !== i && other) sum += 4 * sharedArea(box, other);
    }
    for (const { a, b } of ends) sum += LINK_COST * lengthInside(box, a.x, a.y, b.x, b.y);
    return sum;
  };
  for (let round = 0, changed = true; changed && round < 6; round++) {
    changed = false;
    for (const i of labelled) {
      const paper = papers[i] as LayoutPaper;
      let best = sides[i] as LabelSide;
      let least = Infinity;
      for (const side of LABEL_SIDES) {
        const sum = cost(i, labelBox(paper, at(i), side) as Box, side);
        if (sum < least - 1e-9) [best, least] = [side, sum];
      }
      if (best !== sides[i]) {
        changed = true;
        sides[i] = best;
        boxes[i] = labelBox(paper, at(i), best);
      }
    }
  }
  return sides;
}
