import type { Run } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { describeRun } from "../../src/refresh/describe-run.ts";
import { gapLines } from "../../src/refresh/gap-lines.ts";
import type { PlannedRequest } from "../../src/refresh/plan-refresh.ts";
import { summaryOf } from "../../src/refresh/summary.ts";
import { unresolvedLines } from "../../src/refresh/unresolved-lines.ts";
import { timeOf } from "./progress.ts";
import type { Folder } from "./read-folder.ts";

interface Voice {
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
}

export interface Result {
  readonly folder: Folder;
  readonly corpus: Corpus;
  readonly run: Run;
  readonly result: "written" | "unchanged";
  readonly requests: { readonly made: number; readonly leastPossible: number };
  readonly notices: readonly string[];
  /** What this run could not read, also where an earlier one could. */
  readonly missing: Corpus["gaps"];
}

/** Says what a refresh brought: Markdown and figures, or one line of JSON; what is missing goes to `warn`. */
export function sayResult(told: Result, json: boolean, { say, warn }: Voice): void {
  const { folder, corpus, run, result, requests, notices } = told;
  const missing = allGaps(corpus, told.missing);
  const { files } = folder;
  const summary = summaryOf(corpus);
  if (json) {
    const { unresolved } = corpus;
    say(
      JSON.stringify({ file: files.corpus, result, ...summary, requests, notices, run, unresolved, missing }),
    );
    return;
  }
  for (const line of describeRun(run, corpus).split("\n")) say(line);
  say(`${files.corpus}: ${result}`);
  say(`${summary.entries.resolved} of ${summary.entries.total} entries resolved`);
  say(`requests made: ${requests.made}`);
  say(`fewest possible: ${requests.leastPossible}`);
  for (const notice of notices) warn(notice);
  for (const line of gapLines(missing, (id) => id)) warn(`gap: ${line}`);
  for (const line of unresolvedLines(corpus.unresolved, files.survey)) warn(line);
}

/** The gaps of the corpus, and those of this run that the corpus fills from an earlier one. */
function allGaps({ gaps }: Corpus, missing: Corpus["gaps"]): Corpus["gaps"] {
  const told = new Set(gaps.map(({ paper, of, reason }) => `${paper} ${of} ${reason}`));
  return [...gaps, ...missing.filter(({ paper, of, reason }) => !told.has(`${paper} ${of} ${reason}`))];
}

export interface Plan {
  readonly planned: readonly PlannedRequest[];
  readonly pace: number;
  readonly url: string;
}

/** Says which requests would be made and how long they take at the pace. */
export function sayPlan({ planned, pace, url }: Plan, json: boolean, { say }: Voice): void {
  const requests = requestsOf(planned);
  const seconds = Math.round((Math.max(0, requests - 1) * pace) / 1000);
  if (json) {
    say(JSON.stringify({ source: url, requests, seconds, planned }));
    return;
  }
  for (const { endpoint, subject, requests } of planned) say(`${requests} × ${endpoint} for ${subject}`);
  const rhythm = pace === 0 ? "as fast as possible" : `one every ${pace / 1000} s`;
  const time = timeOf(seconds);
  say(`about ${requests} requests to ${url}, ${rhythm}: about ${time}; nothing was requested or written`);
}

/** How many requests are planned. */
export function requestsOf(planned: readonly PlannedRequest[]): number {
  return planned.reduce((sum, { requests }) => sum + requests, 0);
}
