import * as fc from "fast-check";
import type { CorpusInput } from "../../src/corpus/schema.ts";
import { corpusOf } from "../graphs.ts";

/** Texts that break careless writers: markup, quotes, ends of sections, formulas, scripts, halves of letters, controls. */
export const HOSTILE = [
  `"Quotes" & 'apostrophes' <b>bold</b> ]]> <!-- -->`,
  "two\nlines\r\nand\ttabs",
  "中文标题：对比学习 🙂",
  "half a letter \ud83d and its other half \ude42",
  "controls \u0000\u0001\u0008\u000b\u001f\u007f\u0085\u2028",
  '=HYPERLINK("http://x")',
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "＝1",
  "{brace} \\backslash% $ # _ ^ ~",
  "TY  - JOUR\nER  - ",
  "</script><script>alert(1)</script>",
  "*Vertices 3",
  "&amp; &#0; &#x1F;",
] as const;

/** A text as reading and writing leave it: what no file of text can hold became U+FFFD. */
export function kept(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** The same on one line. */
export function keptOnALine(text: string): string {
  return kept(text).replace(/\s+/g, " ").trim();
}

/** Any text with something in it to see. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", minLength: 1, maxLength: 30 }))
  .filter((text) => keptOnALine(text) !== "");

/** A ← B ← C with hostile texts wherever a source may bring one; C is a work around the survey. */
export function hostileCorpus(title: string, other = title) {
  const paper = (facts: Partial<CorpusInput["papers"][number]>) => ({
    title,
    authors: [other, "Ada de One"],
    venue: other,
    ...facts,
  });
  return corpusOf(
    "",
    {},
    {
      survey: {
        title,
        author: other,
        root: "A",
        domains: [
          { id: "x", label: { en: other } },
          { id: "y", label: { en: title } },
        ],
      },
      papers: [
        { id: "A", ...paper({ label: title, year: 2019 }) },
        { id: "doi:10.1/<b>&\"'", ...paper({ label: other, date: "2020-05", citationCount: 7 }) },
        { id: "C c", ...paper({ role: "context", date: "2021-02-26" }) },
      ],
      placements: [
        { paper: "A", domain: "x" },
        { paper: "doi:10.1/<b>&\"'", domain: "y" },
      ],
      citations: [
        { citing: "doi:10.1/<b>&\"'", cited: "A", confidence: "verified", evidence: other, intents: [title] },
        { citing: "C c", cited: "doi:10.1/<b>&\"'", influential: true, sources: [other] },
      ],
    },
  );
}
