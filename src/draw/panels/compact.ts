import { html, render, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { CompactKey, CompactModel } from "../../view/panels/compact.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { glyph } from "./glyph.ts";

/** The name of a map in the page of somebody else; it opens the whole page in a new tab where `page` is its address. */
export function compactTitle(
  { title, address }: Pick<CompactModel, "title" | "address">,
  { compact }: Texts,
  page: string | null,
): TemplateResult {
  if (page === null) return html`${title}`;
  return html`<a href="${page}#${address}" target="_blank" rel="noopener" aria-label=${compact.openFull(title)}>${title}
    <span aria-hidden="true">↗</span></a>`;
}

/** The legend of such a map, folded away until it is asked for. */
export function compactLegend(
  { heading, keys, notes }: CompactModel,
  { compact, count }: Texts,
): TemplateResult {
  return html`<details class="compact-legend">
    <summary>${compact.legend}</summary>
    <div class="compact-sheet" tabindex="0" role="group" aria-label=${compact.legend}>
      <p class="compact-heading">${heading}</p>
      <ul>
        ${keys.map(
          (key) =>
            html`<li>${markOf(key)} <span class="group-label">${key.label}</span> <span class="group-count">${count(key.count)}</span></li>`,
        )}
      </ul>
      ${notes.map((note) => html`<p>${note}</p>`)}
    </div>
  </details>`;
}

/** The head of a page that stands in a frame; `headOf` makes it of what the page shows. */
export function compactPanel(
  root: HTMLElement,
  headOf: (model: ViewModel) => CompactModel,
): (model: ViewModel) => void {
  return (model) => {
    const head = headOf(model);
    render(
      html`<h1 class="compact-title">${compactTitle(head, model.texts, "")}</h1>${compactLegend(head, model.texts)}`,
      root,
    );
  };
}

function markOf({ mark }: CompactKey): TemplateResult {
  if (mark === null) return glyph("circle", null);
  if (mark.kind === "slot") return glyph(mark.shape, mark.slot);
  return html`<span class="swatch ${mark.kind}-${mark.step}"></span>`;
}
