import { html, nothing, render, type TemplateResult } from "lit-html";
import type { PaperId } from "../../corpus/ids.ts";
import { customProperties, type Theme } from "../../view/looks/palette.ts";
import { layoutGraphOf } from "../../view/map/layout-papers.ts";
import { isVisible } from "../../view/map/map.ts";
import { type EmbeddedModel, type EmbeddedSources, embeddedModels } from "../../view/panels/embedded.ts";
import { walk } from "../../view/panels/walk.ts";
import { reduce } from "../../view/state/reduce.ts";
import { shortened } from "../../view/state/shortened.ts";
import { type Action, INITIAL_STATE, type State } from "../../view/state/state.ts";
import { gentleWheel } from "../map/gentle-wheel.ts";
import { createMapView } from "../map/map-view.ts";
import { markedMap } from "../map/marks.ts";
import { placerHere } from "../map/settled-network.ts";
import { mapCommand } from "../page/keyboard.ts";
import { compactLegend, compactTitle } from "../panels/compact.ts";

/** What the page around a map decides about it. */
export interface EmbeddedChoice {
  readonly view: "lineage" | "network";
  /** An id or alias of a paper; null for none. */
  readonly selected: string | null;
  /** The address of the full page; null when there is none to link to. */
  readonly page: string | null;
}

export interface EmbeddedEffects {
  /** The reader selected another paper, or let go of it. */
  readonly onSelect: (paper: EmbeddedModel["selected"]) => void;
  readonly reducedMotion: () => boolean;
  readonly theme: () => Theme;
}

export interface EmbeddedMap {
  choose(choice: EmbeddedChoice): void;
  /** Draws anew, for another theme or size. */
  redraw(): void;
  /** Ends what it began; its elements are the caller's to remove. */
  end(): void;
}

/**
 * A map with its one line of head, the selected paper, and all papers as a list, inside an empty `host`
 * that may stand in a shadow tree. Draws once a frame when something changed.
 */
