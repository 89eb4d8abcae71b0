import type { ENGLISH_EXPORT } from "./en/export.ts";
import type { Language } from "./language.ts";

/** The texts of the export panel and of the pictures that leave the page. */
export type ExportTexts = typeof ENGLISH_EXPORT;

/** What is said of an export in a language; loaded when first asked for. */
export async function exportTextsIn(language: Language): Promise<ExportTexts> {
  return language === "zh"
    ? (await import("./zh/export.ts")).CHINESE_EXPORT
    : (await import("./en/export.ts")).ENGLISH_EXPORT;
}
