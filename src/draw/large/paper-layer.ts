import type { Camera } from "../camera.ts";
import { createPaperRaster, type PaperDots } from "./paper-raster.ts";

/** Papers in an image of their own, written anew for each frame. */
export interface PaperLayer {
  /** Writes the papers and draws them on a context whose unit is one px of the screen. */
  draw(
    target: CanvasRenderingContext2D,
    size: { readonly width: number; readonly height: number },
    dots: PaperDots,
    camera: Camera,
    growth: number,
    moving: boolean,
  ): void;
}

/** While the view moves, an image of more pixels than this is written at half the resolution. */
const MOST_MOVING = 2.6e6;

/** More papers than this in view are too small or too crowded for rims to show. */
const MOST_WITH_RIMS = 5_000;

/** A layer without papers yet. */
export function createPaperLayer(): PaperLayer {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const raster = createPaperRaster();
  // Of the last frame, which the next one will be like.
  let written = 0;
  let image: ImageData | null = null;
  let pixels = new Int32Array(0);

  return {
    draw(target, { width, height }, dots, camera, growth, moving) {
      if (!context || width === 0 || height === 0) return;
      const ratio = Math.min(2, devicePixelRatio || 1);
      const scale = moving && width * height * ratio * ratio > MOST_MOVING ? 1 : ratio;
      const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
      if (image?.width !== wide || image.height !== high) {
        canvas.width = wide;
        canvas.height = high;
        image = new ImageData(wide, high);
        pixels = new Int32Array(image.data.buffer);
      } else pixels.fill(0);
      const rim = written > MOST_WITH_RIMS ? 0 : dots.rim;
      written = raster.write({ width: wide, height: high, pixels }, { ...dots, rim }, camera, scale, growth);
      context.putImageData(image, 0, 0);
      target.globalAlpha = 1;
      target.drawImage(canvas, 0, 0, width, height);
    },
  };
}
