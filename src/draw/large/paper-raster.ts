/** Pixels as 32-bit numbers with red in the lowest byte and alpha in the highest, as ImageData has them. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** What is written of papers: entry i of each column is paper i. */
export interface PaperDots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Px at zoom 1; the zoom's effect on it is in `sizeAt`. */
  readonly radius: Float32Array;
  /** Colour with alpha; 0 for a paper that is not drawn. */
  readonly colour: Uint32Array;
  /** The papers in the order in which they are written, the last one on top. */
  readonly order: Uint32Array;
  /** Colour of the rim that keeps a dot apart from what it lies on; 0 for none. */
  readonly rim: number;
}

/** Places within a pixel that are told apart, in each direction. */
const STEPS = 4;
/** Radii told apart in each px. */
const RADIUS_STEPS = 4;
/** Dots smaller than this have no rim, px of the image. */
const LEAST_WITH_RIM = 2.4;
const RIM = 1;

/** The coverage of the pixels of a disc, 0 to 255, row by row. */
export interface Mask {
  readonly side: number;
  readonly coverage: Uint8Array;
}

/** Discs no larger than this have their mask kept, px; larger ones share it. */
const LARGEST = 40;

/** Masks by radius and place within the pixel, made when they are first asked for. */
export type MaskStore = Map<number, Mask>;

function maskOf(masks: MaskStore, radiusStep: number, stepX: number, stepY: number): Mask {
  const key = (radiusStep * STEPS + stepX) * STEPS + stepY;
  const known = masks.get(key);
  if (known) return known;
  const radius = radiusStep / RADIUS_STEPS;
  const half = halfOf(radiusStep);
  const side = 2 * half + 1;
  const coverage = new Uint8Array(side * side);
  const [middleX, middleY] = [half + (stepX + 0.5) / STEPS, half + (stepY + 0.5) / STEPS];
  // A disc smaller than a pixel covers a share of it.
  const most = Math.min(1, Math.PI * radius * radius);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const distance = Math.hypot(column + 0.5 - middleX, row + 0.5 - middleY);
      const share = Math.max(0, Math.min(1, Math.max(radius, 0.6) + 0.5 - distance));
      coverage[row * side + column] = Math.round(255 * most * share);
    }
  }
  const mask = { side, coverage };
  masks.set(key, mask);
  return mask;
}

/** How many pixels a mask reaches left of and above the one its middle is in. */
function halfOf(radiusStep: number): number {
  return Math.ceil(Math.max(0.6, radiusStep / RADIUS_STEPS) + 0.5);
}

/**
 * Writes papers as discs with smooth edges into an image whose pixel 0,0 stands at the screen's corner;
 * `scale` is pixels of the image per px of the screen and `sizeAt` gives a dot's radius on the screen.
 * Papers outside are left out; `masks` keeps
 * what several images can share. Returns how many were written.
 */
export function rasterPapers(
  image: PixelImage,
  { x, y, radius, colour, order, rim }: PaperDots,
  camera: { readonly k: number; readonly x: number; readonly y: number },
  scale: number,
  sizeAt: (radius: number) => number,
  masks: MaskStore,
): number {
  const { width, height } = image;
  const k = camera.k * scale;
  const [cameraX, cameraY] = [camera.x * scale, camera.y * scale];
  let written = 0;
  for (let place = 0; place < order.length; place++) {
    const i = order[place]!;
    const color = colour[i]!;
    if (color === 0) continue;
    const screenX = x[i]! * k + cameraX;
    const screenY = y[i]! * k + cameraY;
    if (!(screenX > -40 && screenY > -40 && screenX < width + 40 && screenY < height + 40)) continue;
    const size = sizeAt(radius[i]!) * scale;
    if (rim !== 0 && size >= LEAST_WITH_RIM) stamp(image, masks, screenX, screenY, size + RIM * scale, rim);
    stamp(image, masks, screenX, screenY, size, color);
    written++;
  }
  return written;
}

function stamp(
  { width, height, pixels }: PixelImage,
  masks: MaskStore,
  x: number,
  y: number,
  radius: number,
  color: number,
) {
  const step = Math.max(1, Math.round(Math.min(LARGEST, radius) * RADIUS_STEPS));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const mask = maskOf(masks, step, Math.floor((x - left) * STEPS), Math.floor((y - top) * STEPS));
  const half = halfOf(step);
  const { side, coverage } = mask;
  const alpha = color >>> 24;
  const rgb = color & 0xffffff;
  const fromColumn = Math.max(0, half - left);
  const toColumn = Math.min(side, width + half - left);
  const toRow = Math.min(side, height + half - top);
  for (let row = Math.max(0, half - top); row < toRow; row++) {
    let at = (top - half + row) * width + left - half + fromColumn;
    const line = row * side;
    for (let column = fromColumn; column < toColumn; column++, at++) {
      const covered = coverage[line + column]!;
      if (covered === 0) continue;
      const share = alpha === 255 ? covered : (covered * alpha + 127) >> 8;
      if (share >= 254) pixels[at] = color | 0xff000000;
      else {
        const under = pixels[at]!;
        pixels[at] = under === 0 ? (share << 24) | rgb : over(under, rgb, share);
      }
    }
  }
}

/** A colour with an alpha of `share` over another that has an alpha of its own. */
function over(under: number, rgb: number, share: number): number {
  const below = ((under >>> 24) * (255 - share)) / 255;
  const alpha = share + below;
  const weight = share / alpha;
  const mix = (shift: number) => {
    const from = (under >>> shift) & 255;
    return (from + (((rgb >>> shift) & 255) - from) * weight) & 255;
  };
  return (Math.round(alpha) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0);
}
