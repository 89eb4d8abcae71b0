import { html, render } from "lit-html";

/** Says in place of the map why there is none and what to do, naming the place that is wrong. */
export function showFailure(host: HTMLElement, failure: unknown): void {
  const message = failure instanceof Error ? failure.message : String(failure);
  host.replaceChildren();
  render(
    html`<div class="failure" role="alert">
      <h1>The map cannot be drawn</h1>
      <pre>${message}</pre>
      <p>Build the data anew with <code>npm run refresh -- --offline</code>, then <code>npm start</code>.</p>
    </div>`,
    host,
  );
}
