import { domainColour, type Theme } from "../../view/looks/palette.ts";
import { type Camera, placeOnScreen, radiusOnScreen } from "./camera.ts";
import type { LinkMark, MarkedMap } from "./marks.ts";
import { type Picture, STRIDE } from "./picture.ts";
import type { Curve, Stroke, Surface } from "./surface.ts";

/** Width of the spine by the number of weights that agree on it, px. */
const SPINE_WIDTHS = [0, 1.8, 2.6, 3.4];
/** What the strongest similarity link is wider than the weakest could be, px. */
const SIMILARITY_WIDTH = 6;
const ARROW = 6;
/** Between the tip of an arrow and the dot it points at, px. */
const ARROW_GAP = 2;

/** Above so many links of works around the survey they are fine lines, the fainter the more they are. */
const FEW_AROUND = 300;
const AROUND_ALPHA = 0.22;
const LEAST_AROUND_ALPHA = 0.05;
/** Of that, what is left of those that recede. */
const FAINT_SHARE = 0.36;

/**
 * Draws the citations that `wanted` says yes to, by default all: what recedes first and what stands out last, arrows
 * to the cited paper.
 */
export function drawLinks(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  camera: Camera,
  theme: Theme,
  wanted: (link: LinkMark) => boolean = () => true,
): void {
  const layers = new Map<
    string,
    { stroke: Stroke; order: number; curves: Curve[]; backHeads: Curve[]; heads: boolean }
  >();
  const around = aroundStroke(
    model.links.reduce((sum, { visible, inner }) => sum + (visible && !inner ? 1 : 0), 0),
    theme,
  );
  model.links.forEach((link, i) => {
    if (!link.visible || !wanted(link)) return;
    const { stroke, order, heads } = linkStyle(link, model, theme, around);
    const key = `${order}|${stroke.color}|${stroke.dash ? 1 : 0}|${stroke.width}|${stroke.alpha}`;
    const layer = layers.get(key) ?? { stroke, order, curves: [], backHeads: [], heads };
    layers.set(key, layer);
    const curve = curveOnScreen(picture.curves, i, camera);
    const gap = heads ? ARROW_GAP : 0;
    const [citing, cited] = [model.papers[link.citing], model.papers[link.cited]];
    const startAtRim =
      citing && keepAtRim(curve, 0, placeOnScreen(picture, link.citing, camera), citing.radius, camera.k);
    const end = curve.length - 2;
    const atRim =
      cited && keepAtRim(curve, end, placeOnScreen(picture, link.cited, camera), cited.radius, camera.k);
    const stop = atRim || !heads || !cited ? gap : radiusOnScreen(cited.radius, camera.k) + gap;
    const short = shortened(curve, stop);
    layer.curves.push(short);
    if (link.mutual && heads && citing) {
      const back = startAtRim ? gap : radiusOnScreen(citing.radius, camera.k) + gap;
      layer.backHeads.push(shortened(reversed(short), back));
    }
  });
  for (const layer of [...layers.values()].sort((a, b) => a.order - b.order)) {
    surface.curves(layer.curves, layer.stroke);
    if (!layer.heads) continue;
    const { color, width, alpha } = layer.stroke;
    const ends = [...layer.curves, ...layer.backHeads];
    surface.polygons(
      ends.map((curve) => headOf(curve, width)),
      color,
      alpha ?? 1,
    );
  }
}

/** How so many links of works around the survey are drawn. */
function aroundStroke(count: number, { link: color }: Theme): Stroke {
  const share = Math.sqrt(FEW_AROUND / Math.max(FEW_AROUND, count));
  const alpha = Math.max(LEAST_AROUND_ALPHA, AROUND_ALPHA * share);
  // Few are wider than the finest line: fine lines darken where they cross, and all of these cross.
  return count <= FEW_AROUND ? { color, width: 1.01, alpha } : { color, width: 1, alpha, fine: true };
}

