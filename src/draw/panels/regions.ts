import { html, nothing, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { Shape } from "../../view/looks/shapes.ts";
import type { RegionsModel } from "../../view/map/regions.ts";
import type { CommunitiesModel } from "../../view/panels/communities.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { glyph } from "./glyph.ts";

type Send = (action: Action) => void;

/** The legend of communities while they colour the map: names with counts and stability, and who has none. */
export function communityKey({ communities, regions, controls, texts }: ViewModel, send: Send) {
  if (communities === null || controls.colouring !== "community") return nothing;
  const focusable = areRegions(regions);
  return html`
    <ul class="regions" aria-label=${texts.clusters.heading}>
      ${communities.rows.map((row) => {
        const focused = regions?.rows.find(({ id }) => id === row.id)?.focused ?? false;
        return html`<li>${focusable ? regionButton(row, focused, send) : html`<span class="region" title=${row.detail}>${regionName(row)}</span>`}</li>`;
      })}
      ${
        communities.isolated === ""
          ? nothing
          : html`<li class="mark-note isolated">${glyph("circle", null)}<span>${communities.isolated}</span></li>`
      }
    </ul>
    ${communityControls(texts.clusters, communities, send)}
  `;
}

/** The choice of regions, and each region as a button that focuses it; nothing outside the network. */
export function regionsSection(model: ViewModel, send: Send) {
  const { regions, communities, controls, texts } = model;
  const said = texts.clusters;
  if (regions === null) return nothing;
  const listedAbove = controls.colouring === "community" && areRegions(regions);
  const details = new Map(areRegions(regions) ? communities?.rows.map((row) => [row.id, row]) : []);
  return html`
    <h2 id="regions-name">${said.regions}</h2>
    <div class="segments colouring" role="group" aria-labelledby="regions-name">
      ${regions.kinds.map(
        ({ value, label, chosen }) => html`<button type="button" aria-pressed=${chosen}
          @click=${() => send({ type: "show-regions", regions: value })}>${label}</button>`,
      )}
    </div>
    ${
      listedAbove
        ? html`<p class="mark-note">${said.listedAbove}</p>`
        : html`<ul class="regions ${areRegions(regions) ? "" : "are-short"}" aria-label=${said.regions}>
            ${regions.rows.map(
              (row) =>
                html`<li>${regionButton(details.get(row.id) ?? { ...row, summary: null, detail: said.papers(row.count) }, row.focused, send)}</li>`,
            )}
          </ul>`
    }
    ${communities !== null && areRegions(regions) && !listedAbove ? communityControls(said, communities, send, true) : nothing}
  `;
}

function areRegions(regions: RegionsModel | null): boolean {
  return regions?.kinds.some(({ value, chosen }) => value === "communities" && chosen) ?? false;
}

/** A region in a list, with what is said of it beyond its name. */
interface NamedRegion {
  readonly id: string;
  readonly label: string;
  readonly slot: number;
  readonly shape: Shape;
  readonly detail: string;
  readonly summary: string | null;
}

function regionButton(row: NamedRegion, focused: boolean, send: Send): TemplateResult {
  const point = (region: string | null) => () => send({ type: "point-region", region });
  return html`<button type="button" class="region" aria-pressed=${focused} title=${row.detail}
    @click=${() => send({ type: "focus-region", region: focused ? null : row.id })}
    @pointerenter=${point(row.id)} @pointerleave=${point(null)} @focus=${point(row.id)} @blur=${point(null)}>
    ${regionName(row)}
  </button>`;
}

function regionName({ shape, slot, label, summary }: NamedRegion): TemplateResult {
  return html`${glyph(shape, slot)}
    <span class="group-label">${label}${summary === null ? nothing : html` <small class="region-summary">${summary}</small>`}</span>`;
}

function communityControls(
  said: Texts["clusters"],
  communities: CommunitiesModel,
  send: Send,
  withIsolated = false,
): TemplateResult {
  const { links, resolution, resolutionText, status, findings } = communities;
  const chosen = links.find((choice) => choice.chosen)?.value ?? "citations";
  return html`<div class="community-controls">
    <p class="control-name" id="community-links">${said.over}</p>
    <div class="segments colouring" role="group" aria-labelledby="community-links">
      ${links.map(
        ({ value, label, chosen }) => html`<button type="button" aria-pressed=${chosen}
          @click=${() => send({ type: "seek-communities", links: value, resolution })}>${label}</button>`,
      )}
    </div>
    <label class="resolution"><span class="control-name">${said.resolution}</span>
      <input type="range" min="0.2" max="3" step="0.2" .value=${String(resolution)} aria-valuetext=${resolutionText}
        @input=${(event: Event) => send({ type: "seek-communities", links: chosen, resolution: Number((event.target as HTMLInputElement).value) })} />
    </label>
    <p class="control-text">${resolutionText}</p>
    ${findings.map((finding) => html`<p class="control-text">${finding}</p>`)}
    <p class="control-text" role="status">${status}</p>
    ${withIsolated && communities.isolated !== "" ? html`<p class="control-text">${communities.isolated}</p>` : nothing}
  </div>`;
}
