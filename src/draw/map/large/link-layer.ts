import type { Theme } from "../../../view/looks/palette.ts";
import type { MapModel } from "../../../view/map/map.ts";
import { sameBits, VISIBLE } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import type { LinkAnswer, LinkOrder, View } from "./link-messages.ts";
import { packedColour } from "./packed-colour.ts";
import type { Extent, LargePlaces } from "./places.ts";
import type { RegionField } from "./region-fields.ts";

/** How far beyond each edge of the screen the image of links reaches, as a share of its size. */
const MARGIN = 0.3;
/** Of all links, how strongly they are drawn while something else is highlighted. */
const FOCUSED_STRENGTH = 0.3;
/** More pixels than this cost more than sharper lines are worth. */
const MOST_PIXELS = 9e6;

/** While the view moves, an image serves until it is magnified or reduced by more than this. */
const MOST_GROWN = 1.6;

/** When a full image takes longer than this, ms, those made while the view moves are coarser. */
const SLOW_MS = 120;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A worker as far as the layer speaks to it. */
export interface LinkWorker {
  post(order: LinkOrder): void;
}

/** The ground of links under a large map: an image from a worker, moved while the view moves. */
export interface LinkLayer {
  /** Takes note of what changed; the worker is told when the next image is asked for. */
  update(model: MapModel, places: LargePlaces, extent: Extent, theme: Theme): void;
  /** Asks for a new image where the one there is does not fit the view; one at a time. */
  ask(camera: Camera, size: Size, moving: boolean): void;
  /** Draws the newest image where it belongs under a camera. */
  draw(context: CanvasRenderingContext2D, camera: Camera): void;
  readonly fields: readonly RegionField[];
  /** Whether the newest image is of just this view and of all that was told. */
  isComplete(camera: Camera): boolean;
}

/**
 * A layer over the worker that `spawn` starts with a function for its answers; `changed` is called when
 * there is something new to draw.
 */
