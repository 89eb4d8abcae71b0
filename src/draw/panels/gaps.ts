import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PaperId } from "../../corpus/ids.ts";
import type { Texts } from "../../text/texts.ts";
import type { GapRow, GapsModel } from "../../view/panels/gaps-model.ts";
import type { Action } from "../../view/state/state.ts";
import { groupMark } from "./comparison.ts";

type Send = (action: Action) => void;

/** What was last asked to be copied: whether it is, or the text to copy by hand. */
export interface Copied {
  readonly said: string;
  /** Null once the clipboard has it. */
  readonly text: string | null;
}

/** Copies a text, once it is there, and says what it was: `12 works as BibTeX`. */
export type Copy = (text: string | Promise<string>, what: string) => void;

/** BibTeX is written by a script that is loaded when somebody asks for it. */
async function bibtex(model: GapsModel, id: PaperId | null): Promise<string> {
  const { bibtexOf } = await import("../../export/bibtex.ts");
  return bibtexOf(model.papers(id));
}

/** The works the survey may be missing, with their reasons, to be copied into its list. */
export function gaps(
  model: GapsModel,
  said: Texts["gaps"],
  copied: Copied | null,
  copy: Copy,
  send: Send,
): TemplateResult {
  return html`<section class="domain-section" aria-labelledby="gaps-name">
    <h2 id="gaps-name">${said.heading}</h2>
    ${model.empty === null ? found(model, said, copied, copy, send) : html`<p class="empty">${model.empty}</p>`}
  </section>`;
}

function found(
  model: GapsModel,
  said: Texts["gaps"],
  copied: Copied | null,
  copy: Copy,
  send: Send,
): TemplateResult {
  const { from, rows } = model;
  return html`
    <p class="lead">${said.lead}</p>
    <div class="gap-controls">
      <label class="control gap-from"><span class="control-name">${said.from}</span>
        <input type="range" min="1" max=${from.most} .value=${String(from.value)} aria-valuetext=${from.text}
          @input=${(event: Event) => send({ type: "set-gaps-from", count: Number((event.target as HTMLInputElement).value) })} />
        <span class="control-text">${from.text}</span></label>
      <label class="control"><span class="control-name">${said.domain}</span>
        <select @change=${(event: Event) => send({ type: "set-gaps-in", group: model.filters[(event.target as HTMLSelectElement).selectedIndex]?.value ?? null })}>
          ${model.filters.map(
            ({ label, count, chosen }) =>
              html`<option ?selected=${chosen}>${said.choice(label, count)}</option>`,
          )}
        </select></label>
      <span class="control-text" role="status">${model.count}</span>
      <div class="control gap-copy">
        <button type="button" class="button" ?disabled=${rows.length === 0}
          @click=${() => copy(model.markdown(null), said.worksAs(rows.length, "Markdown"))}>${said.copyAs("Markdown")}</button>
        <button type="button" class="button" ?disabled=${rows.length === 0}
          @click=${() => copy(bibtex(model, null), said.worksAs(rows.length, "BibTeX"))}>${said.copyAs("BibTeX")}</button>
      </div>
    </div>
    <div class="copied" role="status">${copied === null ? nothing : html`<p>${copied.said}</p>`}</div>
    ${
      copied?.text == null
        ? nothing
        : html`<textarea class="by-hand" readonly rows="6" aria-label=${said.toCopy} .value=${copied.text}
            @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>`
    }
    ${
      rows.length === 0
        ? html`<p class="empty">${said.none}</p>`
        : html`<ol class="gaps">
            ${repeat(
              rows,
              (row) => row.id,
              (row) => gap(row, said, (kind) => copyOne(model, said, row, kind, copy), send),
            )}
          </ol>`
    }
  `;
}

function copyOne(
  model: GapsModel,
  said: Texts["gaps"],
  { id, title }: GapRow,
  kind: "Markdown" | "BibTeX",
  copy: Copy,
): void {
  const text = (of: PaperId) => (kind === "Markdown" ? model.markdown(of) : bibtex(model, of));
  copy(text(id), said.workAs(title, kind));
}

function gap(
  row: GapRow,
  said: Texts["gaps"],
  copy: (kind: "Markdown" | "BibTeX") => void,
  send: Send,
): TemplateResult {
  return html`<li class="gap ${row.selected ? "is-selected" : ""}">
    <div class="gap-work">
      <button type="button" class="gap-title" aria-pressed=${row.selected}
        @click=${() => send({ type: "select", paper: row.id })}>${row.title}</button>
      <p class="gap-detail">${row.detail}</p>
      ${row.reasons.map((reason) => html`<p class="gap-reason">${reason}</p>`)}
    </div>
    <p class="gap-domain">${
      row.group === null
        ? html`<span class="unknown">${said.undecided}</span>`
        : html`<span class="gap-group">${groupMark(row.group)} ${row.group.label}</span>`
    }<small>${row.sure}</small></p>
    <div class="gap-actions">
      <button type="button" class="small-button" aria-label=${said.copyWorkAs(row.title, "Markdown")} @click=${() => copy("Markdown")}>Markdown</button>
      <button type="button" class="small-button" aria-label=${said.copyWorkAs(row.title, "BibTeX")} @click=${() => copy("BibTeX")}>BibTeX</button>
    </div>
  </li>`;
}
