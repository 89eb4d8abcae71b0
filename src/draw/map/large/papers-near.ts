import { FAINT, type MapModel, STRONG } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import type { PaperGrid } from "./paper-grid.ts";
import type { Columns } from "./places.ts";
import { type Crowding, closeness, dotRadius } from "./semantic-zoom.ts";

/** Papers are looked for this far beyond the edges of the screen, px: as far as a dot reaches. */
const BEYOND = 40;
/** How far beside a dot that stands out the pointer finds it at least, px. */
const LOUD_SLACK = 6;
/** A dot reaches no farther on the screen, px. */
const LARGEST = 60;

/** The papers in view in the order of drawing, when they are at most `most`; null otherwise. */
export function papersInView(
  { marks, survey, selected, pointed }: MapModel,
  grid: PaperGrid,
  { k, x, y }: Camera,
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): readonly number[] | null {
  const [x0, y0] = [(-BEYOND - x) / k, (-BEYOND - y) / k];
  const [x1, y1] = [(width + BEYOND - x) / k, (height + BEYOND - y) / k];
  if (grid.countIn(x0, y0, x1, y1, most) > most) return null;
  const found: number[] = [];
  grid.visit(x0, y0, x1, y1, (paper) => found.push(paper));
  const rank = (i: number) =>
    (i === selected || i === pointed ? 10 : 0) +
    3 * (survey[i] ?? 0) +
    ((marks[i]! & STRONG) !== 0 ? 2 : (marks[i]! & FAINT) !== 0 ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Whether at most `most` papers are on the screen. O(papers there). */
export function fewOnScreen(
  grid: PaperGrid,
  columns: Columns,
  { k, x, y }: Camera,
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): boolean {
  let count = 0;
  grid.visit(-x / k, -y / k, (width - x) / k, (height - y) / k, (paper) => {
    const [px, py] = [columns.x[paper]! * k + x, columns.y[paper]! * k + y];
    if (px >= 0 && py >= 0 && px <= width && py <= height) count++;
  });
  return count <= most;
}

/** The paper at a place of the screen, those of the survey before others; null for none large enough to be meant. */
export function paperUnder(
  model: MapModel,
  grid: PaperGrid,
  { k, x, y }: Camera,
  crowd: Crowding,
  at: readonly [number, number],
): number | null {
  const growth = crowd.growthAt(k);
  const radiusOf = dotRadius(model, growth);
  const { slack, least } = closeness(k / crowd.fit);
  const reach = Math.min(LARGEST, crowd.largest * growth + Math.max(LOUD_SLACK, slack)) / k;
  const found = grid.nearest((at[0] - x) / k, (at[1] - y) / k, reach, (paper, distance) => {
    const radius = radiusOf(paper);
    const loud =
      (model.marks[paper]! & STRONG) !== 0 ||
      paper === model.root ||
      paper === model.selected ||
      (model.listed.length > 0 && model.survey[paper] === 1);
    if (radius < least && !loud) return Infinity;
    const beyond = distance * k - radius;
    return beyond > (loud ? Math.max(LOUD_SLACK, slack) : slack)
      ? Infinity
      : beyond + (model.survey[paper] === 1 ? 0 : 2);
  });
  return found < 0 ? null : found;
}
