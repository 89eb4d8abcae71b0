import { html, render } from "lit-html";
import type { ExportTexts } from "../../text/export-texts.ts";
import { LIGHT } from "../../view/looks/palette.ts";
import { exportScopes, printedRows } from "../../view/panels/export-model.ts";
import { sheetSvg } from "../export/draw-sheet.ts";
import type { Seen } from "../export/export-opener.ts";
import { isBeyondDrawing, scopeSheet } from "../export/export-scope.ts";

/**
 * Puts the map as a picture and its papers as a table in the place of the page and asks the browser to
 * print; the page is as before when it has. Resolves to "", for there is nothing to say.
 */
export async function printMap(
  document: Document,
  seen: Seen,
  said: ExportTexts,
  dialog: HTMLDialogElement,
): Promise<string> {
  const [shown] = exportScopes(seen.sources, seen.state, seen.model, seen.shown, said);
  const { defaultView: window } = document;
  if (!shown || !window) return "";
  if (isBeyondDrawing(shown)) return said.exporting.notPrinted(shown.selection.papers.size);
  const sheet = scopeSheet(seen, shown, said, LIGHT);
  const href = URL.createObjectURL(new Blob([sheetSvg(sheet)], { type: "image/svg+xml" }));
  const section = document.createElement("section");
  section.className = "printed";
  render(
    html`<img src=${href} alt=${sheet.words.description} />
      <table>
        <caption>${said.exporting.tableCaption}</caption>
        <thead><tr>${said.exporting.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${printedRows(seen.sources, shown.selection).map(
          ({ cells }) =>
            html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`,
        )}</tbody>
      </table>`,
    section,
  );
  document.body.append(section);
  dialog.close();
  const away = () => {
    section.remove();
    URL.revokeObjectURL(href);
  };
  try {
    await section.querySelector("img")?.decode();
    window.addEventListener("afterprint", away, { once: true });
    window.print();
  } catch (error) {
    away();
    dialog.showModal();
    throw error;
  }
  return "";
}
