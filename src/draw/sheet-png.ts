import { canvasSurface } from "./canvas-surface.ts";
import { drawSheet, type Sheet, sheetSize } from "./draw-sheet.ts";

/** What a browser gives to make a picture with. */
export interface CanvasMaker {
  readonly canvas: (width: number, height: number) => HTMLCanvasElement;
}

const system: CanvasMaker = {
  canvas: (width, height) => Object.assign(document.createElement("canvas"), { width, height }),
};

/** The longest side of a canvas that every browser can draw, px. */
const LONGEST = 16_384;

/**
 * The sheet as a PNG with `scale` pixels for each px, drawn anew at that resolution. Rejects when the
 * picture would be larger than a browser can make, naming its size and the remedy.
 */
export async function sheetPng(sheet: Sheet, scale: number, maker = system): Promise<Blob> {
  const [width, height] = [sheetSize(sheet).width, sheetSize(sheet).height].map((px) =>
    Math.round(px * scale),
  );
  const canvas = maker.canvas(width ?? 0, height ?? 0);
  const context = Math.max(canvas.width, canvas.height) <= LONGEST ? canvas.getContext("2d") : null;
  const tooLarge = `A PNG of ${width} × ${height} pixels is more than this browser can make; take a smaller one, or SVG.`;
  if (context === null) throw new Error(tooLarge);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  drawSheet(canvasSurface(context, canvas.width / scale, canvas.height / scale), sheet);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error(tooLarge)) : resolve(blob)), "image/png");
  });
}
