import { html, nothing, render } from "lit-html";
import type { PaperId } from "../../corpus/ids.ts";
import { noteOf } from "../../reading/marks.ts";
import { resolveMarks } from "../../reading/merge-marks.ts";
import type { Reading, ReadingAction } from "../../reading/reading.ts";
import { formatReading, parseReading, ReadingFileError } from "../../reading/reading-file.ts";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { Catalogue } from "../../view/catalogue.ts";
import { openDialog, type PageDialog } from "./dialog.ts";

/** A reading of this many bytes is none. */
const LARGEST_FILE = 20e6;

/** What the panel of the reader's own marks asks of the page. */
export interface ReadingDialogEffects {
  readonly reading: () => Reading;
  readonly change: (action: ReadingAction) => void;
  readonly select: (paper: PaperId) => void;
  readonly closed: () => void;
}

export interface ReadingDialog extends PageDialog {
  /** Shows the reading as it is now. */
  update(): void;
}

/** Opens the panel that lists the reader's own marks and brings them to a file and back. */
export function openReadingDialog(
  document: Document,
  catalogue: Catalogue,
  texts: GuideTexts["keeping"],
  effects: ReadingDialogEffects,
): ReadingDialog {
  const dialog = openDialog(document, "reading", effects.closed);
  const { element, close } = dialog;
  const { survey } = catalogue.corpus;
  const name = { root: survey.root, title: survey.title };
  let message = "";

  const change = (action: ReadingAction, said = "") => {
    message = said;
    effects.change(action);
    update();
  };

  const exportFile = () => {
    const titleOf = (paper: PaperId) => catalogue.byId.get(paper)?.paper.title ?? null;
    const file = `${texts.fileName}-${new Date().toISOString().slice(0, 10)}.json`;
    download(document, file, formatReading(effects.reading().marks, name, titleOf));
    message = texts.exported(file);
    update();
  };

  const importFile = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const outcome = await marksIn(file, catalogue);
    // The same file may be chosen again.
    input.value = "";
    if (outcome instanceof Error) message = refusal(outcome, texts);
    else {
      const unknown = [...outcome.keys()].filter((id) => !catalogue.byId.has(id)).length;
      message = texts.imported(outcome.size, unknown);
      effects.change({ do: "merge", marks: outcome });
    }
    update();
  };

  const paperButton = (id: PaperId) =>
    html`<button type="button" class="link" @click=${() => {
      close();
      effects.select(id);
    }}>${catalogue.byId.get(id)?.label ?? id}</button>`;

  const update = () => {
    const { marks, done, undone } = effects.reading();
    const known = [...marks].filter(([id]) => catalogue.byId.has(id));
    const starred = known.filter(([, mark]) => mark.starred);
    const noted = known.filter(([, mark]) => mark.notes.length > 0);
    const read = known.filter(([, mark]) => mark.read);
    const elsewhere = marks.size - known.length;
    render(
      html`<div class="panel-head">
          <h2 id="reading-title">${texts.title}</h2>
          <button type="button" class="small-button" @click=${close}>${texts.close}</button>
        </div>
        <div class="panel-body" tabindex="0" role="region" aria-labelledby="reading-title">
          <p class="caveat">${texts.privacy}</p>
          <div class="own-actions">
            <button type="button" class="small-button" ?disabled=${marks.size === 0} @click=${exportFile}>${texts.export}</button>
            <label class="small-button file-button">${texts.import}
              <input type="file" class="visually-hidden" accept=".json,application/json"
                @change=${(event: Event) => importFile(event.target as HTMLInputElement)} /></label>
            <button type="button" class="small-button" ?disabled=${marks.size === 0}
              @click=${() => change({ do: "clear" }, texts.cleared)}>${texts.clear}</button>
            <button type="button" class="small-button" ?disabled=${done.length === 0} @click=${() => change({ do: "undo" })}>${texts.undo}</button>
            <button type="button" class="small-button" ?disabled=${undone.length === 0} @click=${() => change({ do: "redo" })}>${texts.redo}</button>
          </div>
          <p class="reading-message" role="status">${message}</p>
          ${known.length === 0 ? html`<p>${texts.empty}</p>` : nothing}
          ${section(
            texts.starred,
            starred.map(([id]) => paperButton(id)),
          )}
          ${section(
            texts.noted,
            noted.map(([id, mark]) => html`${paperButton(id)}<p class="kept-note">${noteOf(mark)}</p>`),
          )}
          ${section(
            texts.read,
            read.map(([id]) => paperButton(id)),
          )}
          ${elsewhere > 0 ? html`<p class="caveat">${texts.elsewhere(elsewhere)}</p>` : nothing}
        </div>`,
      element,
    );
  };
  update();
  element.showModal();
  return { ...dialog, update };
}

function section(heading: string, items: readonly unknown[]) {
  if (items.length === 0) return nothing;
  return html`<h3>${heading} <span class="group-count">${items.length}</span></h3>
    <ul class="reading-list">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The marks in a file under the papers' names here, or why there are none. */
async function marksIn(file: File, catalogue: Catalogue) {
  if (file.size > LARGEST_FILE) return new Error("too-large");
  try {
    return resolveMarks(parseReading(await file.text()), catalogue.resolve);
  } catch (failure) {
    return failure instanceof Error ? failure : new Error("unread");
  }
}

function refusal(failure: Error, { refused }: GuideTexts["keeping"]): string {
  if (failure instanceof ReadingFileError) return refused[failure.what](failure.place);
  return failure.message === "too-large" ? refused["too-large"]() : refused.unread();
}

function download(document: Document, name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
