import { numbersTo } from "../../../columns/citation-index.ts";
import { isVisible, type MapModel } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import { BOW } from "./draw-strong-links.ts";
import type { Columns } from "./places.ts";

/** Links by the papers at their ends. */
interface LinkEnds {
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
}

/** How far beside a link the pointer still finds it, px of the screen. */
const REACH = 5;
/** More links than this lie too close for a pointer. */
const MOST = 1_000;
const PIECES = 8;

/**
 * The link that stands out at a place of the screen, those of the spine before others; in a layer of similarity the
 * line, by its place there. Null for none.
 */
export function loudLinkAt(
  model: MapModel,
  columns: Columns,
  camera: Camera,
  px: number,
  py: number,
): number | null {
  const { layer, similar, spine, strong } = model;
  const among = (candidates: Uint32Array, ends: LinkEnds) =>
    strongLinkAt(candidates, ends, columns, camera, px, py);
  if (layer === "citations") return among(spine, model) ?? among(strong, model);
  if (similar === null) return null;
  const { from, to, shown } = similar;
  const isDrawn = (line: number) =>
    shown[line] === 1 && isVisible(model, from[line]!) && isVisible(model, to[line]!);
  return among(numbersTo(from.length).filter(isDrawn), { citing: from, cited: to });
}

/**
 * The link among `candidates` that passes nearest to a place of the screen, at most 5 px from it; null for
 * none, and among more than a thousand, where nobody can point at one.
 */
export function strongLinkAt(
  candidates: Uint32Array,
  { citing, cited }: LinkEnds,
  { x, y }: Columns,
  { k, x: cameraX, y: cameraY }: Camera,
  px: number,
  py: number,
): number | null {
  if (candidates.length > MOST) return null;
  let best: number | null = null;
  let least = REACH;
  for (const link of candidates) {
    const [from, to] = [citing[link]!, cited[link]!];
    const [x0, y0] = [x[from]! * k + cameraX, y[from]! * k + cameraY];
    const [x1, y1] = [x[to]! * k + cameraX, y[to]! * k + cameraY];
    const [bendX, bendY] = [(x0 + x1) / 2 + (y1 - y0) * BOW, (y0 + y1) / 2 + (x0 - x1) * BOW];
    const away = REACH;
    if (px < Math.min(x0, x1, bendX) - away || px > Math.max(x0, x1, bendX) + away) continue;
    if (py < Math.min(y0, y1, bendY) - away || py > Math.max(y0, y1, bendY) + away) continue;
    let [ax, ay] = [x0, y0];
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      const [bx, by] = [a * x0 + b * bendX + c * x1, a * y0 + b * bendY + c * y1];
      const distance = toSegment(px, py, ax, ay, bx, by);
      if (distance < least) [best, least] = [link, distance];
      [ax, ay] = [bx, by];
    }
  }
  return best;
}

function toSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
