import type { PaperId } from "../../corpus/ids.ts";
import type { LayoutGraph } from "../../layout/input.ts";
import type { NetworkLayout } from "../../layout/network/network-layout.ts";
import type { NetworkSimulation } from "../../layout/network/network-simulation.ts";
import { type NetworkLoader, networkSeeker, type SettleNetwork } from "../../open/network-seeker.ts";
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
import type { OutlineRegions } from "./region-outlines.ts";

/** Laying out more papers takes long enough to be felt. */
const FELT = 300;

/**
 * A map of at most some hundreds of papers, each a mark that keeps clear of the others, each link a curve.
 * Where `settle` is given it settles networks of more than 300 papers, and the page stays at hand.
 */
export const smallMap = (network: NetworkLoader, settle: SettleNetwork | null): MapKind => ({
  initial: INITIAL_STATE,
  informed: (sources) => sources,
  models: viewModels(),
  screenOf: (sources, redraw) => screenOf(sources, network, settle, redraw),
});

function screenOf(
  sources: Sources,
  network: NetworkLoader,
  settle: SettleNetwork | null,
  redraw: () => void,
): MapScreen {
  const host = document.createElement("div");
  const graph = layoutGraphOf(sources);
  const elsewhere = settle !== null && graph.papers.length > FELT;
  const find = networkSeeker(elsewhere ? settle : null, network, redraw);
  const place = placer<NetworkLayout | null>(sources.catalogue, graph, {
    find,
    outline: lateOutliner(network, graph.papers),
  });
  // Apart from those of the settled places, so that each keeps its last answer.
  const outlineDragged = lateOutliner(network, graph.papers);
  let draggedChanged = () => {};
  const dragging = dragger(graph, network, redraw, () => draggedChanged());
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
  let hasForeseen = false;
  /** Settles the network while the reader looks at the lineage; of few papers only its scripts are loaded. */
  const foresee = (size: Size, map: MarkedMap) => {
    if (hasForeseen) return;
    hasForeseen = true;
    soon(() => (elsewhere ? place.foresee(size, map) : network.load().catch(() => {})));
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
      drag: (paper, x, y, done) => dragging.move(paper, x, y, done),
      restore: (paper) => dragging.restore(paper),
    },
    () => window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  );
  const { stage: said, header } = sources.catalogue.texts;
  const wait = waiting();
  let before: ViewModel["view"] | null = null;
  host.append(wait.element);
  return {
    host,
    listen: (next) => {
      listener = next;
    },
    update(model: ViewModel, theme: Theme) {
      const size = { width: host.clientWidth, height: host.clientHeight };
      const map = marked(model.map);
      // What failed is tried again when the view is chosen again.
      if (model.view !== before) find.retry();
      before = model.view;
      if (putsOff(model, map, size)) return;
      const settled = place(model.view, size, map);
      wait.update(
        settled !== null ? null : find.failed ? header.viewNotLoaded : said.settling(graph.papers.length),
        shown !== null,
      );
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
          : { ...placed, regions: outlineDragged(map, placed.picture, placed.labelSides) };
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
    get dragged() {
      return { count: dragging.count, restore: () => dragging.restore() };
    },
    onDragged: (changed) => {
      draggedChanged = changed;
    },
  };
}

/** Outlines regions once the scripts of the network are there, before which no network is shown. */
function lateOutliner(network: NetworkLoader, papers: LayoutGraph["papers"]): OutlineRegions {
  let outline: OutlineRegions | null = null;
  return (model, picture, labelSides) => {
    outline ??= network.parts?.regionOutliner(papers) ?? null;
    return outline?.(model, picture, labelSides) ?? [];
  };
}

/** Calls back once what is on the page now has been shown. */
function soon(call: () => void): void {
  requestAnimationFrame(() => setTimeout(call));
}

/** Says what is waited for: in the middle of an empty map, else above what is still there; nothing for null. */
function waiting() {
  const element = document.createElement("p");
  element.setAttribute("role", "status");
  return {
    element,
    update(text: string | null, overMap: boolean): void {
      element.className = text === null ? "" : overMap ? "toast" : "loading";
      element.hidden = text === null;
      element.textContent = text ?? "";
    },
  };
}

/**
 * Lets the reader drag papers of the network: an elastic sheet over each settled placement. `changed` is called when
 * other papers than before are dragged or back.
 */
function dragger(graph: LayoutGraph, network: NetworkLoader, redraw: () => void, changed: () => void) {
  const sheets = new Map<string, { readonly sheet: NetworkSimulation; readonly dragged: Set<number> }>();
  let current: Placement | null = null;
  let running: NetworkSimulation | null = null;
  const own = () => (current?.draggable ? sheets.get(current.key) : undefined);

  const run = (sheet: NetworkSimulation) => {
    // Another one was taken in hand, or this one was put back.
    if (running !== sheet) return;
    if (!sheet.tick()) {
      running = null;
      // What went back is where it was settled to the last px.
      for (const [key, { sheet: one, dragged }] of sheets)
        if (one === sheet && dragged.size === 0) sheets.delete(key);
      redraw();
      return;
    }
    redraw();
    requestAnimationFrame(() => run(sheet));
  };
  const start = (sheet: NetworkSimulation) => {
    if (running === sheet) return;
    running = sheet;
    requestAnimationFrame(() => run(sheet));
  };

  return {
    /** The placement with what was dragged in it. */
    over(settled: Placement, map: MarkedMap): Placement {
      const before = current;
      current = settled;
      if (before?.key !== settled.key) changed();
      const known = sheets.get(settled.key);
      if (!known) return settled;
      const positions = Float64Array.from(known.sheet.positions);
      return { ...settled, picture: { positions, curves: curvesBetween(map, positions) } };
    },
    move(paper: number, x: number, y: number, done: boolean): void {
      if (!current?.draggable) return;
      if (network.parts === null) {
        // A worker settled the network: what moves papers comes a moment after the first is taken.
        network.load().catch(() => {});
        return;
      }
      const known = own() ?? {
        sheet: network.parts.createNetworkSimulation(graph.papers, graph.links, current.picture.positions),
        dragged: new Set<number>(),
      };
      sheets.set(current.key, known);
      if (done) known.sheet.release(paper);
      else known.sheet.pin(paper, x, y);
      start(known.sheet);
      if (known.dragged.has(paper)) return;
      known.dragged.add(paper);
      changed();
    },
    /** Puts a dragged paper back; all of them without one. */
    restore(paper?: number): void {
      const known = own();
      if (!current || !known || (paper !== undefined && !known.dragged.delete(paper))) return;
      if (paper === undefined) {
        sheets.delete(current.key);
        running = null;
        redraw();
      } else {
        known.sheet.restore([paper]);
        start(known.sheet);
      }
      changed();
    },
    get count(): number {
      return own()?.dragged.size ?? 0;
    },
  };
}
