import { html, nothing, render, type TemplateResult } from "lit-html";
import { type DataFormat, exportTexts } from "../../export/export-files.ts";
import type { ExportTexts } from "../../text/export-texts.ts";
import type { Texts } from "../../text/texts.ts";
import { DARK, LIGHT } from "../../view/looks/palette.ts";
import { embedSnippets } from "../../view/panels/embed-snippet.ts";
import { EXPORT_FORMATS, type ExportFormat, type FormatId } from "../../view/panels/export-formats.ts";
import { type ExportScope, exportScopes } from "../../view/panels/export-model.ts";
import type { Size } from "../map/placement.ts";
import { printMap } from "../panels/print-map.ts";
import { type Sheet, sheetSize, sheetSvg } from "./draw-sheet.ts";
import type { Seen } from "./export-opener.ts";
import { isBeyondDrawing, isMap, scopeLook, scopeSheet } from "./export-scope.ts";
import { sheetPng } from "./sheet-png.ts";

/** What the panel does beside drawing. */
export interface ExportEffects {
  /** Puts a text on the clipboard; rejects where the browser does not let it. */
  readonly writeText: (text: string) => Promise<void>;
  /** Saves a file among the reader's downloads. */
  readonly save: (document: Document, name: string, blob: Blob) => void;
}

const system: ExportEffects = {
  // A page that came over plain http has no clipboard at all.
  writeText: async (text) => {
    if (navigator.clipboard === undefined) throw new Error("this page has no clipboard");
    await navigator.clipboard.writeText(text);
  },
  save(document, name, blob) {
    const href = URL.createObjectURL(blob);
    Object.assign(document.createElement("a"), { href, download: name }).click();
    // A browser may still read the file after the click.
    setTimeout(() => URL.revokeObjectURL(href), 30_000);
  },
};

const SCALES = [1, 2, 3, 4];

/** What the reader has chosen and been told in the panel. */
export interface ExportChoice {
  scope: string;
  format: FormatId;
  theme: "light" | "dark";
  scale: number;
  said: string;
  /** To be copied by hand; null when there is nothing. */
  byHand: string | null;
}

const FIRST_CHOICE = { scope: "shown", format: "svg", scale: 2 } as const;

/**
 * Shows the export panel over the page with what was chosen `before`; it goes with Escape or its button, and
 * the focus returns. Returns the choice, which follows the reader as long as the panel is open.
 */
