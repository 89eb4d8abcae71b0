/** What is on one line already, as most texts are. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * The text on one line: line breaks and runs of white space become one space, or nothing between two
 * Chinese or Japanese characters; characters of no width are dropped.
 */
export function oneLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/(?<=[\p{sc=Han}\p{P}])[^\S\n]*\n\s*(?=\p{sc=Han})/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The text of a heading on one line, without the colon that ends it. */
export function headingText(text: string): string {
  return oneLine(text).replace(/\s*[:：]+$/, "");
}
