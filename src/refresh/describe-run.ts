import type { Run } from "../corpus/changes.ts";
import { isQuiet } from "../corpus/changes.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import { gapLines } from "./gap-lines.ts";

/** So many items of a list are written out; the rest is a number. */
const SHOWN = 30;

/** The run as Markdown for people: a heading, one section for each kind of change, nothing for what did not change. */
export function describeRun(run: Run, corpus: Corpus): string {
  const titles = new Map(corpus.papers.map(({ id, label, title }) => [id, label ?? title]));
  const name = (id: PaperId) => `${inline(titles.get(id) ?? id)} (\`${id}\`)`;
  const since = run.since ? `What changed since ${run.since}` : "A first corpus";
  const lines = [`## ${since}`, "", `${run.papers} papers, ${run.citations} citations, as of ${run.at}.`];
  if (isQuiet(run)) return `${[...lines, ...(run.since ? ["", "Nothing changed."] : [])].join("\n")}\n`;
  const section = <T>(heading: string, items: readonly T[], line: (item: T) => string) =>
    listed(heading, items.length, items.slice(0, SHOWN).map(line), items.length - SHOWN);
  const listed = (heading: string, count: number, items: readonly string[], more: number) => {
    if (count === 0) return;
    lines.push("", `### ${heading}: ${count}`, "", ...items.map((item) => `- ${item}`));
    if (more > 0) lines.push(`- … and ${more} more`);
  };
  const opened = gapLines(
    run.gapsOpened.map((gap) => ({ ...gap, reason: inline(gap.reason), expected: null, found: null })),
    name,
  );
  section("New papers", run.newPapers, name);
  section("Papers gone from the source", run.gonePapers, name);
  section("Entries found now", run.resolved, name);
  section("Entries no longer found", run.lost, ({ line, title }) => `line ${line ?? "?"}: ${inline(title)}`);
  section("New citations", run.newCitations, ({ citing, cited }) => `${name(citing)} cites ${name(cited)}`);
  section(
    "Citations gone from the source",
    run.goneCitations,
    ({ citing, cited }) => `${name(citing)} cites ${name(cited)}`,
  );
  section(
    "Counts",
    run.counts,
    ({ paper, from, to }) => `${name(paper)}: ${from ?? "?"} → ${to ?? "?"}${step(from, to)}`,
  );
  listed("Gaps opened", run.gapsOpened.length, opened.slice(0, SHOWN), opened.length - SHOWN);
  section("Gaps closed", run.gapsClosed, ({ paper, of }) => `${name(paper)}: ${of}`);
  return `${lines.join("\n")}\n`;
}

function step(from: number | null, to: number | null): string {
  if (from === null || to === null) return "";
  return ` (${to > from ? "+" : "−"}${Math.abs(to - from)})`;
}

/** Titles come from elsewhere: what Markdown would read as markup is escaped, and they stay on one line. */
function inline(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|&!~@]/g, "\\$&");
}
