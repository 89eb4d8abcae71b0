import { html, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";

/** The buttons that zoom and fit a map. */
export function zoomTools(
  { stage }: Pick<Texts, "stage">,
  view: { readonly zoomBy: (factor: number) => void; readonly fit: () => void },
): TemplateResult {
  return html`<button type="button" aria-label=${stage.zoomIn} title=${`${stage.zoomIn} (+)`} @click=${() => view.zoomBy(1.4)}>+</button>
    <button type="button" aria-label=${stage.zoomOut} title=${`${stage.zoomOut} (−)`} @click=${() => view.zoomBy(1 / 1.4)}>−</button>
    <button type="button" aria-label=${stage.fit} title=${`${stage.fitShort} (0)`} @click=${() => view.fit()}>⤢</button>`;
}
