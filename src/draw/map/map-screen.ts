import type { PaperId } from "../../corpus/ids.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { Sources } from "../../view/sources.ts";
import type { State } from "../../view/state/state.ts";
import type { ViewModel, ViewModels } from "../../view/view-model.ts";
import type { Placement, Size } from "./placement.ts";

/** What a reader does on a map; the page decides what follows. */
export interface MapScreenListener {
  point(paper: PaperId | null): void;
  /** A link is under the pointer, by its number in the corpus or the layer, at a place of the host; or none. */
  pointLink(link: number | null, x: number, y: number): void;
  pointRegion(region: string | null, x: number, y: number): void;
  /** A paper is picked, or else the region around the place, or neither. */
  pick(paper: PaperId | null, region: string | null): void;
}

/** What can be taken away of a map that nobody draws paper by paper. */
export interface MapSnapshot {
  /** x, y of each paper by number. */
  readonly positions: Float64Array;
  /** What the screen shows, as PNG. */
  picture(): Promise<Blob>;
}

/** The papers that a reader dragged to other places, in the view that is shown. */
export interface DraggedPapers {
  readonly count: number;
  /** Puts all of them back. */
  restore(): void;
}

/** A map on the page: what the stage needs of it. */
export interface MapScreen {
  /** The element it draws in; the stage gives it a place and makes it reachable by keyboard. */
  readonly host: HTMLElement;
  listen(listener: MapScreenListener): void;
  update(model: ViewModel, theme: Theme): void;
  /** Where papers are now, dragged ones included; null where that is too much to be said. */
  standing(): { readonly placement: Placement; readonly size: Size } | null;
  /** A map too large for `standing` as it is; null for a small one, and while none is shown. */
  snapshot(): MapSnapshot | null;
  /** Moves the camera so that all visible papers are in view. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Pans so that the paper is in view, if it is not. */
  reveal(paper: PaperId): void;
  readonly dragged: DraggedPapers;
  /** Calls `changed` whenever other papers than before are dragged or back, in place of whom it called before. */
  onDragged(changed: () => void): void;
}

/** The parts of the page that differ between maps of hundreds and of thousands of papers. */
export interface MapKind {
  /** The state the map opens in, from which its address tells the differences. */
  readonly initial: State;
  /** The sources with what a state needs and somebody else finds: asked for when a state first needs it. */
  readonly informed: (sources: Sources, state: State) => Sources;
  readonly models: ViewModels;
  /** The map of the sources; `redraw` asks the page to show it once more. */
  readonly screenOf: (sources: Sources, redraw: () => void) => MapScreen;
}
