import { parse as readCsv } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { papersWithKnownReferences } from "../../src/corpus/references-known.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { corpusPart } from "../../src/export/corpus-part.ts";
import { citationsCsv, papersCsv } from "../../src/export/csv.ts";
import { exportGraph } from "../../src/export/export-graph.ts";
import { allOf, selectionOf } from "../../src/view/map/selection.ts";
import { buildSources } from "../../src/view/sources.ts";
import { corpusOf, missingReferenceCorpus } from "../graphs.ts";
import { clipCorpus } from "../view/models.ts";
import { HOSTILE, hostileCorpus, kept, texts } from "./hostile.ts";

const graphOf = (corpus: Corpus) => exportGraph(buildSources(corpus), allOf(corpus));
const rowsOf = (csv: string): Record<string, string>[] =>
  readCsv(Buffer.from(csv), { bom: true, columns: true, relax_column_count: false });
/** The letters of the source, as the README tells readers to get them: without one apostrophe of each that stands guard. */
const source = (text: string) =>
  text.replace(/(?<=^|[;\t\r\n])'(?=[\s\p{Cc}\p{Cf}\ufffd"']*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫])/gu, "");
/** What begins a formula to one program or another, after what importers drop. */
const FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫]/u;

describe("papersCsv and citationsCsv", () => {
  test("are read back by another hand with every paper and citation", () => {
    const corpus = clipCorpus();
    const papers = rowsOf(papersCsv(graphOf(corpus)));
    expect(papers.map(({ id }) => id)).toEqual(corpus.papers.map(({ id }) => id).sort());
    const flip = papers.find(({ label }) => label === "FLIP");
    expect(flip).toMatchObject({
      id: "arxiv:2212.00794",
      title: "Scaling Language-Image Pre-Training via Masking",
      date: "2022-12-01",
      citations: "425",
      arxiv: "arXiv:2212.00794",
      doi: "10.1109/cvpr52729.2023.02240",
      role: "survey",
    });
    const citations = rowsOf(citationsCsv(graphOf(corpus)));
    expect(citations.map(({ citing, cited }) => `${citing} ${cited}`)).toEqual(
      corpus.citations.map(({ citing, cited }) => `${citing} ${cited}`),
    );
  });

  test("keep hostile texts letter for letter behind the apostrophe of a formula", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const [row] = rowsOf(papersCsv(graphOf(hostileCorpus(title, other))));
        expect(source(row?.title ?? "")).toBe(kept(title));
        expect(source(row?.venue ?? "")).toBe(kept(other));
        const links = rowsOf(citationsCsv(graphOf(hostileCorpus(title, other))));
        expect(links.map(({ citing }) => citing)).toEqual(["C c", "doi:10.1/<b>&\"'"]);
      }),
    );
  });

  test("give no spreadsheet a formula", () => {
    for (const title of HOSTILE) {
      const csv = papersCsv(graphOf(hostileCorpus(title)));
      for (const row of rowsOf(csv)) for (const cell of Object.values(row)) expect(cell).not.toMatch(FORMULA);
    }
  });

  const ARMED = ["=1", "'=1", "''=1", "x;=1", "x;'=1", "x; =1", 'x;"=1+1;', "a;b;\t=1;'", " =1", "\u00a0=1"];
  test.each([
    ...ARMED,
    "\u200b=1",
    "x\n=1",
    "x\r\n\t@a",
    "\t\t=1",
    "\r-1",
    "＝1",
    "﹦1",
    "x;＋1",
    "|cmd",
    "%1",
    "x;;=1",
  ])("give none to a program that divides lines at other signs: %j", (title) => {
    const csv = papersCsv(graphOf(hostileCorpus(title)));
    for (const row of rowsOf(csv)) expect(source(row.title ?? "")).toBe(kept(title));
    for (const separator of [/[;\n\r]+/, /[\t\n\r]+/, /[,\n\r]+/])
      for (const cell of csv.slice(1).split(separator)) expect(cell).not.toMatch(FORMULA);
  });

  test("leave texts alone in which nothing could begin a formula", () => {
    for (const title of ["A - B", "1+1=2", "a;b", "it's; 'so'", "C++; 3", "50%"]) {
      const [row] = rowsOf(papersCsv(graphOf(hostileCorpus(title, "x"))));
      expect(row?.title).toBe(title);
    }
  });

  test("take no longer than its length for a text made to be slow", () => {
    const title = `${"\t".repeat(300_000)}x=`;
    const [row] = rowsOf(papersCsv(graphOf(hostileCorpus(title, "x"))));
    expect(row?.title).toBe(title);
  });

  test("begin with a byte order mark, and end every line as RFC 4180 asks", () => {
    const csv = papersCsv(graphOf(corpusOf("A<-B")));
    expect(csv.startsWith("\ufeffid,label,title")).toBe(true);
    expect(csv.match(/\r\n/g)).toHaveLength(3);
    expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe("corpusPart", () => {
  test("of the whole is the whole", () => {
    const corpus = clipCorpus();
    const part = corpusPart(corpus, allOf(corpus));
    expect(part.papers.map(({ id }) => id)).toEqual(corpus.papers.map(({ id }) => id));
    expect({ ...part, papers: [] }).toEqual({ ...corpus, papers: [] });
    expect(papersWithKnownReferences(part)).toEqual(papersWithKnownReferences(corpus));
  });

  test("of any papers is a corpus that can be read again, with nothing but them", () => {
    const corpus = clipCorpus();
    fc.assert(
      fc.property(fc.subarray(corpus.papers.map(({ id }) => id)), (ids) => {
        const read = parseCorpus(JSON.parse(formatCorpus(corpusPart(corpus, selectionOf(corpus, ids)))));
        expect(read.papers.map(({ id }) => id)).toEqual([...ids].sort());
        const chosen = new Set(ids);
        expect(read.citations).toHaveLength(
          corpus.citations.filter(({ citing, cited }) => chosen.has(citing) && chosen.has(cited)).length,
        );
      }),
      { numRuns: 30 },
    );
  });

  test("still knows whose references were read when the citations that told it are left out", () => {
    const corpus = missingReferenceCorpus();
    const part = corpusPart(corpus, selectionOf(corpus, ["B", "C"].map(paperId)));
    expect([...papersWithKnownReferences(part)]).toEqual(["B"]);
    expect(part.survey.root).toBeNull();
  });
});
