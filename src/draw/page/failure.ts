import { html, render } from "lit-html";
import type { Texts } from "../../text/texts.ts";

/** A browser that gives the page nothing to draw the map on. */
export class NoCanvasError extends Error {
  override readonly name = "NoCanvasError";
}

/** A script of the page that did not load; the message says what to do, in the reader's language. */
export class NoScriptError extends Error {
  override readonly name = "NoScriptError";
}

/** Says in place of the map why there is none and what to do, naming the place that is wrong. */
export function showFailure(host: HTMLElement, failure: unknown, { stage }: Texts): void {
  const message = failure instanceof Error ? failure.message : String(failure);
  const remedy =
    failure instanceof NoCanvasError ? stage.noCanvas : failure instanceof NoScriptError ? message : null;
  host.replaceChildren();
  render(
    html`<div class="failure" role="alert">
      <h1>${stage.failed}</h1>
      ${
        remedy !== null
          ? html`<p>${remedy}</p>`
          : html`<pre>${message}</pre>
              <p>${stage.remedy} <code>npm run refresh -- --offline</code>${stage.andThen} <code>npm start</code>${stage.stop}</p>`
      }
    </div>`,
    host,
  );
}
