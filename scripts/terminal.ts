import { pipeline } from "node:stream/promises";
import { shown, shownOnALine } from "../src/corpus/shown.ts";

/**
 * The one way in which a command writes: whatever text a line quotes, nothing that a terminal would obey
 * reaches it (see shown).
 */

/** Writes a result to stdout as one line. */
export function say(line: string): void {
  console.log(shownOnALine(line));
}

/** Writes anything else to stderr as one line. */
export function warn(line: string): void {
  console.error(shownOnALine(line));
}

/** Writes a text of several lines to stderr, such as the message of an error. */
export function warnLines(text: string): void {
  for (const line of text.split("\n")) warn(line);
}

/** Writes a text of several lines to stdout as it is, without a line break after it. */
export function print(text: string): void {
  process.stdout.write(shown(text));
}

/** Writes a text to stdout piece by piece at the reader's pace, so that a long result is never held whole. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  await pipeline(shownPieces(pieces), process.stdout, { end: false });
}

function* shownPieces(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield shown(piece);
}

/** Writes the text of a file to stdout: letter for letter into a file or another program, shown on a terminal. */
export function pour(text: string, stdout: NodeJS.WriteStream = process.stdout): void {
  stdout.write(stdout.isTTY ? shown(text) : text);
}

/** How commander writes its help and its errors. */
export const commanderOutput = {
  writeOut: print,
  writeErr: (text: string) => void process.stderr.write(shown(text)),
};
