import { xmlText } from "../looks/xml-text.ts";
import type { State } from "../state/state.ts";

/** What an author pastes into a page of their own to show a map there. */
export interface EmbedSnippets {
  /** One line: the page itself in a frame, with everything it can. */
  readonly frame: string;
  /** The script and the element that draws the map into the page around it; null in views that are no map. */
  readonly element: string | null;
}

/** The snippets that show what the page shows at `link`, its whole address, in a state, under the name `title`. */
export function embedSnippets(link: string, state: State, title: string): EmbedSnippets {
  const [page = "", chosen = ""] = link.split("#");
  const address = `${page}#${["compact=1", chosen].filter(Boolean).join("&")}`;
  const frame = `<iframe src="${xmlText(address)}" title="${xmlText(title)}" width="100%" height="480" loading="lazy"></iframe>`;
  if (state.view !== "lineage" && state.view !== "network") return { frame, element: null };
  const beside = (name: string) => xmlText(page.replace(/[^/]*$/, name));
  const attributes = [
    ["src", beside("corpus.json")],
    ...(state.view === "lineage" ? [] : [["view", state.view]]),
    ...(state.selected === null ? [] : [["selected", xmlText(state.selected)]]),
    ...(state.language === null ? [] : [["lang", state.language]]),
    ["page", xmlText(page)],
  ];
  const element = [
    `<script type="module" src="${beside("citation-map.js")}"></script>`,
    `<citation-map ${attributes.map(([name, value]) => `${name}="${value}"`).join(" ")}></citation-map>`,
  ].join("\n");
  return { frame, element };
}
