import { html, nothing, render, type TemplateResult } from "lit-html";
import { LANGUAGE_NAMES, LANGUAGES, type Language, otherLanguage, tagOf } from "../../text/language.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import type { Texts } from "../../text/texts.ts";
import { customProperties, DARK, LIGHT } from "../../view/looks/palette.ts";
import type { MapModel } from "../../view/map/map.ts";
import type { MapAlone } from "../../view/map/map-alone.ts";
import { decodeState, encodeState } from "../../view/state/url.ts";
import { gentleWheel } from "../map/gentle-wheel.ts";
import type { LargeMapScreen } from "../map/large-map.ts";
import { compactTitle } from "../panels/compact.ts";
import { glyph } from "../panels/glyph.ts";
import { zoomTools } from "../panels/zoom-tools.ts";
import { type MapCommand, mapCommand } from "./keyboard.ts";

/** How far an arrow key moves the map, px. */
const STEP = 80;
const ARROWS: Readonly<Record<Extract<MapCommand, { do: "walk" }>["direction"], readonly [number, number]>> =
  {
    older: [STEP, 0],
    newer: [-STEP, 0],
    cited: [0, STEP],
    citing: [0, -STEP],
  };

/** What the page of a map alone is made of. */
export interface MapAloneContent {
  readonly picture: MapModel;
  readonly model: MapAlone;
  readonly texts: Texts;
  readonly said: LargeTexts;
}

/**
 * The page of a map with too many papers for more than its picture: its name, the picture with what moves it, and
 * beside it what is shown and what is not. It follows the size of the window and the reader's colours, and has no state
 * but the language and the form that its address names.
 */
export function mountMapAlone(
  window: Window,
  part: (id: string) => HTMLElement,
  screen: LargeMapScreen,
  { picture, model, texts, said }: MapAloneContent,
): void {
  const { document } = window;
  const { compact } = stateOf(window);
  document.title = model.title;
  document.documentElement.classList.toggle("is-compact", compact);
  part("main").classList.add("is-alone");
  part("legend").setAttribute("aria-label", said.alone.name);
  // It scrolls, and has nothing in it that the keyboard could stand on.
  part("legend").tabIndex = 0;
  part("stage").setAttribute("aria-label", texts.stage.map);
  render(compact ? compactHead(window, model, texts, said) : head(window, model, texts), part("header"));
  render(note(model, texts, said), part("legend"));
  frame(part("stage"), screen, model, texts, said);
  if (compact) gentleWheel(part("stage"), () => document.activeElement === screen.host);

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const draw = () => {
    const theme = dark.matches ? DARK : LIGHT;
    for (const [name, value] of customProperties(theme))
      document.documentElement.style.setProperty(name, value);
    screen.preview(picture, theme);
  };
  dark.addEventListener("change", draw);
  new ResizeObserver(draw).observe(part("stage"));
  draw();
}

/** Says in place of a map that has not been laid out, and has too many papers to do so here, what to do. */
export function showNotLaidOut(
  host: HTMLElement,
  why: readonly string[],
  { stage }: Texts,
  { alone: said }: LargeTexts,
): void {
  host.replaceChildren();
  render(
    html`<div class="failure" role="alert">
      <h1>${stage.failed}</h1>
      ${why.map((sentence) => html`<p>${sentence}</p>`)}
      <p>${said.layOut} <code>npm run refresh -- FOLDER --layout-only</code>${said.build} <code>npm run build -- FOLDER</code>${said.stop}</p>
    </div>`,
    host,
  );
}

function head(window: Window, { title }: MapAlone, texts: Texts): TemplateResult {
  return html`<h1 class="title">${title}</h1>
    <div class="header-tools">
      ${LANGUAGES.filter((language) => language !== texts.language).map(
        (language) => html`<button type="button" class="language-button" lang=${tagOf(language)}
          @click=${() => speak(window, language)}>${LANGUAGE_NAMES[language]}</button>`,
      )}
    </div>`;
}

/** In a frame there is room for no more than that something is missing; the full page says what. */
function compactHead(window: Window, { title }: MapAlone, texts: Texts, said: LargeTexts): TemplateResult {
  const address = encodeState({ ...stateOf(window), compact: false });
  return html`<h1 class="compact-title">${compactTitle({ title, address }, texts, "")}</h1>
    <p>${said.alone.heading}</p>`;
}

function note(
  { lead, shown, missing, regionsName, regions }: MapAlone,
  texts: Texts,
  { alone: said }: LargeTexts,
): TemplateResult {
  return html`
    <h2>${said.heading}</h2>
    ${lead.map((sentence) => html`<p>${sentence}</p>`)}
    <h3>${said.shown}</h3>
    <ul class="alone-list">${shown.map((item) => html`<li>${item}</li>`)}</ul>
    <h3>${said.missing}</h3>
    <ul class="alone-list">${missing.map((item) => html`<li>${item}</li>`)}</ul>
    ${
      regions.length === 0
        ? nothing
        : html`<h3 id="regions-name">${regionsName}</h3>
          <ul class="regions" aria-labelledby="regions-name">
            ${regions.map(
              ({ label, size, slot, shape }) => html`<li class="region">${glyph(shape, slot)}
                <span class="group-label"><span lang=${otherLanguage(texts, label) ?? nothing}>${label}</span> <small class="region-summary">${size}</small></span></li>`,
            )}
          </ul>`
    }
  `;
}

/** The map with its buttons and keys. */
function frame(
  stage: HTMLElement,
  screen: LargeMapScreen,
  { mapLabel }: MapAlone,
  texts: Texts,
  { alone: said }: LargeTexts,
): void {
  const map = screen.host;
  map.id = "map";
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-roledescription", texts.stage.role);
  map.setAttribute("aria-label", mapLabel);
  map.setAttribute("aria-describedby", "map-keys");
  stage.replaceChildren();
  render(
    html`<div class="map-frame">${map}</div>
      <div class="map-bar">
        <div class="map-tools" role="group" aria-label=${texts.stage.zoom}>${zoomTools(texts, screen)}</div>
      </div>
      <p id="map-keys" class="visually-hidden">${said.keys}</p>`,
    stage,
  );
  map.addEventListener("keydown", (event) => {
    const command = mapCommand(event);
    if (command === null) return;
    if (command.do === "walk") screen.panBy(...ARROWS[command.direction]);
    else if (command.do === "zoom-in") screen.zoomBy(1.4);
    else if (command.do === "zoom-out") screen.zoomBy(1 / 1.4);
    else if (command.do === "fit") screen.fit();
    else return;
    event.preventDefault();
  });
}

function stateOf({ location }: Window) {
  return decodeState(location.hash, (id) => id).state;
}

/** Makes the page anew in another language; the address carries everything else over. */
function speak(window: Window, language: Language): void {
  window.location.hash = encodeState({ ...stateOf(window), language });
  window.location.reload();
}
