import { html, render } from "lit-html";
import type { Action } from "../../view/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** Papers by papers, citations and shared references in one picture. */
export function matrixPanel(root: HTMLElement, _send: (action: Action) => void): (model: ViewModel) => void {
  return (model) => {
    if (model.matrix === null) return;
    render(html`<h2>${model.matrix.title}</h2>`, root);
  };
}
