/**
 * What a terminal obeys and what hides or turns around the text beside it: every control character but tab and line
 * feed, the separators of lines and paragraphs, and the marks of direction.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const NAMES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r" };

/**
 * The text with every character that a terminal would obey, or that would turn the reading of a line around, as it is
 * written in JSON (`\u001b`, `\u202e`); tabs and line breaks stay. JSON remains JSON and says the same.
 */
export function shown(text: string): string {
  return text.replace(UNSEEN, written);
}

/** The same on one line: line breaks are shown as well, so that no text can pass itself off as a line of ours. */
export function shownOnALine(text: string): string {
  return shown(text).replaceAll("\n", written);
}

function written(letter: string): string {
  return NAMES[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
