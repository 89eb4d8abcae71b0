/** The languages the page speaks. */
export type Language = "en" | "zh";

export const LANGUAGES: readonly Language[] = ["en", "zh"];

/** Each language by its own name, so that those who read no other find it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };

/** The language as a tag for dates, numbers and the `lang` attribute. */
export function tagOf(language: Language): "en-GB" | "zh-CN" {
  return language === "zh" ? "zh-CN" : "en-GB";
}

/**
 * The language a text is written in, as its letters tell, where that is another than the page's own: `zh` for
 * Chinese characters without kana, `ja`, `ko`, `en` for Latin words in a Chinese page; null for the page's own.
 */
export function otherLanguage({ language }: { readonly language: Language }, text: string): string | null {
  const found = /[\u3040-\u30ff]/.test(text)
    ? "ja"
    : /[\uac00-\ud7af]/.test(text)
      ? "ko"
      : /\p{Script=Han}/u.test(text)
        ? "zh"
        : /\p{Script=Latin}{2}/u.test(text)
          ? "en"
          : language;
  return found === language ? null : found;
}

/** The first of the wanted languages, as BCP 47 tags, that the page speaks; English when it speaks none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}
