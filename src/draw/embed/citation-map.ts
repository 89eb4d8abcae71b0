import { html, render } from "lit-html";
import type { SalvagedCorpus } from "../../corpus/parse-corpus.ts";
import { type EmbedTexts, embedTextsIn } from "../../text/embed-texts.ts";
import { type Language, languageFor, tagOf } from "../../text/language.ts";
import { type Texts, textsIn } from "../../text/texts.ts";
import { customProperties, DARK, LIGHT, type Theme } from "../../view/looks/palette.ts";
import { type EmbeddedModel, embeddedSources } from "../../view/panels/embedded.ts";
import { type EmbeddedChoice, type EmbeddedMap, mountEmbeddedMap } from "./embedded-map.ts";
import { loadCorpus } from "./load-corpus.ts";

/** How near the window a map has to be before its corpus is fetched. */
const NEAR = "300px";

/**
 * The class of the element `citation-map`, which draws the corpus at its `src` in a shadow tree styled
 * by `sheet` alone. Attributes: `src`, `view` (lineage or network), `selected` (an id or alias, kept in
 * step with the reader's choice), `page` (the full page), `lang` (else that of the text around it), `theme`
 * (light, dark, else the reader's own). Fires `paperselect` with the paper the reader chose, null for none.
 */
export function citationMapElement(sheet: CSSStyleSheet): CustomElementConstructor {
  return class CitationMap extends HTMLElement {
    static readonly observedAttributes = ["src", "view", "selected", "page", "lang", "theme"];

    readonly #tree = this.attachShadow({ mode: "open" });
    readonly #dark = matchMedia("(prefers-color-scheme: dark)");
    #corpus: { readonly source: string; readonly read: SalvagedCorpus } | null = null;
    #map: EmbeddedMap | null = null;
    /** Ends the loading that is under way; what came of it is of no use any more. */
    #loading = new AbortController();
    #nearness: IntersectionObserver | null = null;
    #begun = false;
    #reflecting = false;

    connectedCallback(): void {
      this.#tree.adoptedStyleSheets = [sheet];
      this.#dark.addEventListener("change", this.#redraw);
      this.#nearness = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          this.#forgetNearness();
          void this.#start();
        },
        { rootMargin: NEAR },
      );
      this.#nearness.observe(this);
    }

    disconnectedCallback(): void {
      this.#forgetNearness();
      this.#begun = false;
      this.#dark.removeEventListener("change", this.#redraw);
      this.#clear();
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      // What has not begun will begin with the attributes of then.
      if (before === after || this.#reflecting || !this.#begun) return;
      if (name === "src" || name === "lang") void this.#start();
      else if (name === "theme") this.#redraw();
      else this.#map?.choose(this.#choice());
    }

    readonly #redraw = (): void => this.#map?.redraw();

    #forgetNearness(): void {
      this.#nearness?.disconnect();
      this.#nearness = null;
    }

    #clear(): HTMLElement {
      this.#loading.abort();
      this.#map?.end();
      this.#map = null;
      const host = document.createElement("div");
      host.className = "host";
      this.#tree.replaceChildren(host);
      return host;
    }

    async #start(): Promise<void> {
      this.#begun = true;
      const host = this.#clear();
      this.#loading = new AbortController();
      const { signal } = this.#loading;
      for (const [name, value] of customProperties(this.#theme())) host.style.setProperty(name, value);
      const { texts, embed } = await this.#texts();
      if (signal.aborted) return;
      host.lang = tagOf(texts.language);
      render(html`<p class="message" role="status">${texts.compact.loading}</p>`, host);
      try {
        const { corpus, leftOut } = await this.#load(embed, signal);
        const sources = { ...embeddedSources(corpus, texts, embed), leftOut: leftOut.length };
        render(null, host);
        this.#map = mountEmbeddedMap(host, sources, this.#choice(), {
          onSelect: (paper) => this.#tell(paper),
          reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
          theme: () => this.#theme(),
        });
      } catch (failure) {
        if (!signal.aborted) this.#say(failure, embed, host);
      }
    }

    /** The corpus, which another language or another place in the page does not ask for again. */
    async #load(embed: EmbedTexts, signal: AbortSignal): Promise<SalvagedCorpus> {
      const source = this.getAttribute("src") ?? "";
      if (this.#corpus?.source !== source) {
        const read = await loadCorpus(source, this.baseURI, embed, signal);
        this.#corpus = { source, read };
      }
      return this.#corpus.read;
    }

    #say(failure: unknown, embed: EmbedTexts, host: HTMLElement): void {
      render(
        html`<div class="message" role="alert">
          <p class="failed">${embed.failed}</p>
          <p>${failure instanceof Error ? failure.message : String(failure)}</p>
          <button type="button" @click=${() => this.#start()}>${embed.retry}</button>
        </div>`,
        host,
      );
    }

    /** The texts of the language around the map; English where another could not be loaded. */
    async #texts(): Promise<{ readonly texts: Texts; readonly embed: EmbedTexts }> {
      const around = this.closest("[lang]")?.getAttribute("lang") || null;
      const language = languageFor(around === null ? navigator.languages : [around]);
      const both = async (spoken: Language) => ({
        texts: await textsIn(spoken),
        embed: await embedTextsIn(spoken),
      });
      return both(language).catch(() => both("en"));
    }

    #theme(): Theme {
      const theme = this.getAttribute("theme");
      return theme === "dark" || (theme !== "light" && this.#dark.matches) ? DARK : LIGHT;
    }

    #choice(): EmbeddedChoice {
      return {
        view: this.getAttribute("view") === "network" ? "network" : "lineage",
        selected: this.getAttribute("selected") || null,
        page: this.#page(),
      };
    }

    /** The full page without what it shows; null without one, and for anything but http and https. */
    #page(): string | null {
      const page = this.getAttribute("page");
      if (page === null || !URL.canParse(page, this.baseURI)) return null;
      const url = new URL(page, this.baseURI);
      url.hash = "";
      return /^https?:$/.test(url.protocol) ? url.href : null;
    }

    #tell(selected: EmbeddedModel["selected"]): void {
      this.#reflecting = true;
      if (selected === null) this.removeAttribute("selected");
      else this.setAttribute("selected", selected.id);
      this.#reflecting = false;
      const paper = selected && {
        id: selected.id,
        label: selected.label,
        title: selected.title,
        year: selected.year,
        url: selected.url,
      };
      this.dispatchEvent(
        new CustomEvent("paperselect", { bubbles: true, composed: true, detail: { paper } }),
      );
    }
  };
}
