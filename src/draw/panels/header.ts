import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { LANGUAGE_NAMES, LANGUAGES, otherLanguage, tagOf } from "../../text/language.ts";
import { type Action, MOST_QUERY, type ViewName } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

const VIEWS: readonly ViewName[] = ["lineage", "network", "domains", "matrix", "table"];

/**
 * The head of the page: its title, the views, the search, the export. `toMap` gives the keyboard to the map, or to the
 * table in its place, where it also goes on from a paper that was found. Call the result with each
 * new model.
 */
export function headerPanel(
  root: HTMLElement,
  send: (action: Action) => void,
  openExport: () => void,
  toMap: () => void,
): (model: ViewModel) => void {
  const onSearchKey = (event: KeyboardEvent, model: ViewModel) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      send({ type: "move-in-results", step, count: model.search.results.length });
    } else if (event.key === "Enter") {
      const hit = model.search.results[model.search.active];
      if (!hit) return;
      send({ type: "select", paper: hit.id });
      toMap();
    }
  };

  return (model) =>
    render(
      html`
        <button type="button" class="button skip" @click=${toMap}>${model.texts.header.toMap}</button>
        <h1 class="title">${model.title}</h1>
        <nav class="views" aria-label=${model.texts.header.views}>
          ${VIEWS.map(
            (view) => html`<button type="button" class="view-button" aria-pressed=${view === model.view}
              @click=${() => send({ type: "show-view", view })}>${model.texts.header.view[view]}</button>`,
          )}
        </nav>
        <div class="search">
          <input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false" maxlength=${MOST_QUERY}
            aria-label=${model.texts.header.searchLabel}
            aria-expanded=${model.search.open} aria-controls="search-results" aria-autocomplete="list"
            aria-activedescendant=${model.search.open && model.search.results.length > 0 ? `hit-${model.search.active}` : nothing}
            placeholder=${model.search.placeholder}
            .value=${model.search.query}
            @input=${(event: InputEvent) => send({ type: "search", query: (event.target as HTMLInputElement).value })}
            @keydown=${(event: KeyboardEvent) => onSearchKey(event, model)} />
          <ul id="search-results" class="results" role="listbox" aria-label=${model.texts.header.found} ?hidden=${!model.search.open}>
            ${repeat(
              model.search.results,
              (hit) => hit.id,
              (
                hit,
                i,
              ) => html`<li id="hit-${i}" class="result" role="option" aria-selected=${i === model.search.active}
                @pointerdown=${(event: PointerEvent) => event.preventDefault()}
                @click=${() => send({ type: "select", paper: hit.id })}>
                <span class="result-label">${hit.label}</span>
                <span class="result-detail" lang=${otherLanguage(model.texts, hit.detail) ?? nothing}>${hit.detail}</span>
              </li>`,
            )}
            ${model.search.message === null ? nothing : html`<li class="result-none" role="option" aria-selected="false" aria-disabled="true">${model.search.message}</li>`}
          </ul>
        </div>
        <button type="button" class="drawer-button" aria-expanded=${model.drawer === "legend"} aria-controls="legend"
          @click=${() => send({ type: "open-drawer", drawer: model.drawer === "legend" ? null : "legend" })}>
          ${model.texts.header.legend}
        </button>
        <div class="header-tools">
          <button type="button" class="export-button" aria-haspopup="dialog" @click=${openExport}>${model.texts.header.export}</button>
          <button type="button" class="language-button help-button" aria-label=${model.texts.ownMarks.help} title=${`${model.texts.ownMarks.help} (?)`}
            @click=${() => send({ type: "guide", to: "help" })}>?</button>
          ${LANGUAGES.filter((language) => language !== model.texts.language).map(
            (language) => html`<button type="button" class="language-button" lang=${tagOf(language)}
              @click=${() => send({ type: "speak", language })}>${LANGUAGE_NAMES[language]}</button>`,
          )}
        </div>
      `,
      root,
    );
}
