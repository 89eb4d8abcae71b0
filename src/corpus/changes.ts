import * as z from "zod/mini";
import { byCodeUnit } from "./format-corpus.ts";
import { DateSchema, listOf, orNull, PaperIdSchema } from "./text-schemas.ts";

/** The version of `changes.json` that this code reads and writes. */
export const CHANGES_VERSION = 1;

/** So many runs are kept, the newest first. */
export const RUNS_KEPT = 20;

const paperIds = listOf(PaperIdSchema);
const LinkSchema = z.object({ citing: PaperIdSchema, cited: PaperIdSchema });
const links = listOf(LinkSchema);
const entries = listOf(z.object({ line: orNull(z.int().check(z.positive())), title: z.string() }));
const GapRefSchema = z.object({
  paper: PaperIdSchema,
  of: z.enum(["references", "citations", "metadata"]),
  reason: z.string(),
});
const countOrNull = orNull(z.int().check(z.nonnegative()));

/** What one refresh changed. Every list is sorted. */
export const RunSchema = z.object({
  /** The day of the newest answers in the corpus after the run. */
  at: DateSchema,
  /** The same of the corpus before it; null when there was none. */
  since: orNull(DateSchema),
  /** How many papers and citations there are after the run. */
  papers: z.int().check(z.nonnegative()),
  citations: z.int().check(z.nonnegative()),
  newPapers: paperIds,
  /** Known before, and the source does not know them any more (they stay in the corpus) or the survey dropped them. */
  gonePapers: paperIds,
  /** Survey entries that were found only now. */
  resolved: paperIds,
  /** Survey entries that no paper is found for any more. */
  lost: entries,
  newCitations: links,
  goneCitations: links,
  /** How many works cite a paper, before and after. */
  counts: listOf(z.object({ paper: PaperIdSchema, from: countOrNull, to: countOrNull })),
  gapsOpened: listOf(GapRefSchema),
  gapsClosed: listOf(GapRefSchema),
});

export const ChangesSchema = z.object({
  version: z.literal(CHANGES_VERSION),
  runs: listOf(RunSchema),
});

export type Run = z.infer<typeof RunSchema>;
export type Changes = z.infer<typeof ChangesSchema>;

/** The lists of a run, in the order in which they are shown. */
export const RUN_LISTS = [
  "newPapers",
  "gonePapers",
  "resolved",
  "lost",
  "newCitations",
  "goneCitations",
  "counts",
  "gapsOpened",
  "gapsClosed",
] as const;

/** Whether the run changed nothing. */
export function isQuiet(run: Run): boolean {
  return RUN_LISTS.every((list) => run[list].length === 0);
}

/** The changes where no refresh has written any. */
export const NO_CHANGES: Changes = { version: CHANGES_VERSION, runs: [] };

/**
 * The changes with one more run in front, at most RUNS_KEPT. A run that changed nothing is not kept, nor is
 * one that is already in front: so a refresh that was interrupted between its two files and starts again does
 * not report its changes twice.
 */
export function withRun(changes: Changes, run: Run): Changes {
  const [newest] = changes.runs;
  if (isQuiet(run) || (newest && formatRun(newest) === formatRun(run))) return changes;
  return { ...changes, runs: [run, ...changes.runs].slice(0, RUNS_KEPT) };
}

/** The changes as the text of `changes.json`: one fact a line, newest run first; same changes, same bytes. */
export function formatChanges(changes: Changes): string {
  const runs = changes.runs.map(formatRun).join(",\n");
  return `{\n"version": ${changes.version},\n"runs": [${runs === "" ? "" : `\n${runs}\n`}]\n}\n`;
}

function formatRun(run: Run): string {
  const { at, since, papers, citations } = run;
  const head = JSON.stringify({ at, ...(since ? { since } : {}), papers, citations }).slice(0, -1);
  const lists = RUN_LISTS.filter((list) => run[list].length > 0).map((list) => {
    const lines = (run[list] as readonly unknown[]).map((item) => JSON.stringify(item)).sort(byCodeUnit);
    return `,\n${JSON.stringify(list)}: [\n${lines.join(",\n")}\n]`;
  });
  return `${head}${lists.join("")}}`;
}
