import { calendar, type TimeAxis } from "../../layout/lineage/time-axis.ts";
import type { Texts } from "../../text/texts.ts";
import { estimateTextWidth } from "../../view/looks/label.ts";
import { domainText, type Theme } from "../../view/looks/palette.ts";
import type { Camera } from "./camera.ts";
import type { Surface } from "./surface.ts";

/** A lane as it is drawn: its place in the plane, its name and colour. */
export interface LaneMark {
  readonly label: string;
  readonly slot: number | null;
  readonly y0: number;
  readonly y1: number;
  /** Left edge and middle of the name's line. */
  readonly titleX: number;
  readonly titleY: number;
}

/** What stands around the papers of the lineage view: time from left to right, lanes from top to bottom. */
export interface Furniture {
  readonly axis: TimeAxis;
  readonly lanes: readonly LaneMark[];
  readonly texts: Pick<Texts, "axis">;
}

/** Height of the time axis at the top edge, px. */
export const AXIS_HEIGHT = 26;

/** Draws lanes and time lines, under everything else. */
export function drawLanes(surface: Surface, { axis, lanes }: Furniture, camera: Camera, theme: Theme): void {
  lanes.forEach((lane, i) => {
    const y0 = lane.y0 * camera.k + camera.y;
    const y1 = lane.y1 * camera.k + camera.y;
    if (i % 2 === 1) surface.rect(0, y0, surface.width, y1 - y0, theme.band);
  });
  for (const tick of axis.ticks) {
    if (tick.compressed) continue;
    const x = tick.x * camera.k + camera.x;
    surface.line(x, AXIS_HEIGHT, x, surface.height, {
      color: theme.rule,
      width: tick.kind === "year" ? 1 : 0.5,
    });
  }
  if (axis.breakX !== null) {
    const x = axis.breakX * camera.k + camera.x;
    surface.line(x, AXIS_HEIGHT, x, surface.height, {
      color: theme.muted,
      width: 1,
      dash: [2, 4],
      alpha: 0.7,
    });
  }
  if (axis.undated !== null && axis.ticks.length > 0) {
    const x = axis.undated.x0 * camera.k + camera.x;
    surface.line(x, AXIS_HEIGHT, x, surface.height, { color: theme.muted, width: 1 });
  }
  for (const lane of lanes) {
    const color = domainText(theme, lane.slot, theme.muted);
    const y = lane.titleY * camera.k + camera.y;
    // Names stay at the left edge while one pans along time.
    surface.text(Math.max(8, lane.titleX * camera.k + camera.x), y, lane.label, {
      size: 11.5,
      weight: 700,
      color,
      halo: theme.background,
    });
  }
}

/**
 * Draws the time axis at the top edge, over everything else, so that it stays while the map is moved; right of it
 * what has no date. Where nothing has one, that is all it says.
 */
export function drawAxis(surface: Surface, { axis, texts }: Furniture, camera: Camera, theme: Theme): void {
  surface.rect(0, 0, surface.width, AXIS_HEIGHT, theme.background);
  const undated = axis.undated === null ? null : axis.undated.x0 * camera.k + camera.x;
  const end = undated ?? Number.POSITIVE_INFINITY;
  const muted = { size: 11, color: theme.muted };
  if (axis.ticks.length === 0) {
    if (undated !== null) surface.text(Math.max(8, undated), AXIS_HEIGHT / 2, texts.axis.noDates, muted);
    return;
  }
  drawYearBands(surface, axis, camera, theme);
  surface.line(0, AXIS_HEIGHT, surface.width, AXIS_HEIGHT, { color: theme.rule, width: 1 });
  let free = 8;
  const breakX = axis.breakX === null ? null : axis.breakX * camera.k + camera.x;
  if (breakX !== null && breakX > 76) {
    const { year, month } = calendar(axis.breakDay);
    const full = texts.axis.before(year, month);
    const label = estimateTextWidth(full, 11) + 16 < breakX ? full : texts.axis.compressed;
    surface.text(breakX - 8, AXIS_HEIGHT / 2, label, { size: 11, color: theme.muted, anchor: "end" });
    free = breakX;
  }
  for (const tick of axis.ticks) {
    if (tick.compressed) continue;
    const x = tick.x * camera.k + camera.x;
    if (x < free - 1 || x + 34 > end) continue;
    const year = tick.kind === "year";
    const label = year ? String(tick.year) : texts.axis.month(tick.month);
    surface.text(x + 4, AXIS_HEIGHT / 2, label, {
      size: 11.5,
      weight: year ? 700 : 400,
      color: year ? theme.ink : theme.muted,
    });
    free = x + (year ? 34 : 28);
  }
  if (undated !== null) surface.text(Math.max(free, undated + 8), AXIS_HEIGHT / 2, texts.axis.noDate, muted);
}

/** Every other year of the linear part stands on a band, so that years read as spans. */
function drawYearBands(surface: Surface, axis: TimeAxis, camera: Camera, theme: Theme): void {
  const years = axis.ticks.filter((tick) => !tick.compressed && tick.kind === "year");
  years.forEach((tick, i) => {
    if (tick.year % 2 === 0) return;
    const from = tick.x * camera.k + camera.x;
    const to = (years[i + 1]?.x ?? axis.undated?.x0 ?? axis.x1 + 1_000) * camera.k + camera.x;
    surface.rect(from, 0, Math.min(to, surface.width) - from, AXIS_HEIGHT, theme.rule, 0.55);
  });
}