export function openExport(
  document: Document,
  seen: Seen,
  said: ExportTexts,
  before: ExportChoice | null = null,
  effects = system,
): ExportChoice {
  const { exporting } = said;
  const dialog = dialogOf(document);
  const scopes = exportScopes(seen.sources, seen.state, seen.model, seen.shown, said);
  const choice: ExportChoice = {
    ...FIRST_CHOICE,
    ...before,
    theme: seen.theme.name,
    said: "",
    byHand: null,
  };
  if (!scopes.some(({ id }) => id === choice.scope)) choice.scope = FIRST_CHOICE.scope;

  // Placing papers takes a while: once for each scope, whatever the colours.
  const sheets = new Map<string, Sheet>();
  const sheetFor = (scope: ExportScope): Sheet => {
    const sheet = sheets.get(scope.id) ?? scopeSheet(seen, scope, said);
    sheets.set(scope.id, sheet);
    return { ...sheet, theme: choice.theme === "dark" ? DARK : LIGHT };
  };
  const change = (next: Partial<ExportChoice>) => {
    Object.assign(choice, { said: "", byHand: null }, next);
    draw();
  };
  /** Says what came of it, or why nothing did. */
  const attempt = async (work: () => Promise<string> | string) => {
    try {
      change({ said: await work() });
    } catch (error) {
      change({ said: exporting.failed(error instanceof Error ? error.message : String(error)) });
    }
  };
  const copy = async (text: string, said: string) => {
    try {
      await effects.writeText(text);
      change({ said });
    } catch {
      change({ said: exporting.refused, byHand: text });
      dialog.querySelector<HTMLTextAreaElement>(".by-hand")?.focus();
    }
  };
  const chosen = () => ({
    scope: scopes.find(({ id }) => id === choice.scope) ?? scopes[0],
    format: EXPORT_FORMATS.find(({ id }) => id === choice.format) ?? EXPORT_FORMATS[0],
  });
  const download = (scope: ExportScope, format: ExportFormat, file: number) =>
    attempt(async () => {
      const name = `${scope.file}${format.endings[file]}`;
      effects.save(
        document,
        name,
        await blobOf(seen, said, scope, format, file, choice.scale, () => sheetFor(scope)),
      );
      return exporting.downloaded(name);
    });
  const draw = () => {
    const { scope, format } = chosen();
    if (!scope || !format) return;
    render(
      html`<form class="export" method="dialog" @submit=${(event: Event) => event.preventDefault()}>
        <header class="export-head">
          <h2 id="export-title">${exporting.title}</h2>
          <button type="button" class="quiet" @click=${() => dialog.close()}>${exporting.close}</button>
        </header>
        <label class="export-field">${exporting.what}
          <select class="export-scope" @change=${(event: Event) => change({ scope: (event.target as HTMLSelectElement).value })}>
            ${scopes.filter(({ domain }) => !domain).map((one) => option(exporting, one, scope))}
            <optgroup label=${exporting.domains}>${scopes.filter(({ domain }) => domain).map((one) => option(exporting, one, scope))}</optgroup>
          </select>
        </label>
        <fieldset class="export-formats">
          <legend>${exporting.format}</legend>
          ${(["picture", "references", "table", "graph"] as const).map(
            (kind) => html`<div class="export-kind" role="group" aria-label=${exporting.kinds[kind]}>
              <span class="export-kind-name" aria-hidden="true">${exporting.kinds[kind]}</span>
              ${EXPORT_FORMATS.filter((one) => one.kind === kind).map(
                (
                  one,
                ) => html`<label class="export-choice"><input type="radio" name="format" .checked=${one.id === format.id}
                  @change=${() => change({ format: one.id })} />${one.label}</label>`,
              )}
            </div>`,
          )}
        </fieldset>
        <p class="export-hint">${exporting.hinted(format.label, exporting.hint[format.id])}</p>
        ${
          format.kind !== "picture"
            ? nothing
            : isBeyondDrawing(scope)
              ? html`<p class="export-hint">${pictureRemark(seen, exporting, scope, format)}</p>`
              : pictureFields(
                  seen.model.texts,
                  exporting,
                  choice,
                  format,
                  () => sheetSize(sheetFor(scope)),
                  change,
                )
        }
        <div class="export-actions">
          ${(canTake(seen, scope, format) ? format.endings : []).map(
            (
              ending,
              i,
            ) => html`<button type="button" class="button" @click=${() => download(scope, format, i)}>
              ${exporting.download(scope.file + ending)}</button>`,
          )}
          ${
            format.kind === "references"
              ? html`<button type="button" class="button"
                  @click=${() => copy(textOf(seen, scope, format.id as DataFormat, 0), exporting.copied(format.label, scope.count))}>${exporting.copy}</button>`
              : nothing
          }
        </div>
        <section class="export-share" aria-label=${exporting.share}>
          <label class="export-field">${exporting.link}
            <input type="text" class="export-link" readonly .value=${document.location.href}
              @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
          </label>
          <div class="export-actions">
            <button type="button" class="button" @click=${() => copy(document.location.href, exporting.linkCopied)}>${exporting.copyLink}</button>
            ${embedButtons(seen, document.location, copy)}
            <button type="button" class="button" title=${exporting.printHint}
              @click=${() => attempt(() => printMap(document, seen, said, dialog))}>${exporting.print}</button>
          </div>
        </section>
        <p class="export-said" role="status">${choice.said}</p>
        ${
          choice.byHand === null
            ? nothing
            : html`<textarea class="by-hand" readonly rows="6" aria-label=${exporting.byHand} .value=${choice.byHand}
                @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>`
        }
      </form>`,
      dialog,
    );
  };
  draw();
  dialog.showModal();
  return choice;
}

type Said = ExportTexts["exporting"];

