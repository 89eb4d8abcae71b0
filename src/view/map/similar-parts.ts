import type { LayerControls } from "../panels/layers.ts";
import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { Attention, Subgraph } from "./emphasis.ts";
import type { SimilarLines } from "./map.ts";

/** What these parts follow from. */
export interface SimilarGiven {
  readonly sources: Sources;
  readonly state: State;
}

/** What similarity adds to the page in a state. */
export interface SimilarParts {
  /** The lines of the layer that is shown; null where citations are, and where there is nothing to draw yet. */
  readonly lines: SimilarLines | null;
  /** The paper attention is on, and those that lines lead to from it; null without one, and where citations are shown. */
  readonly attended: Extract<Attention, { on: "similar" }> | null;
  /** The line under the pointer and what is said of it; null for none. */
  readonly pointed: (Subgraph & { readonly text: string }) | null;
  /** Null outside the network. */
  readonly layers: LayerControls | null;
}

/** Where citations are shown: no lines. */
export const NO_LINES = { lines: null, attended: null, pointed: null };
