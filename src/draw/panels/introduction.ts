import { html, nothing, type TemplateResult } from "lit-html";
import type { ChangesModel } from "../../view/changes.ts";
import type { Action } from "../../view/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** What the right rail says before a paper is chosen: how to read the map, and what to notice on it. */
export function introduction(model: ViewModel, send: (action: Action) => void): TemplateResult {
  const { introduction: intro, coverage, changes } = model;
  return html`
    <div class="offer-host"></div>
    ${
      model.controls.explanation === null
        ? nothing
        : html`<p class="kicker">The main path</p>
            ${model.controls.explanation.map((sentence) => html`<p class="explanation">${sentence}</p>`)}`
    }
    ${changes.runs.length === 0 ? nothing : changesPart(changes, send)}
    <p class="kicker">How to read it</p>
    <ul class="reading">
      ${intro.reading.map(({ term, text }) => html`<li><b>${term}</b> ${text}</li>`)}
    </ul>
    ${
      intro.root
        ? html`<div class="actions"><button type="button" class="button" @click=${() => send({ type: "select", paper: intro.root?.id ?? null })}>
            Start at ${intro.root.label}</button></div>`
        : nothing
    }
    ${
      intro.lines.length === 0
        ? nothing
        : html`<h3>Longest lines of descent</h3>
            <ul class="lines">
              ${intro.lines.map(
                (line) =>
                  html`<li><button type="button" class="link" @click=${() => send({ type: "show-path", from: line.from, to: line.to })}>${line.text}</button></li>`,
              )}
            </ul>
            ${intro.moreLines > 0 ? html`<p class="caveat">and ${intro.moreLines} more</p>` : nothing}`
    }
    ${
      intro.generations.length === 0
        ? nothing
        : html`<h3>Generations</h3>
            <p class="caveat">Steps of citation from ${intro.root?.label ?? "the oldest papers"}, along the longest line.</p>
            <ol class="generations">
              ${intro.generations.map(
                (
                  generation,
                ) => html`<li><span class="generation-number">${generation.number}</span><span class="generation-count">${generation.count}</span>
                  <span class="generation-papers">${generation.papers}</span></li>`,
              )}
            </ol>`
    }
    ${
      model.controls.cycles.length === 0
        ? nothing
        : html`<h3>Mutual citations</h3>${model.controls.cycles.map((cycle) => html`<p class="explanation">${cycle}</p>`)}`
    }
    ${coverage.oddOnesOut.map(
      (odd) => html`<h3>Stands apart</h3>
        <p class="finding"><button type="button" class="link" @click=${() => send({ type: "select", paper: odd.id })}>${odd.label}</button> ${odd.text}</p>`,
    )}
  `;
}

/** What the last refreshes changed, each with a click to the papers it concerns. */
function changesPart({ runs, marked }: ChangesModel, send: (action: Action) => void): TemplateResult {
  return html`<p class="kicker">What changed</p>
    <label class="check">
      <input type="checkbox" .checked=${marked} @change=${() => send({ type: "mark-new", on: !marked })} />
      <span>Mark the newest on the map</span>
    </label>
    ${runs.map(
      (run, i) => html`<details class="around" ?open=${i === 0}>
        <summary>${run.heading}</summary>
        ${run.news.map(
          (news) => html`<details class="around news"><summary>${news.text}</summary>
            <ul class="neighbours">${news.papers.map(
              (
                paper,
              ) => html`<li><button type="button" class="link" @click=${() => send({ type: "select", paper: paper.id })}>${paper.label}</button>
                <span class="neighbour-year">${paper.detail}</span></li>`,
            )}</ul></details>`,
        )}
      </details>`,
    )}`;
}
