import { share as english } from "./en/share.ts";
import type { Language } from "./language.ts";
import { share as chinese } from "./zh/share.ts";

/** What a built site says of itself in a language, before it runs. */
export function shareTextsIn(language: Language): typeof english {
  return language === "zh" ? chinese : english;
}
