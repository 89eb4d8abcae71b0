import { comparison as english } from "./en/comparison.ts";
import type { Language } from "./language.ts";
import { comparison as chinese } from "./zh/comparison.ts";

/** What the domains view says of headings beside communities. */
export type ComparisonTexts = typeof english;

/** The texts in a language; in both of them they come with the view that needs them, after the first picture. */
export function comparisonTextsIn(language: Language): ComparisonTexts {
  return language === "zh" ? chinese : english;
}
