import { type Camera, sameCamera } from "../camera.ts";
import { createPaperRaster, type PaperDots } from "./paper-raster.ts";

/** Papers in an image of their own, written anew for each frame. */
export interface PaperLayer {
  /**
   * Draws the papers on a context whose unit is one px of the screen, `strength` 1 as they are and less where they
   * recede. They are written anew only where something else than that has changed.
   */
  draw(
    target: CanvasRenderingContext2D,
    size: { readonly width: number; readonly height: number },
    dots: PaperDots,
    camera: Camera,
    growth: number,
    moving: boolean,
    strength: number,
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
  let last: { readonly dots: PaperDots; readonly camera: Camera; readonly growth: number } | null = null;

  return {
    draw(target, { width, height }, dots, camera, growth, moving, strength) {
      if (!context || width === 0 || height === 0) return;
      const ratio = Math.min(2, devicePixelRatio || 1);
      const scale = moving && width * height * ratio * ratio > MOST_MOVING ? 1 : ratio;
      const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
      const resized = image?.width !== wide || image.height !== high;
      if (image === null || resized) {
        canvas.width = wide;
        canvas.height = high;
        image = new ImageData(wide, high);
        pixels = new Int32Array(image.data.buffer);
      }
      if (
        resized ||
        last?.growth !== growth ||
        !sameDots(last.dots, dots) ||
        !sameCamera(last.camera, camera)
      ) {
        if (!resized) pixels.fill(0);
        const rim = written > MOST_WITH_RIMS ? 0 : dots.rim;
        const view = { width: wide, height: high, pixels };
        written = raster.write(view, { ...dots, rim }, camera, scale, growth);
        context.putImageData(image, 0, 0);
        last = { dots, camera: { k: camera.k, x: camera.x, y: camera.y }, growth };
      }
      target.globalAlpha = strength;
      target.drawImage(canvas, 0, 0, width, height);
      target.globalAlpha = 1;
    },
  };
}

function sameDots(a: PaperDots, b: PaperDots): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.radius === b.radius &&
    a.colour === b.colour &&
    a.order === b.order &&
    a.rim === b.rim
  );
}
