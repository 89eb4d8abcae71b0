import { large as english } from "./en/large.ts";
import type { Language } from "./language.ts";

/** What is said of a map of thousands of papers alone. */
export type LargeTexts = typeof english;

/** The texts of a large map in a language; all but English are loaded when first asked for. */
export async function largeTextsIn(language: Language): Promise<LargeTexts> {
  return language === "zh" ? (await import("./zh/large.ts")).large : english;
}
