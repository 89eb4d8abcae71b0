import { describe, expect, test } from "vitest";
import { formatChanges, isQuiet, RUNS_KEPT, withRun } from "../../src/corpus/changes.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { parseChanges } from "../../src/corpus/salvage-changes.ts";
import type { Corpus, CorpusInput } from "../../src/corpus/schema.ts";
import { describeRun } from "../../src/refresh/describe-run.ts";
import { diffCorpora } from "../../src/refresh/diff-corpora.ts";

/** A corpus of papers `a b c` with links `a>b`, as of a day. */
function corpus(papers: string, links: string, more: Partial<CorpusInput> = {}, at = "2026-11-23"): Corpus {
  return parseCorpus({
    version: 1,
    retrieved: [{ source: "semantic-scholar", at }],
    papers: papers.split(" ").map((id) => ({ id, title: `Paper ${id}` })),
    citations: links
      .split(" ")
      .filter(Boolean)
      .map((link) => ({ citing: link.split(">")[0], cited: link.split(">")[1] })),
    ...more,
  });
}

const before = corpus("a b c", "b>a c>b", {}, "2026-11-16");

describe("diffCorpora", () => {
  test("lists nothing for a first corpus and for an equal one", () => {
    expect(diffCorpora(null, before)).toMatchObject({
      at: "2026-11-16",
      since: null,
      papers: 3,
      citations: 2,
    });
    expect(isQuiet(diffCorpora(null, before))).toBe(true);
    expect(isQuiet(diffCorpora(before, before))).toBe(true);
  });

  test("tells what is new and what is gone, sorted", () => {
    const run = diffCorpora(before, corpus("d c b a", "d>a d>c b>a"));
    expect(run).toMatchObject({
      at: "2026-11-23",
      since: "2026-11-16",
      newPapers: ["d"],
      gonePapers: [],
      newCitations: [
        { citing: "d", cited: "a" },
        { citing: "d", cited: "c" },
      ],
      goneCitations: [{ citing: "c", cited: "b" }],
    });
  });

  test("takes a renamed paper for the same", () => {
    const papers = [
      { id: "arxiv:2101.00001", aliases: ["a"], title: "Paper a" },
      { id: "b", title: "Paper b" },
      { id: "c", title: "Paper c" },
    ] as CorpusInput["papers"];
    const citations = [
      { citing: "b", cited: "arxiv:2101.00001" },
      { citing: "c", cited: "b" },
    ] as unknown as CorpusInput["citations"];
    expect(isQuiet(diffCorpora(before, corpus("a", "", { papers, citations })))).toBe(true);
  });

  test("counts what is only kept, with the day it was last seen, as gone", () => {
    const marked = {
      ...before,
      citations: before.citations.map((link) =>
        link.citing === "c" ? { ...link, lastSeen: "2026-11-16" } : link,
      ),
      papers: before.papers.map((paper) => (paper.id === "c" ? { ...paper, lastSeen: "2026-11-16" } : paper)),
    };
    const run = diffCorpora(before, marked);
    expect(run).toMatchObject({ gonePapers: ["c"], goneCitations: [{ citing: "c", cited: "b" }] });
    expect(diffCorpora(marked, before)).toMatchObject({
      newPapers: ["c"],
      newCitations: [{ citing: "c", cited: "b" }],
    });
  });

  test("tells counts, gaps, and entries found and lost", () => {
    const older = corpus("a b", "", {
      papers: [
        { id: "a", title: "Paper a", citationCount: 5 },
        { id: "b", title: "Paper b", citationCount: 7 },
      ] as CorpusInput["papers"],
      gaps: [{ paper: "a", of: "references", reason: "elided" }] as unknown as NonNullable<
        CorpusInput["gaps"]
      >,
      unresolved: [{ line: 3, title: "Paper c", reason: "?" }],
    });
    const newer = corpus("a b c", "", {
      papers: [
        { id: "a", title: "Paper a", citationCount: 9 },
        { id: "b", title: "Paper b", citationCount: 7 },
        { id: "c", title: "Paper c" },
      ] as CorpusInput["papers"],
      gaps: [{ paper: "b", of: "citations", reason: "truncated" }] as unknown as NonNullable<
        CorpusInput["gaps"]
      >,
      unresolved: [{ line: 9, title: "Paper z", reason: "?" }],
    });
    expect(diffCorpora(older, newer)).toMatchObject({
      newPapers: ["c"],
      resolved: ["c"],
      lost: [{ line: 9, title: "Paper z" }],
      counts: [{ paper: "a", from: 5, to: 9 }],
      gapsOpened: [{ paper: "b", of: "citations", reason: "truncated" }],
      gapsClosed: [{ paper: "a", of: "references", reason: "elided" }],
    });
  });
});

