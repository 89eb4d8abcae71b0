import { html, nothing, render } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import { COLOURS } from "../../view/looks/palette.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { MatrixCell, MatrixModel, MatrixPaper } from "../../view/panels/matrix.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { type GridPlace, insideGrid, stepInGrid } from "../page/grid-walk.ts";
import { glyph } from "./glyph.ts";
import { matrixFacts, matrixKey } from "./matrix-key.ts";

/** Papers by papers, citations and shared references in one picture. */
export function matrixPanel(root: HTMLElement, send: (action: Action) => void): (model: ViewModel) => void {
  let matrix: MatrixModel | null = null;
  let texts: Texts | null = null;
  /** Where the keyboard stands, and what the pointer is on. */
  let stands: GridPlace = { row: 0, column: -1 };
  let pointed: GridPlace | null = null;
  let read = "";

  const elementAt = ({ row, column }: GridPlace) => {
    const cell = root.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    return cell?.querySelector("button") ?? cell;
  };
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place === null) return;
    stands = place;
    draw();
  };
  const onKey = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (matrix === null || at === null) return;
    if (isCell(at) && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      read = readAloud(matrix.cells[at.row]?.[at.column] ?? null);
      return draw();
    }
    const next = stepInGrid(at, event, matrix.papers.length);
    if (next === null) return;
    event.preventDefault();
    const element = elementAt(next);
    // Unlike the focus alone, this keeps clear of the headers that stay in sight.
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const point = (place: GridPlace | null) => {
    if (place?.row === pointed?.row && place?.column === pointed?.column) return;
    pointed = place;
    draw();
  };

  const draw = () => {
    if (matrix === null || texts === null) return;
    const said = texts.matrix;
    const { papers, cells, bands } = matrix;
    stands = insideGrid(stands, papers.length) ?? { row: 0, column: -1 };
    const shown = pointed ?? stands;
    const stop = (row: number, column: number) => (stands.row === row && stands.column === column ? 0 : -1);
    const lit = (row: number, column: number) =>
      pointed !== null && (pointed.row === row || pointed.column === column) ? "is-lit" : "";
    let next = 0;
    const body = bands.map((band) => {
      const start = next;
      next += band.size;
      return html`<tbody>
        ${papers.slice(start, next).map((paper, at) => {
          const row = start + at;
          return html`<tr>
            ${
              at > 0
                ? nothing
                : html`<th scope="rowgroup" rowspan=${band.size} class="matrix-band is-first ${colourOf(band.slot)}">
                    <span class="matrix-band-name ${band.size > 1 ? "is-tall" : ""}" title=${band.label}>${mark(band.slot)} <span>${band.label}</span></span>
                  </th>`
            }
            <th scope="row" data-row=${row} data-column="-1" class="matrix-row ${heading(paper)} ${lit(row, -1)}">
              <button type="button" tabindex=${stop(row, -1)} aria-pressed=${paper.selected} title=${paper.title}
                @click=${() => send({ type: "select", paper: paper.id })}><span>${paper.label}</span>${unread(paper, said)}</button>
            </th>
            ${papers.map((other, column) => {
              const cell = cells[row]?.[column] ?? null;
              const edges = `${paper.first ? "is-first" : ""} ${other.first ? "is-first-column" : ""}`;
              const strong = paper.selected || other.selected ? "is-selected-line" : "";
              return html`<td data-row=${row} data-column=${column} tabindex=${stop(row, column)}
                class="${cell === null ? `matrix-self ${colourOf(paper.slot)}` : cellClass(cell)} ${edges} ${strong} ${lit(row, column)}"
                aria-label=${cell?.text ?? said.self(paper.label)}>${cell === null ? mark(paper.slot) : (cell.shared ?? "")}</td>`;
            })}
          </tr>`;
        })}
      </tbody>`;
    });
    render(
      html`
        <div class="matrix"><div class="matrix-sheet">
          <div class="matrix-frame">
            <table class="matrix-grid" role="grid" aria-readonly="true" aria-label=${matrix.label} aria-describedby="matrix-reading"
              @focusin=${onFocus} @keydown=${onKey}
              @pointerover=${(event: PointerEvent) => point(placeOf(event.target))} @pointerleave=${() => point(null)}>
              <colgroup><col class="matrix-side" /><col class="matrix-name" /></colgroup>
              <thead>
                <tr>
                  <td class="matrix-corner" colspan="2" rowspan="2"><span>${said.corner}</span></td>
                  ${bands.map(
                    (
                      band,
                    ) => html`<th scope="colgroup" colspan=${band.size} class="matrix-band is-first-column ${colourOf(band.slot)}">
                      <span class="matrix-band-name" title=${band.label}>${mark(band.slot)} <span>${band.label}</span></span>
                    </th>`,
                  )}
                </tr>
                <tr>
                  ${papers.map(
                    (paper, column) => html`<th scope="col" data-row="-1" data-column=${column}
                      class="matrix-column ${paper.first ? "is-first-column" : ""} ${heading(paper)} ${lit(-1, column)}">
                      <button type="button" tabindex=${stop(-1, column)} aria-pressed=${paper.selected} title=${paper.title}
                        @click=${() => send({ type: "select", paper: paper.id })}><span>${paper.label}</span></button>
                    </th>`,
                  )}
                </tr>
              </thead>
              ${body}
            </table>
          </div>
          <div class="matrix-aside">
            ${matrixKey(matrix, texts, send)}
            ${matrixFacts(matrix, said, isCell(shown) ? shown : null, send)}
          </div>
          <p class="visually-hidden" role="status">${read}</p>
        </div></div>
      `,
      root,
    );
  };

  return (model) => {
    matrix = model.matrix?.papers.length ? model.matrix : null;
    if (model.matrix === null) return;
    texts = model.texts;
    root.style.setProperty("--papers", String(model.matrix.papers.length));
    read = "";
    if (matrix === null) render(html`<p class="matrix-empty">${texts.matrix.empty}</p>`, root);
    else draw();
  };
}

function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

function isCell({ row, column }: GridPlace): boolean {
  return row >= 0 && column >= 0;
}

function readAloud(cell: MatrixCell | null): string {
  if (cell === null) return "";
  const names = cell.shared ? ` ${cell.works.map(({ label }) => label).join(", ")}.` : "";
  return `${cell.text}${names}`;
}

function cellClass(cell: MatrixCell): string {
  const known = cell.shared === null ? "is-unknown" : `step-${cell.step}`;
  return `matrix-cell ${known} ${cell.mark === null ? "" : `is-${cell.mark}`}`;
}

function heading(paper: MatrixPaper): string {
  return paper.selected ? "is-selected" : "";
}

function colourOf(slot: number | null): string {
  return slot === null ? "glyph-context" : `domain-${slot % COLOURS}`;
}

function mark(slot: number | null) {
  return glyph(slot === null ? "circle" : shapeOfSlot(slot), slot);
}

function unread(paper: MatrixPaper, said: Texts["matrix"]) {
  if (paper.referencesKnown) return nothing;
  return html`<span class="matrix-unread" aria-hidden="true">?</span><span class="visually-hidden">${said.unread}</span>`;
}
