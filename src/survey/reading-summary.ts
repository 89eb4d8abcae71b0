import { bisector, rollup } from "d3";
import type { LeftOut, Survey, SurveyDomain, SurveyProblem } from "./survey.ts";

/** How much of a list was read. */
export interface ReadingSummary {
  /** How many papers were read; those under two headings once. */
  readonly read: number;
  /** On how many lines something was not read, or not surely. */
  readonly doubtful: number;
  /** On which lines there are papers that the list's author has taken out without deleting them, by how. */
  readonly leftOut: ReadonlyMap<LeftOut["why"], readonly number[]>;
  /** What was read and is doubtful by heading, in the order of the list; a paper under two headings counts with each. */
  readonly headings: readonly HeadingSummary[];
}

export interface HeadingSummary {
  readonly domain: SurveyDomain;
  readonly read: number;
  readonly doubtful: number;
}

/** How many papers were read and how many lines are doubtful; a line without a paper counts with the heading of the nearest one. */
export function readingSummary({ domains, entries, leftOut, problems }: Survey): ReadingSummary {
  const lines = [...new Set(problems.map(({ line }) => line))];
  const nearest = nearestIn(entries);
  const read = countsOf(entries.flatMap(({ domain, otherDomains }) => [domain, ...otherDomains]));
  const doubtful = countsOf(lines.flatMap((line) => nearest(line)?.domain ?? []));
  return {
    read: entries.length,
    doubtful: lines.length,
    leftOut: rollup(
      leftOut,
      (same) => same.map(({ line }) => line),
      ({ why }) => why,
    ),
    headings: domains.map((domain) => ({
      domain,
      read: read.get(domain.id) ?? 0,
      doubtful: doubtful.get(domain.id) ?? 0,
    })),
  };
}

/** The problem that is nearest to a line; null where there is none. */
export function nearestProblem(line: number, { problems }: Survey): SurveyProblem | null {
  return nearestIn(problems)(line) ?? null;
}

/** Of two that are equally near, the one below: a row that was not read is more often the first under a heading than the last. */
function nearestIn<T extends { readonly line: number }>(
  items: readonly T[],
): (line: number) => T | undefined {
  const sorted = [...items].sort((a, b) => a.line - b.line);
  const { left } = bisector(({ line }: T) => line);
  return (line) => {
    const at = left(sorted, line);
    const [above, below] = [sorted[at - 1], sorted[at]];
    return above && (!below || line - above.line < below.line - line) ? above : below;
  };
}

function countsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return rollup(
    ids,
    (same) => same.length,
    (id) => id,
  );
}
