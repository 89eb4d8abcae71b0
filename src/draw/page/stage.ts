import { html, nothing, render } from "lit-html";
import type { PaperId } from "../../corpus/ids.ts";
import type { Texts } from "../../text/texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { Direction } from "../../view/panels/walk.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import type { SheetLoader } from "../export/sheet-loader.ts";
import type { MapScreen } from "../map/map-screen.ts";
import { controlsPanel } from "../panels/controls.ts";
import { zoomTools } from "../panels/zoom-tools.ts";
import { mapCommand } from "./keyboard.ts";

/** What the stage asks of the page. */
export interface StageEffects {
  readonly send: (action: Action) => void;
  /** The paper one step from the one the keyboard stands on. */
  readonly step: (direction: Direction) => PaperId | null;
  /** Whether letters are keys of the map. */
  readonly letters: () => boolean;
  /** The paper the pointer or the keyboard stands on. */
  readonly pointed: () => PaperId | null;
}

export interface Stage {
  /** `notice` is said over the map whatever the state; null for nothing. */
  update(model: ViewModel, theme: Theme, notice: string | null): void;
  /** Where the keyboard goes on: the map, or in the table the selected paper, else the first button. */
  focusable(): HTMLElement | null;
}

/** The middle of the page: the map with its tools, or the table; and what is said over them. */
export function createStage(
  host: HTMLElement,
  texts: Texts,
  view: MapScreen,
  late: SheetLoader,
  effects: StageEffects,
): Stage {
  const { send } = effects;
  const { stage: said } = texts;
  const map = view.host;
  map.id = "map";
  map.className = "map";
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-roledescription", said.role);
  map.setAttribute("aria-describedby", "map-keys");
  const sheets = (["table", "domains", "matrix"] as const).map((name) => {
    const element = document.createElement("div");
    element.className = "sheet-host";
    let asked = false;
    let draw: ((model: ViewModel) => void) | null = null;
    const update = (model: ViewModel) => {
      if (draw === null && late.sheets !== null) {
        render(nothing, element);
        draw = late.sheets.panels[name](element, send);
      }
      if (draw !== null) return draw(model);
      if (name !== model.view) {
        asked = false;
        return;
      }
      // Once for each time the view is chosen: what failed would else be tried again with every picture.
      if (!asked) late.load();
      asked = true;
      const text = late.failed ? model.texts.header.viewNotLoaded : model.texts.header.loading;
      render(html`<p class="loading" role="status">${text}</p>`, element);
    };
    return { name, element, update };
  });
  const over = document.createElement("div");
  over.className = "over";
  const tooltip = document.createElement("p");
  tooltip.className = "tooltip";
  tooltip.setAttribute("role", "tooltip");
  const bar = document.createElement("div");
  bar.className = "map-bar";
  const controls = document.createElement("div");
  controls.className = "map-controls";
  const tools = document.createElement("div");
  tools.className = "map-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", said.zoom);
  bar.append(controls, tools);
  const frame = document.createElement("div");
  frame.className = "map-frame";
  frame.append(map, tooltip);
  host.replaceChildren(frame, ...sheets.map(({ element }) => element), bar, over);
  const updateBar = controlsPanel(controls, send);

  const moveTooltip = (x: number, y: number) => {
    tooltip.style.setProperty("left", `${Math.max(4, Math.min(x + 14, map.clientWidth - 250))}px`);
    tooltip.style.setProperty("top", `${y + 18}px`);
  };
  // Regions are pointed at from the legend as well; what is said of them then stands in the corner.
  let overRegion = false;

  view.listen({
    point: (paper) => send({ type: "point", paper }),
    pointLink: (citation, x, y) => {
      send({ type: "point-link", citation });
      if (citation !== null) moveTooltip(x, y);
    },
    pointRegion: (region, x, y) => {
      if (region === null && !overRegion) return;
      overRegion = region !== null;
      send({ type: "point-region", region });
      moveTooltip(x, y);
    },
    pick: (paper, region) => {
      const busy = model?.details !== null || model?.path !== null;
      send({ type: "select", paper });
      // The first click beside a paper closes what is open; the next one is for the region.
      if (paper === null && !busy)
        send({ type: "focus-region", region: region === focusedRegion() ? null : region });
    },
  });
  render(zoomTools(texts, view), tools);
  let model: ViewModel | null = null;
  const focusedRegion = () => model?.regions?.rows.find(({ focused }) => focused)?.id ?? null;

  map.addEventListener("keydown", (event) => {
    const command = mapCommand(event, effects.letters());
    if (command === null || model === null) return;
    event.preventDefault();
    switch (command.do) {
      case "walk": {
        const paper = effects.step(command.direction);
        send({ type: "point", paper });
        if (paper !== null) view.reveal(paper);
        return;
      }
      case "open": {
        const pointed = effects.pointed();
        if (pointed !== null) send({ type: "select", paper: pointed });
        return;
      }
      case "trace":
        return send({ type: "trace", on: !(model.details?.traced ?? false) });
      case "star":
      case "read":
        return send({ type: "guide", to: command.do });
      case "zoom-in":
        return view.zoomBy(1.4);
      case "zoom-out":
        return view.zoomBy(1 / 1.4);
      case "fit":
        return view.fit();
    }
  });
  map.addEventListener("blur", () => send({ type: "point", paper: null }));

  return {
    focusable: () => {
      const sheet = sheets.find(({ element }) => !element.hidden)?.element;
      if (!sheet) return map;
      return (
        sheet.querySelector<HTMLElement>(".is-selected button") ?? sheet.querySelector<HTMLElement>("button")
      );
    },
    update(next, theme, notice) {
      model = next;
      const isSheet = sheets.some(({ name }) => name === next.view);
      frame.hidden = isSheet;
      bar.hidden = isSheet;
      tooltip.hidden = next.tooltip === null || isSheet;
      tooltip.textContent = next.tooltip;
      if (next.regionPointed && !overRegion) moveTooltip(0, -6);
      updateBar(next);
      for (const { name, element, update } of sheets) {
        element.hidden = name !== next.view;
        update(next);
      }
      map.setAttribute("aria-label", next.mapLabel);
      if (!isSheet) view.update(next, theme);
      render(
        html`
          <p id="map-keys" class="visually-hidden">${said.keys}</p>
          ${
            next.nothing === null
              ? nothing
              : html`<div class="notice" role="status"><p>${next.nothing}</p>
                  ${
                    next.legend.filtered
                      ? html`<button type="button" class="button" @click=${() => send({ type: "clear-filters" })}>${said.showAll}</button>`
                      : nothing
                  }
                </div>`
          }
          <div class="offer-host"></div>
          ${next.communities?.waiting ? html`<p class="toast waiting" role="status">${next.communities.status}</p>` : nothing}
          ${next.warning === null ? nothing : html`<p class="toast" role="status">${next.warning}</p>`}
          ${notice === null || next.warning !== null ? nothing : html`<p class="toast" role="status">${notice}</p>`}
        `,
        over,
      );
    },
  };
}
