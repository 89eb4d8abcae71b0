import { createNetworkSimulation, type NetworkSimulation } from "../layout/network-simulation.ts";
import { layoutGraphOf } from "../view/layout-papers.ts";
import type { Theme } from "../view/palette.ts";
import { shownOn } from "../view/selection.ts";
import { INITIAL_STATE } from "../view/state.ts";
import { buildViewModel, type MarkedViewModel, type Sources } from "../view/view-model.ts";
import { visibleEntries } from "../view/visible.ts";
import type { MapKind, MapScreen, MapScreenListener } from "./map-screen.ts";
import { createMapView } from "./map-view.ts";
import { curvesBetween } from "./picture.ts";
import { type Placement, placer } from "./placement.ts";
import { regionOutliner } from "./regions.ts";

/** Laying out more papers takes long enough to be felt. */
const FELT = 300;

/** A map of at most some hundreds of papers, each a mark that keeps clear of the others, each link a curve. */
export const smallMap: MapKind<Sources, MarkedViewModel> = {
  initial: INITIAL_STATE,
  informed: (sources) => sources,
  buildModel: buildViewModel,
  shown: ({ catalogue }, { map }) => shownOn(catalogue, map),
  visible: ({ catalogue, marks }, state) => visibleEntries(catalogue, state, marks),
  screenOf,
};

function screenOf(sources: Sources, redraw: () => void): MapScreen<MarkedViewModel> {
  const host = document.createElement("div");
  const graph = layoutGraphOf(sources);
  const place = placer(sources.catalogue, graph);
  const outline = regionOutliner(graph.papers);
  const dragging = dragger(graph, redraw);
  let listener: MapScreenListener | null = null;
  let stands: ReturnType<MapScreen<MarkedViewModel>["standing"]> = null;
  let isDue = false;
  /** Whether to lay out in a moment rather than now, so that what was pressed is shown first. */
  const putsOff = (model: MarkedViewModel, size: { readonly width: number; readonly height: number }) => {
    if (isDue || stands === null || graph.papers.length <= FELT || place.knows(model.view, size, model.map)) {
      isDue = false;
      return false;
    }
    isDue = true;
    requestAnimationFrame(() => setTimeout(redraw));
    return true;
  };
  const view = createMapView(
    host,
    {
      point: (paper) => listener?.point(paper),
      pointLink: (citation, x, y) => listener?.pointLink(citation, x, y),
      pointRegion: (region, x, y) => listener?.pointRegion(region, x, y),
      pick: (paper, region) => listener?.pick(paper, region),
      drag: (index, x, y, done) => dragging.move(index, x, y, done),
    },
    () => window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  );
  return {
    host,
    listen: (next) => {
      listener = next;
    },
    update(model: MarkedViewModel, theme: Theme) {
      const size = { width: host.clientWidth, height: host.clientHeight };
      if (putsOff(model, size)) return;
      const settled = place(model.view, size, model.map);
      const placed = dragging.over(settled, model);
      const placement =
        placed === settled
          ? settled
          : { ...placed, regions: outline(model.map, placed.picture, placed.labelSides) };
      stands = { placement, size };
      view.update({ model: model.map, placement, theme });
    },
    standing: () => stands,
    snapshot: () => null,
    fit: () => view.fit(),
    zoomBy: (factor) => view.zoomBy(factor),
    reveal: (paper) => {
      const index = sources.catalogue.byId.get(paper)?.index;
      if (index !== undefined) view.reveal(index);
    },
  };
}

/** Lets the reader drag papers of the network: the elastic sheet over the settled places, one for each. */
function dragger(graph: ReturnType<typeof layoutGraphOf>, redraw: () => void) {
  const sheets = new Map<string, NetworkSimulation>();
  let current: { key: string; settled: Placement } | null = null;
  let running = false;

  const run = (sheet: NetworkSimulation) => {
    if (!sheet.tick()) {
      running = false;
      return;
    }
    redraw();
    requestAnimationFrame(() => run(sheet));
  };

  return {
    /** The placement with what was dragged in it. */
    over(settled: Placement, model: MarkedViewModel): Placement {
      current = { key: settled.key, settled };
      const sheet = sheets.get(settled.key);
      if (!sheet) return settled;
      const positions = Float64Array.from(sheet.positions);
      return { ...settled, picture: { positions, curves: curvesBetween(model.map, positions) } };
    },
    move(index: number, x: number, y: number, done: boolean): void {
      if (!current?.settled.draggable) return;
      const { key, settled } = current;
      const sheet =
        sheets.get(key) ?? createNetworkSimulation(graph.papers, graph.links, settled.picture.positions);
      sheets.set(key, sheet);
      if (done) sheet.release(index);
      else sheet.pin(index, x, y);
      if (!running) {
        running = true;
        requestAnimationFrame(() => run(sheet));
      }
    },
  };
}
