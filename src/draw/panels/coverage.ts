import { html, nothing, render } from "lit-html";
import type { Action } from "../../view/state.ts";
import { counted } from "../../view/texts.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** The foot of the page: how old and how complete the data is, what stands apart, and whose it is. */
export function coveragePanel(root: HTMLElement, send: (action: Action) => void): (model: ViewModel) => void {
  return ({ coverage }) =>
    render(
      html`
        <span>${coverage.dated}</span>
        <span>${coverage.resolved}</span>
        <span>${coverage.citations}</span>
        ${coverage.references === "" ? nothing : html`<span>${coverage.references}</span>`}
        ${coverage.oddOnesOut.map(
          (odd) =>
            html`<span>no citation path to ${coverage.rootLabel}: <button type="button" class="link" title=${odd.text} @click=${() => send({ type: "select", paper: odd.id })}>${odd.label}</button></span>`,
        )}
        ${coverage.moreOddOnesOut === 0 ? nothing : html`<span>nor to ${counted(coverage.moreOddOnesOut, "other")}</span>`}
        ${
          coverage.unresolved.length === 0
            ? nothing
            : html`<details class="more"><summary>${counted(coverage.unresolvedCount, "entry", "entries")} unresolved</summary>
                <ul>${coverage.unresolved.map((entry) => html`<li>${entry.line} ${entry.title}: ${entry.reason}</li>`)}</ul></details>`
        }
        <span>
          ${coverage.semanticScholarAsked ? "Data from" : "Counts from"}
          <a href="https://www.semanticscholar.org/?utm_source=api" rel="noopener" target="_blank">Semantic Scholar</a>${
            coverage.semanticScholarAsked ? nothing : ", not asked for links yet"
          }
        </span>
      `,
      root,
    );
}
