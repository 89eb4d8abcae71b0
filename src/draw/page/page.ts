import { clusterSeeker, type FindClusters } from "../../open/cluster-seeker.ts";
import { knownNames } from "../../view/known-names.ts";
import { customProperties, DARK, LIGHT, type Theme } from "../../view/looks/palette.ts";
import { isVisible } from "../../view/map/map.ts";
import { shownOn } from "../../view/map/selection.ts";
import { clusterWish } from "../../view/panels/communities.ts";
import { buildCompact } from "../../view/panels/compact.ts";
import { walk } from "../../view/panels/walk.ts";
import type { Sources } from "../../view/sources.ts";
import { reduce } from "../../view/state/reduce.ts";
import type { Action, State } from "../../view/state/state.ts";
import { decodeState } from "../../view/state/url.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { exportOpener } from "../export/export-opener.ts";
import { sheetLoader } from "../export/sheet-loader.ts";
import { gentleWheel } from "../map/gentle-wheel.ts";
import type { MapKind } from "../map/map-screen.ts";
import { compactPanel } from "../panels/compact.ts";
import { coveragePanel } from "../panels/coverage.ts";
import { detailsPanel } from "../panels/details.ts";
import { headerPanel } from "../panels/header.ts";
import { legendPanel } from "../panels/legend.ts";
import { isField } from "./fields.ts";
import { keepingFocus } from "./focus.ts";
import { addressBar } from "./history.ts";
import { lazyReader } from "./lazy-reader.ts";
import { shortcutsOf } from "./shortcuts.ts";
import { createStage } from "./stage.ts";

/** How long the time-lapse shows each paper before the next. */
const STEP_MS = 900;

/** What a page is mounted with beside its sources. */
export interface PageOptions {
  readonly kind: MapKind;
  /** Asked when the reader first wants communities that `sources.clusters` are not. */
  readonly findClusters: FindClusters;
  /** Said over the map as long as the page is open; null for nothing. */
  readonly notice?: string | null;
}

/** The page as it is: what it was made from, and what it shows. */
interface Page {
  readonly sources: Sources;
  readonly state: State;
  readonly model: ViewModel;
  readonly theme: Theme;
}

/**
 * The living page: holds the one state, lets actions change it, and brings panels, map and address in
 * step with it once a frame. Returns a function that takes better sources of the same corpus, once more of
 * it has been analysed, or none where only the map has something new to show. `part` gives the element of an id
 * and throws when the document lacks it.
 */
