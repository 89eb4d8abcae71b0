import { html, nothing, render, type TemplateResult } from "lit-html";
import { otherLanguage } from "../../text/language.ts";
import type { Texts } from "../../text/texts.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { DescentModel } from "../../view/panels/descent.ts";
import type { DetailsModel, NeighbourList, NeighbourRow } from "../../view/panels/details.ts";
import type { PathModel } from "../../view/panels/path-model.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { descentCard } from "./descent.ts";
import { glyph } from "./glyph.ts";
import { introduction } from "./introduction.ts";

type Send = (action: Action) => void;

/** The right rail: the selected paper, or how to read the map when none is. */
export function detailsPanel(root: HTMLElement, send: Send): (model: ViewModel) => void {
  return (model) => {
    const { details, path } = model;
    root.classList.toggle("is-open", details !== null || path !== null);
    render(
      path?.found
        ? pathBetween(path.found, model.texts, send)
        : details
          ? paper(details, path, model, send)
          : introduction(model, send),
      root,
    );
  };
}

function pathBetween(found: DescentModel, texts: Texts, send: Send): TemplateResult {
  return html`
    <div class="rail-head">
      <p class="kicker">${texts.details.path}</p>
      <button type="button" class="quiet" @click=${() => send({ type: "end-path" })}>${texts.details.close}</button>
    </div>
    <div class="actions">
      <button type="button" class="button" @click=${() => send({ type: "swap-path" })}>${texts.details.swap}</button>
    </div>
    ${descentCard(found, texts, send)}
  `;
}

function paper(details: DetailsModel, path: PathModel | null, model: ViewModel, send: Send): TemplateResult {
  const { texts } = model;
  const said = texts.details;
  const lang = (text: string) => otherLanguage(texts, text) ?? nothing;
  return html`
    <div class="rail-head">
      <p class="kicker">${details.kind}</p>
      <button type="button" class="quiet" @click=${() => send({ type: "select", paper: null })}>${texts.details.close}</button>
    </div>
    <h2 class="paper-title" tabindex="-1" lang=${lang(details.title)}>${details.title}</h2>
    <p class="authors">${details.authors}</p>
    <p class="published">${details.published}${details.organization ? html` · ${details.organization}` : nothing}</p>
    <ul class="chips">
      ${details.headings.map(
        (heading) => html`<li class="chip">${glyph(shapeOfSlot(heading.slot), heading.slot)}
          ${heading.domain}</li>`,
      )}
      ${details.counts.map((count) => html`<li class="chip">${count}</li>`)}
    </ul>
    ${details.unidentified === null ? nothing : html`<p class="caveat">${details.unidentified}</p>`}
    <p class="paper-links">
      ${details.links.map(({ name, href }) => html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>`)}
    </p>
    <div class="actions">
      <button type="button" class="button" aria-pressed=${details.traced} ?disabled=${!details.canTrace}
        @click=${() => send({ type: "trace", on: !details.traced })}>${said.trace}</button>
      <button type="button" class="button" aria-pressed=${path !== null}
        @click=${() => send({ type: path === null ? "start-path" : "end-path" })}>${said.pathTo}</button>
    </div>
    <div class="own-host"></div>
    ${path === null ? nothing : html`<p class="finding" role="status">${said.pickOther}</p>`}
    ${details.descent ? descentCard(details.descent, texts, send) : nothing}
    ${details.finding ? html`<p class="finding" lang=${lang(details.finding)}>${details.finding}</p>` : nothing}
    ${details.tldr ? html`<h3>${said.sentence}</h3><p lang=${lang(details.tldr)}>${details.tldr}</p>` : nothing}
    ${details.headings.map((heading) => (heading.note ? html`<h3>${said.remark}</h3><p class="note" lang=${lang(heading.note)}>${heading.note}</p>` : nothing))}
    <div class="similar-host"></div>
    ${neighbours(texts, details.cites, send)} ${neighbours(texts, details.citedBy, send)}
    ${details.abstract ? html`<h3>${said.abstract}</h3><p class="abstract" lang=${lang(details.abstract)}>${details.abstract}</p>` : nothing}
  `;
}

function neighbours(texts: Texts, list: NeighbourList, send: Send): TemplateResult {
  return html`
    <h3>${list.heading}</h3>
    ${list.caveat ? html`<p class="caveat">${list.caveat}</p>` : nothing}
    ${list.survey.length > 0 ? html`<ul class="neighbours">${list.survey.map((row) => neighbour(texts, row, send))}</ul>` : nothing}
    ${
      list.context.length === 0
        ? nothing
        : html`<details class="around">
            <summary>${texts.details.aroundCount(list.context.length)}</summary>
            <ul class="neighbours">${list.context.map((row) => neighbour(texts, row, send))}</ul>
          </details>`
    }
    ${list.more === null ? nothing : html`<p class="caveat">${list.more}</p>`}
  `;
}

function neighbour(texts: Texts, row: NeighbourRow, send: Send): TemplateResult {
  return html`<li>
    <button type="button" class="neighbour" title=${row.title}
      @click=${() => send({ type: "select", paper: row.id })}
      @pointerenter=${() => send({ type: "point", paper: row.id })}
      @pointerleave=${() => send({ type: "point", paper: null })}>
      ${glyph(row.slot === null ? "circle" : shapeOfSlot(row.slot), row.slot)}
      <span class="neighbour-label">${row.label}</span>
      <span class="neighbour-year">${row.label.endsWith(row.year) ? "" : row.year}</span>
    </button>
    <span class="evidence evidence-${row.confidence}">${row.evidence}${row.implied ? html` · ${row.implied}` : nothing}</span>
    ${row.contexts.map((context) => html`<q class="context" lang=${otherLanguage(texts, context) ?? nothing}>${context}</q>`)}
  </li>`;
}
