import type { ENGLISH_GUIDE } from "./en/guide.ts";
import type { Language } from "./language.ts";

/** The texts of what the page opens beside the map: help, tour, the reader's own marks. */
export type GuideTexts = typeof ENGLISH_GUIDE;

/** The guide's texts in a language, loaded when first asked for. */
export async function guideTextsIn(language: Language): Promise<GuideTexts> {
  return language === "zh"
    ? (await import("./zh/guide.ts")).CHINESE_GUIDE
    : (await import("./en/guide.ts")).ENGLISH_GUIDE;
}
