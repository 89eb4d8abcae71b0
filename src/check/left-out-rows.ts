import type { Finding } from "./finding.ts";

/** The rows of a corpus that are left out wherever it is read, as findings in its file. */
export function leftOutRows(file: string, leftOut: readonly string[]): Finding[] {
  return leftOut.map((problem) => ({
    severity: "error",
    rule: "left-out",
    file,
    line: null,
    message: `left out: ${problem}`,
    remedy: "correct the row, or remove it",
  }));
}
