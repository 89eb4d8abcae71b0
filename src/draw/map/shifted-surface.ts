import type { Surface } from "./surface.ts";

/** A part of a surface as a surface of its own: its 0,0 stands at `left`, `top`. What is drawn beyond it is not cut off. */
export function shiftedSurface(
  surface: Surface,
  left: number,
  top: number,
  width: number,
  height: number,
): Surface {
  const moved = (points: readonly number[]) => points.map((value, i) => value + (i % 2 === 0 ? left : top));
  return {
    width,
    height,
    rect: (x, y, w, h, fill, alpha) => surface.rect(x + left, y + top, w, h, fill, alpha),
    line: (x1, y1, x2, y2, stroke) => surface.line(x1 + left, y1 + top, x2 + left, y2 + top, stroke),
    curves: (curves, stroke) => surface.curves(curves.map(moved), stroke),
    polygons: (polygons, fill, alpha) => surface.polygons(polygons.map(moved), fill, alpha),
    outline: (x, y, radius, corners, fill, stroke, alpha) =>
      surface.outline(x + left, y + top, radius, corners, fill, stroke, alpha),
    text: (x, y, text, style) => surface.text(x + left, y + top, text, style),
  };
}
