import { html, svg, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import { COLOURS } from "../../view/looks/palette.ts";
import type { FlowModel } from "../../view/panels/flow-model.ts";
import type { Action } from "../../view/state/state.ts";
import { groupMark } from "./comparison.ts";
import { flowGeometry, HEAD } from "./flow-geometry.ts";

type Send = (action: Action) => void;

/** Up to so many px the domains' names stand above their lanes. */
const NARROW = 640;
/** What names and shares take beside the picture; style/domains.css gives their columns the same. */
const BESIDE = 180 + 92;

/** How the domains grew by year and fed one another, in a room of `width` px; and the same as a table. */
export function flow(model: FlowModel, texts: Texts, width: number, send: Send): TemplateResult {
  return html`<section class="domain-section" aria-labelledby="flow-name">
    <h2 id="flow-name">${texts.flow.heading}</h2>
    ${model.empty === null ? drawn(model, texts, width, send) : html`<p class="empty">${model.empty}</p>`}
  </section>`;
}

function drawn(model: FlowModel, texts: Texts, width: number, send: Send): TemplateResult {
  const narrow = width <= NARROW;
  const chosen = model.lanes.find((lane) => lane.chosen);
  const choose = (group: string | null) => {
    send({ type: "show-regions", regions: "domains" });
    send({ type: "focus-region", region: group });
  };
  return html`
    <p class="lead">${texts.flow.lead}</p>
    <div class="flow ${narrow ? "flow-narrow" : ""}">
      <ul class="flow-names">
        ${model.lanes.map(
          ({ group, papers, within, chosen: isChosen }) => html`<li>
            <button type="button" class="flow-name" aria-pressed=${isChosen}
              @click=${() => choose(isChosen ? null : group.id)}>
              ${groupMark(group)} <span>${group.label}</span> <span class="cross-count">${papers}</span></button>
            <span class="flow-within">${within === null ? html`<span class="unknown">${texts.flow.citesNone}</span>` : within.text}</span>
          </li>`,
        )}
      </ul>
      ${picture(model, narrow ? width : width - BESIDE, narrow, chosen !== undefined)}
    </div>
    <p class="caveat">${texts.flow.share} ${model.leftOut.join(" ")}</p>
    <details class="more">
      <summary>${texts.flow.asTable}</summary>
      ${flowTable(model, texts.flow)}
    </details>
  `;
}

function picture(model: FlowModel, width: number, narrow: boolean, dimmed: boolean): TemplateResult {
  const { columns, lanes, nodes, bands, height } = flowGeometry(model, Math.max(200, width), narrow);
  const colour = (lane: number) => `domain-${(model.lanes[lane]?.group.slot ?? 0) % COLOURS}`;
  return html`<svg class="flow-picture ${dimmed ? "is-dimmed" : ""}" width=${Math.max(200, width)} height=${height} role="img" aria-label=${model.summary}>
    ${columns.map(
      ({ x, label }) => svg`<path class="flow-year" d="M${x} ${HEAD - 6}V${height}" />
        <text class="flow-year-name" x=${x} y="14" text-anchor="middle">${label}</text>`,
    )}
    ${lanes.map(({ y }) => svg`<path class="flow-lane" d="M0 ${y}H${width}" />`)}
    ${bands.map(
      ({ band, path }) =>
        svg`<path class="flow-band ${colour(band.from.lane)} ${band.lit ? "is-lit" : ""}" d=${path}><title>${band.text}</title></path>`,
    )}
    ${nodes.map(
      ({ lane, x, y, radius, count }) => svg`<g class=${colour(lane)}>
        <circle class="flow-node" cx=${x} cy=${y} r=${radius} />
        <text class="flow-count" x=${x} y=${y} dy="0.36em" text-anchor="middle">${count}</text></g>`,
    )}
  </svg>`;
}

function flowTable({ lanes, columns, rows }: FlowModel, said: Texts["flow"]): TemplateResult {
  return html`<div class="scrolls" tabindex="0" role="region" aria-label=${said.byYear}>
      <table class="plain">
        <caption>${said.papersByYear}</caption>
        <thead><tr><th scope="col">${said.domain}</th>${columns.map(({ label }) => html`<th scope="col" class="numeric">${label}</th>`)}<th scope="col" class="numeric">${said.within}</th></tr></thead>
        <tbody>
          ${lanes.map(
            ({ group, nodes, within }) => html`<tr><th scope="row">${group.label}</th>
              ${columns.map((_, i) => html`<td class="numeric">${nodes.find(({ column }) => column === i)?.count ?? 0}</td>`)}
              <td class="numeric">${within?.text ?? said.citesNone}</td></tr>`,
          )}
        </tbody>
      </table>
      <table class="plain">
        <caption>${said.carrying}</caption>
        <thead><tr><th scope="col">${said.from}</th><th scope="col">${said.to}</th><th scope="col" class="numeric">${said.citations}</th><th scope="col">${said.papers}</th></tr></thead>
        <tbody>
          ${rows.map(
            ({ from, to, count, papers }) =>
              html`<tr><th scope="row">${from.label}</th><td>${to.label}</td><td class="numeric">${count}</td><td>${papers}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
