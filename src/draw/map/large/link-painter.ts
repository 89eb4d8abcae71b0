import { inkLinks, type WeighedLinks, weighLinks } from "./link-ink.ts";
import type { LinkAnswer, LinkOrder, View } from "./link-messages.ts";
import type { Columns, Extent } from "./places.ts";
import { regionFields } from "./region-fields.ts";
import { type Tone, toneMap } from "./tone-map.ts";

/** Lines are smoothed as long as all in view cross no more pixels than this: some 100 ms of work. */
const SMOOTH_UP_TO = 12e6;

/** Keeps what it is told of a map and draws its links where it is asked to. */
export interface LinkPainter {
  take(order: LinkOrder): Promise<LinkAnswer | null>;
}

/** A painter that knows nothing yet; what it is asked before it knows enough gives an empty image. */
export function createLinkPainter(): LinkPainter {
  let links: { citing: Uint32Array; cited: Uint32Array } | null = null;
  let places: (Columns & { extent: Extent }) | null = null;
  let drawn: Uint8Array | null = null;
  let weighed: WeighedLinks | null = null;
  let ink = new Float32Array(0);

  const paint = async (view: View, tone: Omit<Tone, "usual">): Promise<LinkAnswer> => {
    const start = performance.now();
    const width = Math.max(1, Math.round(view.width * view.scale));
    const height = Math.max(1, Math.round(view.height * view.scale));
    if (ink.length !== width * height) ink = new Float32Array(width * height);
    else ink.fill(0);
    const image = new ImageData(width, height);
    if (links && places && drawn) {
      const { extent } = places;
      const [wide, high] = [extent.x1 - extent.x0, extent.y1 - extent.y0];
      weighed ??= weighLinks(links, drawn, places, Math.hypot(wide, high));
      const k = view.camera.k * view.scale;
      const camera = {
        k,
        x: (view.camera.x - view.left) * view.scale,
        y: (view.camera.y - view.top) * view.scale,
      };
      const area = Math.max(1, wide * high * k * k);
      const inView = Math.min(1, (width * height) / area);
      const field = { width, height, ink };
      inkLinks(field, weighed, places, camera, weighed.pixels * k * inView < SMOOTH_UP_TO);
      const pixels = new Int32Array(image.data.buffer);
      toneMap(field, { ...tone, usual: (weighed.ink * k) / area }, pixels);
    }
    const bitmap = await createImageBitmap(image);
    return { type: "image", image: bitmap, view, ms: performance.now() - start };
  };

  return {
    async take(order) {
      switch (order.type) {
        case "links":
          [links, weighed] = [order, null];
          return null;
        case "places":
          [places, weighed] = [order, null];
          return null;
        case "drawn":
          [drawn, weighed] = [order.drawn, null];
          return null;
        case "regions": {
          if (!places) return { type: "regions", fields: [] };
          const { regionOf, shown, regions } = order;
          return { type: "regions", fields: regionFields(places, places.extent, regionOf, shown, regions) };
        }
        case "view":
          return paint(order.view, order.tone);
      }
    },
  };
}
