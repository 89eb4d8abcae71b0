/** One object of a list in JSON, as text. */
export interface JsonRecord {
  /** The 1-based line on which it starts. */
  readonly line: number;
  readonly text: string;
}

/**
 * The objects right inside the first list of a JSON text, whatever is around the list; so what is broken in
 * one of them leaves the others readable. [] where there is no list of objects.
 */
export function jsonRecords(text: string): JsonRecord[] {
  const records: JsonRecord[] = [];
  const stack: string[] = [];
  let line = 1;
  let start: { at: number; line: number; depth: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "\n":
        line++;
        break;
      case '"':
        for (at++; at < text.length && text[at] !== '"' && text[at] !== "\n"; at++)
          if (text[at] === "\\") at++;
        if (text[at] === "\n") line++;
        break;
      case "{":
        if (start === null && stack.at(-1) === "[") start = { at, line, depth: stack.length };
        stack.push("{");
        break;
      case "[":
        stack.push("[");
        break;
      case "}":
      case "]":
        stack.pop();
        if (start !== null && stack.length <= start.depth) {
          records.push({ line: start.line, text: text.slice(start.at, at + 1) });
          start = null;
        }
    }
  }
  return records;
}
