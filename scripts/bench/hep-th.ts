import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type CitationIndex, citationIndexOf } from "../../src/analysis/citation-index.ts";
import { paperId } from "../../src/corpus/ids.ts";

/**
 * The citation graph of arXiv's hep-th section (KDD Cup 2003) from `papers.csv.gz` (`arxiv_id,date`) and
 * `citations.csv.gz` (`citing,cited`) in a folder, without the citations of a later or equal arXiv id:
 * 27,770 papers, 351,500 citations. Null when the folder does not hold the two files.
 */
export function readHepTh(folder: string | undefined): CitationIndex | null {
  if (!folder || !["papers", "citations"].every((name) => existsSync(join(folder, `${name}.csv.gz`)))) {
    return null;
  }
  const papers = rowsOf(join(folder, "papers.csv.gz")).map(([id = "", date = ""]) => ({
    id: paperId(`arxiv:hep-th/${id}`),
    date: date === "" ? null : date,
  }));
  const citations = rowsOf(join(folder, "citations.csv.gz"))
    .filter(([citing = "", cited = ""]) => inTime(cited) < inTime(citing))
    .map(([citing = "", cited = ""]) => ({
      citing: paperId(`arxiv:hep-th/${citing}`),
      cited: paperId(`arxiv:hep-th/${cited}`),
    }));
  return citationIndexOf(papers, citations);
}

/** The arXiv number of the years 1991 to 2003 with its century, so that text order is the order of time. */
function inTime(id: string): string {
  return `${id.startsWith("9") ? "19" : "20"}${id}`;
}

function rowsOf(file: string): string[][] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.slice(1).map((line) => line.trim().split(","));
}
