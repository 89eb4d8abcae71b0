import { embed as english } from "./en/embed.ts";
import type { Language } from "./language.ts";

/** What the element `citation-map` says beyond the texts of the page. */
export type EmbedTexts = typeof english;

/** What the element says in a language; all but English are loaded when first asked for. */
export async function embedTextsIn(language: Language): Promise<EmbedTexts> {
  return language === "zh" ? (await import("./zh/embed.ts")).embed : english;
}
