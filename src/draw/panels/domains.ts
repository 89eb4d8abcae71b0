import { html, nothing, render } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { Action } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { comparison } from "./comparison.ts";
import { flow } from "./flow.ts";
import { type Copied, gaps } from "./gaps.ts";

/** What the panel does beside drawing. */
export interface DomainsEffects {
  /** Puts a text on the clipboard; rejects where the browser does not let it. */
  readonly writeText: (text: string) => Promise<void>;
}

const system: DomainsEffects = {
  // A page that came over plain http has no clipboard at all.
  writeText: async (text) => {
    if (navigator.clipboard === undefined) throw new Error("this page has no clipboard");
    await navigator.clipboard.writeText(text);
  },
};

/** The sides of the sheet: style/domains.css gives them the same. */
const SIDES = { wide: 2 * 28, narrow: 2 * 14 } as const;
const MOST_WIDTH = 1180;

/** The author’s headings beside what the citations say: comparison, flow and missing works. */
export function domainsPanel(
  root: HTMLElement,
  send: (action: Action) => void,
  effects = system,
): (model: ViewModel) => void {
  let copied: Copied | null = null;
  let shown: ViewModel | null = null;

  const copyWith = (texts: Texts) => async (made: string | Promise<string>, what: string) => {
    let text: string;
    try {
      text = await made;
    } catch {
      return say({ said: texts.gaps.notWritten(what), text: null });
    }
    await effects.writeText(text).then(
      () => say({ said: texts.gaps.copied(what), text: null }),
      () => say({ said: texts.gaps.byHand(what), text }),
    );
  };
  const say = (next: Copied) => {
    copied = next;
    draw();
    if (next.text !== null) root.querySelector<HTMLTextAreaElement>(".by-hand")?.focus();
  };
  const draw = () => {
    if (!shown?.domains) return;
    const { domains, texts } = shown;
    const { sections } = domains;
    const copy = copyWith(texts);
    const sides = root.clientWidth <= 600 ? SIDES.narrow : SIDES.wide;
    const width = Math.min(MOST_WIDTH, root.clientWidth - sides);
    render(
      html`<div class=${sections === null ? "" : "domains-status"} role="status">${
        domains.status === null
          ? nothing
          : html`<p class=${sections === null ? "loading" : "toast"}>${domains.status}</p>`
      }</div>
      <div class="domains" aria-busy=${domains.busy}>
        ${
          sections === null
            ? nothing
            : html`${comparison(sections.comparison, texts, send)} ${flow(sections.flow, texts, width, send)} ${gaps(sections.gaps, texts.gaps, copied, copy, send)}`
        }
      </div>`,
      root,
    );
  };

  return (model) => {
    // What was copied is said until the reader leaves the view.
    if (model.domains === null) copied = null;
    shown = model;
    draw();
  };
}
