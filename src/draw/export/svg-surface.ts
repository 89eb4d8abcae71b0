import { xmlText } from "../../view/looks/xml-text.ts";
import { type Curve, SANS, SERIF, type Stroke, type Surface, type TextStyle } from "../map/surface.ts";

/** A surface whose drawing is text. */
export interface SvgSurface extends Surface {
  /** What was drawn so far, as elements of SVG, one a line. */
  elements(): string;
}

/**
 * A surface that draws elements of SVG: text stays text, places are rounded to hundredths of a px, every
 * text from outside is escaped. Needs no browser.
 */
export function svgSurface(width: number, height: number): SvgSurface {
  const drawn: string[] = [];
  return {
    width,
    height,
    elements: () => drawn.join("\n"),
    rect(x, y, w, h, fill, alpha = 1) {
      const box = `x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, w))}" height="${px(Math.max(0, h))}"`;
      drawn.push(`<rect ${box} ${filled(fill, alpha)}/>`);
    },
    line(x1, y1, x2, y2, stroke) {
      drawn.push(`<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" fill="none" ${stroked(stroke)}/>`);
    },
    curves(curves, stroke) {
      if (curves.length > 0)
        drawn.push(`<path d="${curves.map(curvePath).join("")}" fill="none" ${stroked(stroke)}/>`);
    },
    polygons(polygons, fill, alpha = 1) {
      if (polygons.length === 0) return;
      drawn.push(`<path d="${polygons.map(polygonPath).join("")}" ${filled(fill, alpha)}/>`);
    },
    outline(x, y, radius, corners, fill, stroke, alpha = 1) {
      const paint = [
        fill === null ? `fill="none"` : filled(fill, alpha),
        ...(stroke === null ? [] : [stroked(stroke)]),
      ].join(" ");
      if (corners === null) drawn.push(`<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" ${paint}/>`);
      else {
        const points = corners.flatMap(([cx, cy]) => [x + cx * radius, y + cy * radius]);
        drawn.push(`<path d="${polygonPath(points)}" ${paint}/>`);
      }
    },
    text(x, y, text, style) {
      const { size, color, halo, alpha = 1 } = style;
      // Not every program knows `dominant-baseline`: the middle of small letters is a third above the line.
      const at = `x="${px(x)}" y="${px(y + size * 0.35)}" ${fontOf(style)}`;
      const written = xmlText(text);
      // Two texts rather than `paint-order`, without which an office program would draw the halo on top.
      if (halo !== undefined) {
        const outline = `fill="none" stroke="${xmlText(halo)}" stroke-width="4" stroke-linejoin="round"`;
        drawn.push(`<text ${at} ${outline}${opacity("opacity", alpha)} aria-hidden="true">${written}</text>`);
      }
      drawn.push(`<text ${at} ${filled(color, alpha)}>${written}</text>`);
    },
  };
}

function curvePath(curve: Curve): string {
  const at = (i: number) => `${px(curve[i] ?? 0)} ${px(curve[i + 1] ?? 0)}`;
  let path = `M${at(0)}`;
  for (let i = 2; i + 5 < curve.length; i += 6) path += `C${at(i)} ${at(i + 2)} ${at(i + 4)}`;
  return path;
}

function polygonPath(points: readonly number[]): string {
  let path = "";
  for (let i = 0; i + 1 < points.length; i += 2)
    path += `${i === 0 ? "M" : "L"}${px(points[i] ?? 0)} ${px(points[i + 1] ?? 0)}`;
  return path === "" ? "" : `${path}Z`;
}

function filled(fill: string, alpha: number): string {
  return `fill="${xmlText(fill)}"${opacity("fill-opacity", alpha)}`;
}

function stroked({ color, width, alpha = 1, dash }: Stroke): string {
  const dashes = dash && dash.length > 0 ? ` stroke-dasharray="${dash.map(px).join(" ")}"` : "";
  return `stroke="${xmlText(color)}" stroke-width="${px(width)}"${dashes}${opacity("stroke-opacity", alpha)}`;
}

function fontOf({ size, weight = 400, family = "sans", anchor = "start" }: TextStyle): string {
  const parts = [
    `font-family="${xmlText(family === "serif" ? SERIF : SANS)}"`,
    `font-size="${px(size)}"`,
    ...(weight === 400 ? [] : [`font-weight="${weight}"`]),
    ...(anchor === "start" ? [] : [`text-anchor="${anchor}"`]),
  ];
  return parts.join(" ");
}

function opacity(name: string, alpha: number): string {
  return alpha === 1 ? "" : ` ${name}="${px(alpha)}"`;
}

/** A length to the hundredth, as short as it can be written; what is no number is 0. */
function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(rounded || 0) : "0";
}
