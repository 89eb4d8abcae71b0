import { expect, test } from "vitest";
import { languageFor } from "../../src/text/language.ts";

test.each([
  [["zh-TW", "en"], "zh"],
  [["de", "ZH-Hans", "en"], "zh"],
  [["en-GB", "zh"], "en"],
  [["de", "fr"], "en"],
  [[], "en"],
])("languageFor(%j) is %s, the first the page speaks", (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});
