import { analyse } from "../analysis/analyse.ts";
import type { ClusterFacts, ClusterOptions } from "../analysis/communities/cluster-facts.ts";
import {
  carryingCitations,
  type DomainFacts,
  type DomainQuestion,
  domainFinder,
} from "../analysis/domains/domain-facts.ts";
import { type LineageSummary, summarise } from "../analysis/summary.ts";
import { indexOfCorpus } from "../columns/citation-index.ts";
import type { CorpusMark } from "../columns/companion.ts";
import { type FileMark, isMarked } from "../columns/companion-fits.ts";
import { buffersOf, type CorpusPart, partsOf } from "../columns/hydration.ts";
import { inFile } from "../corpus/bad-rows.ts";
import { yearOf } from "../corpus/date.ts";
import { salvageCorpus } from "../corpus/parse-corpus.ts";
import { parseJson } from "../corpus/parse-json.ts";
import { readKnownCorpus } from "../corpus/read-known-corpus.ts";
import type { Corpus } from "../corpus/schema.ts";

/** Where a corpus is read from: its text, or an address with the mark of a file there that was checked before, if any. */
export type CorpusSource =
  | { readonly url: string; readonly checked: CorpusMark | null }
  | { readonly text: string };

/** What the page asks of the worker: first a corpus by its address or text, then what is to be found in it. */
export type CorpusQuestion =
  | { readonly type: "read"; readonly from: CorpusSource }
  | { readonly type: "clusters"; readonly options: ClusterOptions }
  | { readonly type: "stop-clusters" }
  | { readonly type: "domains"; readonly number: number; readonly question: DomainQuestion };

/**
 * What it answers: how the file is marked, what is wrong with the rows that are left out of it, the parts of the corpus, its analysis; when asked, communities, and what is
 * to be said of domains under the number of the question. Of several questions about domains the last is answered.
 */
export type CorpusAnswer =
  | ({ readonly type: "file" } & FileMark)
  | { readonly type: "left-out"; readonly leftOut: readonly string[] }
  | CorpusPart
  | { readonly type: "analysis"; readonly summary: LineageSummary; readonly implied: Uint8Array }
  | { readonly type: "clusters"; readonly facts: ClusterFacts }
  | { readonly type: "clusters-failed"; readonly message: string }
  | { readonly type: "domains"; readonly number: number; readonly facts: DomainFacts }
  | { readonly type: "domains-failed"; readonly number: number; readonly message: string }
  | { readonly type: "failure"; readonly message: string };

const answer = (message: CorpusAnswer, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

let read: Corpus | null = null;
let seeking: Worker | null = null;
let findDomains: ReturnType<typeof domainFinder> | null = null;
let asked: Extract<CorpusQuestion, { type: "domains" }> | null = null;

self.addEventListener("message", ({ data }: MessageEvent<CorpusQuestion>) => {
  if (data.type === "read") {
    readAndTell(data.from).catch((failure: unknown) =>
      answer({ type: "failure", message: reasonOf(failure) }),
    );
    return;
  }
  if (data.type === "domains") {
    // Questions that came while another was worked on are all heard before the first of them is answered.
    if (asked === null) setTimeout(tellOfDomains);
    asked = data;
    return;
  }
  seeking?.terminate();
  seeking = data.type === "clusters" ? seek(data.options) : null;
});

async function readAndTell(from: CorpusSource): Promise<void> {
  const { text, mark } = "url" in from ? await fetchText(from.url) : { text: from.text, mark: null };
  const value = parseJson("corpus.json", text);
  const isChecked = mark !== null && (await isCheckedFile(from, mark));
  // Whoever made the companion of just these bytes has checked them: a second time would take half of all.
  const known = isChecked ? readKnownCorpus(value) : null;
  const { corpus, leftOut } = known === null ? salvageCorpus(value) : { corpus: known, leftOut: [] };
  read = corpus;
  answer({ type: "left-out", leftOut: inFile("corpus.json", leftOut) });
  const index = indexOfCorpus(corpus);
  const own = structuredClone(index);
  for (const part of partsOf(corpus, index)) answer(part, buffersOf(part) as ArrayBuffer[]);
  const analysis = analyse(corpus, own);
  const { graph, reduction } = analysis.whole;
  const implied = new Uint8Array(own.citing.length);
  for (const removed of reduction.removed) implied[graph.inWhole[removed] ?? -1] = 1;
  const summary = summarise(analysis);
  const years = corpus.papers.map(yearOf);
  findDomains = domainFinder({
    index: own,
    root: analysis.root,
    topics: analysis.topics,
    carrying: carryingCitations(
      analysis.surveyLineage,
      own.citing.length,
      (citation) => summary.implied[citation] === 1,
    ),
    yearOf: (paper) => years[paper] ?? Number.NaN,
  });
  answer({ type: "analysis", summary, implied });
}

function tellOfDomains(): void {
  if (asked === null) return;
  const { number, question } = asked;
  asked = null;
  try {
    if (findDomains === null) throw new Error("the corpus was not read");
    answer({ type: "domains", number, facts: findDomains(question) });
  } catch (failure) {
    answer({ type: "domains-failed", number, message: reasonOf(failure) });
  }
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** The text of a file, and its mark, which another thread makes meanwhile. */
async function fetchText(url: string): Promise<{ readonly text: string; readonly mark: Promise<FileMark> }> {
  const name = url.slice(url.lastIndexOf("/") + 1);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status} ${response.statusText}`);
  const bytes = await response.arrayBuffer();
  return { mark: markOf(bytes), text: new TextDecoder().decode(bytes) };
}

async function markOf(bytes: ArrayBuffer): Promise<FileMark> {
  // Browsers hash for pages of https and of the reader's own machine only.
  const subtle: SubtleCrypto | undefined = self.crypto.subtle;
  const hash = await subtle?.digest("SHA-256", bytes);
  return { bytes: bytes.byteLength, sha256: hash === undefined ? null : hexOf(new Uint8Array(hash)) };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Says how the file is marked, and returns whether it is the one that was checked before. */
async function isCheckedFile(from: CorpusSource, marking: Promise<FileMark>): Promise<boolean> {
  const mark = await marking;
  answer({ type: "file", ...mark });
  const checked = "url" in from ? from.checked : null;
  return checked !== null && mark.sha256 !== null && isMarked(checked, mark);
}

/** Another worker looks for the communities, so that it can be stopped while this one keeps the corpus. */
function seek(options: ClusterOptions): Worker {
  const worker = new Worker(new URL("./cluster-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ClusterFacts>) => {
    // What comes after the first answer, its stability, takes minutes at this size.
    const { rough: _, ...facts } = data;
    answer({ type: "clusters", facts: { ...facts, unmeasured: true } });
    worker.terminate();
  });
  worker.addEventListener("error", ({ message }) =>
    // Without a message the script did not load: the page says so in its language.
    answer({ type: "clusters-failed", message }),
  );
  worker.postMessage({ corpus: read, options });
  return worker;
}
