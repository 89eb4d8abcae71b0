import type { Page } from "playwright-core";
import { bundled } from "./map.ts";

/** A text of the page with where it stands. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/**
 * All that the page says, to the eye or to a screen reader, shown or folded away: texts, and the attributes that
 * name and describe. What an element with a `lang` of its own holds is left out: it is said to be in that language.
 */
export async function saidOn(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang;
    const foreign = (element: Element) => element.closest("[lang]")?.getAttribute("lang") !== own;
    const named = ["aria-label", "title", "placeholder", "aria-valuetext", "aria-roledescription", "alt"];
    const place = (element: Element) =>
      `${element.closest("[id]")?.id ?? ""} ${element.localName}.${element.className}`.trim();
    const said: Said[] = [{ where: "title", text: document.title }];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("script, style, noscript") || foreign(element)) continue;
      for (const name of named) {
        const text = element.getAttribute(name);
        if (text) said.push({ where: `${place(element)} [${name}]`, text });
      }
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "").trim() : "";
        if (text !== "") said.push({ where: place(element), text });
      }
    }
    return said;
  });
}

/** Every text of the bundled corpus, the longest first: titles, names, venues, evidence, ids, remarks. */
export function corpusTexts(): string[] {
  const texts = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === "string") texts.add(value.trim());
    else if (Array.isArray(value)) for (const item of value) gather(item);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) gather(item);
  };
  gather(bundled);
  return [...texts].filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
}
