import { SANS, SERIF, type Stroke, type Surface } from "./surface.ts";

/**
 * Above so many, curves are stroked one by one, and polygons filled so many at a time: what a browser takes for one path
 * grows much faster than its parts (5,000 curves in one take 3 times as long as one by one; as lines of one device
 * pixel, a fifteenth).
 */
const MOST_IN_ONE_PATH = 300;

/** A surface that draws on a canvas context whose transform makes one unit one px of the page. */
export function canvasSurface(context: CanvasRenderingContext2D, width: number, height: number): Surface {
  const use = (stroke: Stroke) => {
    context.strokeStyle = stroke.color;
    context.lineWidth = stroke.fine ? 1 / context.getTransform().a : stroke.width;
    context.globalAlpha = stroke.alpha ?? 1;
    context.setLineDash((stroke.dash ?? []) as number[]);
  };
  return {
    width,
    height,
    rect(x, y, w, h, fill, alpha = 1) {
      context.globalAlpha = alpha;
      context.fillStyle = fill;
      context.fillRect(x, y, w, h);
    },
    line(x1, y1, x2, y2, stroke) {
      use(stroke);
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    },
    curves(curves, stroke) {
      if (curves.length === 0) return;
      use(stroke);
      const together = curves.length <= MOST_IN_ONE_PATH;
      curves.forEach((curve, place) => {
        if (place === 0 || !together) context.beginPath();
        const at = (i: number) => curve[i] ?? 0;
        context.moveTo(at(0), at(1));
        for (let i = 2; i + 5 < curve.length; i += 6) {
          context.bezierCurveTo(at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5));
        }
        if (place + 1 === curves.length || !together) context.stroke();
      });
    },
    polygons(polygons, fill, alpha = 1) {
      if (polygons.length === 0) return;
      context.globalAlpha = alpha;
      context.fillStyle = fill;
      polygons.forEach((points, place) => {
        if (place % MOST_IN_ONE_PATH === 0) context.beginPath();
        context.moveTo(points[0] ?? 0, points[1] ?? 0);
        for (let i = 2; i + 1 < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
        context.closePath();
        const next = place + 1;
        if (next === polygons.length || next % MOST_IN_ONE_PATH === 0) context.fill();
      });
    },
    outline(x, y, radius, corners, fill, stroke, alpha = 1) {
      context.beginPath();
      if (corners === null) context.arc(x, y, radius, 0, 2 * Math.PI);
      else {
        corners.forEach(([cx, cy], i) => {
          if (i === 0) context.moveTo(x + cx * radius, y + cy * radius);
          else context.lineTo(x + cx * radius, y + cy * radius);
        });
        context.closePath();
      }
      context.globalAlpha = alpha;
      if (fill !== null) {
        context.fillStyle = fill;
        context.fill();
      }
      if (stroke !== null) {
        use(stroke);
        context.stroke();
      }
    },
    text(x, y, text, { size, weight = 400, family = "sans", color, halo, anchor = "start", alpha = 1 }) {
      context.font = `${weight} ${size}px ${family === "serif" ? SERIF : SANS}`;
      context.textAlign = anchor === "middle" ? "center" : anchor;
      context.textBaseline = "middle";
      context.globalAlpha = alpha;
      if (halo !== undefined) {
        context.setLineDash([]);
        context.lineJoin = "round";
        context.lineWidth = 4;
        context.strokeStyle = halo;
        context.strokeText(text, x, y);
      }
      context.fillStyle = color;
      context.fillText(text, x, y);
    },
  };
}
