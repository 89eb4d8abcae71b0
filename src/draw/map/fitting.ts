import type { Box, LabelSide } from "../../layout/boxes.ts";
import type { Camera } from "./camera.ts";
import type { MarkedMap, PaperMark } from "./marks.ts";
import type { Placement, Size } from "./placement.ts";

/** A mark at a place of the plane with the room it needs around it on the screen, px whatever the zoom. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

/** The room a paper needs around its place, px: its dot, and its label if it is a survey paper. */
export function extentOf(
  paper: Pick<PaperMark, "radius" | "role" | "labelWidth">,
  side: LabelSide | undefined,
): Omit<Extent, "x" | "y"> {
  const { radius } = paper;
  const dot = { left: radius, right: radius, up: radius, down: radius };
  if (paper.role !== "survey") return dot;
  const width = paper.labelWidth + 6;
  switch (side) {
    case "left":
      return { ...dot, left: radius + width };
    case "above":
      return {
        ...dot,
        up: radius + 18,
        left: Math.max(radius, width / 2),
        right: Math.max(radius, width / 2),
      };
    case "below":
      return {
        ...dot,
        down: radius + 18,
        left: Math.max(radius, width / 2),
        right: Math.max(radius, width / 2),
      };
    default:
      return { ...dot, right: radius + width };
  }
}

const FIT_MARGIN = 24;
/** A lineage that would have to shrink below this to fit keeps its size instead, and is panned. */
const LEAST_FIT = 0.86;

/** The camera that shows a placed map whole: a lineage from its first lane on, a network by its visible papers. */
export function fittingCamera(
  model: MarkedMap,
  { picture, labelSides, bounds, regions }: Placement,
  size: Size,
): Camera {
  if (bounds) return fittingBounds(bounds, size);
  const extents = model.papers.flatMap((paper, i) =>
    paper.visible
      ? [
          {
            x: picture.positions[i * 2] ?? 0,
            y: picture.positions[i * 2 + 1] ?? 0,
            ...extentOf(paper, labelSides[i]),
          },
        ]
      : [],
  );
  return fitting([...extents, ...regionExtents(regions, model)], size, FIT_MARGIN);
}

/** The room that outlines and names of regions need; less of a margin will do for them. */
function regionExtents(regions: Placement["regions"], { regions: marks }: MarkedMap): Extent[] {
  const spare = 6 - FIT_MARGIN;
  return regions.flatMap(({ group, rings, anchor }) => {
    const width = marks?.marks.find(({ id }) => id === group)?.labelWidth ?? 0;
    const half = width / 2 + spare;
    const outline = rings
      .flat()
      .map((point) => ({ ...point, left: spare, right: spare, up: spare, down: spare }));
    return [...outline, { ...anchor, left: half, right: half, up: 9 + spare, down: 9 + spare }];
  });
}

function fittingBounds({ x1, y1 }: Box, { width, height }: Size): Camera {
  const whole = Math.min(1, width / x1, height / y1);
  const k = whole < LEAST_FIT ? Math.min(1, width / x1) : whole;
  return { k, x: Math.max(0, (width - x1 * k) / 2), y: 0 };
}

/**
 * The camera moved, without zooming, as little as brings places of the plane into view with a margin of
 * 24 px; where not all have room at once, the first come first. The same camera when all are in view.
 */
export function revealing(
  camera: Camera,
  places: readonly (readonly [x: number, y: number])[],
  { width, height }: Size,
): Camera {
  const { k } = camera;
  const [first] = places;
  if (!first) return camera;
  const [wide, high] = [width - 2 * FIT_MARGIN, height - 2 * FIT_MARGIN].map((room) => Math.max(0, room) / k);
  let box = { x0: first[0], x1: first[0], y0: first[1], y1: first[1] };
  for (const [x, y] of places) {
    const larger = {
      x0: Math.min(box.x0, x),
      x1: Math.max(box.x1, x),
      y0: Math.min(box.y0, y),
      y1: Math.max(box.y1, y),
    };
    if (larger.x1 - larger.x0 <= (wide ?? 0) && larger.y1 - larger.y0 <= (high ?? 0)) box = larger;
  }
  const x = into(camera.x, FIT_MARGIN - box.x0 * k, width - FIT_MARGIN - box.x1 * k);
  const y = into(camera.y, FIT_MARGIN - box.y0 * k, height - FIT_MARGIN - box.y1 * k);
  return x === camera.x && y === camera.y ? camera : { k, x, y };
}

function into(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

const SMALLEST_ZOOM = 0.15;
const LARGEST_ZOOM = 2;

/**
 * The camera with the largest zoom (0.15 to 2) at which all extents and a margin are within the size;
 * without extents the origin is in the middle.
 */
export function fitting(extents: readonly Extent[], { width, height }: Size, margin: number): Camera {
  if (extents.length === 0) return { k: 1, x: width / 2, y: height / 2 };
  const boundsAt = (k: number) => {
    const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
    for (const { x, y, left, right, up, down } of extents) {
      bounds.x0 = Math.min(bounds.x0, x * k - left);
      bounds.x1 = Math.max(bounds.x1, x * k + right);
      bounds.y0 = Math.min(bounds.y0, y * k - up);
      bounds.y1 = Math.max(bounds.y1, y * k + down);
    }
    return bounds;
  };
  const excessAt = (k: number) => {
    const { x0, x1, y0, y1 } = boundsAt(k);
    return Math.max(x1 - x0 - width, y1 - y0 - height) + 2 * margin;
  };
  // Labels that face each other need less room farther apart: the excess falls, then grows with the zoom.
  const roomiest = leastOf(excessAt, SMALLEST_ZOOM, LARGEST_ZOOM);
  let [low, high] = excessAt(roomiest) <= 0 ? [roomiest, LARGEST_ZOOM] : [SMALLEST_ZOOM, SMALLEST_ZOOM];
  for (let i = 0; i < 20; i++) {
    const k = (low + high) / 2;
    if (excessAt(k) <= 0) low = k;
    else high = k;
  }
  const { x0, x1, y0, y1 } = boundsAt(low);
  return { k: low, x: width / 2 - (x0 + x1) / 2, y: height / 2 - (y0 + y1) / 2 };
}

/** Where between the two a convex function is least, to a ten-thousandth of the way. */
function leastOf(valueAt: (k: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 23; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (valueAt(a) <= valueAt(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