/** Whether a map of thousands can be taken so: as the picture that the screen shows. */
function isSnapshot({ snapshot }: Seen, { id }: ExportScope, format: ExportFormat): boolean {
  return snapshot !== null && id === "shown" && format.id === "png";
}

function canTake(seen: Seen, scope: ExportScope, format: ExportFormat): boolean {
  return (
    format.kind !== "picture" || !isBeyondDrawing(scope) || (isSnapshot(seen, scope, format) && isMap(seen))
  );
}

function pictureRemark(seen: Seen, said: Said, scope: ExportScope, format: ExportFormat): string {
  if (!isSnapshot(seen, scope, format)) return said.notDrawn(scope.selection.papers.size);
  return isMap(seen) ? said.asItStands : said.noPicture;
}

function option(said: Said, scope: ExportScope, chosen: ExportScope) {
  return html`<option value=${scope.id} ?selected=${scope.id === chosen.id}>${said.counted(scope.label, scope.count)}</option>`;
}

function pictureFields(
  texts: Texts,
  exporting: Said,
  choice: ExportChoice,
  { id }: ExportFormat,
  size: () => Size,
  change: (next: Partial<ExportChoice>) => void,
) {
  return html`<div class="export-fields">
    <label class="export-field">${exporting.theme}
      <select @change=${(event: Event) => change({ theme: (event.target as HTMLSelectElement).value as ExportChoice["theme"] })}>
        ${(["light", "dark"] as const).map((theme) => html`<option value=${theme} ?selected=${theme === choice.theme}>${exporting.themes[theme]}</option>`)}
      </select>
    </label>
    ${id === "png" ? scaleField(texts, exporting, choice.scale, size(), change) : nothing}
  </div>`;
}

function scaleField(
  { count }: Texts,
  exporting: Said,
  chosen: number,
  { width, height }: { width: number; height: number },
  change: (next: Partial<ExportChoice>) => void,
) {
  return html`<label class="export-field">${exporting.scale}
    <select class="export-scale" @change=${(event: Event) => change({ scale: Number((event.target as HTMLSelectElement).value) })}>
      ${SCALES.map(
        (scale) =>
          html`<option value=${scale} ?selected=${scale === chosen}>${exporting.pixels(scale, count(Math.round(width * scale)), count(Math.round(height * scale)))}</option>`,
      )}
    </select>
  </label>`;
}

async function blobOf(
  seen: Seen,
  said: ExportTexts,
  scope: ExportScope,
  format: ExportFormat,
  file: number,
  scale: number,
  sheetFor: () => Sheet,
): Promise<Blob> {
  const { id, type } = format;
  if (id !== "svg" && id !== "png") return new Blob([textOf(seen, scope, id, file)], { type });
  if (seen.snapshot && isBeyondDrawing(scope)) return seen.snapshot.picture();
  const sheet = sheetFor();
  return id === "png" ? sheetPng(sheet, scale, said) : new Blob([sheetSvg(sheet)], { type });
}

function textOf(seen: Seen, { selection }: ExportScope, format: DataFormat, file: number): string {
  return exportTexts(format, seen.sources, selection, scopeLook(seen))[file] ?? "";
}

function dialogOf(document: Document): HTMLDialogElement {
  const before = document.querySelector<HTMLDialogElement>("#export");
  if (before) return before;
  const dialog = document.createElement("dialog");
  dialog.id = "export";
  dialog.setAttribute("aria-labelledby", "export-title");
  // Keys of the panel are no keys of the map: Escape closes it, and undoes nothing.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

/** What copies the lines that show this map in another page: the page in a frame, and where it is a map the element. */
function embedButtons(
  { state, model }: Seen,
  { href }: Location,
  copy: (text: string, said: string) => void,
): TemplateResult {
  const said = model.texts.embedding;
  const { frame, element } = embedSnippets(href, state, model.title);
  return html`<button type="button" class="button" @click=${() => copy(frame, said.copied)}>${said.frame}</button>
    ${element === null ? nothing : html`<button type="button" class="button" @click=${() => copy(element, said.copied)}>${said.element}</button>`}`;
}
