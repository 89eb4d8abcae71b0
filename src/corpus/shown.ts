/** What a terminal obeys and what ends a line: control characters, separators of lines and paragraphs. */
export const COMMANDING = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Characters that hide or reverse the text beside them: direction marks. */
export const TURNING = /\p{Bidi_Control}/gu;
/** Half a surrogate pair, which is not text. */
export const HALVES = /\p{Cs}/gu;

const NAMES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r" };

/**
 * The text with every character that a terminal would obey, or that would reverse the direction of a line, as
 * it is written in JSON (`\u001b`, `\u202e`); tabs and line breaks stay. JSON remains JSON and says the same.
 */
export function shown(text: string): string {
  return text
    .replace(COMMANDING, (letter) => (letter === "\t" || letter === "\n" ? letter : written(letter)))
    .replace(TURNING, written)
    .replace(HALVES, written);
}

/** The same on one line: line breaks are shown as well, so that no text can pass itself off as a line of ours. */
export function shownOnALine(text: string): string {
  return shown(text).replaceAll("\n", written);
}

function written(letter: string): string {
  return NAMES[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