export function mountPage(
  window: Window,
  part: (id: string) => HTMLElement,
  first: Sources,
  { kind, findClusters, notice = null }: PageOptions,
): (better?: Sources) => void {
  let sources = first;
  const { catalogue } = sources;
  const { document } = window;
  const decode = (hash: string) => decodeState(hash, catalogue.resolve, knownNames(catalogue), kind.initial);
  const asked = decode(window.location.hash);
  let state: State = asked.state;
  let unknown = asked.unknown;
  let scheduled = false;
  let seen: Page | null = null;

  const send = (action: Action) => {
    if (reader.handle(action)) return;
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    if (!(action.type === "point" || action.type === "point-link" || action.type === "restore")) unknown = [];
    schedule();
  };
  const schedule = () => {
    if (!scheduled) {
      scheduled = true;
      window.requestAnimationFrame(update);
    }
  };
  const shortcuts = shortcutsOf(window);
  const reader = lazyReader(
    window,
    { main: part("main"), details: part("details"), legend: part("legend"), stage: part("stage") },
    sources,
    { state: () => state, send, changed: schedule, shortcuts, focus: () => stage.focusable()?.focus() },
  );

  part("legend").setAttribute("aria-label", catalogue.texts.legend.name);
  part("stage").setAttribute("aria-label", catalogue.texts.stage.map);
  part("details").setAttribute("aria-label", catalogue.texts.details.name);
  const screen = kind.screenOf(sources, () => update());
  const late = sheetLoader(catalogue.texts.language, () => schedule());
  // What puts dragged papers back is loaded with the first of them, if it is not there yet.
  screen.onDragged(() => late.load());
  const stage = createStage(part("stage"), catalogue.texts, screen, late, {
    send,
    step: (direction) =>
      walk(
        catalogue,
        (paper) => seen !== null && isVisible(seen.model.map, paper),
        state.pointed ?? state.selected,
        direction,
      ),
    pointed: () => state.pointed,
    letters: () => shortcuts.on,
  });
  const { compact } = state;
  document.documentElement.classList.toggle("is-compact", compact);
  if (compact) gentleWheel(part("stage"), () => document.activeElement?.id === "map");
  const openExport = exportOpener(
    document,
    catalogue.texts,
    () =>
      seen && {
        ...seen,
        shown: shownOn(catalogue, seen.model.map),
        stands: screen.standing(),
        snapshot: screen.snapshot(),
      },
  );
  const around = compact
    ? [compactPanel(part("header"), (model) => buildCompact(model, state, kind.initial))]
    : [
        headerPanel(part("header"), send, openExport, () => stage.focusable()?.focus()),
        legendPanel(part("legend"), send),
        coveragePanel(part("coverage"), send),
      ];
  const panels = [...around, detailsPanel(part("details"), send)];
  let hasLate = false;
  const heirs = {
    details: () => part("details").querySelector<HTMLElement>(".paper-title"),
    legend: () => shown(part("header").querySelector<HTMLElement>(".drawer-button")),
    otherwise: () => stage.focusable(),
  };
  const arrive = (hash: string) => {
    const decoded = decode(hash);
    send({ type: "restore", state: decoded.state });
    unknown = decoded.unknown;
    return decoded.state;
  };
  const address = addressBar(window, state, arrive, kind.initial);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const seek = clusterSeeker(findClusters, () => update(), catalogue.texts.stage, first.clusters);

  const update = () => {
    scheduled = false;
    if (state.language !== asked.state.language || state.compact !== compact) {
      // The page is made anew, in the other language or form; the address carries everything else over.
      address.write(state);
      window.location.reload();
      return;
    }
    if (late.sheets !== null && !hasLate) {
      hasLate = true;
      panels.push(late.sheets.similar(part("details"), send));
      late.sheets.putBack(part("stage"), screen);
    }
    // The list of the nearest papers comes with the details.
    if (state.selected !== null && state.selected !== seen?.state.selected) late.load();
    const theme = dark.matches ? DARK : LIGHT;
    for (const [name, value] of customProperties(theme))
      document.documentElement.style.setProperty(name, value);
    const sought = { ...sources, ...reader.facts, ...seek(clusterWish(state)) };
    const known = kind.informed(sought, state);
    const model = kind.models.build({ sources: known, state, unknown, late: late.models });
    seen = { sources: known, state, model, theme };
    document.title = model.documentTitle;
    const show = () => {
      for (const panel of panels) panel(model);
      part("main").classList.toggle(
        "is-wide",
        model.view !== "lineage" && model.view !== "network" && model.details === null,
      );
      stage.update(model, theme, notice);
      reader.update(theme);
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
    if (reader.pressed(event)) return;
    if (event.key === "Escape") send({ type: "step-back" });
    else if (event.key === "/" && shortcuts.on && !isField(event.target) && !compact) {
      event.preventDefault();
      part("search").focus();
    }
  });
  update();
  window.performance.mark("map-settled");
  reader.load();
  if (!compact) whenIdle(window, late.load);
  return (better) => {
    sources = better ?? sources;
    update();
  };
}

/** Calls back once the browser has nothing better to do, a second from now at the latest. */
function whenIdle(window: Window, call: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(call, { timeout: 1_000 });
  else (window as Window).setTimeout(call, 200);
}

function shown(element: HTMLElement | null): HTMLElement | null {
  return element?.checkVisibility() ? element : null;
}