describe("describeRun", () => {
  test("writes a heading, one section for each kind of change, and none for the others", () => {
    const after = corpus("a b c d", "b>a c>b d>a");
    expect(describeRun(diffCorpora(before, after), after)).toBe(
      [
        "## What changed since 2026-11-16",
        "",
        "4 papers, 3 citations, as of 2026-11-23.",
        "",
        "### New papers: 1",
        "",
        "- `Paper d` (`d`)",
        "",
        "### New citations: 1",
        "",
        "- `Paper d` (`d`) cites `Paper a` (`a`)",
        "",
      ].join("\n"),
    );
  });

  test("lets no title write markup", () => {
    const after = corpus("a b c d", "b>a c>b", {
      papers: ["a", "b", "c"]
        .map((id) => ({ id, title: `Paper ${id}` }))
        .concat([
          { id: "d", title: "<img src=x> [click](http://evil) \n# Heading *bold*" },
        ]) as CorpusInput["papers"],
    });
    const line = describeRun(diffCorpora(before, after), after)
      .split("\n")
      .find((text) => text.includes("click"));
    expect(line).toBe("- `<img src=x> [click](http://evil) # Heading *bold*` (`d`)");
  });

  test("quotes what comes from elsewhere wherever it stands, and stays within what GitHub takes", () => {
    const evil = (i: number) => `${i} fixes #1 @octocat ${"x".repeat(400)}`;
    const numbers = Array.from({ length: 200 }, (_, i) => i);
    const papers = numbers.map((i) => ({ id: `doi:10.1/@${i}#1${"y".repeat(300)}`, title: evil(i) }));
    const ids = papers.map(({ id }) => paperId(id));
    const links = ids.map((id) => ({ citing: id, cited: ids[0] ?? id }));
    const gaps = ids.map((paper) => ({ paper, of: "references" as const, reason: evil(0) }));
    const text = describeRun(
      {
        ...diffCorpora(before, before),
        newPapers: ids,
        gonePapers: ids,
        resolved: ids,
        lost: numbers.map((i) => ({ line: i + 1, title: evil(i) })),
        newCitations: links,
        goneCitations: links,
        counts: ids.map((paper) => ({ paper, from: 1, to: 2 })),
        gapsOpened: gaps,
        gapsClosed: gaps,
      },
      corpus("a", "", { papers: papers as CorpusInput["papers"] }),
    );
    expect(text.length).toBeLessThan(65_536);
    expect(text.match(/^### .*: 200$/gm)).toHaveLength(9);
    expect(text).toContain("- … and 170 more");
    expect(text).toContain("- … and 200 more");
    expect(text.replace(/`[^`]*`/g, "")).not.toMatch(/@|#\d|fixes|10\.1/);
  });

  test("says that nothing changed", () => {
    expect(describeRun(diffCorpora(before, before), before)).toContain("Nothing changed.");
  });
});

describe("withRun", () => {
  const run = diffCorpora(before, corpus("a b c d", "b>a c>b"));
  const none = { version: 1 as const, runs: [] };

  test("puts the newest run first and keeps only the last ones", () => {
    let changes = withRun(none, run);
    for (let i = 0; i < RUNS_KEPT + 5; i++) changes = withRun(changes, { ...run, papers: 10 + i });
    expect(changes.runs).toHaveLength(RUNS_KEPT);
    expect(changes.runs[0]?.papers).toBe(10 + RUNS_KEPT + 4);
  });

  test("keeps no run that changed nothing, and none twice", () => {
    expect(withRun(none, diffCorpora(before, before))).toBe(none);
    const once = withRun(none, run);
    expect(withRun(once, run)).toBe(once);
  });

  test("comes back from its text as it was", () => {
    const changes = withRun(none, run);
    expect(parseChanges(JSON.parse(formatChanges(changes)))).toEqual(changes);
    expect(formatChanges(parseChanges(JSON.parse(formatChanges(changes))))).toBe(formatChanges(changes));
    expect(parseChanges(JSON.parse(formatChanges(none)))).toEqual(none);
  });
});

describe("parseChanges", () => {
  test.each([
    [{ version: 2, runs: [] }, /changes\.json: version/],
    [{ version: 1, runs: [{ at: "yesterday", papers: 1, citations: 0 }] }, /runs\[0\]\.at.*not a date/],
    [null, /changes\.json: file/],
  ])("says what is wrong with %j", (value, message) => {
    expect(() => parseChanges(value)).toThrow(message);
  });
});
