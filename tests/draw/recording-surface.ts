import type { Curve, Stroke, Surface, TextStyle } from "../../src/draw/map/surface.ts";

export interface DrawnCurve {
  readonly curve: Curve;
  readonly stroke: Stroke;
}

export interface DrawnOutline {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly corners: readonly (readonly [number, number])[] | null;
  readonly fill: string | null;
  readonly stroke: Stroke | null;
  readonly alpha: number;
}

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: TextStyle;
}

/** What was drawn on a recording surface, each kind in its order; `verbs` holds the order of all. */
export interface Drawing {
  readonly verbs: string[];
  readonly rects: { x: number; y: number; width: number; height: number; fill: string }[];
  readonly lines: { x1: number; y1: number; x2: number; y2: number; stroke: Stroke }[];
  readonly curves: DrawnCurve[];
  readonly polygons: { points: readonly number[]; fill: string; alpha: number }[];
  readonly outlines: DrawnOutline[];
  readonly texts: DrawnText[];
}

/** A surface of 1000 × 700 px unless said otherwise that writes down what is drawn on it. */
export function recordingSurface(width = 1_000, height = 700): { surface: Surface; drawing: Drawing } {
  const drawing: Drawing = {
    verbs: [],
    rects: [],
    lines: [],
    curves: [],
    polygons: [],
    outlines: [],
    texts: [],
  };
  const surface: Surface = {
    width,
    height,
    rect(x, y, w, h, fill) {
      drawing.verbs.push("rect");
      drawing.rects.push({ x, y, width: w, height: h, fill });
    },
    line(x1, y1, x2, y2, stroke) {
      drawing.verbs.push("line");
      drawing.lines.push({ x1, y1, x2, y2, stroke });
    },
    curves(curves, stroke) {
      drawing.verbs.push("curves");
      // A copy: what is drawn is drawn, whatever becomes of the numbers.
      for (const curve of curves) drawing.curves.push({ curve: [...curve], stroke });
    },
    polygons(polygons, fill, alpha = 1) {
      drawing.verbs.push("polygons");
      for (const points of polygons) drawing.polygons.push({ points: [...points], fill, alpha });
    },
    outline(x, y, radius, corners, fill, stroke, alpha = 1) {
      drawing.verbs.push("outline");
      drawing.outlines.push({ x, y, radius, corners, fill, stroke, alpha });
    },
    text(x, y, text, style) {
      drawing.verbs.push("text");
      drawing.texts.push({ x, y, text, style });
    },
  };
  return { surface, drawing };
}
