import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { gapLines } from "../../src/refresh/gap-lines.ts";
import { NOT_READ } from "../../src/refresh/gaps-of.ts";
import { listNotices } from "../../src/refresh/list-notices.ts";
import { resolveEntries } from "../../src/refresh/resolve-entries.ts";
import { unresolvedLines } from "../../src/refresh/unresolved-lines.ts";
import { entryOf } from "./sources.ts";

const gap = (i: number, reason = NOT_READ) => ({
  paper: paperId(`p${i}`),
  of: "references" as const,
  reason,
  expected: null,
  found: null,
});
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe("gapLines", () => {
  test("says many that are alike in one line, few and others one by one", () => {
    const gaps = [...numbers(226).map((i) => gap(i)), { ...gap(0, "elided"), expected: 87, found: 3 }];
    expect(gapLines(gaps, (id) => id)).toEqual([
      "226 reference lists not read yet (p1, p2, p3 and 223 more)",
      "p0: references: elided (3 of 87)",
    ]);
    expect(gapLines([gap(1), gap(2)], (id) => id)).toHaveLength(2);
  });
});

describe("unresolvedLines", () => {
  const entry = (line: number) => ({ paper: null, line, title: `T${line}`, reason: "no id", candidates: [] });

  test("says entries of one reason in one line, and keeps what was offered by its entry", () => {
    const offered = [{ id: "s2:x", title: "Other", reason: "another title" }];
    const lines = unresolvedLines(
      [...numbers(193).map(entry), { ...entry(400), candidates: offered }],
      "l.md",
    );
    expect(lines).toEqual([
      "l.md: 193 entries are not identified yet: no id (lines 1, 2, 3 and 190 more)",
      'l.md:400: "T400" is not identified yet: no id',
      '  offered: "Other" (s2:x): another title',
    ]);
  });
});

describe("listNotices", () => {
  const notices = (entries: Parameters<typeof resolveEntries>[0]) =>
    listNotices(resolveEntries(entries, [], []), "l.md", "2026-05-01");

  test("says once which entries are one paper, and which link belongs to another title", () => {
    const react = "Reasoning and acting in one loop";
    expect(notices([entryOf(react, 5), entryOf(react, 9, { domain: "e" })])).toEqual([
      `l.md:9: "${react}" is already on line 5: one paper, under both headings`,
    ]);
    const [wrong] = notices([entryOf("Voyager arxiv:2305.16291", 1), entryOf("FireAct arxiv:2305.16291", 7)]);
    expect(wrong).toContain('l.md:7: "FireAct" has the same link as "Voyager" on line 1');
    expect(notices(numbers(9).map((line) => entryOf(react, line)))).toEqual([
      "l.md: 8 entries repeat a paper listed above them: one paper each, under all its headings (lines 2, 3, 4 and 5 more)",
    ]);
  });

  test("says which date is not believed, with its line and what is taken instead", () => {
    const slip = entryOf("A slip arxiv:2304.08485", 3, { year: 2033, date: "2033" });
    const late = entryOf("Tomorrow", 4, { year: 2031, date: "2031" });
    expect(notices([slip, late])).toEqual([
      'l.md:3: "A slip": 2033 is in the future; using 2023-04, from its arXiv number',
      `l.md:4: "Tomorrow": 2031 is in the future; the list's date is ignored`,
    ]);
  });
});
