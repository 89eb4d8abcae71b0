import { analyse } from "./analysis/analyse.ts";
import type { ClusterFacts } from "./analysis/communities/cluster-facts.ts";
import { type PairColumns, pairsIn } from "./analysis/communities/similarity.ts";
import { emptySummary, type LineageSummary, summarise } from "./analysis/summary.ts";
import { parseJson } from "./corpus/parse-json.ts";
import { readChanges } from "./corpus/read-changes.ts";
import type { Corpus } from "./corpus/schema.ts";
import { usableCorpus } from "./corpus/usable-corpus.ts";
import { smallMap } from "./draw/map/small-map.ts";
import { showFailure } from "./draw/page/failure.ts";
import { mountPage } from "./draw/page/page.ts";
import type { FindClusters } from "./open/cluster-seeker.ts";
import { networkLoader, type SettleNetwork } from "./open/network-seeker.ts";
import { type CountPairs, similaritySeeker } from "./open/similarity-seeker.ts";
import { languageFor, tagOf } from "./text/language.ts";
import { type Texts, textsIn } from "./text/texts.ts";
import { customProperties, DARK, LIGHT } from "./view/looks/palette.ts";
import { STRONGEST } from "./view/map/link-layers.ts";
import { buildSources, type Sources } from "./view/sources.ts";
import { isLarge } from "./view/state/large-map-line.ts";
import { decodeState } from "./view/state/url.ts";

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks its #${id}`);
  return element;
}

/** The text of a file beside the page; throws with the file's name when there is none. */
async function readText(name: string): Promise<string> {
  const response = await fetch(`./${name}`);
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status} ${response.statusText}`);
  return response.text();
}

/** How many papers a corpus has that makes a large map, else 0. Only its size is looked at: a worker reads it. */
function papersOfLargeMap(value: unknown): number {
  const { papers, citations } = (value ?? {}) as { papers?: unknown; citations?: unknown };
  if (!Array.isArray(papers) || !Array.isArray(citations)) return 0;
  return isLarge(papers.length, citations.length) ? papers.length : 0;
}

/** Up to so many citations are analysed before the first picture: a matter of milliseconds. */
const ANALYSED_HERE = 10_000;

/** Asks a worker one question, and ends it with its answer or its failure. Returns how to end it before. */
function askOnce<A>(
  worker: Worker,
  question: unknown,
  answer: (answer: A) => void,
  fail: (message: string) => void,
): () => void {
  const end = () => worker.terminate();
  worker.addEventListener("message", ({ data }: MessageEvent<A>) => {
    end();
    answer(data);
  });
  worker.addEventListener("error", ({ message }) => {
    end();
    fail(message);
  });
  worker.postMessage(question);
  return end;
}

/** The summary of a corpus, made by a worker so that the page stays at hand. */
function analyseElsewhere(corpus: Corpus): Promise<LineageSummary> {
  const worker = new Worker(new URL("./workers/analysis-worker.ts", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) =>
    askOnce(worker, corpus, resolve, (message) => reject(new Error(`the analysis failed: ${message}`))),
  );
}

/** Looks for the communities of a corpus in a worker, the only script with the library that finds them. */
function clustersOf(corpus: Corpus, texts: Texts): FindClusters {
  return (options, answer, fail) => {
    const worker = new Worker(new URL("./workers/cluster-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<ClusterFacts>) => {
      answer(data);
      if (!data.rough) worker.terminate();
    });
    worker.addEventListener("error", ({ message }) => fail(new Error(message || texts.stage.noWorker)));
    worker.postMessage({ corpus, options });
    return () => worker.terminate();
  };
}

/** Counts what papers share in a worker, so that the page stays at hand. */
function countElsewhere({ controls }: Texts): CountPairs {
  return (similarity, answer, fail) => {
    const worker = new Worker(new URL("./workers/similarity-worker.ts", import.meta.url), { type: "module" });
    return askOnce<PairColumns>(
      worker,
      { similarity, top: STRONGEST },
      (columns) => answer(pairsIn(columns)),
      (message) => fail(new Error(message || controls.noCounter)),
    );
  };
}

/** Settles a network in a worker, so that the page stays at hand. */
const settleElsewhere: SettleNetwork = (graph, size, answer, fail) => {
  const worker = new Worker(new URL("./workers/network-worker.ts", import.meta.url), { type: "module" });
  return askOnce(worker, { graph, size }, answer, fail);
};

async function start(): Promise<void> {
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  for (const [name, value] of customProperties(theme))
    document.documentElement.style.setProperty(name, value);
  const { language, view } = decodeState(window.location.hash, () => null).state;
  const network = networkLoader();
  const texts = await textsIn(language ?? languageFor(navigator.languages));
  document.documentElement.lang = tagOf(texts.language);
  part("stage").querySelector(".loading")?.replaceChildren(texts.compact.loading);
  try {
    const changesRead = readChanges(readText("changes.json"));
    const companion = document.querySelector<HTMLLinkElement>("link#companion")?.href ?? null;
    if (companion !== null) {
      const { openLarge } = await import("./open/open-large.ts");
      return await openLarge(window, part, theme, texts, { corpus: null, companion, changes: changesRead });
    }
    const text = await readText("corpus.json");
    const value = parseJson("corpus.json", text);
    const papers = papersOfLargeMap(value);
    if (papers > 0) {
      const { openLarge } = await import("./open/open-large.ts");
      const corpus = { text, papers };
      return await openLarge(window, part, theme, texts, { corpus, companion, changes: changesRead });
    }
    // A page that opens in the network has all that this needs before it is shown; the map says so where that fails.
    if (view === "network") await network.load().catch(() => {});
    const { corpus, leftOut } = await usableCorpus(value);
    const told = await changesRead;
    const sources = (summary: LineageSummary) => ({
      ...buildSources(corpus, told.changes, summary, texts),
      leftOut: [...leftOut, ...told.leftOut],
    });
    let redraw = (_better?: Sources) => {};
    const informed = similaritySeeker(countElsewhere(texts), () => redraw(), texts);
    const page = {
      kind: { ...smallMap(network, settleElsewhere), informed },
      findClusters: clustersOf(corpus, texts),
    };
    if (corpus.citations.length <= ANALYSED_HERE) {
      performance.mark("analysis-start");
      const summary = summarise(analyse(corpus));
      performance.measure("analysis", "analysis-start");
      redraw = mountPage(window, part, sources(summary), page);
      return;
    }
    const pending = emptySummary(corpus.papers.length, corpus.citations.length);
    redraw = mountPage(window, part, sources(pending), page);
    redraw(sources(await analyseElsewhere(corpus)));
  } catch (failure) {
    showFailure(part("stage"), failure, texts);
  }
}

void start();
