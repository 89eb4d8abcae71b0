import { createNetworkSimulation, type NetworkSimulation } from "../layout/network-simulation.ts";
import { clusterWish } from "../view/communities.ts";
import { knownNames } from "../view/known-names.ts";
import { layoutGraphOf } from "../view/layout-papers.ts";
import { customProperties, DARK, LIGHT } from "../view/palette.ts";
import { type Action, reduce, type State } from "../view/state.ts";
import { decodeState } from "../view/url.ts";
import { buildViewModel, type Sources, type ViewModel } from "../view/view-model.ts";
import { visibleEntries } from "../view/visible.ts";
import { walk } from "../view/walk.ts";
import { clusterSeeker, type FindClusters } from "./cluster-seeker.ts";
import { exportOpener, type Seen } from "./export-opener.ts";
import { keepingFocus } from "./focus.ts";
import { gentleWheel } from "./gentle-wheel.ts";
import { addressBar } from "./history.ts";
import { compactPanel } from "./panels/compact.ts";
import { coveragePanel } from "./panels/coverage.ts";
import { detailsPanel } from "./panels/details.ts";
import { headerPanel } from "./panels/header.ts";
import { legendPanel } from "./panels/legend.ts";
import { curvesBetween } from "./picture.ts";
import { type Placement, placer, type Size } from "./placement.ts";
import { regionOutliner } from "./regions.ts";
import { createStage } from "./stage.ts";

/** How long the time-lapse shows each paper before the next. */
const STEP_MS = 900;

/**
 * The living page: holds the one state, lets actions change it, and brings panels, map and address in
 * step with it once a frame. Returns a function that takes better sources of the same corpus, once more of
 * it has been analysed. `findClusters` is asked when the reader first wants communities. `part` gives the element of an id and throws when the document lacks it.
 */
export function mountPage(
  window: Window,
  part: (id: string) => HTMLElement,
  first: Sources,
  findClusters: FindClusters,
): (better: Sources) => void {
  let sources = first;
  const { catalogue } = sources;
  const { document } = window;
  const decode = (hash: string) => decodeState(hash, catalogue.resolve, knownNames(catalogue));
  const asked = decode(window.location.hash);
  let state: State = asked.state;
  let unknown = asked.unknown;
  let scheduled = false;
  let seen: Seen | null = null;

  const send = (action: Action) => {
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    if (!(action.type === "point" || action.type === "point-link" || action.type === "restore")) unknown = [];
    if (!scheduled) {
      scheduled = true;
      window.requestAnimationFrame(update);
    }
  };

  const graph = layoutGraphOf(sources);
  const place = placer(catalogue, graph);
  const outline = regionOutliner(graph.papers);
  const dragging = dragger(graph, () => update());
  let stands: Seen["stands"] = null;
  const standing = (placement: Placement, size: Size) => {
    stands = { placement, size };
    return placement;
  };
  const stage = createStage(part("stage"), {
    send,
    place: (model, size) => {
      const settled = place(model.view, size, model.map);
      const placed = dragging.over(settled, model);
      if (placed === settled) return standing(settled, size);
      const regions = outline(model.map, placed.picture, placed.labelSides);
      return standing({ ...placed, regions }, size);
    },
    drag: (index, x, y, done) => dragging.move(index, x, y, done),
    step: (direction) =>
      walk(catalogue, visibleEntries(catalogue, state), state.pointed ?? state.selected, direction),
    reducedMotion: () => window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  const { compact } = state;
  if (compact) gentleWheel(part("stage"), () => document.activeElement?.id === "map");
  document.documentElement.classList.toggle("is-compact", compact);
  const openExport = exportOpener(document, () => seen && { ...seen, stands });
  const around = compact
    ? [compactPanel(part("header"))]
    : [
        headerPanel(part("header"), send, openExport),
        legendPanel(part("legend"), send),
        coveragePanel(part("coverage"), send),
      ];
  const panels = [...around, detailsPanel(part("details"), send)];
  const heirs = {
    details: () => part("details").querySelector<HTMLElement>(".paper-title"),
    legend: () => shown(part("header").querySelector<HTMLElement>(".drawer-button")),
    otherwise: () => stage.focusable(),
  };
  const address = addressBar(window, state, (hash) => {
    const decoded = decode(hash);
    send({ type: "restore", state: decoded.state });
    unknown = decoded.unknown;
    return decoded.state;
  });
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const seek = clusterSeeker(findClusters, () => update(), catalogue.texts.stage);

  const update = () => {
    scheduled = false;
    if (state.language !== asked.state.language || state.compact !== compact) {
      // The page is made anew, in the other language or form; the address carries everything else over.
      address.write(state);
      window.location.reload();
      return;
    }
    const theme = dark.matches ? DARK : LIGHT;
    for (const [name, value] of customProperties(theme))
      document.documentElement.style.setProperty(name, value);
    const known = { ...sources, ...seek(clusterWish(state)) };
    const model = buildViewModel(known, state, unknown);
    seen = { sources: known, state, model, theme, stands };
    document.title = model.documentTitle;
    const show = () => {
      for (const panel of panels) panel(model);
      part("main").classList.toggle(
        "is-wide",
        model.view !== "lineage" && model.view !== "network" && model.details === null,
      );
      stage.update(model, theme);
    };
    keepingFocus(document, { details: part("details"), legend: part("legend") }, show, heirs);
    const announcer = part("announcer");
    if (announcer.textContent !== model.announcement) announcer.textContent = model.announcement;
    address.write(state);
    keepTime(model);
  };

  /** While time runs, shows the next paper after a while; stops after the last. */
  let timer = 0;
  const keepTime = (model: ViewModel) => {
    window.clearTimeout(timer);
    if (!model.controls.timeline.playing) return;
    timer = window.setTimeout(() => {
      const { next } = model.controls.timeline;
      if (next === null) {
        send({ type: "set-until", until: null });
        send({ type: "play", on: false, from: null });
      } else send({ type: "set-until", until: next });
    }, STEP_MS);
  };

  dark.addEventListener("change", update);
  new ResizeObserver(update).observe(part("stage"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "Escape") send({ type: "step-back" });
    else if (event.key === "/" && !typing && !compact) {
      event.preventDefault();
      part("search").focus();
    }
  });
  update();
  window.performance.mark("map-settled");
  return (better) => {
    sources = better;
    update();
  };
}

function shown(element: HTMLElement | null): HTMLElement | null {
  return element?.checkVisibility() ? element : null;
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
    over(settled: Placement, model: ViewModel): Placement {
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
