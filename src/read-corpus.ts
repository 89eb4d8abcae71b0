import type { ClusterFacts } from "./analysis/cluster-facts.ts";
import type { LineageSummary } from "./analysis/summary.ts";
import type { CorpusAnswer, CorpusQuestion, CorpusSource, FileMark } from "./corpus-worker.ts";
import type { FindClusters } from "./draw/cluster-seeker.ts";
import { type IndexedCorpus, rebuilding } from "./hydration.ts";

/** What all citations say of a corpus: its summary, and by citation 1 for one that a longer path implies. */
export interface WholeAnalysis {
  readonly summary: LineageSummary;
  readonly implied: Uint8Array;
}

/** A corpus that a worker reads, and what the worker finds in it. */
export interface CorpusReader {
  /** Length and checksum of the file; never settles where the text was given. */
  readonly file: Promise<FileMark>;
  readonly corpus: Promise<IndexedCorpus>;
  readonly analysis: Promise<WholeAnalysis>;
  readonly findClusters: FindClusters;
}

/**
 * Reads a corpus in a worker, from an address or a text that was fetched already, so that the page stays at
 * hand meanwhile; a file that was checked before is not checked again. The promises of corpus and analysis reject with what is wrong with the file.
 */
export function readCorpus(from: CorpusSource): CorpusReader {
  const worker = new Worker(new URL("./corpus-worker.ts", import.meta.url), { type: "module" });
  const ask = (question: CorpusQuestion) => worker.postMessage(question);
  const file = waiting<FileMark>();
  const corpus = waiting<IndexedCorpus>();
  const analysis = waiting<WholeAnalysis>();
  const parts = rebuilding();
  let seeker: { answer: (facts: ClusterFacts) => void; fail: (failure: Error) => void } | null = null;
  const fail = (message: string) => {
    const failure = new Error(message);
    corpus.reject(failure);
    analysis.reject(failure);
  };
  worker.addEventListener("error", ({ message }) => fail(message || "the script that reads it did not load"));
  worker.addEventListener("message", ({ data }: MessageEvent<CorpusAnswer>) => {
    switch (data.type) {
      case "file":
        return file.resolve(data);
      case "analysis":
        return analysis.resolve(data);
      case "clusters":
        return seeker?.answer(data.facts);
      case "clusters-failed":
        return seeker?.fail(new Error(data.message));
      case "failure":
        return fail(data.message);
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
  for (const { promise } of [file, corpus, analysis]) promise.catch(() => {});
  return {
    file: file.promise,
    corpus: corpus.promise,
    analysis: analysis.promise,
    findClusters: (options, answer, failed) => {
      const own = { answer, fail: failed };
      seeker = own;
      ask({ type: "clusters", options });
      return () => {
        if (seeker === own) ask({ type: "stop-clusters" });
      };
    },
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
