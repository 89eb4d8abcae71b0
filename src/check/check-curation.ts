import type { Curation, CurationError, Pin } from "../refresh/curation.ts";
import { pinnedPaper } from "../refresh/curation-facts.ts";
import type { Resolution } from "../refresh/resolve-entries.ts";
import { titleForms } from "../refresh/work-title.ts";
import type { Finding } from "./finding.ts";

/** A curation with its text, in which findings are given their lines. */
export interface CurationText {
  readonly file: string;
  readonly text: string;
  readonly curation: Curation;
}

/** The pins that no entry of the survey and nothing else in the file has use for, and those whose lines have moved. */
export function checkCuration(
  { file, text, curation }: CurationText,
  resolutions: readonly Resolution[],
): Finding[] {
  const used = new Map(
    resolutions.flatMap((found) => (found.how === "pin" ? [[found.paper.id, found.entry] as const] : [])),
  );
  const named = new Set([
    ...curation.citations.flatMap(({ citing, cited }) => [citing, cited]),
    ...curation.nonCitations.flatMap(({ citing, cited }) => [citing, cited]),
    ...curation.referenceLists.map(({ paper }) => paper),
    ...curation.findings.map(({ paper }) => paper),
  ]);
  return curation.pins.flatMap((pin): Finding[] => {
    const paper = pinnedPaper(pin);
    const entry = used.get(paper.id);
    const line = lineOf(text, pin);
    const names = [pin.key, paper.id, ...(paper.aliases ?? []), pin.title];
    if (entry === undefined && !names.some((name) => name !== undefined && named.has(name))) {
      return [
        {
          severity: "warning",
          rule: "idle-pin",
          file,
          line,
          message: `the pin of “${pin.title}” matches no entry of the survey and is used nowhere else in the file`,
          remedy: "correct its title or ids, or remove it",
        },
      ];
    }
    const moved = entry !== undefined && pin.line !== undefined && pin.line !== entry.line;
    if (!moved) return [];
    return [
      {
        severity: "note",
        rule: "moved-pin",
        file,
        line,
        message: `the pin of “${pin.title}” says line ${pin.line}, but the entry is on line ${entry.line}`,
        remedy: `write "line": ${entry.line}, or leave it out if no other entry has this title`,
      },
    ];
  });
}

/** What a curation that cannot be used is wrong in, one finding for each place. */
export function curationProblems(error: CurationError, file: string): Finding[] {
  return error.problems.map((problem) => ({
    severity: "error",
    rule: "curation",
    file,
    line: null,
    message: problem.startsWith(`${file}: `) ? problem.slice(file.length + 2) : problem,
    remedy: "correct it: a refresh writes nothing until then",
  }));
}

/** The line on which a pin's title is written, as JSON writes it; null when it is written otherwise. */
function lineOf(text: string, { title }: Pin): number | null {
  const written = JSON.stringify(title);
  const lines = text.split("\n");
  const exact = lines.findIndex((line) => line.includes(`"title": ${written}`));
  if (exact >= 0) return exact + 1;
  const key = titleForms(title).key;
  const near = lines.findIndex((line) => titleForms(line).key.includes(key));
  return near < 0 ? null : near + 1;
}
