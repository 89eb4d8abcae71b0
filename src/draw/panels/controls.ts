import { html, nothing, render } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { Timeline } from "../../view/map/timeline.ts";
import type { ControlsModel } from "../../view/panels/controls.ts";
import type { LayerControls } from "../../view/panels/layers.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

type Send = (action: Action) => void;
type Said = Texts["controls"];

/** The bar under the map: what joins papers, which links, which main path, and time. */
export function controlsPanel(root: HTMLElement, send: Send): (model: ViewModel) => void {
  return ({ controls, texts: { controls: said } }) =>
    render(
      html`
        ${controls.layers === null ? nothing : layers(said, controls.layers, send)}
        ${controls.layers?.text ? nothing : links(said, controls, send)}
        ${timeline(said, controls.timeline, send)}
      `,
      root,
    );
}

/** What joins papers in the network, and how much they must share. */
function layers(said: Said, { layers, threshold, text }: LayerControls, send: Send) {
  return html`<div class="control">
      <span class="control-name" id="layers-name">${said.joinedBy}</span>
      <div class="segments" role="group" aria-labelledby="layers-name">
        ${layers.map(
          ({ layer, label, chosen }) => html`<button type="button" aria-pressed=${chosen}
            @click=${() => send({ type: "show-layer", layer })}>${label}</button>`,
        )}
      </div>
    </div>
    ${
      threshold === null
        ? nothing
        : html`<label class="control key-routes" title=${threshold.disabled ?? nothing}>
            <span class="control-name">${threshold.name}</span>
            <input type="range" min=${threshold.least} max=${Math.max(1, threshold.most)} .value=${String(threshold.value)}
              aria-valuetext=${threshold.text} ?disabled=${threshold.disabled !== null}
              @input=${(event: Event) => send({ type: "set-threshold", threshold: sliderValue(event) })} />
            <span class="control-text">${threshold.text}</span>
          </label>`
    }
    ${text === null ? nothing : html`<span class="control-text layer-text" role="status">${text}</span>`}`;
}

/** Which citations are drawn in full. */
function links(said: Said, controls: ControlsModel, send: Send) {
  return html`<div class="control">
          <span class="control-name" id="links-name">${said.links}</span>
          <div class="segments" role="group" aria-labelledby="links-name">
            ${controls.links.map(
              ({ mode, label, chosen }) => html`<button type="button" aria-pressed=${chosen}
                @click=${() => send({ type: "show-links", links: mode })}>${label}</button>`,
            )}
          </div>
          <span class="control-text" role="status">${controls.linksText}</span>
        </div>
        ${
          controls.keyRoutes === null
            ? nothing
            : html`<label class="control key-routes">
                <span class="control-name">${said.keyRoutes}</span>
                <input type="range" min="0" max=${controls.keyRoutes.most} .value=${String(controls.keyRoutes.value)}
                  aria-valuetext=${controls.keyRoutes.text}
                  @input=${(event: Event) => send({ type: "set-key-routes", count: sliderValue(event) })} />
                <span class="control-text">${controls.keyRoutes.text}</span>
              </label>`
        }
`;
}

function timeline(said: Said, time: Timeline, send: Send) {
  if (time.stops.length < 2) return nothing;
  const last = time.stops.length - 1;
  const show = (at: number) =>
    send({ type: "set-until", until: at >= last ? null : (time.stops[at]?.day ?? null) });
  const from = time.stops[time.at >= last ? 0 : Math.max(0, time.at)]?.day ?? null;
  return html`<div class="control timeline">
    <button type="button" class="play" aria-label=${time.playing ? said.pause : said.play}
      aria-pressed=${time.playing} @click=${() => send({ type: "play", on: !time.playing, from })}>${time.playing ? "❚❚" : "▶"}</button>
    <input type="range" min="0" max=${last} .value=${String(Math.max(0, time.at))} aria-label=${said.upTo}
      aria-valuetext=${time.text} @input=${(event: Event) => show(sliderValue(event))} />
    <span class="control-text">${time.text}</span>
  </div>`;
}

function sliderValue(event: Event): number {
  return Number((event.target as HTMLInputElement).value);
}
