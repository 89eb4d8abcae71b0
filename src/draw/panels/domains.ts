import { html, render } from "lit-html";
import type { Action } from "../../view/state.ts";
import type { ViewModel } from "../../view/view-model.ts";

/** The author’s headings beside what the citations say. */
export function domainsPanel(root: HTMLElement, _send: (action: Action) => void): (model: ViewModel) => void {
  return (model) => {
    if (model.domains === null) return;
    render(html`<h2>${model.domains.title}</h2>`, root);
  };
}
