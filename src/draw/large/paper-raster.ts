import type { Camera } from "../camera.ts";

/** Pixels as signed 32-bit numbers, which engines count fastest with: red in the lowest byte and alpha in the highest, as ImageData has them. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Int32Array;
}

/** What is written of papers: entry i of each column is paper i. */
export interface PaperDots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** Colour with alpha; 0 for a paper that is not drawn. */
  readonly colour: Int32Array;
  /** The papers in the order in which they are written, the last one on top. */
  readonly order: Uint32Array;
  /** Colour of the rim that keeps a dot apart from what it lies on; 0 for none. */
  readonly rim: number;
}

/** The pixels that a disc covers, as distances from the one its middle is in; those it covers whole first. */
interface Disc {
  readonly dx: Int8Array;
  readonly dy: Int8Array;
  /** `dy` rows and `dx` columns on, in an image of the raster's width. */
  readonly offset: Int32Array;
  /** From 1 to 255. */
  readonly coverage: Uint8Array;
  /** How many are covered whole. */
  readonly whole: number;
  /** How far from the middle's pixel any of them is. */
  readonly reach: number;
}

/** Writes papers into images. */
export interface PaperRaster {
  /**
   * Writes papers as discs with smooth edges into an image whose pixel 0,0 stands at the screen's corner.
   * `scale` is pixels of the image per px of the screen; `growth` px of the screen per px of a radius. What is
   * outside is left out, what is on the edge is cut. Returns how many papers were written.
   */
  write(image: PixelImage, dots: PaperDots, camera: Camera, scale: number, growth: number): number;
}

/** Places within a pixel that are told apart, in each direction, and radii in each px. */
const STEPS = 4;
/** Discs are no larger than this, px of the image. */
const LARGEST = 80;
/** Dots smaller than this have no rim and are not blended with each other, px of the image. */
const LEAST_WITH_RIM = 2;
const RIM = 1;

/** A raster that keeps the shapes of discs it has made. */
export function createPaperRaster(): PaperRaster {
  let discs: (Disc | null)[] = [];
  let widthOfDiscs = 0;
  const discOf = (step: number, stepX: number, stepY: number): Disc => {
    const key = (step * STEPS + stepX) * STEPS + stepY;
    const known = discs[key];
    if (known) return known;
    const made = makeDisc(step / STEPS, (stepX + 0.5) / STEPS, (stepY + 0.5) / STEPS, widthOfDiscs);
    discs[key] = made;
    return made;
  };

  const stamp = (
    { width, height, pixels }: PixelImage,
    x: number,
    y: number,
    size: number,
    colour: number,
    blend: boolean,
  ) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const step = Math.max(1, Math.round(Math.min(LARGEST, size) * STEPS));
    const disc = discOf(step, ((x - left) * STEPS) | 0, ((y - top) * STEPS) | 0);
    const { offset, coverage, reach } = disc;
    const middle = top * width + left;
    const alpha = colour >>> 24;
    const inside = left >= reach && top >= reach && left < width - reach && top < height - reach;
    let i = 0;
    if (inside && alpha === 255) {
      for (; i < disc.whole; i++) pixels[middle + offset[i]!] = colour;
    }
    for (; i < offset.length; i++) {
      if (!inside) {
        const column = left + disc.dx[i]!;
        const row = top + disc.dy[i]!;
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
      }
      const at = middle + offset[i]!;
      const share = alpha === 255 ? coverage[i]! : (coverage[i]! * alpha) >> 8;
      const under = pixels[at]!;
      if (under === 0) pixels[at] = (share << 24) | (colour & 0xffffff);
      else if (blend) pixels[at] = over(under, colour, share);
      else if (share >= under >>> 24) pixels[at] = (share << 24) | (colour & 0xffffff);
    }
  };

  return {
    write(image, { x, y, radius, colour, order, rim }, camera, scale, growth) {
      const { width, height } = image;
      if (width !== widthOfDiscs) {
        discs = Array.from({ length: (LARGEST + 1) * STEPS ** 3 }, () => null);
        widthOfDiscs = width;
      }
      const k = camera.k * scale;
      const [cameraX, cameraY] = [camera.x * scale, camera.y * scale];
      const grown = growth * scale;
      let written = 0;
      for (let place = 0; place < order.length; place++) {
        const i = order[place]!;
        const own = colour[i]!;
        if (own === 0) continue;
        const screenX = x[i]! * k + cameraX;
        const screenY = y[i]! * k + cameraY;
        const size = radius[i]! * grown;
        const far = size + 2;
        // Written so that a place that is no number is outside.
        if (!(screenX > -far && screenY > -far && screenX < width + far && screenY < height + far)) continue;
        const large = size >= LEAST_WITH_RIM;
        if (large && rim !== 0 && own >>> 24 === 255)
          stamp(image, screenX, screenY, size + RIM * scale, rim, true);
        stamp(image, screenX, screenY, size, own, large);
        written++;
      }
      return written;
    },
  };
}

function makeDisc(radius: number, offsetX: number, offsetY: number, width: number): Disc {
  const reach = Math.ceil(Math.max(0.6, radius) + 0.5);
  // A disc smaller than a pixel covers a share of it.
  const most = Math.min(1, Math.PI * radius * radius);
  const found: { readonly dx: number; readonly dy: number; readonly coverage: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const distance = Math.hypot(dx + 0.5 - offsetX, dy + 0.5 - offsetY);
      const share = Math.max(0, Math.min(1, Math.max(radius, 0.6) + 0.5 - distance));
      const coverage = Math.round(255 * most * share);
      if (coverage > 0) found.push({ dx, dy, coverage });
    }
  }
  found.sort((a, b) => Number(b.coverage === 255) - Number(a.coverage === 255));
  return {
    dx: Int8Array.from(found, ({ dx }) => dx),
    dy: Int8Array.from(found, ({ dy }) => dy),
    offset: Int32Array.from(found, ({ dx, dy }) => dy * width + dx),
    coverage: Uint8Array.from(found, ({ coverage }) => coverage),
    whole: found.filter(({ coverage }) => coverage === 255).length,
    reach,
  };
}

/** A colour with an alpha of `share` over another that has an alpha of its own. */
function over(under: number, colour: number, share: number): number {
  const below = under >>> 24;
  const alpha = share + (((255 - share) * below + 127) >> 8);
  const weight = below === 255 ? share : Math.min(255, (share * 255) / alpha) | 0;
  // Red and blue at once, as there are eight free bits between them.
  const others = Math.imul(colour & 0xff00ff, weight) + Math.imul(under & 0xff00ff, 255 - weight);
  const green = Math.imul(colour & 0xff00, weight) + Math.imul(under & 0xff00, 255 - weight);
  return (Math.min(255, alpha) << 24) | ((others >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00);
}
