import type { FlowBand, FlowModel } from "../../view/panels/flow-model.ts";

/** Where the parts of the flow stand, in px. */
export interface FlowGeometry {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly label: string }[];
  readonly lanes: readonly { readonly y: number }[];
  readonly nodes: readonly {
    readonly lane: number;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly count: number;
  }[];
  readonly bands: readonly { readonly band: FlowBand; readonly path: string }[];
}

/** The heights of the lanes: style/domains.css gives their names the same. */
export const LANE = { wide: 42, narrow: 66 } as const;
/** The room above the lanes for the years. */
export const HEAD = 28;

const LEAST_RADIUS = 9;
const MOST_RADIUS = 17;
const MOST_BAND = 14;
/** A year's name needs so much room; where there is less, only some are written. */
const YEAR_WIDTH = 44;
const SAMPLES = 20;
/** What is left of a band's width where it ends: it narrows the way knowledge flowed. */
const TIP = 0.25;

/**
 * The places of the flow in a picture of a width: a line for each domain, years from left to right, bands from
 * the domain that fed, broad, to the one that was fed, narrow.
 */
export function flowGeometry(flow: FlowModel, width: number, narrow: boolean): FlowGeometry {
  const lane = narrow ? LANE.narrow : LANE.wide;
  const margin = MOST_RADIUS + 14;
  const step = flow.columns.length < 2 ? 0 : (width - 2 * margin) / (flow.columns.length - 1);
  const xOf = (column: number) => (step === 0 ? width / 2 : margin + column * step);
  // A narrow lane has its domain's name above its papers.
  const yOf = (place: number) => HEAD + place * lane + (narrow ? lane - 24 : lane / 2);
  const most = flow.lanes
    .flatMap(({ nodes }) => nodes)
    .reduce((largest, { count }) => Math.max(largest, count), 1);
  const radiusOf = (count: number) =>
    LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * (most === 1 ? 0 : Math.sqrt((count - 1) / (most - 1)));
  const widest = flow.bands.reduce((largest, { count }) => Math.max(largest, count), 1);
  const every = Math.max(1, Math.ceil(YEAR_WIDTH / Math.max(1, step)));
  return {
    width,
    height: HEAD + flow.lanes.length * lane,
    columns: flow.columns.map(({ label }, column) => ({
      x: xOf(column),
      label: step === 0 || column % every === 0 ? label : "",
    })),
    lanes: flow.lanes.map((_, place) => ({ y: yOf(place) })),
    nodes: flow.lanes.flatMap(({ nodes }, place) =>
      nodes.map(({ column, count }) => ({
        lane: place,
        x: xOf(column),
        y: yOf(place),
        radius: radiusOf(count),
        count,
      })),
    ),
    bands: flow.bands.map((band) => {
      const start = { x: xOf(band.from.column), y: yOf(band.from.lane) };
      const end = { x: xOf(band.to.column), y: yOf(band.to.lane) };
      const broad = Math.max(3, MOST_BAND * Math.sqrt(band.count / widest));
      return { band, path: taperedPath(curveBetween(start, end, step), broad) };
    }),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The four points of a cubic from one node to another: level at its ends, or bowed within a year. */
function curveBetween(start: Point, end: Point, step: number): readonly [Point, Point, Point, Point] {
  if (start.x !== end.x) {
    const reach = (end.x - start.x) * 0.5;
    return [start, { x: start.x + reach, y: start.y }, { x: end.x - reach, y: end.y }, end];
  }
  const room = step === 0 ? 120 : step * 0.8;
  if (start.y === end.y) {
    // Within a domain and a year: a loop over its node.
    return [start, { x: start.x + 8, y: start.y - 52 }, { x: end.x + 52, y: end.y - 8 }, end];
  }
  const bow = Math.min(room, 24 + Math.abs(end.y - start.y) * 0.3);
  return [start, { x: start.x + bow, y: start.y }, { x: end.x + bow, y: end.y }, end];
}

function taperedPath(curve: readonly [Point, Point, Point, Point], broad: number): string {
  const [left, right]: [string[], string[]] = [[], []];
  for (let i = 0; i <= SAMPLES; i++) {
    const t = i / SAMPLES;
    const { x, y, dx, dy } = alongCubic(curve, t);
    const length = Math.hypot(dx, dy) || 1;
    const half = (broad / 2) * (1 - (1 - TIP) * t);
    const [nx, ny] = [(-dy / length) * half, (dx / length) * half];
    left.push(`${(x + nx).toFixed(1)} ${(y + ny).toFixed(1)}`);
    right.push(`${(x - nx).toFixed(1)} ${(y - ny).toFixed(1)}`);
  }
  return `M${[...left, ...right.reverse()].join("L")}Z`;
}

function alongCubic([a, b, c, d]: readonly [Point, Point, Point, Point], t: number) {
  const mix = (p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s;
  const slope = (p: number, q: number, r: number, s: number) =>
    3 * (1 - t) ** 2 * (q - p) + 6 * (1 - t) * t * (r - q) + 3 * t * t * (s - r);
  return {
    x: mix(a.x, b.x, c.x, d.x),
    y: mix(a.y, b.y, c.y, d.y),
    dx: slope(a.x, b.x, c.x, d.x),
    dy: slope(a.y, b.y, c.y, d.y),
  };
}
