import type { Box, LabelSide } from "../layout/boxes.ts";
import type { LinkMark, MapModel, PaperMark } from "../view/map.ts";
import { domainColour, generationColour, type Theme, yearColour } from "../view/palette.ts";
import { cornersOf } from "../view/shapes.ts";
import { type Picture, STRIDE } from "./picture.ts";
import { type LabelWish, placeLabels } from "./place-labels.ts";
import type { Curve, Stroke, Surface } from "./surface.ts";

/** How the plane of a layout stands on the surface: screen = plane × k + (x, y). */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Dots grow slower than distances when one zooms, so that zooming in makes room. */
export function radiusOnScreen(radius: number, k: number): number {
  return radius * Math.min(2.4, Math.max(0.62, k ** 0.5));
}

/** Zoom from which works around the survey have labels. */
const CONTEXT_LABEL_ZOOM = 1.9;
/** Width of the spine by the number of weights that agree on it, px. */
const SPINE_WIDTHS = [0, 1.8, 2.6, 3.4];
/** What the strongest similarity link is wider than the weakest could be, px. */
const SIMILARITY_WIDTH = 6;
const ARROW = 6;
/** Between the tip of an arrow and the dot it points at, px. */
const ARROW_GAP = 2;

/** Draws links, papers and labels, in this order: the whole map at once, as a picture of it needs it. */
export function drawMap(
  surface: Surface,
  model: MapModel,
  placement: { readonly picture: Picture; readonly labelSides: readonly LabelSide[] },
  camera: Camera,
  theme: Theme,
): void {
  const { picture } = placement;
  drawLinks(surface, model, picture, camera, theme);
  drawPapers(surface, model, picture, camera, theme);
  drawLabels(surface, model, picture, placeMapLabels(surface, model, placement, camera), camera, theme);
}

