import { estimateTextWidth } from "../../view/looks/label.ts";
import { domainColour, generationColour, type Theme, yearColour } from "../../view/looks/palette.ts";
import { cornersOf } from "../../view/looks/shapes.ts";
import { xmlText } from "../../view/looks/xml-text.ts";
import type { SheetKey, SheetModel } from "../../view/panels/sheet.ts";
import type { Camera } from "../map/camera.ts";
import { drawMap } from "../map/draw-map.ts";
import { fittingCamera } from "../map/fitting.ts";
import type { MarkedMap } from "../map/marks.ts";
import type { Placement, Size } from "../map/placement.ts";
import { shiftedSurface } from "../map/shifted-surface.ts";
import type { Surface } from "../map/surface.ts";
import { svgSurface } from "./svg-surface.ts";

/** A map with what stands around it, ready to be drawn anywhere. */
export interface Sheet {
  readonly words: SheetModel;
  readonly map: MarkedMap;
  readonly placement: Placement;
  /** The size the map was placed for, px; title and legend come on top of it. */
  readonly size: Size;
  readonly theme: Theme;
}

const MARGIN = 24;
/** Down to the middle of the subtitle's first line, px. */
const SUBTITLE_Y = 52;
const SUBTITLE_SIZE = 13;
const SUBTITLE_LINE = 18;
const ROW = 22;
const KEY_SIZE = 12;
const SMALL = 11;

/** A row of the legend: its middle below the map, px, and what stands in it. */
interface Row {
  readonly y: number;
  readonly height: number;
  readonly keys: { readonly key: SheetKey; readonly x: number }[];
}

/** How a sheet is divided: where the map ends, what the legend's rows hold, how high all is, px. */
interface Plan {
  readonly camera: Camera;
  readonly subtitle: readonly string[];
  /** Where the map begins. */
  readonly top: number;
  readonly mapHeight: number;
  readonly rows: readonly Row[];
  readonly sources: readonly string[];
  readonly height: number;
}

/** The size of a sheet as it is drawn, px. */
export function sheetSize(sheet: Sheet): Size {
  return { width: sheet.size.width, height: planOf(sheet).height };
}

/** Draws a sheet: title, the whole map, legend, sources. */
export function drawSheet(surface: Surface, sheet: Sheet): void {
  const { words, map, placement, size, theme } = sheet;
  const { width } = size;
  const { camera, subtitle, top, mapHeight, rows, sources, height } = planOf(sheet);
  surface.rect(0, 0, width, height, theme.background);
  drawMap(shiftedSurface(surface, 0, top, width, mapHeight), map, placement, camera, theme);
  // Over the map, whose lines may reach beyond it.
  surface.rect(0, 0, width, top, theme.background);
  const foot = top + mapHeight;
  surface.rect(0, foot, width, height - foot, theme.background);
  surface.text(MARGIN, 28, words.title, { size: 22, weight: 700, family: "serif", color: theme.ink });
  subtitle.forEach((text, i) => {
    const y = SUBTITLE_Y + i * SUBTITLE_LINE;
    surface.text(MARGIN, y, text, { size: SUBTITLE_SIZE, color: theme.muted });
  });
  surface.line(0, foot, width, foot, { color: theme.rule, width: 1 });
  for (const { y, keys } of rows) for (const { key, x } of keys) drawKey(surface, key, x, foot + y, theme);
  const below = foot + endOf(rows) + 12;
  sources.forEach((text, i) => {
    surface.text(MARGIN, below + i * 16, text, { size: SMALL, color: theme.muted });
  });
}

