import type { Theme } from "../../../view/looks/palette.ts";
import type { MapModel } from "../../../view/map/map.ts";
import { type Camera, sameCamera } from "../camera.ts";
import { drawStrongLinks, MOST_HEADS } from "./draw-strong-links.ts";
import type { Columns } from "./places.ts";

/** What the links that stand out are drawn from. */
export interface StrongLinks {
  readonly model: MapModel;
  readonly places: Columns;
  readonly theme: Theme;
}

/** The links that stand out: a few are drawn in every frame, thousands once and moved as a picture while the view moves. */
export interface StrongLayer {
  /** Draws them on a context whose unit is one px of the screen, on which `radiusOf` tells how large a paper is. */
  draw(
    target: CanvasRenderingContext2D,
    size: { readonly width: number; readonly height: number },
    links: StrongLinks,
    camera: Camera,
    radiusOf: (paper: number) => number,
    moving: boolean,
  ): void;
}

/** How far beyond each edge of the screen the picture reaches, as a share of its size. */
const MARGIN = 0.3;
/** More pixels than this cost more than sharper lines are worth. */
const MOST_PIXELS = 9e6;

/** A layer that has drawn nothing yet. */
export function createStrongLayer(): StrongLayer {
  let canvas: HTMLCanvasElement | null = null;
  let last: { readonly links: StrongLinks; readonly camera: Camera; readonly width: number } | null = null;

  return {
    draw(target, size, links, camera, radiusOf, moving) {
      const { model, places, theme } = links;
      const [left, top] = [Math.round(size.width * MARGIN), Math.round(size.height * MARGIN)];
      const [width, height] = [size.width + 2 * left, size.height + 2 * top];
      const same = last !== null && last.width === width && sameLinks(last.links, links);
      if (model.strong.length <= MOST_HEADS || (moving && !same)) {
        [canvas, last] = [null, null];
        drawStrongLinks(target, model, places, camera, size, radiusOf, theme);
        return;
      }
      if (canvas === null || last === null || !same || (!moving && !sameCamera(last.camera, camera))) {
        canvas ??= target.canvas.ownerDocument.createElement("canvas");
        const ratio = Math.min(devicePixelRatio || 1, 2, Math.sqrt(MOST_PIXELS / (width * height)));
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        const context = canvas.getContext("2d");
        if (!context) return;
        context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
        const own = { k: camera.k, x: camera.x + left, y: camera.y + top };
        drawStrongLinks(context, model, places, own, { width, height }, radiusOf, theme);
        last = { links, camera: { k: camera.k, x: camera.x, y: camera.y }, width };
      }
      const grown = camera.k / last.camera.k;
      target.imageSmoothingEnabled = grown === 1;
      target.drawImage(
        canvas,
        camera.x - (last.camera.x + left) * grown,
        camera.y - (last.camera.y + top) * grown,
        width * grown,
        height * grown,
      );
      target.imageSmoothingEnabled = true;
    },
  };
}

function sameLinks(a: StrongLinks, b: StrongLinks): boolean {
  return (
    a.model.strong === b.model.strong &&
    a.model.spine === b.model.spine &&
    a.model.freshLinks === b.model.freshLinks &&
    a.model.tone === b.model.tone &&
    a.model.colouring === b.model.colouring &&
    a.places.x === b.places.x &&
    a.places.y === b.places.y &&
    a.theme === b.theme
  );
}
