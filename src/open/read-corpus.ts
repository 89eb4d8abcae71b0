import type { ClusterFacts } from "../analysis/communities/cluster-facts.ts";
import type { DomainFacts } from "../analysis/domains/domain-facts.ts";
import type { LineageSummary } from "../analysis/summary.ts";
import type { FileMark } from "../columns/companion-fits.ts";
import { type IndexedCorpus, rebuilding } from "../columns/hydration.ts";
import { NoScriptError } from "../draw/page/failure.ts";
import type { CorpusAnswer, CorpusQuestion, CorpusSource } from "../workers/corpus-worker.ts";
import type { FindClusters } from "./cluster-seeker.ts";
import type { FindDomains } from "./domain-seeker.ts";

/** What all citations say of a corpus: its summary, and by citation 1 for one that a longer path implies. */
export interface WholeAnalysis {
  readonly summary: LineageSummary;
  readonly implied: Uint8Array;
}

/** A corpus that a worker reads, and what the worker finds in it. */
export interface CorpusReader {
  /** Length and hash of the file; never settles where the text was given. */
  readonly file: Promise<FileMark>;
  readonly corpus: Promise<IndexedCorpus>;
  /** What is wrong with each row of the file that is left out; none is []. */
  readonly leftOut: Promise<readonly string[]>;
  readonly analysis: Promise<WholeAnalysis>;
  readonly findClusters: FindClusters;
  readonly findDomains: FindDomains;
}

/** What is said where a script did not load. */
export interface ReaderTexts {
  readonly noReader: string;
  readonly noFinder: string;
}

/**
 * Reads a corpus in a worker, from an address or a text that was fetched already, so that the page stays at
 * hand meanwhile; a file that was checked before is not checked again. The promises of corpus and analysis reject with what is wrong with the file.
 */
export function readCorpus(from: CorpusSource, said: ReaderTexts): CorpusReader {
  const worker = new Worker(new URL("../workers/corpus-worker.ts", import.meta.url), { type: "module" });
  const ask = (question: CorpusQuestion) => worker.postMessage(question);
  const file = waiting<FileMark>();
  const corpus = waiting<IndexedCorpus>();
  const leftOut = waiting<readonly string[]>();
  const analysis = waiting<WholeAnalysis>();
  const parts = rebuilding();
  const clusters = lastAsker<ClusterFacts>();
  const domains = lastAsker<DomainFacts>();
  let asked = 0;
  const fail = (failure: Error) => {
    corpus.reject(failure);
    leftOut.reject(failure);
    analysis.reject(failure);
    // Whoever waits for more than the corpus waits in vain as well.
    clusters.fail(failure);
    domains.fail(failure);
  };
  worker.addEventListener("error", ({ message }) =>
    fail(message ? new Error(message) : new NoScriptError(said.noReader)),
  );
  worker.addEventListener("message", ({ data }: MessageEvent<CorpusAnswer>) => {
    switch (data.type) {
      case "file":
        return file.resolve(data);
      case "left-out":
        return leftOut.resolve(data.leftOut);
      case "analysis":
        return analysis.resolve(data);
      case "clusters":
        return clusters.answer(data.facts);
      case "clusters-failed":
        return clusters.fail(new Error(data.message || said.noFinder));
      case "domains":
        if (data.number === asked) domains.answer(data.facts);
        return;
      case "domains-failed":
        if (data.number === asked) domains.fail(new Error(data.message));
        return;
      case "failure":
        return fail(new Error(data.message));
      case "citations":
        parts.take(data);
        parts.finish(breath).then(corpus.resolve, corpus.reject);
        return;
      default:
        parts.take(data);
    }
  });
  ask({ type: "read", from });
  // Whoever waits for one of them hears of a failure; the others need no ear.
  for (const { promise } of [file, corpus, leftOut, analysis]) promise.catch(() => {});
  return {
    file: file.promise,
    corpus: corpus.promise,
    leftOut: leftOut.promise,
    analysis: analysis.promise,
    findClusters: (options, answer, failed) => {
      const forget = clusters.hear(answer, failed);
      ask({ type: "clusters", options });
      return () => {
        if (forget()) ask({ type: "stop-clusters" });
      };
    },
    findDomains: (question, answer, failed) => {
      const forget = domains.hear(answer, failed);
      ask({ type: "domains", number: ++asked, question });
      return forget;
    },
  };
}

/** Who asked last, until that was answered or failed. */
function lastAsker<A>() {
  let asker: { readonly answer: (value: A) => void; readonly fail: (failure: Error) => void } | null = null;
  const heard = () => {
    const who = asker;
    asker = null;
    return who;
  };
  return {
    /** Takes the place of who asked before; returns how to withdraw, which says whether anybody still waited. */
    hear(answer: (value: A) => void, fail: (failure: Error) => void): () => boolean {
      const own = { answer, fail };
      asker = own;
      return () => asker === own && heard() !== null;
    },
    answer: (value: A) => heard()?.answer(value),
    fail: (failure: Error) => heard()?.fail(failure),
  };
}

/** Lets the browser do what waits: an input, a frame. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function waiting<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (failure: unknown) => void = () => {};
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
