import type { PaperId } from "../../corpus/ids.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { Selection } from "../../view/map/selection.ts";
import type { Action, State } from "../../view/state/state.ts";
import type { Sources, ViewModel } from "../../view/view-model.ts";
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
  /** x, y of each paper by its place in the catalogue. */
  readonly positions: Float64Array;
  /** What the screen shows, as PNG. */
  picture(): Promise<Blob>;
}

/** A map on the page, small or large: what the stage needs of it. */
export interface MapScreen<M extends ViewModel> {
  /** The element it draws in; the stage gives it a place and makes it reachable by keyboard. */
  readonly host: HTMLElement;
  listen(listener: MapScreenListener): void;
  update(model: M, theme: Theme): void;
  /** Where papers stand now, dragged ones included; null where that is too much to be told. */
  standing(): { readonly placement: Placement; readonly size: Size } | null;
  /** A map too large for `standing` as it stands; null for a small one, and while none is shown. */
  snapshot(): MapSnapshot | null;
  /** Moves the camera so that all visible papers are in view. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Pans so that the paper is in view, if it is not. */
  reveal(paper: PaperId): void;
}

/** The parts of the page that differ between maps of hundreds and of thousands of papers. */
export interface MapKind<S extends Sources, M extends ViewModel> {
  /** The state the map opens in, from which its address tells the differences. */
  readonly initial: State;
  /** The sources with what a state needs and somebody else finds: asked for when a state first needs it. */
  readonly informed: (sources: S, state: State) => S;
  readonly buildModel: (sources: S, state: State, unknown: readonly string[]) => M;
  /** The map of the sources; `redraw` asks the page to show it once more. */
  readonly screenOf: (sources: S, redraw: () => void) => MapScreen<M>;
  /** What the map of a model shows. */
  readonly shown: (sources: S, model: M) => Selection;
  /** By paper, whether it passes the filters of the state. */
  readonly visible: (sources: S, state: State) => ArrayLike<boolean | number>;
  /** What its page has beside what every page has, made once and brought in step with each model; default nothing. */
  readonly panels?: (
    part: (id: string) => HTMLElement,
    send: (action: Action) => void,
  ) => readonly ((model: M) => void)[];
}