export function createLinkLayer(
  spawn: (answer: (answer: LinkAnswer) => void) => LinkWorker,
  changed: () => void,
): LinkLayer {
  let image: { bitmap: ImageBitmap; view: View; version: number } | null = null;
  let told: { model: MapModel; places: LargePlaces } | null = null;
  let strength = 1;
  let colour = 0;
  // Counts what makes an image untrue; `asked` is the one being made.
  let version = 0;
  let placesVersion = 0;
  let asked: { view: View; version: number } | null = null;
  // About how long an image of full scale takes.
  let fullMs = 0;
  let fields: readonly RegionField[] = [];
  let fieldsAsked = 0;
  // Made when they are told: before the first picture nothing is.
  let untold: (() => LinkOrder)[] = [];

  const worker = spawn((answer) => {
    if (answer.type === "regions") {
      fieldsAsked--;
      // Only what was asked last is true.
      if (fieldsAsked === 0) fields = answer.fields;
    } else {
      image?.bitmap.close();
      fullMs = answer.ms / answer.view.scale;
      image = { bitmap: answer.image, view: answer.view, version: asked?.version ?? 0 };
      asked = null;
    }
    changed();
  });

  const fits = (view: View, at: number, camera: Camera) =>
    at === version && view.camera.k === camera.k && view.camera.x === camera.x && view.camera.y === camera.y;
  /** Whether an image is good enough while the view moves on: a worker that paints takes time from the frames. */
  const serves = (view: View, at: number, camera: Camera, size: Size) => {
    const grown = camera.k / view.camera.k;
    return at === version && grown < MOST_GROWN && grown > 1 / MOST_GROWN && covers(view, camera, size);
  };

  return {
    get fields() {
      return fields;
    },
    update(model, places, extent, theme) {
      const before = told;
      told = { model, places };
      if (before === null || model.citing !== before.model.citing || model.cited !== before.model.cited) {
        untold.push(() => ({ type: "links", citing: model.citing, cited: model.cited }));
        version++;
      }
      const moved = places.x !== before?.places.x || places.y !== before.places.y;
      if (moved) {
        untold.push(() => ({ type: "places", x: places.x, y: places.y, extent }));
        version++;
        if (places.key !== before?.places.key) placesVersion = version;
      }
      if (before === null || model.drawn !== before.model.drawn) {
        untold.push(() => ({ type: "drawn", drawn: model.drawn }));
        version++;
      }
      const marks =
        model.marks !== before?.model.marks && !sameBits(VISIBLE, model.marks, before?.model.marks);
      if (moved || marks || model.regionOf !== before?.model.regionOf) {
        if (model.regions.length === 0 || places.furniture !== null) fields = [];
        else {
          const { regionOf, regions, marks: bits } = model;
          untold.push(() => {
            const shown = bits.map((one) => one & VISIBLE);
            return { type: "regions", regionOf, shown, regions: regions.length };
          });
          fieldsAsked++;
          if (places.key !== before?.places.key) fields = [];
        }
      }
      const tint = packedColour(theme.link, 0);
      const firm = model.focused ? FOCUSED_STRENGTH : 1;
      if (tint !== colour || firm !== strength) version++;
      [colour, strength] = [tint, firm];
    },
    ask(camera, { width, height }, moving) {
      for (const order of untold) worker.post(order());
      untold = [];
      if (asked !== null || told === null) return;
      if (image && moving && serves(image.view, image.version, camera, { width, height })) return;
      if (image && fits(image.view, image.version, camera) && sharp(image.view, moving, fullMs)) return;
      const [left, top] = [-Math.round(width * MARGIN), -Math.round(height * MARGIN)];
      const [wide, high] = [width - 2 * left, height - 2 * top];
      const view = {
        camera,
        left,
        top,
        width: wide,
        height: high,
        scale: scaleFor(wide, high, moving, fullMs),
      };
      asked = { view, version };
      worker.post({ type: "view", view, tone: { colour, strength } });
    },
    draw(context, camera) {
      // What was drawn of another placement would lie.
      if (image === null || image.version < placesVersion) return;
      const { view, bitmap } = image;
      const grown = camera.k / view.camera.k;
      // Whole px spare the browser from mixing each pixel out of four.
      const whole = (value: number) => (grown === 1 ? Math.round(value) : value);
      context.globalAlpha = 1;
      // Mixing pixels while the picture grows or shrinks takes as long as all else of a frame.
      context.imageSmoothingEnabled = grown === 1;
      context.drawImage(
        bitmap,
        whole(camera.x + (view.left - view.camera.x) * grown),
        whole(camera.y + (view.top - view.camera.y) * grown),
        view.width * grown,
        view.height * grown,
      );
      context.imageSmoothingEnabled = true;
    },
    isComplete: (camera) =>
      image !== null &&
      asked === null &&
      fits(image.view, image.version, camera) &&
      sharp(image.view, false, fullMs),
  };
}

/** Whether an image leaves no part of the screen bare under a camera. */
function covers({ camera: own, left, top, width, height }: View, camera: Camera, screen: Size): boolean {
  const grown = camera.k / own.k;
  const [x, y] = [camera.x + (left - own.x) * grown, camera.y + (top - own.y) * grown];
  return x <= 0 && y <= 0 && x + width * grown >= screen.width && y + height * grown >= screen.height;
}

function scaleFor(width: number, height: number, moving: boolean, fullMs: number): number {
  const ratio = moving ? (fullMs > SLOW_MS ? 0.5 : 1) : Math.min(2, devicePixelRatio || 1);
  return Math.min(ratio, Math.sqrt(MOST_PIXELS / (width * height)));
}

function sharp(view: View, moving: boolean, fullMs: number): boolean {
  return view.scale >= scaleFor(view.width, view.height, moving, fullMs) - 1e-6;
}
