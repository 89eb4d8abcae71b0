import type { Run } from "../corpus/changes.ts";
import { isQuiet } from "../corpus/changes.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Corpus } from "../corpus/schema.ts";
import { codeSpan } from "./code-span.ts";
import { gapLines } from "./gap-lines.ts";

/** So many items of a list are written out; the rest is a number. */
const SHOWN = 30;
/** So many characters hold items; GitHub takes no more than 65,536 for a pull request. */
const ROOM = 50_000;

/**
 * The run as Markdown for people: a heading, one section for each kind of change, nothing for what did not
 * change. Outside text is in code spans, in which GitHub reads no mention, number, address or closing
 * keyword.
 */
export function describeRun(run: Run, corpus: Corpus): string {
  const titles = new Map(corpus.papers.map(({ id, label, title }) => [id, label ?? title]));
  const name = (id: PaperId) => `${codeSpan(titles.get(id) ?? id)} (${codeSpan(id)})`;
  const since = run.since ? `What changed since ${run.since}` : "First corpus";
  const lines = [`## ${since}`, "", `${run.papers} papers, ${run.citations} citations, as of ${run.at}.`];
  if (isQuiet(run)) return `${[...lines, ...(run.since ? ["", "Nothing changed."] : [])].join("\n")}\n`;
  let room = ROOM;
  const listed = (heading: string, count: number, written: readonly string[], all: number) => {
    if (count === 0) return;
    const fitting = written.filter((item) => {
      room -= item.length + 3;
      return room >= 0;
    });
    lines.push("", `### ${heading}: ${count}`, "", ...fitting.map((item) => `- ${item}`));
    if (all > fitting.length) lines.push(`- … and ${all - fitting.length} more`);
  };
  const section = <T>(heading: string, items: readonly T[], line: (item: T) => string) =>
    listed(heading, items.length, items.slice(0, SHOWN).map(line), items.length);
  section("New papers", run.newPapers, name);
  section("Papers no longer at the source", run.gonePapers, name);
  section("Entries now identified", run.resolved, name);
  section(
    "Entries no longer identified",
    run.lost,
    ({ line, title }) => `line ${line ?? "?"}: ${codeSpan(title)}`,
  );
  section("New citations", run.newCitations, ({ citing, cited }) => `${name(citing)} cites ${name(cited)}`);
  section(
    "Citations no longer at the source",
    run.goneCitations,
    ({ citing, cited }) => `${name(citing)} cites ${name(cited)}`,
  );
  section(
    "Citation counts",
    run.counts,
    ({ paper, from, to }) => `${name(paper)}: ${from ?? "?"} → ${to ?? "?"}${step(from, to)}`,
  );
  const opened = run.gapsOpened.map((gap) => ({ ...gap, expected: null, found: null }));
  const gaps = gapLines(opened, name, codeSpan);
  listed("New gaps", opened.length, gaps.slice(0, SHOWN), gaps.length);
  section("Gaps closed", run.gapsClosed, ({ paper, of }) => `${name(paper)}: ${of}`);
  return `${lines.join("\n")}\n`;
}

function step(from: number | null, to: number | null): string {
  if (from === null || to === null) return "";
  return ` (${to > from ? "+" : "−"}${Math.abs(to - from)})`;
}
