import { html, nothing, render, svg } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { LinkFilters } from "../../view/map/link-choices.ts";
import type { LegendModel } from "../../view/panels/legend.ts";
import type { Action, Colouring } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { glyph } from "./glyph.ts";
import { communityKey, regionsSection } from "./regions.ts";

/** What colours a map can have. */
const COLOURINGS: readonly Colouring[] = ["domain", "community", "generation", "year"];

/** The left rail: domains to switch, the meaning of marks, the years. */
export function legendPanel(root: HTMLElement, send: (action: Action) => void): (model: ViewModel) => void {
  return (model) => {
    const { legend, controls, drawer, texts } = model;
    const said = texts.legend;
    root.classList.toggle("is-open", drawer === "legend");
    render(
      html`
        <div class="rail-head">
          <h2>${said.colour}</h2>
          <button type="button" class="quiet" ?disabled=${!legend.filtered} @click=${() => send({ type: "clear-filters" })}>
            ${said.showAll}
          </button>
        </div>
        <div class="segments colouring is-two-rows" role="group" aria-label=${said.colourBy}>
          ${COLOURINGS.map(
            (colouring) => html`<button type="button" aria-pressed=${controls.colouring === colouring}
              @click=${() => send({ type: "colour-by", colouring })}>${said.colouring[colouring]}</button>`,
          )}
        </div>
        ${generationKey(legend, texts)} ${yearKey(legend, texts)} ${communityKey(model, send)}
        ${controls.colouring === "domain" ? nothing : html`<h2>${said.domains}</h2>`} ${domains(texts, legend, send)}
        ${regionsSection(model, send)} ${marks(said, legend, send)} <div class="reading-host"></div>
        ${linkFilters(texts, controls.filters, send)} ${published(said, legend, send)}
      `,
      root,
    );
  };
}

/** The colours of generations, while they colour the map. */
function generationKey(legend: LegendModel, texts: Texts) {
  if (legend.generations.length === 0) return nothing;
  return html`<ol class="generation-key">
    ${legend.generations.map(
      ({ generation, label, count }) => html`<li>
        <span class="swatch ${generation === null ? "" : `generation-${generation}`}"></span>
        <span class="group-label">${label}</span> <span class="group-count">${texts.count(count)}</span>
      </li>`,
    )}
  </ol>`;
}

/** The colours of years, while they colour the map. */
function yearKey({ yearSteps }: LegendModel, texts: Texts) {
  if (yearSteps.length === 0) return nothing;
  return html`<ol class="generation-key year-key">
    ${yearSteps.map(
      ({ step, label, count }) => html`<li>
        <span class="swatch ${step < 0 ? "" : `year-${step}`}"></span>
        <span class="group-label">${label}</span> <span class="group-count">${texts.count(count)}</span>
      </li>`,
    )}
  </ol>`;
}

function domains({ legend: said, count }: Texts, legend: LegendModel, send: (action: Action) => void) {
  const all = legend.groups.map((group) => group.id);
  return html`<ul class="groups">
    ${legend.groups.map(
      (group) => html`<li class="group ${group.shown ? "" : "is-off"}">
        <label class="group-switch">
          <input type="checkbox" .checked=${group.shown} @change=${() => send({ type: "toggle-group", group: group.id })} />
          ${group.shape === null ? nothing : glyph(group.shape, group.slot)}
          <span class="group-label">${group.label}</span>
          <span class="group-count">${count(group.count)}</span>
        </label>
        <button type="button" class="only" aria-label=${said.showOnly(group.label)}
          @click=${() => send({ type: "only-group", group: group.id, all })}>${said.only}</button>
      </li>`,
    )}
  </ul>`;
}

function marks(said: Texts["legend"], legend: LegendModel, send: (action: Action) => void) {
  return html`<h2>${said.marks}</h2>
    <ul class="marks">
      <li class="mark-sizes">
        ${legend.sizes.map(
          ({
            radius,
            label,
          }) => html`<span class="size"><svg width=${radius * 2 + 2} height=${radius * 2 + 2} aria-hidden="true">
              ${svg`<circle class="size-dot" cx=${radius + 1} cy=${radius + 1} r=${radius} />`}</svg>${label}</span>`,
        )}
      </li>
      <li class="mark-note">${legend.sizeMeaning}</li>
      ${
        legend.unknownCounts === 0
          ? nothing
          : html`<li>${line("ring")}<span>${said.unknownCounts(legend.unknownCounts)}</span></li>`
      }
      ${legend.unidentified === 0 ? nothing : html`<li class="mark-note">${said.unidentified(legend.unidentified)}</li>`}
      <li>${line("solid")}<span>${said.arrow}</span></li>
      <li>${line("dashed")}<span>${said.likely}</span></li>
      <li>
        <label class="group-switch">
          <input type="checkbox" .checked=${legend.contextShown}
            @change=${(event: Event) => send({ type: "show-context", on: (event.target as HTMLInputElement).checked })} />
          ${glyph("circle", null)}
          <span class="group-label">${said.around(legend.contextCount)}</span>
        </label>
      </li>
    </ul>`;
}

