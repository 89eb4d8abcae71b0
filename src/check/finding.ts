/** How much a finding matters: what is lost, what misleads, what could be better. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something an author should look at: where, what, and what to do about it. */
export interface Finding {
  readonly severity: Severity;
  /** What kind of finding it is, one name for all of a kind: `duplicate`, `published-since`. */
  readonly rule: string;
  readonly file: string;
  /** 1-based; null for the file as a whole. */
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** Findings in the order of files, lines, severity, rule and message; the same finding once. */
export function inOrder(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const key = (finding: Finding) =>
    [
      String(files.indexOf(finding.file) + 1).padStart(3, "0"),
      String(finding.line ?? 0).padStart(9, "0"),
      SEVERITIES.indexOf(finding.severity),
      finding.rule,
      finding.message,
    ].join("\n");
  const byKey = new Map(findings.map((finding) => [key(finding), finding]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
