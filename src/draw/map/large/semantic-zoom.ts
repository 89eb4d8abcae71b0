import type { MapModel } from "../../../view/map/map.ts";
import { type Camera, radiusOnScreen } from "../camera.ts";
import type { Extent } from "./places.ts";

/** How large the dots of a map may be, so that they leave room between them. */
export interface Crowding {
  /** The zoom at which the whole map is in view. */
  readonly fit: number;
  /** The camera that shows the whole map. */
  readonly camera: Camera;
  /** Px of the screen per px of a dot's radius: as on a small map, or less where dots would crowd. */
  growthAt(k: number): number;
  /** The largest radius, px at zoom 1. */
  readonly largest: number;
}

/** Dots cover at most this share of the map's area. */
const COVERED = 0.2;
/** Around a whole map, for the fields of regions and names at its edge: a share of the size. */
const MARGIN = 0.05;
/** Around the lanes of a lineage, px, and above of a lineage, whose axis stands there, px. */
const TIMED_MARGIN = 12;
const AXIS_ROOM = 34;

/** How a map of these dots fits a screen; `timed` leaves room for a time axis above. */
export function crowding(
  { x0, y0, x1, y1 }: Extent,
  radius: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  timed: boolean,
): Crowding {
  const [wide, high] = [Math.max(1e-6, x1 - x0), Math.max(1e-6, y1 - y0)];
  const margin = timed ? TIMED_MARGIN : MARGIN * Math.min(width, height);
  const top = timed ? AXIS_ROOM : margin;
  const room = { width: Math.max(40, width - 2 * margin), height: Math.max(40, height - top - margin) };
  const fit = Math.min(room.width / wide, room.height / high);
  let squares = 0;
  let largest = 0;
  // By index: it runs before the first picture, when an engine has compiled nothing.
  for (let i = 0; i < radius.length; i++) {
    const r = radius[i]!;
    squares += r * r;
    if (r > largest) largest = r;
  }
  return {
    fit,
    largest,
    camera: {
      k: fit,
      x: (width - wide * fit) / 2 - x0 * fit,
      y: top + (room.height - high * fit) / 2 - y0 * fit,
    },
    growthAt: (k) =>
      Math.min(
        radiusOnScreen(1, k),
        k * Math.sqrt((COVERED * wide * high) / Math.max(1e-9, Math.PI * squares)),
      ),
  };
}

/** However far out, a paper of a list that is short is a mark of this radius, px: large enough for its shape. */
const LEAST_LISTED = 5;

/** The radius of a paper's dot on the screen at a growth (see Crowding), px. */
export function dotRadius(
  { radius, survey, listed }: Pick<MapModel, "radius" | "survey" | "listed">,
  growth: number,
): (paper: number) => number {
  const some = listed.length > 0;
  return (paper) => {
    const own = radius[paper]! * growth;
    return some && survey[paper] === 1 ? Math.max(LEAST_LISTED, own) : own;
  };
}

/** How near the reader is: what can be pointed at and how much is written. */
export interface Closeness {
  /** How far beside a dot the pointer still finds it, px. */
  readonly slack: number;
  /** Dots smaller than this on the screen cannot be pointed at, px: far out the pointer is for regions. */
  readonly least: number;
  /** How many labels of papers there may be, as a share of those that have room. */
  readonly labels: number;
}

/** The closeness at a zoom given as a multiple of the one that shows the whole map. */
export function closeness(times: number): Closeness {
  const near = Math.max(0, Math.min(1, Math.log(times / 1.2) / Math.log(6 / 1.2)));
  return { slack: 2 + 8 * near, least: 3 * (1 - near), labels: 0.2 + 0.8 * near };
}

/** How present names of regions are at such a zoom: 1 for the whole map, 0 where papers have taken over. */
export function namePresence(times: number): number {
  return Math.max(0, Math.min(1, 1 - Math.log(times / 2.2) / Math.log(7 / 2.2)));
}
