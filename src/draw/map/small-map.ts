import type { NetworkLayout } from "../../layout/network/network-layout.ts";
import { createNetworkSimulation, type NetworkSimulation } from "../../layout/network/network-simulation.ts";
import { networkSeeker, type SettleNetwork, settledHere } from "../../open/network-seeker.ts";
import type { Theme } from "../../view/looks/palette.ts";
import { layoutGraphOf } from "../../view/map/layout-papers.ts";
import { shownOn } from "../../view/map/selection.ts";
import { visibleEntries } from "../../view/map/visible.ts";
import { INITIAL_STATE } from "../../view/state/state.ts";
import { buildViewModel, type MarkedViewModel, type Sources } from "../../view/view-model.ts";
import type { MapKind, MapScreen, MapScreenListener } from "./map-screen.ts";
import { createMapView, type MapContent } from "./map-view.ts";
import { curvesBetween } from "./picture.ts";
import { type Placement, placer, type Size } from "./placement.ts";
import { regionOutliner } from "./regions.ts";

/** Laying out more papers takes long enough to be felt. */
const FELT = 300;

/**
 * A map of at most some hundreds of papers, each a mark that keeps clear of the others, each link a curve.
 * Where `settle` is given it settles networks of more than 300 papers, and the page stays at hand.
 */
export const smallMap = (settle: SettleNetwork | null): MapKind<Sources, MarkedViewModel> => ({
  initial: INITIAL_STATE,
  informed: (sources) => sources,
  buildModel: buildViewModel,
  shown: ({ catalogue }, { map }) => shownOn(catalogue, map),
  visible: ({ catalogue, marks }, state) => visibleEntries(catalogue, state, marks),
  screenOf: (sources, redraw) => screenOf(sources, settle, redraw),
});

function screenOf(
  sources: Sources,
  settle: SettleNetwork | null,
  redraw: () => void,
): MapScreen<MarkedViewModel> {
  const host = document.createElement("div");
  const graph = layoutGraphOf(sources);
  const elsewhere = settle !== null && graph.papers.length > FELT;
  const place = placer<NetworkLayout | null>(
    sources.catalogue,
    graph,
    elsewhere ? networkSeeker(settle, redraw) : settledHere,
  );
  const outline = regionOutliner(graph.papers);
  const dragging = dragger(graph, redraw);
  let listener: MapScreenListener | null = null;
  let stands: ReturnType<MapScreen<MarkedViewModel>["standing"]> = null;
  let shown: Omit<MapContent, "theme"> | null = null;
  let isDue = false;
  /** Whether to lay out in a moment rather than now, so that what was pressed is shown first. */
  const putsOff = (model: MarkedViewModel, size: Size) => {
    const isQuick = graph.papers.length <= FELT || (elsewhere && model.view !== "lineage");
    if (isDue || stands === null || isQuick || place.knows(model.view, size, model.map)) {
      isDue = false;
      return false;
    }
    isDue = true;
    soon(redraw);
    return true;
  };
  let hasForeseen = !elsewhere;
  /** Settles the network while the reader looks at the lineage. */
  const foresee = (size: Size, model: MarkedViewModel) => {
    if (hasForeseen) return;
    hasForeseen = true;
    soon(() => place.foresee(size, model.map));
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
  const wait = waitingFor(sources.catalogue.texts.stage.settling(graph.papers.length));
  host.append(wait.element);
  return {
    host,
    listen: (next) => {
      listener = next;
    },
    update(model: MarkedViewModel, theme: Theme) {
      const size = { width: host.clientWidth, height: host.clientHeight };
      if (putsOff(model, size)) return;
      const settled = place(model.view, size, model.map);
      wait.update(settled === null, shown !== null);
      if (settled === null) {
        // What stood before stays, in the size and the colours of the moment.
        if (shown !== null) view.update({ ...shown, theme });
        return;
      }
      if (model.view === "lineage") foresee(size, model);
      const placed = dragging.over(settled, model);
      const placement =
        placed === settled
          ? settled
          : { ...placed, regions: outline(model.map, placed.picture, placed.labelSides) };
      stands = { placement, size };
      shown = { model: model.map, placement };
      view.update({ ...shown, theme });
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

/** Calls back once what is on the page now has been shown. */
function soon(call: () => void): void {
  requestAnimationFrame(() => setTimeout(call));
}

/** Says what is waited for: in the middle of an empty map, else above what still stands there. */
function waitingFor(text: string) {
  const element = document.createElement("p");
  element.setAttribute("role", "status");
  return {
    element,
    update(waits: boolean, overMap: boolean): void {
      element.className = !waits ? "" : overMap ? "toast" : "loading";
      element.hidden = !waits;
      element.textContent = waits ? text : "";
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
