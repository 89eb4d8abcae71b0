import type { Theme } from "../../../view/looks/palette.ts";
import { CONFIDENCES } from "../../../view/map/columns.ts";
import type { MapModel } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import { toneColour } from "./paper-looks.ts";
import type { Columns } from "./places.ts";

/** Up to so many links carry arrow heads; more would be heads alone. */
export const MOST_HEADS = 300;
/** Strokes are made in groups: one path of thousands of curves takes longer than its parts. */
const GROUP = 200;
/** How far beside the middle of a link its bend's control point lies, as a share of its length. */
export const BOW = 0.18;
const HEAD = 7;
/** Of likely citations, as on every map. */
const DASH = [5, 4];

/**
 * Draws the links that stand out one by one, then the spine, bowed as on small maps. The direction is shown
 * by heads at the cited papers, or where there are too many by the half at the cited paper, which is darker.
 */
export function drawStrongLinks(
  context: CanvasRenderingContext2D,
  model: MapModel,
  places: Columns,
  camera: Camera,
  size: { readonly width: number; readonly height: number },
  radiusAt: (paper: number) => number,
  theme: Theme,
): void {
  const { strong, spine } = model;
  const few = strong.length <= MOST_HEADS;
  const looks = new Map<
    string,
    { readonly colour: string; readonly dashed: boolean; readonly links: number[] }
  >();
  for (const link of strong) {
    const fresh = model.freshLinks.has(link);
    const colour = fresh ? theme.accent : toneColour(model, theme, model.tone[model.citing[link]!]!);
    const dashed = isLikely(model, link);
    const key = `${colour} ${dashed}`;
    const same = looks.get(key);
    if (same) same.links.push(link);
    else looks.set(key, { colour, dashed, links: [link] });
  }
  const alpha = few ? 0.85 : Math.max(0.18, Math.min(0.5, 150 / strong.length));
  const pen = { context, model, places, camera, size, radiusAt };
  for (const { colour, dashed, links } of looks.values()) {
    if (few) strokeLinks(pen, links, { colour, dashed, width: 1.6, alpha, from: 0, heads: true });
    else {
      strokeLinks(pen, links, { colour, dashed, width: 1, alpha: alpha * 0.6, from: 0, heads: false });
      strokeLinks(pen, links, { colour, dashed, width: 1.4, alpha, from: 0.5, heads: false });
    }
  }
  for (const dashed of [false, true]) {
    const links = spine.filter((link) => isLikely(model, link) === dashed);
    if (links.length > 0)
      strokeLinks(pen, links, { colour: theme.accent, dashed, width: 2.4, alpha: 1, from: 0, heads: true });
  }
}

const LIKELY = CONFIDENCES.indexOf("likely");

function isLikely({ confidence }: MapModel, link: number): boolean {
  return confidence[link] === LIKELY;
}

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly model: MapModel;
  readonly places: Columns;
  readonly camera: Camera;
  readonly size: { readonly width: number; readonly height: number };
  readonly radiusAt: (paper: number) => number;
}

interface LinkStroke {
  readonly colour: string;
  readonly dashed: boolean;
  readonly width: number;
  readonly alpha: number;
  /** The share of the way from the citing paper from which on the link is drawn: 0 or 0.5. */
  readonly from: 0 | 0.5;
  readonly heads: boolean;
}

function strokeLinks(
  { context, model, places, camera, size, radiusAt }: Pen,
  links: Iterable<number>,
  { colour, dashed, width, alpha, from, heads }: LinkStroke,
): void {
  context.setLineDash(dashed ? DASH : []);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  const tips = new Path2D();
  let inGroup = 0;
  context.beginPath();
  for (const link of links) {
    const [citing, cited] = [model.citing[link]!, model.cited[link]!];
    let x0 = places.x[citing]! * camera.k + camera.x;
    let y0 = places.y[citing]! * camera.k + camera.y;
    let x1 = places.x[cited]! * camera.k + camera.x;
    let y1 = places.y[cited]! * camera.k + camera.y;
    if (Math.max(x0, x1) < 0 || Math.max(y0, y1) < 0) continue;
    if (Math.min(x0, x1) > size.width || Math.min(y0, y1) > size.height) continue;
    // The middle of a bowed line lies half as far beside it as its control point.
    const [bendX, bendY] = [(x0 + x1) / 2 + (y1 - y0) * BOW, (y0 + y1) / 2 + (x0 - x1) * BOW];
    if (heads) {
      const head = HEAD + width;
      [x1, y1] = headAt(tips, [x1, y1], [bendX, bendY], radiusAt(cited) + 1.5, head);
      // A line for two citations has a head at either end.
      if (model.twin[link]! >= 0) {
        [x0, y0] = headAt(tips, [x0, y0], [bendX, bendY], radiusAt(citing) + 1.5, head);
      }
    }
    if (from === 0) {
      context.moveTo(x0, y0);
      context.quadraticCurveTo(bendX, bendY, x1, y1);
    } else {
      // The later half of the same curve, after de Casteljau.
      context.moveTo((x0 + 2 * bendX + x1) / 4, (y0 + 2 * bendY + y1) / 4);
      context.quadraticCurveTo((bendX + x1) / 2, (bendY + y1) / 2, x1, y1);
    }
    if (++inGroup === GROUP) {
      context.stroke();
      context.beginPath();
      inGroup = 0;
    }
  }
  context.stroke();
  context.setLineDash([]);
  if (heads) context.fill(tips);
  context.globalAlpha = 1;
}

type Point = readonly [x: number, y: number];

/**
 * Adds a head to `tips` that points at a paper from the side of a curve's control point, `away` px from the paper's middle.
 * Returns where the line ends, inside the head.
 */
function headAt(tips: Path2D, [x, y]: Point, [bendX, bendY]: Point, away: number, head: number): Point {
  const [dx, dy] = [x - bendX, y - bendY];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [tipX, tipY] = [x - ux * away, y - uy * away];
  const side = head * 0.4;
  tips.moveTo(tipX, tipY);
  tips.lineTo(tipX - ux * head - uy * side, tipY - uy * head + ux * side);
  tips.lineTo(tipX - ux * head + uy * side, tipY - uy * head - ux * side);
  tips.closePath();
  return [tipX - ux * head * 0.7, tipY - uy * head * 0.7];
}
