import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type CitationIndex, citationIndexOf } from "../../src/columns/citation-index.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";

/** The rows of `papers.csv.gz` (`arxiv_id,date`) and `citations.csv.gz` (`citing,cited`), without their heads. */
interface HepTh {
  readonly papers: readonly (readonly [id: string, date: string])[];
  readonly citations: readonly (readonly [citing: string, cited: string])[];
}

/**
 * The citation graph of arXiv's hep-th section (KDD Cup 2003) from the two files in a folder, without the
 * citations of a later or equal arXiv id: 27,770 papers, 351,500 citations. Null when the folder does not
 * hold the two files.
 */
export function readHepTh(folder: string | undefined): CitationIndex | null {
  const rows = readRows(folder);
  if (rows === null) return null;
  return citationIndexOf(
    rows.papers.map(([id, date]) => ({ id: paperId(nameOf(id)), date: date === "" ? null : date })),
    rows.citations
      .filter(([citing, cited]) => inTime(cited) < inTime(citing))
      .map(([citing, cited]) => ({ citing: paperId(nameOf(citing)), cited: paperId(nameOf(cited)) })),
  );
}

/**
 * The same as a corpus, with what is known and nothing else: no titles (the id stands for one), no authors, no
 * root. All papers are context, since no survey lists them. Citations against time are in it, those of a
 * paper by itself and repeated ones are not. A date is the file's where it is of the month in the id or a
 * neighbouring one, else that month: some of the file's are off by years. Null as in readHepTh.
 */
export function hepThCorpus(folder: string | undefined): Corpus | null {
  const rows = readRows(folder);
  if (rows === null) return null;
  const pairs = new Set(
    rows.citations.filter(([citing, cited]) => citing !== cited).map((pair) => pair.join()),
  );
  return parseCorpus({
    version: 1,
    survey: { title: "Citations among the papers of arXiv hep-th, 1992 to 2003" },
    retrieved: [{ source: "KDD Cup 2003", at: "2003-05-12" }],
    papers: rows.papers.map(([id, date]) => ({
      id: nameOf(id),
      role: "context",
      title: `hep-th/${id}`,
      date: dateOf(id, date),
      referencesKnown: null,
    })),
    citations: Array.from(pairs, (pair) => {
      const [citing = "", cited = ""] = pair.split(",");
      return { citing: nameOf(citing), cited: nameOf(cited), sources: ["kdd-cup-2003"] };
    }),
  });
}

function nameOf(id: string): string {
  return `arxiv:hep-th/${id}`;
}

/** The arXiv number of the years 1991 to 2003 with its century, so that text order is the order of time. */
function inTime(id: string): string {
  return `${id.startsWith("9") ? "19" : "20"}${id}`;
}

function dateOf(id: string, date: string): string {
  const number = inTime(id);
  const month = `${number.slice(0, 4)}-${number.slice(4, 6)}`;
  const monthsOf = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7));
  return date !== "" && Math.abs(monthsOf(date) - monthsOf(month)) <= 1 ? date : month;
}

function readRows(folder: string | undefined): HepTh | null {
  if (!folder || !["papers", "citations"].every((name) => existsSync(join(folder, `${name}.csv.gz`)))) {
    return null;
  }
  return {
    papers: rowsOf(join(folder, "papers.csv.gz")),
    citations: rowsOf(join(folder, "citations.csv.gz")),
  };
}

function rowsOf(file: string): [string, string][] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.slice(1).map((line) => {
    const [first = "", second = ""] = line.trim().split(",");
    return [first, second];
  });
}
