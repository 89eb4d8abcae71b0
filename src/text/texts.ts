import { ENGLISH } from "./en/texts.ts";
import type { Language } from "./language.ts";

/**
 * Everything the page says in one language, a section for each part of the page: texts, and functions
 * that make a whole sentence of numbers and names. English says what there is to say; every other
 * language is of its type, so that none can miss a message.
 */
export type Texts = typeof ENGLISH;

/** The texts of a language; all but English are loaded when first asked for. */
export async function textsIn(language: Language): Promise<Texts> {
  return language === "zh" ? (await import("./zh/texts.ts")).CHINESE : ENGLISH;
}
