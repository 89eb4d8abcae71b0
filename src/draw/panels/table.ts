import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { otherLanguage } from "../../text/language.ts";
import type { Texts } from "../../text/texts.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { TableRow } from "../../view/panels/table.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { glyph } from "./glyph.ts";
import { ownGlyphs } from "./own-glyphs.ts";

const ARROW = { ascending: "↑", descending: "↓", none: "" } as const;

/** The same facts as the map, as a table that sorts by any column. */
export function tablePanel(root: HTMLElement, send: (action: Action) => void): (model: ViewModel) => void {
  return (model) => {
    const { table, texts } = model;
    if (table === null) return;
    const marked = table.rows.some(({ starred, read, noted }) => starred || read || noted);
    render(
      html`<table class="papers">
        <caption class="visually-hidden">${texts.table.caption}</caption>
        <thead>
          <tr>
            ${table.columns.map(
              (
                column,
              ) => html`<th scope="col" class=${column.numeric ? "numeric" : ""} aria-sort=${column.sort}>
                <button type="button" @click=${() => send({ type: "sort", key: column.key })}>${column.label} <span aria-hidden="true">${ARROW[column.sort]}</span></button>
              </th>`,
            )}
            ${marked ? html`<th scope="col">${texts.ownMarks.column}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            table.rows,
            (row) => row.id,
            (row) => html`<tr class="row-${row.role} ${row.selected ? "is-selected" : ""}">
              <th scope="row">
                <button type="button" class="row-button" aria-pressed=${row.selected}
                  @click=${() => send({ type: "select", paper: row.id })}>
                  <span class="row-label">${row.label}</span>${titleAfter(row, texts)}
                </button>
                ${row.remark === "" ? nothing : html`<span class="unknown"> ${row.remark}</span>`}
              </th>
              <td><span class="row-domain">${glyph(row.slot === null ? "circle" : shapeOfSlot(row.slot), row.slot)} <span class="row-domain-name">${row.domain}</span></span></td>
              <td>${row.venue}</td>
              <td class="numeric">${row.date}</td>
              <td class="numeric ${row.citationsKnown ? "" : "unknown"}">${row.citations}</td>
              <td class="numeric">${row.cites}</td>
              <td class="numeric">${row.citedBy}</td>
              <td class="numeric">${row.generation}</td>
              ${marked ? html`<td>${ownGlyphs(texts, row)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
      ${table.more === null ? nothing : html`<p class="table-more" role="status">${table.more}</p>`}`,
      root,
    );
  };
}

/** The title beside the label, without the words it would repeat: `SLIP` is followed by `: Self-supervision meets …`. */
function titleAfter({ label, title }: TableRow, texts: Texts) {
  if (title === label) return nothing;
  const rest =
    title.startsWith(label) && /^\W/u.test(title.slice(label.length))
      ? title.slice(label.length)
      : ` ${title}`;
  return html`<span class="row-title" lang=${otherLanguage(texts, title) ?? nothing}>${rest}</span>`;
}