export function mountEmbeddedMap(
  host: HTMLElement,
  sources: EmbeddedSources,
  first: EmbeddedChoice,
  effects: EmbeddedEffects,
): EmbeddedMap {
  const { catalogue } = sources;
  const { texts } = catalogue;
  const place = placerHere(catalogue, layoutGraphOf({ ...sources, changes: { version: 1, runs: [] } }));
  const build = embeddedModels();
  let state: State = INITIAL_STATE;
  let page: string | null = null;
  let unknown: string | null = null;
  let frame = 0;

  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(update);
  };
  const send = (action: Action) => {
    const next = reduce(state, action);
    if (next === state) return;
    const before = state.selected;
    state = next;
    request();
    if (next.selected === before) return;
    unknown = null;
    effects.onSelect(build(sources, state).selected);
  };

  const head = element("div", "compact-head");
  const body = element("div", "body");
  const map = element("div", "map");
  const over = element("div", "over");
  const foot = element("div", "foot");
  const announcer = element("div", "visually-hidden");
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-roledescription", sources.embed.mapRole);
  map.setAttribute("aria-describedby", "keys");
  announcer.setAttribute("aria-live", "polite");
  body.append(map, over);
  host.append(head, body, foot, announcer);

  const idOf = (paper: number | null): PaperId | null =>
    paper === null ? null : (catalogue.entries[paper]?.paper.id ?? null);
  const view = createMapView(
    map,
    {
      point: (paper) => send({ type: "point", paper: idOf(paper) }),
      pointLink: () => {},
      pointRegion: () => {},
      pick: (paper) => send({ type: "select", paper: idOf(paper) }),
      drag: () => {},
      restore: () => {},
    },
    effects.reducedMotion,
  );
  gentleWheel(body, () => map.matches(":focus"));

  map.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected !== null) {
      event.stopPropagation();
      send({ type: "select", paper: null });
    }
    const command = mapCommand(event);
    if (command === null || command.do === "trace") return;
    event.preventDefault();
    switch (command.do) {
      case "walk": {
        const from = state.pointed ?? state.selected;
        const { map: shown } = build(sources, state);
        const paper = walk(catalogue, (one) => isVisible(shown, one), from, command.direction);
        send({ type: "point", paper });
        const index = paper === null ? undefined : catalogue.byId.get(paper)?.index;
        if (index !== undefined) view.reveal(index);
        return;
      }
      case "open":
        if (state.pointed !== null) send({ type: "select", paper: state.pointed });
        return;
      case "fit":
        return view.fit();
      default:
        return view.zoomBy(command.do === "zoom-in" ? 1.4 : 1 / 1.4);
    }
  });
  map.addEventListener("blur", () => send({ type: "point", paper: null }));

  const update = () => {
    frame = 0;
    const theme = effects.theme();
    for (const [name, value] of customProperties(theme)) host.style.setProperty(name, value);
    const model = build(sources, state, unknown);
    render(
      html`<div class="compact-title">${compactTitle(model.head, texts, page)}</div>${compactLegend(model.head, texts)}`,
      head,
    );
    render(overMap(model, view), over);
    render(footOf(model, send), foot);
    map.setAttribute("aria-label", model.mapLabel);
    if (announcer.textContent !== model.announcement) announcer.textContent = model.announcement;
    const size = { width: map.clientWidth, height: map.clientHeight };
    if (size.width === 0 || size.height === 0) return;
    const marked = markedMap(model.map);
    const placed = place(model.view, size, marked);
    view.update({ model: marked, placement: { ...placed, draggable: false }, theme });
  };

  const choose = (choice: EmbeddedChoice) => {
    page = choice.page;
    const paper = resolved(choice.selected);
    unknown = choice.selected !== null && paper === null ? shortened(choice.selected, 60) : null;
    state = { ...state, view: choice.view, selected: paper };
    request();
  };
  const resolved = (id: string | null): PaperId | null => {
    return id === null ? null : (catalogue.entries.find((entry) => named(entry.paper, id))?.paper.id ?? null);
  };

  const observer = new ResizeObserver(request);
  observer.observe(body);
  choose(first);
  return {
    choose,
    redraw: request,
    end() {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

function named(paper: { readonly id: string; readonly aliases: readonly string[] }, id: string): boolean {
  return paper.id === id || paper.aliases.some((alias) => alias === id);
}

/** What stands on the map: what is not there, and the zoom. */
function overMap({ notes, embed }: EmbeddedModel, view: ReturnType<typeof createMapView>): TemplateResult {
  return html`
    <p id="keys" class="visually-hidden">${embed.keys}</p>
    ${notes.length === 0 ? nothing : html`<p class="note" role="status">${notes.join(" ")}</p>`}
    <div class="zoom" role="group" aria-label=${embed.zoom}>
      <button type="button" aria-label=${embed.zoomIn} @click=${() => view.zoomBy(1.4)}>+</button>
      <button type="button" aria-label=${embed.zoomOut} @click=${() => view.zoomBy(1 / 1.4)}>−</button>
      <button type="button" aria-label=${embed.fit} @click=${() => view.fit()}>⤢</button>
    </div>
  `;
}

/** What stands under the map: the selected paper, and all of them as a list. */
function footOf(
  { selected, list, texts, embed }: EmbeddedModel,
  send: (action: Action) => void,
): TemplateResult {
  const { count } = texts;
  return html`
    ${
      selected === null
        ? nothing
        : html`<div class="card">
            <p class="paper">${
              selected.url === null
                ? selected.title
                : html`<a href=${selected.url} target="_blank" rel="noopener noreferrer">${selected.title}</a>`
            }</p>
            <p class="byline">${selected.byline}</p>
            <button type="button" class="close" aria-label=${embed.close}
              @click=${() => send({ type: "select", paper: null })}>×</button>
          </div>`
    }
    <details class="papers">
      <summary>${embed.asList(count(list.length))}</summary>
      <ul>
        ${list.map(
          ({ id, text, selected }) => html`<li><button type="button" aria-pressed=${selected}
            @click=${() => send({ type: "select", paper: id })}>${text}</button></li>`,
        )}
      </ul>
    </details>
  `;
}

function element(tag: "div", className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