function linkStyle(
  link: LinkMark,
  model: MarkedMap,
  theme: Theme,
  around: Stroke,
): { stroke: Stroke; order: number; heads: boolean } {
  const dash = link.confidence === "likely" ? { dash: [5, 4] } : {};
  const own = domainColour(theme, link.slot, theme.link);
  if (link.strength !== null) return similarityStyle(link.strength, link, own);
  if (!link.inner) {
    if (link.fresh || link.emphasis === "strong") {
      const color = link.fresh || model.traced ? theme.accent : theme.muted;
      return {
        stroke: { color, width: model.traced ? 1.6 : 1.01, alpha: 0.6, ...dash },
        order: 3,
        heads: false,
      };
    }
    const faint = link.emphasis === "faint" || link.recedes;
    return {
      stroke: faint ? { ...around, alpha: (around.alpha ?? 1) * FAINT_SHARE } : around,
      order: 0,
      heads: false,
    };
  }
  if (link.fresh || link.emphasis === "strong") {
    const color = link.fresh || model.traced ? theme.accent : own;
    return { stroke: { color, width: 2.4, alpha: 1, ...dash }, order: 5, heads: true };
  }
  if (link.emphasis === "faint") {
    return { stroke: { color: own, width: 1.1, alpha: 0.14, ...dash }, order: 1, heads: false };
  }
  if (model.spineShown && link.spine > 0) {
    const width = SPINE_WIDTHS[link.spine] ?? 3.4;
    return { stroke: { color: theme.accent, width, alpha: 1, ...dash }, order: 4, heads: true };
  }
  if (link.recedes) {
    return { stroke: { color: own, width: 1.1, alpha: 0.2, ...dash }, order: 1, heads: false };
  }
  return { stroke: { color: own, width: 1.5, alpha: 0.72, ...dash }, order: 2, heads: true };
}

/** Links that stand for something shared have no direction; their width says how much. */
function similarityStyle(strength: number, { emphasis }: LinkMark, color: string) {
  const width = 1 + SIMILARITY_WIDTH * Math.sqrt(strength);
  if (emphasis === "strong")
    return { stroke: { color, width: width + 1, alpha: 0.95 }, order: 5, heads: false };
  const faint = emphasis === "faint";
  return { stroke: { color, width, alpha: faint ? 0.1 : 0.55 }, order: faint ? 1 : 2, heads: false };
}

/** The curve of a link on the screen, without the pieces of no length at its end. */
function curveOnScreen(curves: Float64Array, link: number, { k, x, y }: Camera): number[] {
  const start = link * STRIDE;
  const [endX, endY] = [curves[start + STRIDE - 2], curves[start + STRIDE - 1]];
  let end = start + STRIDE;
  while (end - 6 > start + 2 && curves[end - 8] === endX && curves[end - 7] === endY) end -= 6;
  const curve: number[] = [];
  for (let i = start; i < end; i += 2) curve.push((curves[i] ?? 0) * k + x, (curves[i + 1] ?? 0) * k + y);
  return curve;
}

/**
 * Moves an end of a curve (the point at `at` and the control point beside it) that a layout put at the
 * rim of a dot to where the rim is at this zoom; false when the end is at the centre.
 */
function keepAtRim(
  curve: number[],
  at: number,
  [x, y]: [number, number],
  radius: number,
  k: number,
): boolean {
  const [dx, dy] = [(curve[at] ?? 0) - x, (curve[at + 1] ?? 0) - y];
  if (Math.hypot(dx, dy) < 1 || radius === 0) return false;
  const grow = radiusOnScreen(radius, k) / (radius * k) - 1;
  for (const i of [at, at === 0 ? 2 : at - 2]) {
    curve[i] = (curve[i] ?? 0) + dx * grow;
    curve[i + 1] = (curve[i + 1] ?? 0) + dy * grow;
  }
  return true;
}

/** The curve cut off `distance` px before its end, along the direction it arrives in. */
function shortened(curve: number[], distance: number): Curve {
  if (distance === 0) return curve;
  const [dx, dy] = direction(curve);
  for (const from of [curve.length - 4, curve.length - 2]) {
    curve[from] = (curve[from] ?? 0) - dx * distance;
    curve[from + 1] = (curve[from + 1] ?? 0) - dy * distance;
  }
  return curve;
}

function reversed(curve: Curve): number[] {
  const back: number[] = [];
  for (let i = curve.length - 2; i >= 0; i -= 2) back.push(curve[i] ?? 0, curve[i + 1] ?? 0);
  return back;
}

/** The unit vector along which a curve arrives at its end. */
function direction(curve: Curve): [number, number] {
  const [x1 = 0, y1 = 0] = curve.slice(-2);
  for (let i = curve.length - 4; i >= 0; i -= 2) {
    const [dx, dy] = [x1 - (curve[i] ?? 0), y1 - (curve[i + 1] ?? 0)];
    const length = Math.hypot(dx, dy);
    if (length > 0.5) return [dx / length, dy / length];
  }
  return [0, 0];
}

/** The corners of an arrow's head at the end of a curve. */
function headOf(curve: Curve, width: number): number[] {
  const [dx, dy] = direction(curve);
  const size = ARROW + width;
  const [x = 0, y = 0] = curve.slice(-2);
  const side = size * 0.42;
  return [
    ...[x, y],
    ...[x - dx * size - dy * side, y - dy * size + dx * side],
    ...[x - dx * size + dy * side, y - dy * size - dx * side],
  ];
}
