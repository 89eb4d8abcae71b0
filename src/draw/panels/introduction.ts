import { html, nothing, type TemplateResult } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { ChangesModel } from "../../view/panels/changes.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** What the right rail says before a paper is chosen: how to read the map, and what to notice on it. */
export function introduction(model: ViewModel, send: (action: Action) => void): TemplateResult {
  const { introduction: intro, coverage, changes, texts } = model;
  const said = texts.introduction;
  return html`
    <div class="offer-host"></div>
    ${
      model.controls.explanation === null
        ? nothing
        : html`<p class="kicker">${said.mainPath}</p>
            ${model.controls.explanation.map((sentence) => html`<p class="explanation">${sentence}</p>`)}`
    }
    ${changes.runs.length === 0 ? nothing : changesPart(said, changes, send)}
    <p class="kicker">${said.reading}</p>
    <ul class="reading">
      ${intro.reading.map(({ term, text }) => html`<li><b>${term}</b> ${text}</li>`)}
    </ul>
    ${
      intro.root
        ? html`<div class="actions"><button type="button" class="button" @click=${() => send({ type: "select", paper: intro.root?.id ?? null })}>
            ${said.startAt(intro.root.label)}</button></div>`
        : nothing
    }
    ${intro.origin === null ? nothing : html`<p class="caveat origin">${intro.origin}</p>`}
    ${
      intro.lines.length === 0
        ? nothing
        : html`<h3>${said.lines}</h3>
            <ul class="lines">
              ${intro.lines.map(
                (line) =>
                  html`<li><button type="button" class="link" @click=${() => send({ type: "show-path", from: line.from, to: line.to })}>${line.text}</button></li>`,
              )}
            </ul>
            ${intro.moreLines > 0 ? html`<p class="caveat">${said.more(intro.moreLines)}</p>` : nothing}`
    }
    ${
      intro.generations.length === 0
        ? intro.generationsUnknown === null
          ? nothing
          : html`<h3>${said.generations}</h3><p class="caveat">${intro.generationsUnknown}</p>`
        : html`<h3>${said.generations}</h3>
            <p class="caveat">${said.steps(intro.root?.label ?? null)}</p>
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
        : html`<h3>${said.cycles}</h3>${model.controls.cycles.map((cycle) => html`<p class="explanation">${cycle}</p>`)}`
    }
    ${
      coverage.oddOnesOut.length === 0
        ? nothing
        : html`<h3>${said.apart}</h3>${coverage.oddOnesOut.map(
            (odd) =>
              html`<p class="finding"><button type="button" class="link" @click=${() => send({ type: "select", paper: odd.id })}>${odd.label}</button> ${odd.text}</p>`,
          )}`
    }
  `;
}

/** What the last refreshes changed, each with a click to the papers it concerns. */
function changesPart(
  said: Texts["introduction"],
  { runs, marked }: ChangesModel,
  send: (action: Action) => void,
): TemplateResult {
  return html`<p class="kicker">${said.changed}</p>
    <label class="check">
      <input type="checkbox" .checked=${marked} @change=${() => send({ type: "mark-new", on: !marked })} />
      <span>${said.markNewest}</span>
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
