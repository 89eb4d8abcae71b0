/** The languages the page speaks. */
export type Language = "en" | "zh";

export const LANGUAGES: readonly Language[] = ["en", "zh"];

/** The language as a tag for dates, numbers and the `lang` attribute. */
export function tagOf(language: Language): "en-GB" | "zh-CN" {
  return language === "zh" ? "zh-CN" : "en-GB";
}

/** The first of the wanted languages, as BCP 47 tags, that the page speaks; English when it speaks none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}
