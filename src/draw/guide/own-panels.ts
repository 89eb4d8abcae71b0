import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { live } from "lit-html/directives/live.js";
import type { ReadingAction } from "../../reading/reading.ts";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { ReadingModel } from "../../view/panels/reading-model.ts";
import type { Action } from "../../view/state/state.ts";

type Send = (action: Action) => void;
type Said = GuideTexts["reading"];

/** The reader's own marks on the selected paper: star, tick and note. */
export function ownMarks({ own }: ReadingModel, said: Said, send: Send): TemplateResult | typeof nothing {
  if (own === null) return nothing;
  const change = (action: ReadingAction) => send({ type: "reading", change: action });
  const { paper } = own;
  const write = ({ target }: Event) =>
    change({
      do: "write",
      paper,
      text: (target as HTMLTextAreaElement).value,
      at: new Date().toISOString(),
    });
  return html`<div class="own">
    <button type="button" class="button" aria-pressed=${own.starred}
      @click=${() => change({ do: "star", paper, on: !own.starred })}><span aria-hidden="true">★</span> ${said.star}</button>
    <button type="button" class="button" aria-pressed=${own.read}
      @click=${() => change({ do: "read", paper, on: !own.read })}><span aria-hidden="true">✓</span> ${said.read}</button>
    ${keyed(
      paper,
      html`<textarea class="note-field" rows="2" maxlength="20000" aria-label=${said.note} placeholder=${said.notePlaceholder}
        .value=${live(own.note)} @input=${write}></textarea>`,
    )}
    ${own.older.map(
      ({ heading, text }, i) => html`<div class="older-note">
        <p class="caveat">${heading}</p><p>${text}</p>
        <button type="button" class="quiet" @click=${() => change({ do: "drop-note", paper, place: i + 1 })}>${said.dropOlder}</button>
      </div>`,
    )}
  </div>`;
}

/** The legend's section on the reader's own marks: what they are, which papers to show by them. */
export function readingSection(reading: ReadingModel, said: Said, send: Send): TemplateResult {
  return html`<h2>${said.heading}</h2>
    <ul class="marks">
      <li><span class="own-sample" aria-hidden="true">★ ✓</span><span>${reading.summary}</span></li>
      ${reading.trouble === null ? nothing : html`<li class="mark-note reading-trouble" role="alert">${reading.trouble}</li>`}
    </ul>
    ${
      reading.marked || reading.choices.some(({ mine, chosen }) => mine !== null && chosen)
        ? html`<div class="segments colouring is-two-rows" role="group" aria-label=${said.show}>
            ${reading.choices.map(
              ({ mine, label, chosen }) => html`<button type="button" aria-pressed=${chosen}
                @click=${() => send({ type: "show-mine", mine })}>${label}</button>`,
            )}
          </div>`
        : nothing
    }
    <div class="own-actions">
      ${(["undo", "redo"] as const).map(
        (
          way,
        ) => html`<button type="button" class="small-button" ?hidden=${!(reading.canUndo || reading.canRedo)}
          ?disabled=${way === "undo" ? !reading.canUndo : !reading.canRedo}
          @click=${() => send({ type: "reading", change: { do: way } })}>${said[way]}</button>`,
      )}
      <button type="button" class="small-button" @click=${() => send({ type: "guide", to: "reading" })}>${said.open}</button>
    </div>`;
}

/** The tour, offered once and quietly. */
export function tourOffer(said: Said, send: Send): TemplateResult {
  return html`<p class="tour-offer">${said.tourOffer}
    <button type="button" class="link" @click=${() => send({ type: "guide", to: "tour" })}>${said.takeTour}</button>
    <button type="button" class="quiet" @click=${() => send({ type: "guide", to: "no-tour" })}>${said.noTour}</button></p>`;
}
