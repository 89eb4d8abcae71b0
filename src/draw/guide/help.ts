import { html, render } from "lit-html";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { Shortcuts } from "../page/shortcuts.ts";
import { openDialog, type PageDialog } from "./dialog.ts";
import { drawSample, SAMPLE } from "./samples.ts";

/** The keys of the page by what they do; each inner list is pressed together, the lists are alternatives. */
const KEYS = {
  anywhere: [
    ["search", [["/"]]],
    ["help", [["?"]]],
    ["back", [["Esc"]]],
    ["undo", [["Ctrl", "Z"]]],
    [
      "redo",
      [
        ["Ctrl", "Shift", "Z"],
        ["Ctrl", "Y"],
      ],
    ],
  ],
  onMap: [
    ["time", [["←"], ["→"]]],
    ["cited", [["↑"]]],
    ["citing", [["↓"]]],
    ["open", [["Enter"]]],
    ["trace", [["T"]]],
    ["star", [["S"]]],
    ["read", [["R"]]],
    ["zoom", [["+"], ["−"], ["0"]]],
  ],
} as const;

/** An open help panel. */
export interface HelpPanel extends PageDialog {
  /** Draws its samples in the colours of a theme. */
  paint(theme: Theme): void;
}

/** Opens the help panel. `tour` begins the tour; `closed` is called when the panel is closed. */
export function openHelp(
  document: Document,
  texts: GuideTexts["help"],
  shortcuts: Shortcuts,
  { tour, closed }: { readonly tour: () => void; readonly closed: () => void },
): HelpPanel {
  const dialog = openDialog(document, "help", closed);
  const { element, close } = dialog;
  const command = /mac|iphone|ipad/i.test(navigator.platform) ? "⌘" : "Ctrl";
  const press = (keys: readonly (readonly string[])[]) =>
    keys.map(
      (together, i) =>
        html`${i === 0 ? "" : html` ${texts.or} `}${together.map((key, k) => html`${k === 0 ? "" : "+"}<kbd>${key === "Ctrl" ? command : key}</kbd>`)}`,
    );
  const keyList = (keys: (typeof KEYS)["anywhere"] | (typeof KEYS)["onMap"]) => html`<dl class="help-keys">
    ${keys.map(([name, pressed]) => html`<div><dt>${press(pressed)}</dt><dd>${texts.keys[name]}</dd></div>`)}
  </dl>`;
  render(
    html`<div class="panel-head">
        <h2 id="help-title">${texts.title}</h2>
        <button type="button" class="small-button" @click=${close}>${texts.close}</button>
      </div>
      <div class="panel-body" tabindex="0" role="region" aria-labelledby="help-title">
        <button type="button" class="button" @click=${() => {
          close();
          tour();
        }}>${texts.tour}</button>
        <h3>${texts.marksHeading}</h3>
        <ul class="help-marks">
          ${Object.entries(texts.marks).map(
            ([name, text]) => html`<li>
              <canvas width=${SAMPLE.width} height=${SAMPLE.height} data-mark=${name} aria-hidden="true"></canvas>
              <span>${text}</span>
            </li>`,
          )}
        </ul>
        <h3>${texts.measuresHeading}</h3>
        <dl class="help-measures">
          ${texts.measures.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}
        </dl>
        <h3>${texts.handHeading}</h3>
        <dl class="help-measures">
          ${texts.hand.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}
        </dl>
        <h3>${texts.keysHeading}</h3>
        <h4>${texts.keysAnywhere}</h4>
        ${keyList(KEYS.anywhere)}
        <h4>${texts.keysOnMap}</h4>
        ${keyList(KEYS.onMap)}
        <label class="help-switch">
          <input type="checkbox" .checked=${shortcuts.on}
            @change=${(event: Event) => shortcuts.set((event.target as HTMLInputElement).checked)} />
          <span>${texts.singleKeys}</span>
        </label>
      </div>`,
    element,
  );
  element.showModal();
  return {
    ...dialog,
    paint(theme) {
      for (const canvas of element.querySelectorAll("canvas"))
        drawSample(canvas, canvas.dataset.mark ?? "", theme);
    },
  };
}
