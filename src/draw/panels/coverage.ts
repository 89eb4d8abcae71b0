import { html, nothing, render } from "lit-html";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** The foot of the page: how old and how complete the data is, what stands apart, and whose it is. */
export function coveragePanel(root: HTMLElement, send: (action: Action) => void): (model: ViewModel) => void {
  return ({ coverage, texts: { coverage: said } }) => {
    const more = coverage.leftOutCount - coverage.leftOut.length;
    render(
      html`
        <span>${coverage.dated}</span>
        <span>${coverage.resolved}</span>
        <span>${coverage.citations}</span>
        ${coverage.references === "" ? nothing : html`<span>${coverage.references}</span>`}
        ${
          coverage.oddOnesOut.length === 0
            ? nothing
            : html`<span>${said.noPathTo(coverage.rootLabel)} ${coverage.oddOnesOut.map(
                (odd, i) =>
                  html`${i === 0 ? nothing : said.between}<button type="button" class="link" title=${odd.text} @click=${() => send({ type: "select", paper: odd.id })}>${odd.label}</button>`,
              )}</span>`
        }
        ${coverage.moreOddOnesOut === 0 ? nothing : html`<span>${said.norTo(coverage.moreOddOnesOut)}</span>`}
        ${
          coverage.unresolved.length === 0
            ? nothing
            : html`<details class="more"><summary>${said.unresolved(coverage.unresolvedCount)}</summary>
                <ul>${coverage.unresolved.map((entry) =>
                  entry.paper === null
                    ? html`<li>${entry.text}</li>`
                    : html`<li><button type="button" class="link" @click=${() => send({ type: "select", paper: entry.paper })}>${entry.text}</button></li>`,
                )}</ul></details>`
        }
        ${
          coverage.leftOutCount === 0
            ? nothing
            : html`<details class="more"><summary>${said.leftOut(coverage.leftOutCount)}</summary>
                <ul>${coverage.leftOut.map((problem) => html`<li lang="en">${problem}</li>`)}
                ${more === 0 ? nothing : html`<li>${said.moreLeftOut(more)}</li>`}</ul></details>`
        }
        <span>
          ${coverage.semanticScholarAsked ? said.dataFrom : said.countsFrom}
          <a href="https://www.semanticscholar.org/?utm_source=api" rel="noopener" target="_blank">Semantic Scholar</a>${
            coverage.semanticScholarAsked ? nothing : said.notAsked
          }
        </span>
      `,
      root,
    );
  };
}
