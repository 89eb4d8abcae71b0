import { html, render } from "lit-html";
import type { Texts } from "../../text/texts.ts";

/** A browser that gives the page nothing to draw the map on. */
export class NoCanvasError extends Error {
  override readonly name = "NoCanvasError";
}

/** Says in place of the map why there is none and what to do, naming the place that is wrong. */
export function showFailure(host: HTMLElement, failure: unknown, { stage }: Texts): void {
  const message = failure instanceof Error ? failure.message : String(failure);
  const noCanvas = failure instanceof NoCanvasError;
  host.replaceChildren();
  render(
    html`<div class="failure" role="alert">
      <h1>${stage.failed}</h1>
      ${
        noCanvas
          ? html`<p>${stage.noCanvas}</p>`
          : html`<pre>${message}</pre>
              <p>${stage.remedy} <code>npm run refresh -- --offline</code>${stage.andThen} <code>npm start</code>${stage.stop}</p>`
      }
    </div>`,
    host,
  );
}
