/** What XML 1.0 cannot hold even as a reference: most control characters, halves of letters, two non-characters. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A reader would make a space of these in an attribute.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text with U+FFFD for every character that no text file of ours should hold: controls and halves of letters. */
export function legible(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}

/** The text as it may stand in an element or an attribute of XML; the same comes out, but for illegible characters. */
export function xmlText(text: string): string {
  return legible(text).replace(
    // Some readers end a line at the last of these.
    /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029]/g,
    (letter) => REFERENCES[letter] ?? `&#${letter.charCodeAt(0)};`,
  );
}

/** The text on one line, its white space single. */
export function oneLine(text: string): string {
  return legible(text).replace(/\s+/g, " ").trim();
}
