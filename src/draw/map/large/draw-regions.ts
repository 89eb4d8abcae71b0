import type { Box } from "../../../layout/boxes.ts";
import { domainColour, type Theme } from "../../../view/looks/palette.ts";
import type { MapModel, RegionLabel } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import type { Surface } from "../surface.ts";
import type { RegionField } from "./region-fields.ts";

/** A region's name as it stands on the screen. */
export interface RegionName {
  readonly region: RegionLabel;
  /** The name in one or two lines. */
  readonly lines: readonly string[];
  /** Font size of the name, px; the count below it is smaller. */
  readonly size: number;
  readonly box: Box;
}

/** Font sizes of names, px: by how many papers a region has. */
const SMALLEST = 11;
const LARGEST = 21;
/** Font size of counts, px. */
const COUNT_SIZE = 11;
/** A name wider than its field by more than this has no room, unless it is pointed at. */
const MOST_OVERHANG = 1.7;
/** How far a name may give way to another, in its own heights. */
const MOVES = [0, -0.6, 0.6, -1.1, 1.1, -1.7, 1.7];
const NUMBERS = new Intl.NumberFormat("en");

/** The fields of regions as paths in the plane, made once for each answer of the worker. */
export function fieldPaths(fields: readonly RegionField[]): Map<RegionField, Path2D> {
  return new Map(
    fields.map((field) => {
      const path = new Path2D();
      for (const ring of field.rings) {
        for (let i = 0; i < ring.length; i += 2) {
          if (i === 0) path.moveTo(ring[0]!, ring[1]!);
          else path.lineTo(ring[i]!, ring[i + 1]!);
        }
        path.closePath();
      }
      return [field, path];
    }),
  );
}

/** Fills and outlines the fields under everything else; `presence` from 0 to 1 is how much of them is left. */
export function drawFields(
  context: CanvasRenderingContext2D,
  paths: ReadonlyMap<RegionField, Path2D>,
  { regions, focused }: MapModel,
  { k, x, y }: Camera,
  theme: Theme,
  presence: number,
): void {
  context.save();
  context.transform(k, 0, 0, k, x, y);
  context.setLineDash([]);
  context.lineWidth = 1.2 / k;
  const firm = theme.name === "dark" ? 0.16 : 0.11;
  for (const [{ region }, path] of paths) {
    const mark = regions[region];
    if (!mark) continue;
    const loud = mark.focused || mark.pointed;
    const colour = domainColour(theme, mark.slot, theme.muted);
    context.fillStyle = colour;
    context.globalAlpha = loud ? Math.max(0.2, firm * presence) : firm * presence * (focused ? 0.4 : 1);
    context.fill(path, "evenodd");
    if (!loud) continue;
    context.strokeStyle = colour;
    context.globalAlpha = 0.9;
    context.stroke(path);
  }
  context.restore();
  context.globalAlpha = 1;
}

/**
 * The names that have room on a screen, larger regions first, with their counts; a name gives way to
 * another and to what is taken by some lines or is left out, and moves in at the edges.
 */
export function regionNames(
  fields: readonly RegionField[],
  { regions }: MapModel,
  camera: Camera,
  { width, height }: { readonly width: number; readonly height: number },
  measure: (text: string, size: number) => number,
  top = 0,
  taken: readonly Box[] = [],
): RegionName[] {
  const names: RegionName[] = [];
  const most = regions.reduce((largest, { count }) => Math.max(largest, count), 1);
  const order = [...fields].sort((a, b) => rank(regions[b.region]) - rank(regions[a.region]));
  for (const field of order) {
    const region = regions[field.region];
    if (!region || region.count === 0) continue;
    const loud = region.focused || region.pointed;
    const wished = Math.round(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(region.count / most));
    const room = MOST_OVERHANG * Math.sqrt(field.area) * camera.k;
    const whole = measure(region.label, wished) <= room ? [region.label] : halves(region.label);
    const widest = Math.max(...whole.map((line) => measure(line, 1)));
    // Rather a small name than none.
    const size = Math.max(SMALLEST, Math.min(wished, Math.floor((room - 8) / widest)));
    const half = Math.max(...whole.map((line) => measure(line, size))) / 2 + 4;
    if (!loud && 2 * half > room) continue;
    const [x, y] = [field.x * camera.k + camera.x, field.y * camera.k + camera.y];
    if (x < 0 || y < top || x > width || y > height) continue;
    const middle = Math.max(half + 4, Math.min(width - half - 4, x));
    if (2 * half + 8 > width) continue;
    const high = (size * whole.length + COUNT_SIZE) * 0.62;
    const boxes = MOVES.map((move): Box => {
      const at = Math.max(top + high + 2, Math.min(height - high - 2, y + move * 2 * high));
      return { x0: middle - half, y0: at - high, x1: middle + half, y1: at + high };
    });
    const box =
      boxes.find(
        (one) => names.every((other) => apart(one, other.box)) && taken.every((other) => apart(one, other)),
      ) ?? (loud ? boxes[0] : undefined);
    if (box) names.push({ region, lines: whole, size, box });
  }
  return names;
}

/** Writes the names; `presence` from 0 to 1 is how much of them is left. */
export function drawRegionNames(
  surface: Surface,
  names: readonly RegionName[],
  { focused }: MapModel,
  theme: Theme,
  presence: number,
): void {
  for (const { region, lines, size, box } of names) {
    const loud = region.focused || region.pointed;
    const x = (box.x0 + box.x1) / 2;
    const style = {
      color: domainColour(theme, region.slot, theme.muted),
      halo: theme.background,
      anchor: "middle" as const,
      alpha: loud ? 1 : presence * (focused ? 0.4 : 1),
    };
    const high = (box.y1 - box.y0) / 1.24;
    const top = (box.y0 + box.y1 - high) / 2;
    const count = NUMBERS.format(region.count);
    surface.text(x, top + high - COUNT_SIZE / 2, count, { ...style, size: COUNT_SIZE, weight: 600 });
    lines.forEach((line, i) => {
      surface.text(x, top + (i + 0.5) * size, line, { ...style, size, weight: 700 });
    });
  }
}

/** A name broken at the space nearest to its middle; the name itself where it is one word. */
function halves(name: string): readonly string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

function rank(region: RegionLabel | undefined): number {
  return (region?.focused || region?.pointed ? 1e9 : 0) + (region?.count ?? 0);
}

function apart(a: Box, b: Box): boolean {
  return a.x1 <= b.x0 || a.x0 >= b.x1 || a.y1 <= b.y0 || a.y0 >= b.y1;
}