/** The sheet as one SVG document that needs nothing else: text is text, fonts are those a system has. */
export function sheetSvg(sheet: Sheet): string {
  const { width, height } = sheetSize(sheet);
  const surface = svgSurface(width, height);
  drawSheet(surface, sheet);
  const { title, description } = sheet.words;
  return `${[
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="sheet-title sheet-description">`,
    `<title id="sheet-title">${xmlText(title)}</title>`,
    `<desc id="sheet-description">${xmlText(description)}</desc>`,
    surface.elements(),
    "</svg>",
  ].join("\n")}\n`;
}

function planOf({ words, map, placement, size }: Sheet): Plan {
  const { width } = size;
  const camera = cameraOf(map, placement, size);
  const { bounds } = placement;
  // A lineage too high for its size is given the height it needs: nobody can pan a picture.
  const mapHeight = Math.max(bounds ? Math.ceil(bounds.y1 * camera.k) : size.height, 120);
  const rows = rowsOf(words.keys, width);
  const sources = words.sources.flatMap((text) => wrapped(text, width - 2 * MARGIN, SMALL));
  const subtitle = wrapped(words.subtitle, width - 2 * MARGIN, SUBTITLE_SIZE);
  const top = SUBTITLE_Y - 2 + subtitle.length * SUBTITLE_LINE;
  const height = top + mapHeight + endOf(rows) + 12 + sources.length * 16;
  return { camera, subtitle, top, mapHeight, rows, sources, height };
}

/** A lineage as wide as the sheet, a network as large as fits. */
function cameraOf(map: MarkedMap, placement: Placement, size: Size): Camera {
  const { bounds } = placement;
  if (bounds === null) return fittingCamera(map, placement, size);
  const k = Math.min(1, size.width / bounds.x1);
  return { k, x: Math.max(0, (size.width - bounds.x1 * k) / 2), y: 0 };
}

function rowsOf(lists: SheetModel["keys"], width: number): Row[] {
  const rows: Row[] = [];
  for (const keys of lists) {
    let x = Number.POSITIVE_INFINITY;
    for (const key of keys) {
      const wide = keyRoom(key) + estimateTextWidth(key.label, KEY_SIZE) + 22;
      const height = key.kind === "size" ? Math.max(ROW, key.radius * 2 + 6) : ROW;
      const before = rows.at(-1);
      const fits = before !== undefined && x + wide <= width;
      const kept = fits ? before.keys : [];
      const last = {
        height: Math.max(height, fits ? before.height : 0),
        keys: [...kept, { key, x: fits ? x : MARGIN }],
      };
      if (fits) rows.pop();
      rows.push({ ...last, y: endOf(rows) + last.height / 2 });
      x = (fits ? x : MARGIN) + wide;
    }
  }
  return rows;
}

/** Where the last of the rows ends, px below the map. */
function endOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last === undefined ? 12 : last.y + last.height / 2;
}

/** The room of a key's sign before its label, px. */
function keyRoom(key: SheetKey): number {
  return key.kind === "line" ? 34 : key.kind === "size" ? key.radius * 2 + 8 : 20;
}

function drawKey(surface: Surface, key: SheetKey, x: number, y: number, theme: Theme): void {
  switch (key.kind) {
    case "mark":
      surface.outline(
        x + 6,
        y,
        key.step === null ? 3.5 : 5.2,
        cornersOf(key.shape),
        colourOf(key, theme),
        null,
      );
      break;
    case "ring":
      surface.outline(x + 6, y, 5.5, null, null, { color: theme.muted, width: 1.6, dash: [3, 2.2] });
      break;
    case "size":
      surface.outline(x + key.radius, y, key.radius, null, theme.context, null);
      break;
    case "line":
      drawLineKey(surface, key.line, x, y, theme);
  }
  surface.text(x + keyRoom(key), y, key.label, { size: KEY_SIZE, color: theme.ink });
}

function drawLineKey(
  surface: Surface,
  kind: Extract<SheetKey, { kind: "line" }>["line"],
  x: number,
  y: number,
  theme: Theme,
): void {
  const color = kind === "spine" ? theme.accent : theme.muted;
  const width = kind === "spine" ? 2.6 : kind === "plain" ? 4 : 1.5;
  const dash = kind === "dashed" ? { dash: [5, 4] } : {};
  const head = kind === "plain" ? 0 : 8;
  surface.line(x + head, y, x + 27, y, { color, width, ...dash });
  if (head > 0) surface.polygons([[x, y, x + head, y - 3.6, x + head, y + 3.6]], color);
}

function colourOf({ scale, step }: Extract<SheetKey, { kind: "mark" }>, theme: Theme): string {
  if (step === null) return theme.context;
  if (scale === "generation") return generationColour(theme, step, theme.context);
  return scale === "year" ? yearColour(theme, step, theme.context) : domainColour(theme, step, theme.context);
}

/** The text in lines of at most a width, broken at spaces. */
function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && estimateTextWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
