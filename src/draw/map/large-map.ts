import type { PaperId } from "../../corpus/ids.ts";
import type { Texts } from "../../text/texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { TimedColumns } from "../../view/map/companion-lineage.ts";
import type { MapModel } from "../../view/map/map.ts";
import type { Division } from "../../view/map/regions.ts";
import type { Sources } from "../../view/sources.ts";
import { createDragger } from "./large/dragger.ts";
import { createLargeMapView } from "./large/large-map-view.ts";
import { type LargePlaces, SETTLED, SETTLING } from "./large/places.ts";
import { largeLineagePlaces } from "./large-lineage-places.ts";
import type { MapScreen, MapScreenListener } from "./map-screen.ts";

/** Where the papers of a network stand, px of the plane. */
export interface NetworkPlaces {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The zoom from which each label is free of more important ones; null where nobody looked. */
  readonly labelZoom: Float32Array | null;
  /** False while the papers still move to their places. */
  readonly settled: boolean;
}

/** The map of thousands of papers: there before the page is, from a companion alone. */
export interface LargeMapScreen extends MapScreen {
  /** Draws a map before there are sources, for looking at, not for asking; a lineage with what lays it out. */
  preview(model: MapModel, theme: Theme, timed?: TimedMap): void;
  /** Moves what is shown by so many px of the screen. */
  panBy(dx: number, dy: number): void;
  /** Gives the papers of the network other places. */
  arrange(places: NetworkPlaces): void;
  /** Lets the map speak of papers by id. */
  attach(sources: Sources): void;
}

/** What a lineage is laid out from, and named by. */
export interface TimedMap {
  readonly texts: Texts;
  readonly columns: TimedColumns;
  readonly lanes: Division;
}

/** The screen of a large map, its papers at these places; empty ones are nowhere yet. */
export function createLargeMapScreen(first: NetworkPlaces): LargeMapScreen {
  const host = document.createElement("div");
  host.className = "map";
  let listener: MapScreenListener | null = null;
  let sources: Sources | null = null;
  let network = first;
  let lineage: {
    readonly key: string;
    readonly lanes: Division;
    readonly places: LargePlaces;
    /** Laid out before there were sources. */
    readonly isPreview: boolean;
  } | null = null;
  const idOf = (paper: number | null): PaperId | null =>
    paper === null ? null : (sources?.analysis.index.ids[paper] ?? null);
  let shownLast: { readonly model: MapModel; readonly theme: Theme } | null = null;
  let draggedChanged = () => {};
  /** In the lineage papers stand on their dates, and nothing is dragged. */
  const isNetwork = () => stands.furniture === null;
  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (model: MapModel, theme: Theme) => {
    shownLast = { model, theme };
    view.update({ model, places: stands, theme });
  };
  const dragger = createDragger(() => {
    stands = dragger.over(shown);
    if (shownLast) show(shownLast.model, shownLast.theme);
  }, isStill);
  const view = createLargeMapView(
    host,
    {
      point: (paper) => listener?.point(idOf(paper)),
      pointLink: (link, x, y) => listener?.pointLink(link, x, y),
      pointRegion: (region, x, y) => listener?.pointRegion(region, x, y),
      pick: (paper, region) => listener?.pick(idOf(paper), region),
      dragging: {
        isDraggable: ({ key }) => sources !== null && key === SETTLED,
        drag(paper, x, y) {
          if (sources && isNetwork()) dragger.hold(sources.columns.index, paper, x, y);
        },
        drop() {
          dragger.drop();
          draggedChanged();
        },
        restore(paper) {
          dragger.restore([paper]);
          draggedChanged();
        },
        carried: () => (isNetwork() ? dragger.step() : null),
      },
    },
    isStill,
  );
  const networkPlaces = (): LargePlaces => ({
    key: network.settled ? SETTLED : SETTLING,
    x: network.x,
    y: network.y,
    labelZoom: network.labelZoom,
    furniture: null,
  });
  let shown = networkPlaces();
  let stands = shown;
  let arranged = 0;
  const placesFor = (model: MapModel, timed: TimedMap | null): LargePlaces => {
    if (model.view === "network" || timed === null) return dragger.over(shown);
    const { texts, columns, lanes } = timed;
    dragger.finish();
    const { clientWidth: width, clientHeight: height } = host;
    const key = `lineage ${width}×${height}`;
    if (lineage?.key !== key || lineage.lanes !== lanes) {
      // Under the same key papers do not travel from where the preview had them.
      const name = lineage?.isPreview ? lineage.places.key : `${key} ${++arranged}`;
      const places = largeLineagePlaces(texts, columns, lanes, model.root, { width, height }, name);
      lineage = { key, lanes, places, isPreview: sources === null };
    }
    return lineage.places;
  };
  return {
    host,
    listen: (next) => {
      listener = next;
    },
    attach: (next) => {
      sources = next;
    },
    arrange: (next) => {
      network = next;
      shown = networkPlaces();
    },
    preview(model, theme, timed) {
      stands = placesFor(model, timed ?? null);
      show(model, theme);
    },
    update(model, theme) {
      const { furniture } = stands;
      const { texts, lanes } = model;
      stands = placesFor(model.map, sources && { texts, columns: sources.columns, lanes });
      show(model.map, theme);
      if (furniture !== stands.furniture) draggedChanged();
      if (!network.settled && model.map.view === "network") view.follow();
    },
    standing: () => null,
    snapshot() {
      const { x, y } = stands;
      const positions = new Float64Array(2 * x.length);
      x.forEach((value, paper) => {
        positions[2 * paper] = value;
        positions[2 * paper + 1] = y[paper] ?? 0;
      });
      return x.length === 0 ? null : { positions, picture: () => view.picture() };
    },
    get dragged() {
      return {
        count: isNetwork() ? dragger.dragged.size : 0,
        restore() {
          dragger.restore();
          view.redraw();
          draggedChanged();
        },
      };
    },
    onDragged: (changed) => {
      draggedChanged = changed;
    },
    fit: () => view.fit(),
    zoomBy: (factor) => view.zoomBy(factor),
    panBy: (dx, dy) => view.panBy(dx, dy),
    reveal: (paper) => {
      const number = sources?.analysis.index.numberOf.get(paper);
      if (number !== undefined) view.reveal(number);
    },
  };
}
