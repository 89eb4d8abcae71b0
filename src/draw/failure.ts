import { html, render } from "lit-html";
import type { Texts } from "../text/texts.ts";

/** Says in place of the map why there is none and what to do, naming the place that is wrong. */
export function showFailure(host: HTMLElement, failure: unknown, { stage }: Texts): void {
  const message = failure instanceof Error ? failure.message : String(failure);
  host.replaceChildren();
  render(
    html`<div class="failure" role="alert">
      <h1>${stage.failed}</h1>
      <pre>${message}</pre>
      <p>${stage.remedy} <code>npm run refresh -- --offline</code>${stage.andThen} <code>npm start</code>${stage.stop}</p>
    </div>`,
    host,
  );
}
