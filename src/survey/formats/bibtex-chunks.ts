import { headingText } from "../one-line.ts";

/** A part of a BibTeX file: a record, a comment for a program, or the comment of an author that heads a part of the list. */
export interface BibtexChunk {
  readonly kind: "record" | "comment" | "heading";
  readonly line: number;
  readonly text: string;
}

const START = /^[ \t]*(?:\}[ \t]*)?@[ \t]*(\w+)[ \t]*[{(]/;
/** `%% ===== Datasets =====`, `% --- Datasets`, `%%%%% Datasets %%%%%`. */
const RULED =
  /^\s*%+\s*(?:[=*#+~-]{3,}|%{3,}|(?<=%{4,}))\s*([^=*#~%]*[\p{L}\p{N}][^=*#~%]*?)\s*[=*#+~%-]*\s*$/u;
/** Characters of a line that can head a part of a list. */
const LONGEST_RULE = 200;
const NO_RECORD = /^(?:comment|preamble|control|set|xdata)$/i;

/**
 * The parts of a BibTeX file, each from the line on which one starts to the next. A record with an open brace
 * so takes no other with it.
 */
export function bibtexChunks(text: string): BibtexChunk[] {
  const chunks: { kind: BibtexChunk["kind"]; line: number; lines: string[] }[] = [];
  text.split("\n").forEach((line, i) => {
    const type = START.exec(line)?.[1];
    const ruled = type === undefined && line.length <= LONGEST_RULE ? RULED.exec(line)?.[1] : undefined;
    if (type !== undefined) {
      const kind = NO_RECORD.test(type) ? "comment" : "record";
      // "}@article{": the brace still closes the record before.
      const at = line.indexOf("@");
      if (line.slice(0, at).includes("}")) chunks.at(-1)?.lines.push("}");
      chunks.push({ kind, line: i + 1, lines: [line.slice(at)] });
    } else if (ruled !== undefined && headingText(ruled) !== "") {
      chunks.push({ kind: "heading", line: i + 1, lines: [headingText(ruled)] });
    } else if (chunks.at(-1)?.kind !== "heading") chunks.at(-1)?.lines.push(line);
  });
  return chunks.map(({ kind, line, lines }) => ({ kind, line, text: lines.join("\n") }));
}
