import type { Camera } from "../camera.ts";
import type { Extent } from "./places.ts";
import type { RegionField } from "./region-fields.ts";
import type { Tone } from "./tone-map.ts";

/** The part of a screen an image of links covers, px of the screen. */
export interface View {
  readonly camera: Camera;
  /** The image's left upper corner and size; it reaches beyond the screen. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the image per px of the screen. */
  readonly scale: number;
}

/** What the worker that draws links is told: what changed, then what to draw. */
export type LinkOrder =
  | { readonly type: "links"; readonly citing: Uint32Array; readonly cited: Uint32Array }
  | { readonly type: "places"; readonly x: Float32Array; readonly y: Float32Array; readonly extent: Extent }
  | { readonly type: "drawn"; readonly drawn: Uint8Array }
  | {
      readonly type: "regions";
      readonly regionOf: Int32Array;
      readonly shown: Uint8Array;
      readonly regions: number;
    }
  | { readonly type: "view"; readonly view: View; readonly tone: Omit<Tone, "usual"> };

/** What it answers: a picture of the links in a view, or the fields of the regions. */
export type LinkAnswer =
  | { readonly type: "image"; readonly image: ImageBitmap; readonly view: View; readonly ms: number }
  | { readonly type: "regions"; readonly fields: readonly RegionField[] };
