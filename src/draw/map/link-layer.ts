import { type Camera, sameCamera } from "./camera.ts";
import { canvasSurface } from "./canvas-surface.ts";
import { drawLinks } from "./draw-links.ts";
import type { MapContent } from "./map-view.ts";
import type { MarkedMap } from "./marks.ts";
import type { Picture } from "./picture.ts";

/** Up to so many links are drawn anew in every frame; a picture of more is moved while the camera moves. */
const DRAWN_LIVE = 400;
/** How far beyond each edge of the map the picture of the links reaches, as a share of its size. */
const MARGIN = 0.3;

/** Draws the links of a map, fast enough for every frame of a gesture. */
export interface LinkLayer {
  /**
   * Draws the links under `camera`; while `moving`, many links are drawn as the picture made before. While papers
   * `travel` to other places that picture is of no use: of many links those within the survey are drawn then,
   * unless they are many themselves.
   */
  draw(
    target: CanvasRenderingContext2D,
    size: { readonly width: number; readonly height: number },
    content: MapContent,
    picture: Picture,
    camera: Camera,
    moving: boolean,
    travel: boolean,
  ): void;
}

/** A layer with a picture of its own, as large as the map and a margin, at the device's resolution. */
export function createLinkLayer(): LinkLayer {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  let drawn: { content: MapContent; picture: Picture; camera: Camera; width: number; height: number } | null =
    null;

  return {
    draw(target, { width, height }, content, picture, camera, moving, travel) {
      const { model, theme } = content;
      if (!context || model.links.length <= DRAWN_LIVE) {
        drawLinks(canvasSurface(target, width, height), model, picture, camera, theme);
        return;
      }
      if (travel) {
        if (innerLinks(model) <= DRAWN_LIVE)
          drawLinks(
            canvasSurface(target, width, height),
            model,
            picture,
            camera,
            theme,
            ({ inner }) => inner,
          );
        return;
      }
      const ratio = devicePixelRatio || 1;
      const [left, top] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
      const stale =
        drawn === null ||
        drawn.content !== content ||
        drawn.picture !== picture ||
        drawn.width !== width ||
        drawn.height !== height ||
        (!moving && !sameCamera(drawn.camera, camera));
      if (stale) {
        canvas.width = Math.round((width + 2 * left) * ratio);
        canvas.height = Math.round((height + 2 * top) * ratio);
        context.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio);
        drawLinks(canvasSurface(context, width, height), model, picture, camera, theme);
        drawn = { content, picture, camera, width, height };
      }
      const before = drawn?.camera ?? camera;
      const grown = camera.k / before.k;
      target.globalAlpha = 1;
      target.drawImage(
        canvas,
        camera.x - (before.x + left) * grown,
        camera.y - (before.y + top) * grown,
        (width + 2 * left) * grown,
        (height + 2 * top) * grown,
      );
    },
  };
}

function innerLinks({ links }: MarkedMap): number {
  return links.reduce((sum, { inner }) => sum + (inner ? 1 : 0), 0);
}