function linkFilters({ legend: said, count }: Texts, filters: LinkFilters, send: (action: Action) => void) {
  return html`<h2>${said.evidence}</h2>
    <ul class="marks">
      ${filters.evidence.map(
        (choice) => html`<li>
          <label class="check" title=${choice.disabled ?? ""}>
            <input type="checkbox" .checked=${choice.chosen && choice.disabled === null} ?disabled=${choice.disabled !== null}
              @change=${() => send({ type: "toggle-evidence", evidence: choice.value })} />
            <span>${choice.label}</span> <span class="group-count">${count(choice.count)}</span>
          </label>
        </li>`,
      )}
      <li>
        <label class="check">${said.intent}
          <select ?disabled=${filters.intents.every((choice) => choice.disabled !== null)}
            @change=${(event: Event) => send({ type: "set-intent", intent: (event.target as HTMLSelectElement).value || null })}>
            <option value="" ?selected=${filters.intents.every((choice) => !choice.chosen)}>${said.any}</option>
            ${filters.intents.map(
              (choice) =>
                html`<option value=${choice.value} ?selected=${choice.chosen} ?disabled=${choice.disabled !== null}>${said.choice(choice.label, choice.count)}</option>`,
            )}
          </select>
        </label>
      </li>
      <li>
        <label class="check">
          <input type="checkbox" .checked=${filters.influential.chosen} ?disabled=${filters.influential.disabled !== null}
            @change=${(event: Event) => send({ type: "show-influential-only", on: (event.target as HTMLInputElement).checked })} />
          <span>${filters.influential.label}</span>
        </label>
      </li>
      ${filters.influential.disabled === null ? nothing : html`<li class="mark-note">${said.unknownIntents(filters.influential.disabled)}</li>`}
    </ul>`;
}

function line(kind: "solid" | "dashed" | "ring") {
  const mark =
    kind === "ring"
      ? svg`<circle class="mark-ring" cx="11" cy="7" r="5" />`
      : svg`<path class="mark-line mark-${kind}" d="M21 7H6" /><path class="mark-head" d="M1 7l6-3.2v6.4z" />`;
  return html`<svg class="mark" width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">${mark}</svg>`;
}

function published(said: Texts["legend"], legend: LegendModel, send: (action: Action) => void) {
  if (legend.bars.length === 0) return nothing;
  const first = legend.bars[0]?.year ?? 0;
  const last = legend.bars.at(-1)?.year ?? 0;
  const [from, to] = legend.years ?? [first, last];
  const most = legend.bars.reduce((largest, bar) => Math.max(largest, bar.survey), 1);
  const setYears = (next: readonly [number, number]) =>
    send({ type: "set-years", years: next[0] <= first && next[1] >= last ? null : next });
  const value = (event: Event) => Number((event.target as HTMLInputElement).value);
  const step = 100 / legend.bars.length;
  return html`<h2 id="published">${said.published}</h2>
    <svg class="bars" viewBox="0 0 100 36" preserveAspectRatio="none" aria-hidden="true">
      ${legend.bars.map(
        (
          bar,
          i,
        ) => svg`<rect class="bar ${bar.inRange ? "" : "is-off"}" x=${i * step + step * 0.06} width=${step * 0.88}
            y=${36 - (bar.survey / most) * 34} height=${(bar.survey / most) * 34} />`,
      )}
    </svg>
    <div class="bar-labels" aria-hidden="true">
      ${legend.bars.map((bar) => html`<span>${bar.year}<small> ${bar.survey}</small></span>`)}
    </div>
    ${
      first === last
        ? nothing
        : html`<div class="year-range" role="group" aria-labelledby="published">
            <label>${said.from} <input type="range" min=${first} max=${last} .value=${String(from)}
              aria-valuetext=${String(from)} @input=${(event: Event) => setYears([Math.min(value(event), to), to])} /></label>
            <label>${said.to} <input type="range" min=${first} max=${last} .value=${String(to)}
              aria-valuetext=${String(to)} @input=${(event: Event) => setYears([from, Math.max(value(event), from)])} /></label>
          </div>`
    }`;
}
