import type { ExportTexts } from "../../text/export-texts.ts";
import { canvasSurface } from "../map/canvas-surface.ts";
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
export async function sheetPng(
  sheet: Sheet,
  scale: number,
  { exporting: said }: ExportTexts,
  maker = system,
): Promise<Blob> {
  const [width = 0, height = 0] = [sheetSize(sheet).width, sheetSize(sheet).height].map((px) =>
    Math.round(px * scale),
  );
  const canvas = maker.canvas(width, height);
  const context = Math.max(canvas.width, canvas.height) <= LONGEST ? canvas.getContext("2d") : null;
  const tooLarge = said.tooLarge(width, height);
  if (context === null) throw new Error(tooLarge);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  drawSheet(canvasSurface(context, canvas.width / scale, canvas.height / scale), sheet);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error(tooLarge)) : resolve(blob)), "image/png");
  });
}