/** Draws the citations, what recedes first and what stands out last, arrows to the cited paper. */
export function drawLinks(
  surface: Surface,
  model: MapModel,
  picture: Picture,
  camera: Camera,
  theme: Theme,
): void {
  const layers = new Map<
    string,
    { stroke: Stroke; order: number; curves: Curve[]; backHeads: Curve[]; heads: boolean }
  >();
  model.links.forEach((link, i) => {
    if (!link.visible) return;
    const { stroke, order, heads } = linkStyle(link, model, theme);
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

function linkStyle(
  link: LinkMark,
  model: MapModel,
  theme: Theme,
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
    const alpha = link.emphasis === "faint" || link.recedes ? 0.08 : 0.22;
    // Wider than a hairline: hairlines of one path darken where they cross, and all of these cross.
    return { stroke: { color: theme.link, width: 1.01, alpha }, order: 0, heads: false };
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

function placeOnScreen({ positions }: Picture, paper: number, { k, x, y }: Camera): [number, number] {
  return [(positions[paper * 2] ?? 0) * k + x, (positions[paper * 2 + 1] ?? 0) * k + y];
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

/** Draws papers, what is faint under what is not. */
export function drawPapers(
  surface: Surface,
  model: MapModel,
  picture: Picture,
  camera: Camera,
  theme: Theme,
): void {
  const order = model.papers
    .map((paper, i) => ({ paper, i }))
    .filter(({ paper }) => paper.visible)
    .sort((a, b) => rankOf(a.paper) - rankOf(b.paper) || a.i - b.i);
  for (const { paper, i } of order) {
    const [x, y] = placeOnScreen(picture, i, camera);
    const radius = radiusOnScreen(paper.radius, camera.k);
    drawPaper(surface, paper, x, y, radius, theme);
    if (model.pipsShown && paper.role === "survey") drawPips(surface, paper.spine, x, y + radius + 6, theme);
  }
}

function rankOf(paper: PaperMark): number {
  const emphasis = { faint: 0, normal: 1, strong: 2 }[paper.emphasis];
  return (paper.selected || paper.pointed ? 10 : 0) + (paper.role === "survey" ? 3 : 0) + emphasis;
}

function drawPaper(
  surface: Surface,
  paper: PaperMark,
  x: number,
  y: number,
  radius: number,
  theme: Theme,
): void {
  const faint = paper.emphasis === "faint";
  const color = colourOf(paper, theme);
  const corners = cornersOf(paper.shape);
  // A disc of the background under every mark keeps links from showing through open and faint ones.
  surface.outline(x, y, radius + 1.2, corners, theme.background, null);
  if (paper.role === "context") {
    surface.outline(x, y, radius, null, color, null, faint ? 0.18 : paper.emphasis === "strong" ? 1 : 0.6);
  } else if (paper.sizeKnown) {
    surface.outline(x, y, radius, corners, color, null, faint ? 0.22 : 1);
  } else {
    const stroke = { color, width: 2, dash: [3, 2.2], alpha: faint ? 0.3 : 1 };
    surface.outline(x, y, radius, corners, color, stroke, faint ? 0.05 : 0.16);
  }
  if (paper.fresh) {
    surface.outline(x, y, radius + 3.5, null, null, { color: theme.accent, width: 1.6, dash: [2, 2] });
  }
  if (paper.selected) {
    surface.outline(x, y, radius + 5, null, null, { color: theme.ink, width: 2 });
  } else if (paper.pointed) {
    surface.outline(x, y, radius + 5, null, null, { color: theme.accent, width: 2 });
  }
}

function colourOf({ slot, generation, yearStep }: PaperMark, theme: Theme): string {
  if (yearStep !== null) return yearColour(theme, yearStep, theme.context);
  if (generation !== null) return generationColour(theme, generation, theme.context);
  return domainColour(theme, slot, theme.context);
}

/** Three pips under a paper: as many filled as weights agree that it lies on the main path. */
function drawPips(surface: Surface, agreeing: number, x: number, y: number, theme: Theme): void {
  if (agreeing === 0) return;
  for (let i = 0; i < 3; i++) {
    const fill = i < agreeing ? theme.accent : theme.background;
    surface.outline(x + (i - 1) * 6, y, 2.1, null, fill, { color: theme.accent, width: 1 });
  }
}

/** A label that has found its place: its distance from its paper, px of the screen. */
export interface MapLabel {
  readonly index: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
}

/**
 * The labels that have room under a camera and beside `titles`; while it moves they may stay with their
 * papers.
 */
export function placeMapLabels(
  surface: Surface,
  model: MapModel,
  { picture, labelSides }: { readonly picture: Picture; readonly labelSides: readonly LabelSide[] },
  camera: Camera,
  titles: readonly Box[] = [],
): MapLabel[] {
  const wishes = new Map<number, LabelWish>();
  const obstacles: { index: number; x: number; y: number; radius: number }[] = [];
  model.papers.forEach((paper, index) => {
    if (!paper.visible) return;
    const [x, y] = placeOnScreen(picture, index, camera);
    if (x < -300 || y < -60 || x > surface.width + 300 || y > surface.height + 60) return;
    const radius = radiusOnScreen(paper.radius, camera.k);
    const must = paper.selected || paper.pointed;
    if (paper.role === "survey" || must || paper.emphasis === "strong")
      obstacles.push({ index, x, y, radius });
    if (!wantsLabel(paper, model.focused, camera.k)) return;
    wishes.set(index, {
      index,
      x,
      y,
      radius,
      width: paper.labelWidth,
      height: paper.labelSize * 1.25,
      importance: paper.importance + (paper.emphasis === "strong" ? 1e5 : 0),
      must,
      side: labelSides[index] ?? "right",
    });
  });
  return placeLabels([...wishes.values()], obstacles, surface.width, titles).map(
    ({ index, x, y, anchor }) => {
      const wish = wishes.get(index);
      return { index, dx: x - (wish?.x ?? x), dy: y - (wish?.y ?? y), anchor };
    },
  );
}

/** Draws labels beside their papers. */
export function drawLabels(
  surface: Surface,
  model: MapModel,
  picture: Picture,
  labels: readonly MapLabel[],
  camera: Camera,
  theme: Theme,
): void {
  for (const { index, dx, dy, anchor } of labels) {
    const paper = model.papers[index];
    if (!paper?.visible) continue;
    const [x, y] = placeOnScreen(picture, index, camera);
    const loud = paper.root || paper.selected || paper.pointed;
    surface.text(x + dx, y + dy, paper.label, {
      size: paper.labelSize,
      weight: loud ? 700 : 400,
      color: paper.role === "context" && !loud ? theme.muted : theme.ink,
      halo: theme.background,
      anchor,
      alpha: paper.emphasis === "faint" ? 0.45 : 1,
    });
  }
}

function wantsLabel(paper: PaperMark, focused: boolean, k: number): boolean {
  if (paper.selected || paper.pointed) return true;
  if (paper.role === "survey") return true;
  if (focused) return paper.emphasis === "strong" && k >= 0.9;
  return k >= CONTEXT_LABEL_ZOOM;
}
