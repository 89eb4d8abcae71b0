import type { PaperId } from "../../corpus/ids.ts";
import type { NetworkLayout } from "../../layout/network/network-layout.ts";
import { createNetworkSimulation, type NetworkSimulation } from "../../layout/network/network-simulation.ts";
import { networkSeeker, type SettleNetwork, settledHere } from "../../open/network-seeker.ts";
import { kept } from "../../view/kept.ts";
import type { Theme } from "../../view/looks/palette.ts";
import { layoutGraphOf } from "../../view/map/layout-papers.ts";
import type { Sources } from "../../view/sources.ts";
import { INITIAL_STATE } from "../../view/state/state.ts";
import { type ViewModel, viewModels } from "../../view/view-model.ts";
import type { MapKind, MapScreen, MapScreenListener } from "./map-screen.ts";
import { createMapView, type MapContent } from "./map-view.ts";
import { type MarkedMap, markedMap } from "./marks.ts";
import { curvesBetween } from "./picture.ts";
import { type Placement, placer, type Size } from "./placement.ts";
import { regionOutliner } from "./regions.ts";

/** Laying out more papers takes long enough to be felt. */
const FELT = 300;

/**
 * A map of at most some hundreds of papers, each a mark that keeps clear of the others, each link a curve.
 * Where `settle` is given it settles networks of more than 300 papers, and the page stays at hand.
 */
export const smallMap = (settle: SettleNetwork | null): MapKind => ({
  initial: INITIAL_STATE,
  informed: (sources) => sources,
  models: viewModels(),
  screenOf: (sources, redraw) => screenOf(sources, settle, redraw),
});

function screenOf(sources: Sources, settle: SettleNetwork | null, redraw: () => void): MapScreen {
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
  let stands: ReturnType<MapScreen["standing"]> = null;
  let shown: Omit<MapContent, "theme"> | null = null;
  let isDue = false;
  /** Whether to lay out in a moment rather than now, so that what was pressed is shown first. */
  const putsOff = ({ view: asked }: ViewModel, map: MarkedMap, size: Size) => {
    const isQuick = graph.papers.length <= FELT || (elsewhere && asked !== "lineage");
    if (isDue || stands === null || isQuick || place.knows(asked, size, map)) {
      isDue = false;
      return false;
    }
    isDue = true;
    soon(redraw);
    return true;
  };
  let hasForeseen = !elsewhere;
  /** Settles the network while the reader looks at the lineage. */
  const foresee = (size: Size, map: MarkedMap) => {
    if (hasForeseen) return;
    hasForeseen = true;
    soon(() => place.foresee(size, map));
  };
  const idOf = (paper: number | null): PaperId | null =>
    paper === null ? null : (sources.catalogue.entries[paper]?.paper.id ?? null);
  // The page is shown once more while papers are dragged or settle: the marks stay as they are.
  const marked = kept(markedMap);
  const view = createMapView(
    host,
    {
      point: (paper) => listener?.point(idOf(paper)),
      pointLink: (citation, x, y) => listener?.pointLink(citation, x, y),
      pointRegion: (region, x, y) => listener?.pointRegion(region, x, y),
      pick: (paper, region) => listener?.pick(idOf(paper), region),
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
    update(model: ViewModel, theme: Theme) {
      const size = { width: host.clientWidth, height: host.clientHeight };
      const map = marked(model.map);
      if (putsOff(model, map, size)) return;
      const settled = place(model.view, size, map);
      wait.update(settled === null, shown !== null);
      if (settled === null) {
        // What stood before stays, in the size and the colours of the moment.
        if (shown !== null) view.update({ ...shown, theme });
        return;
      }
      if (model.view === "lineage") foresee(size, map);
      const placed = dragging.over(settled, map);
      const placement =
        placed === settled
          ? settled
          : { ...placed, regions: outline(map, placed.picture, placed.labelSides) };
      stands = { placement, size };
      shown = { model: map, placement };
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
    over(settled: Placement, map: MarkedMap): Placement {
      current = { key: settled.key, settled };
      const sheet = sheets.get(settled.key);
      if (!sheet) return settled;
      const positions = Float64Array.from(sheet.positions);
      return { ...settled, picture: { positions, curves: curvesBetween(map, positions) } };
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
