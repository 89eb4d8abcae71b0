import { Interrupted, KeyRefused } from "../semantic-scholar/errors.ts";

/**
 * Whether the error leaves the other papers untouched. A refused key and an interruption end the run;
 * a lost source does not: what was answered before is worth keeping, what follows fails at once.
 */
export function isOneFailure(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof KeyRefused) && !(error instanceof Interrupted);
}

/** The error in one line for the list of gaps. */
export function reasonOf(error: Error): string {
  const line = error.message.replace(/\s+/g, " ");
  // Half a character may be left at the cut.
  return line.slice(0, 300).replace(/\p{Cs}$/u, "");
}
