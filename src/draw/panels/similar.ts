import { html, nothing, render, type TemplateResult } from "lit-html";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { CommonWork, SimilarList, SimilarRow } from "../../view/map/similar-papers.ts";
import type { Action, LinkLayer } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { glyph } from "./glyph.ts";

type Send = (action: Action) => void;

/**
 * What has most in common with the selected paper of a large map, in the place that its details leave: a list for
 * each measure, each paper a button that goes there, each count opening to the works behind it. Lists stay open from
 * paper to paper; that of the layer on the map opens by itself.
 */
export function similarPanel(details: HTMLElement, send: Send): (model: ViewModel) => void {
  const open = new Set<string>();
  let of: string | null = null;
  let joined: LinkLayer = "citations";
  return ({ similar, map }) => {
    if (map.layer !== joined) open.add(map.layer);
    joined = map.layer;
    const host = details.querySelector<HTMLElement>(".similar-host");
    if (host === null || similar === null) return;
    if (similar.id !== of) for (const key of open) if (key.includes(" ")) open.delete(key);
    of = similar.id;
    const toggled = (key: string, is: boolean) => {
      if (open.has(key) === is) return;
      if (is) open.add(key);
      else open.delete(key);
      draw();
    };
    const draw = () =>
      render(
        similar.lists.map((list) => section(list, open, toggled, send)),
        host,
      );
    draw();
  };
}

type Toggled = (key: string, open: boolean) => void;

function section(
  { layer, heading, rows, caveat }: SimilarList,
  open: ReadonlySet<string>,
  toggled: Toggled,
  send: Send,
): TemplateResult {
  const remark = caveat === null ? nothing : html`<p class="caveat">${caveat}</p>`;
  if (rows.length === 0) return html`<h3>${heading}</h3>${remark}`;
  return html`<details class="similar" .open=${open.has(layer)} @toggle=${toggle(layer, toggled)}>
    <summary><h3>${heading}</h3></summary>
    ${
      open.has(layer)
        ? html`${remark}
            <ol class="neighbours">${rows.map((row) => item(row, `${layer} ${row.id}`, open, toggled, send))}</ol>`
        : nothing
    }
  </details>`;
}

function item(row: SimilarRow, key: string, open: ReadonlySet<string>, toggled: Toggled, send: Send) {
  return html`<li>
    ${goTo(row, send)}
    <details class="around evidence" .open=${open.has(key)} @toggle=${toggle(key, toggled)}>
      <summary>${row.measure}</summary>
      ${open.has(key) ? worksOf(row, send) : nothing}
    </details>
  </li>`;
}

function worksOf(row: SimilarRow, send: Send): TemplateResult {
  const { works, more } = row.works();
  return html`<ul class="neighbours">${works.map((work) => html`<li>${goTo(work, send)}</li>`)}</ul>
    ${more === null ? nothing : html`<p class="caveat">${more}</p>`}`;
}

function goTo({ id, label, title, year, slot }: CommonWork, send: Send): TemplateResult {
  return html`<button type="button" class="neighbour" title=${title}
    @click=${() => send({ type: "select", paper: id })}
    @pointerenter=${() => send({ type: "point", paper: id })}
    @pointerleave=${() => send({ type: "point", paper: null })}>
    ${glyph(slot === null ? "circle" : shapeOfSlot(slot), slot)}
    <span class="neighbour-label">${label}</span>
    <span class="neighbour-year">${label.endsWith(year) ? "" : year}</span>
  </button>`;
}

/** What is inside opens with it as well, and is no matter of its own. */
function toggle(key: string, toggled: Toggled) {
  return (event: Event) => {
    if (event.target === event.currentTarget) toggled(key, (event.currentTarget as HTMLDetailsElement).open);
  };
}
