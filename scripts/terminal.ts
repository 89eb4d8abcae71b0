import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { shown, shownOnALine } from "../src/corpus/shown.ts";

/** Where a command writes: a stream of the process, or what takes its place. */
export type Output = Writable & { readonly isTTY?: boolean };

/**
 * The one way in which a command writes: whatever text a line quotes, nothing that a terminal would obey
 * reaches it (see shown).
 */
export interface Terminal {
  /** Writes a result to stdout as one line. */
  readonly say: (line: string) => void;
  /** Writes anything else to stderr as one line. */
  readonly warn: (line: string) => void;
  /** Writes a text of several lines to stderr, such as the message of an error. */
  readonly warnLines: (text: string) => void;
  /** Writes a text of several lines to stdout as it is, without a line break after it. */
  readonly print: (text: string) => void;
  /** Writes a text to stdout piece by piece at the reader's pace, so that a long result is never held whole. */
  readonly printPieces: (pieces: Iterable<string>) => Promise<void>;
  /** Writes the text of a file to stdout: letter for letter into a file or another program, shown on a terminal. */
  readonly pour: (text: string) => void;
  /** How commander writes its help and its errors. */
  readonly commander: {
    readonly writeOut: (text: string) => void;
    readonly writeErr: (text: string) => void;
  };
}

/** The terminal behind these two streams. */
export function terminalOn(stdout: Output, stderr: Output): Terminal {
  const print = (text: string) => void stdout.write(shown(text));
  const warn = (line: string) => void stderr.write(`${shownOnALine(line)}\n`);
  return {
    say: (line) => void stdout.write(`${shownOnALine(line)}\n`),
    warn,
    warnLines: (text) => text.split("\n").forEach(warn),
    print,
    printPieces: (pieces) => pipeline(shownPieces(pieces), stdout, { end: false }),
    pour: (text) => void stdout.write(stdout.isTTY ? shown(text) : text),
    commander: { writeOut: print, writeErr: (text) => void stderr.write(shown(text)) },
  };
}

function* shownPieces(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield shown(piece);
}

/** Writes a line to the stderr of this process. */
export const warn = (line: string): void => terminalOn(process.stdout, process.stderr).warn(line);
