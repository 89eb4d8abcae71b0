import { html, nothing, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { Descent, DescentModel, Hop } from "../../view/panels/descent.ts";
import type { Action } from "../../view/state/state.ts";
import { glyph } from "./glyph.ts";

type Send = (action: Action) => void;

/** The ways between two papers, hop by hop, each hop with what says so. */
export function descentCard(model: DescentModel, texts: Texts, send: Send): TemplateResult {
  return html`
    <h3>${model.heading}</h3>
    ${model.descents.map((descent) => way(descent, texts, send))}
    <p class="caveat">${model.remark}</p>
  `;
}

function way(descent: Descent, texts: Texts, send: Send): TemplateResult {
  return html`
    <p class="way-name">${descent.name}${descent.ties ? html` <small>${descent.ties}</small>` : nothing}</p>
    <ol class="hops">${descent.hops.map((hop) => step(hop, texts, send))}</ol>
  `;
}

function step(hop: Hop, texts: Texts, send: Send): TemplateResult {
  return html`<li class="hop">
    <button type="button" class="neighbour" @click=${() => send({ type: "select", paper: hop.id })}
      @pointerenter=${() => send({ type: "point", paper: hop.id })}
      @pointerleave=${() => send({ type: "point", paper: null })}>
      ${glyph(hop.slot === null ? "circle" : shapeOfSlot(hop.slot), hop.slot)}
      <span class="neighbour-label">${hop.label}</span>
      <span class="neighbour-year">${hop.date}</span>
    </button>
    ${hop.evidence ? html`<span class="evidence">${hop.evidence}${hop.intents ? html` · ${hop.intents}` : nothing}${hop.influential ? html` · ${texts.evidence.influential}` : nothing}</span>` : nothing}
    ${hop.contexts.map((context) => html`<q class="context">${context}</q>`)}
  </li>`;
}
