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
  /** Opaque colours: see-through dots would cost several times as much; 0 for a paper that is not drawn. */
  readonly colour: Int32Array;
  /** The papers in the order in which they are written, the last one on top. */
  readonly order: Uint32Array;
  /** Colour of the rim that keeps a dot apart from what it lies on; 0 for none, at a third of the cost. */
  readonly rim: number;
}

/**
 * The pixels that discs cover, one disc after the other in one list: looking them up must not cost more
 * than writing them. The disc of a key has the entries from `start` up to `end`; up to `solid`, pixels are
 * covered whole.
 */
interface Discs {
  readonly start: Int32Array;
  readonly solid: Int32Array;
  readonly end: Int32Array;
  /** How far from the middle's pixel any of a disc's pixels is. */
  readonly reach: Int32Array;
  /** Pixels from the one the middle is in: across, down, and on in an image of the width the discs are for. */
  dx: Int8Array;
  dy: Int8Array;
  offset: Int32Array;
  /** From 1 to 255. */
  coverage: Uint8Array;
  used: number;
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
const LEAST_WITH_RIM = 3;
const RIM = 1;
/** Pixels of discs that there is room for at first. */
const FIRST_ROOM = 4096;

/** A raster that keeps the shapes of discs it has made. */
export function createPaperRaster(): PaperRaster {
  let discs = noDiscs();
  let widthOfDiscs = 0;

  /** A disc that is cut by the edge, or large enough to be blended with what it lies on. */
  const stamp = (
    { width, height, pixels }: PixelImage,
    key: number,
    left: number,
    top: number,
    colour: number,
    blend: boolean,
  ) => {
    const { dx, dy, offset, coverage } = discs;
    const reach = discs.reach[key]!;
    const end = discs.end[key]!;
    const middle = top * width + left;
    const inside = left >= reach && top >= reach && left < width - reach && top < height - reach;
    let i = discs.start[key]!;
    if (inside) {
      const solid = discs.solid[key]!;
      for (; i < solid; i++) pixels[middle + offset[i]!] = colour;
    }
    for (; i < end; i++) {
      if (!inside) {
        const column = left + dx[i]!;
        const row = top + dy[i]!;
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
      }
      const at = middle + offset[i]!;
      const share = coverage[i]!;
      const under = pixels[at]!;
      if (under === 0) pixels[at] = (share << 24) | (colour & 0xffffff);
      else if (blend) pixels[at] = over(under, colour, share);
      else if (share >= under >>> 24) pixels[at] = (share << 24) | (colour & 0xffffff);
    }
  };

  return {
    write(image, { x, y, radius, colour, order, rim }, { k, x: cameraX, y: cameraY }, scale, growth) {
      const { width, height, pixels } = image;
      if (width !== widthOfDiscs) {
        discs = noDiscs();
        widthOfDiscs = width;
      }
      const zoom = k * scale;
      const x0 = cameraX * scale;
      const y0 = cameraY * scale;
      const grown = growth * scale;
      let written = 0;
      for (let place = 0; place < order.length; place++) {
        const i = order[place]!;
        const own = colour[i]!;
        if (own === 0) continue;
        const px = x[i]! * zoom + x0;
        const py = y[i]! * zoom + y0;
        const size = Math.min(LARGEST, radius[i]! * grown);
        const far = size + 2;
        // Written so that a place that is no number is outside.
        if (!(px > -far && py > -far && px < width + far && py < height + far)) continue;
        written++;
        const left = Math.floor(px);
        const top = Math.floor(py);
        const within = (((px - left) * STEPS) | 0) * STEPS + (((py - top) * STEPS) | 0);
        const key = Math.max(1, (size * STEPS + 0.5) | 0) * STEPS * STEPS + within;
        if (discs.end[key] === 0) addDisc(discs, key, width);
        const reach = discs.reach[key]!;
        const large = rim !== 0 && size >= LEAST_WITH_RIM;
        if (!large && left >= reach && top >= reach && left < width - reach && top < height - reach) {
          const { offset, coverage } = discs;
          const end = discs.end[key]!;
          const middle = top * width + left;
          const rgb = own & 0xffffff;
          const solid = discs.solid[key]!;
          let e = discs.start[key]!;
          for (; e < solid; e++) pixels[middle + offset[e]!] = own;
          for (; e < end; e++) {
            const at = middle + offset[e]!;
            const share = coverage[e]!;
            if (share >= pixels[at]! >>> 24) pixels[at] = (share << 24) | rgb;
          }
          continue;
        }
        if (large) {
          const rimKey = (((size + RIM * scale) * STEPS + 0.5) | 0) * STEPS * STEPS + within;
          if (discs.end[rimKey] === 0) addDisc(discs, rimKey, width);
          stamp(image, rimKey, left, top, rim, true);
        }
        stamp(image, key, left, top, own, large);
      }
      return written;
    },
  };
}

function noDiscs(): Discs {
  const keys = (LARGEST + 4) * STEPS ** 3;
  return {
    start: new Int32Array(keys),
    solid: new Int32Array(keys),
    end: new Int32Array(keys),
    reach: new Int32Array(keys),
    dx: new Int8Array(FIRST_ROOM),
    dy: new Int8Array(FIRST_ROOM),
    offset: new Int32Array(FIRST_ROOM),
    coverage: new Uint8Array(FIRST_ROOM),
    used: 0,
  };
}

/** Adds the disc of a key, which tells its radius and where in a pixel its middle is. */
function addDisc(discs: Discs, key: number, width: number): void {
  const radius = Math.floor(key / STEPS ** 2) / STEPS;
  const offsetX = ((Math.floor(key / STEPS) % STEPS) + 0.5) / STEPS;
  const offsetY = ((key % STEPS) + 0.5) / STEPS;
  const reach = Math.ceil(Math.max(0.6, radius) + 0.5);
  // A disc smaller than a pixel covers a share of it.
  const most = Math.min(1, Math.PI * radius * radius);
  makeRoom(discs, (2 * reach + 1) ** 2);
  const { dx, dy, offset, coverage } = discs;
  const [wide, whole] = [Math.max(radius, 0.6) + 0.5, most * 255];
  const coverageAt = (x: number, y: number) =>
    Math.round(whole * Math.max(0, Math.min(1, wide - Math.hypot(x + 0.5 - offsetX, y + 0.5 - offsetY))));
  let at = discs.used;
  discs.start[key] = at;
  for (const solid of [true, false]) {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        const share = coverageAt(x, y);
        if (share === 0 || (share === 255) !== solid) continue;
        dx[at] = x;
        dy[at] = y;
        offset[at] = y * width + x;
        coverage[at] = share;
        at++;
      }
    }
    if (solid) discs.solid[key] = at;
  }
  discs.reach[key] = reach;
  discs.end[key] = at;
  discs.used = at;
}

function makeRoom(discs: Discs, more: number): void {
  const { dx, dy, offset, coverage, used } = discs;
  if (used + more <= offset.length) return;
  const room = 2 * (used + more);
  discs.dx = new Int8Array(room);
  discs.dy = new Int8Array(room);
  discs.offset = new Int32Array(room);
  discs.coverage = new Uint8Array(room);
  discs.dx.set(dx);
  discs.dy.set(dy);
  discs.offset.set(offset);
  discs.coverage.set(coverage);
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
