import { html, nothing } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { MatrixModel, MatrixPaper } from "../../view/panels/matrix.ts";
import type { Action } from "../../view/state/state.ts";
import type { GridPlace } from "../page/grid-walk.ts";

type Send = (action: Action) => void;

/** How to read the matrix, and by what it is ordered. */
export function matrixKey(matrix: MatrixModel, { matrix: said, evidence }: Texts, send: Send) {
  const reason = matrix.orders.find(({ disabled }) => disabled !== null)?.disabled ?? null;
  return html`
    <div class="control matrix-order">
      <span class="control-name" id="matrix-order">${said.orderBy}</span>
      <div class="segments" role="group" aria-labelledby="matrix-order">
        ${matrix.orders.map(
          ({ value, label, chosen, disabled }) => html`<button type="button" aria-pressed=${chosen}
            ?disabled=${disabled !== null} title=${disabled ?? nothing}
            @click=${() => send({ type: "order-matrix", by: value })}>${label}</button>`,
        )}
      </div>
      ${reason === null ? nothing : html`<span class="control-text">${reason}</span>`}
    </div>
    <div class="matrix-key">
      <p id="matrix-reading" class="matrix-reading">${said.reading}</p>
      <ul class="matrix-marks">
        ${matrix.marks.map(
          ({ confidence, count }) =>
            html`<li><span class="matrix-cell matrix-sample is-${confidence}"></span>${evidence.confidence[confidence]} <span class="group-count">${count}</span></li>`,
        )}
        ${matrix.steps.map(
          ({ step, label }) =>
            html`<li><span class="matrix-cell matrix-sample step-${step}"></span>${label}</li>`,
        )}
        ${matrix.unknown === null ? nothing : html`<li><span class="matrix-cell matrix-sample is-unknown"></span>${matrix.unknown}</li>`}
      </ul>
      ${matrix.left === null ? nothing : html`<p class="matrix-left">${matrix.left}</p>`}
    </div>`;
}

/** What the matrix says of the two papers of a cell, down to the works behind the number; a hint for null. */
export function matrixFacts(matrix: MatrixModel, said: Texts["matrix"], at: GridPlace | null, send: Send) {
  const [row, column] = at === null ? [] : [matrix.papers[at.row], matrix.papers[at.column]];
  const cell = at === null ? null : (matrix.cells[at.row]?.[at.column] ?? null);
  const open = (paper: Pick<MatrixPaper, "id" | "label">) =>
    html`<button type="button" class="link" @click=${() => send({ type: "select", paper: paper.id })}>${paper.label}</button>`;
  return html`<section class="matrix-facts" aria-label=${said.facts}>
    ${
      !row || !column || cell === null
        ? html`<p class="matrix-hint">${said.hint}</p>`
        : html`<h2 class="matrix-pair">${open(row)} ${cell.mark === null ? said.and : "→"} ${open(column)}</h2>
          <p>${cell.text}</p>
          ${
            cell.works.length === 0
              ? nothing
              : html`<ul class="matrix-works" aria-label=${said.works}>
                  <li class="matrix-works-name">${cell.shared === null ? said.bothKnown : said.bothCite}</li>
                  ${cell.works.map((work) => html`<li>${open(work)}</li>`)}
                </ul>`
          }`
    }
  </section>`;
}
