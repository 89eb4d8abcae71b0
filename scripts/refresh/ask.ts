import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { formatChanges, withRun } from "../../src/corpus/changes.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { describeRun } from "../../src/refresh/describe-run.ts";
import { diffCorpora } from "../../src/refresh/diff-corpora.ts";
import { type PlannedRequest, planRefresh } from "../../src/refresh/plan-refresh.ts";
import { type RefreshOptions, refreshCorpus } from "../../src/refresh/refresh-corpus.ts";
import { summaryOf } from "../../src/refresh/summary.ts";
import { type AnswerCache, noCache } from "../../src/semantic-scholar/answer-cache.ts";
import { type Client, createClient } from "../../src/semantic-scholar/client.ts";
import { Interrupted, KeyRefused } from "../../src/semantic-scholar/errors.ts";
import { createExchange, type Exchange } from "../../src/semantic-scholar/exchange.ts";
import {
  type Clock,
  createPace,
  PACE_WITH_KEY_MS,
  PACE_WITHOUT_KEY_MS,
} from "../../src/semantic-scholar/pace.ts";
import { writeWhole } from "../write-whole.ts";
import { openDiskCache } from "./disk-cache.ts";
import { EXIT, InputError } from "./exit-codes.ts";
import { lockFolder } from "./lock-folder.ts";
import { startProgress } from "./progress.ts";
import { type Folder, readFolder } from "./read-folder.ts";
import { readApiUrl, readKey } from "./read-key.ts";

export interface AskOptions extends RefreshOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
  /** The least milliseconds between two requests; undefined for the source's own rule. */
  readonly pace: number | undefined;
  readonly maxAge: number;
  readonly cache: boolean;
  readonly timeout: number;
}

const clock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
};

/** Where a folder keeps its answers and its lock. */
export function workFolder(folder: string): { readonly answers: string; readonly lock: string } {
  return {
    answers: join(folder, ".cache", "semantic-scholar"),
    lock: join(folder, ".cache", "refresh.lock"),
  };
}

/** Refreshes the folder from Semantic Scholar, or says what that would ask; returns the exit code. */
export async function askAndWrite(folder: string, options: AskOptions): Promise<number> {
  const key = readKey(process.env, ".env");
  const url = readApiUrl(process.env);
  const read = await readFolder(folder);
  const pace = options.pace ?? (key ? PACE_WITH_KEY_MS : PACE_WITHOUT_KEY_MS);
  const { answers, lock } = workFolder(folder);
  const unlock = options.dryRun ? async () => {} : await lockFolder(lock);
  try {
    if (!options.dryRun) await removeLeftovers(folder);
    const cache = options.cache ? await openCache(answers, options) : noCache;
    const planned = await planRefresh(
      read,
      options,
      (exchange) => clientOver(url, exchange, cache),
      read.files,
    );
    if (options.dryRun) return sayPlan(planned, pace, url, options.json);
    return await ask(read, options, { key, url, pace, cache, planned });
  } finally {
    await unlock();
  }
}

function openCache(folder: string, { maxAge, dryRun }: AskOptions): Promise<AnswerCache> {
  const warn = (message: string) => console.error(message);
  const cache = openDiskCache(folder, maxAge, { now: () => new Date(), warn });
  return dryRun ? cache.catch(() => noCache) : cache;
}

function clientOver(url: string, exchange: Exchange, cache: AnswerCache): Client {
  return createClient(url, { exchange, cache, today: () => new Date().toISOString().slice(0, 10) });
}

interface Asking {
  readonly key: string | null;
  readonly url: string;
  readonly pace: number;
  readonly cache: AnswerCache;
  readonly planned: readonly PlannedRequest[];
}

async function ask(read: Folder, options: AskOptions, asking: Asking): Promise<number> {
  const { key, url, pace, cache, planned } = asking;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  const progress = startProgress(requestsOf(planned), process.stderr);
  const exchange = createExchange(
    {
      baseUrl: url,
      key,
      pace: createPace(pace, clock),
      timeoutMs: options.timeout * 1000,
      // A mirror that sets no pace does not need the source's patience either.
      firstWaitMs: Math.max(100, 2 * pace),
      signal: stop.signal,
    },
    { clock, random: Math.random, report: progress.report },
  );
  const client = clientOver(url, exchange, cache);
  try {
    const { corpus, notices, outcome } = await refreshCorpus(read, options, client, read.files);
    progress.stop();
    if (stop.signal.aborted) throw new Interrupted();
    const requests = { made: progress.sent(), leastPossible: client.requests().leastPossible };
    if (outcome.answered === 0 && outcome.failures.length > 0) {
      console.error(outcome.failures[0]);
      console.error("nothing was answered; corpus.json stands as it was");
      return EXIT.unreachable;
    }
    await finish(read, corpus, { options, requests, notices });
    const unresolved = corpus.unresolved.length > 0 || read.survey.problems.length > 0;
    return unresolved || outcome.inPart ? EXIT.inPart : EXIT.done;
  } catch (error) {
    progress.stop();
    if (error instanceof Interrupted) {
      console.error("interrupted; what was answered is kept, the next run goes on from there");
      return EXIT.interrupted;
    }
    if (error instanceof KeyRefused) {
      console.error(error.message);
      return error.hadKey ? EXIT.badInput : EXIT.unreachable;
    }
    throw error;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

/** Writes what changed, then the corpus: each whole or not at all, and a run between the two repeats itself alike. */
async function finish(
  { files, previous, corpusText, changesText, changes, survey }: Folder,
  corpus: Corpus,
  told: {
    readonly options: AskOptions;
    readonly requests: { readonly made: number; readonly leastPossible: number };
    readonly notices: readonly string[];
  },
): Promise<void> {
  const run = diffCorpora(previous, corpus);
  const text = formatCorpus(corpus);
  const news = formatChanges(withRun(changes, run));
  try {
    if (news !== (changesText ?? formatChanges(changes))) await writeWhole(files.changes, news);
    if (text !== corpusText) await writeWhole(files.corpus, text);
  } catch (error) {
    throw new InputError(
      `${files.corpus}: cannot be written: ${(error as Error).message}\nit stands as it was; what was answered is kept for the next run`,
    );
  }
  const result = text === corpusText ? "unchanged" : "written";
  const summary = summaryOf(corpus);
  const { made, leastPossible } = told.requests;
  if (told.options.json) {
    const { unresolved, gaps } = corpus;
    const { notices, requests } = told;
    console.log(
      JSON.stringify({
        file: files.corpus,
        result,
        ...summary,
        requests,
        notices,
        run,
        unresolved,
        missing: gaps,
      }),
    );
  } else {
    console.log(describeRun(run, corpus));
    console.log(`${files.corpus}: ${result}`);
    console.log(`${summary.entries.resolved} of ${summary.entries.total} entries resolved`);
    console.log(`requests made: ${made}\nleast possible: ${leastPossible}`);
    for (const { paper, of, reason, expected, found } of corpus.gaps) {
      const numbers = expected === null ? "" : ` (${found ?? 0} of ${expected})`;
      console.error(`gap: ${paper}: ${of}: ${reason}${numbers}`);
    }
    for (const notice of told.notices) console.error(notice);
  }
  for (const { line, title, reason, candidates } of corpus.unresolved) {
    console.error(`${files.survey}:${line}: "${title}" is unresolved: ${reason}`);
    for (const offer of candidates)
      console.error(`  offered: "${offer.title}" (${offer.id}): ${offer.reason}`);
  }
  if (survey.problems.length > 0) console.error(`${survey.problems.length} problems in ${files.survey}`);
}

function sayPlan(planned: readonly PlannedRequest[], pace: number, url: string, json: boolean): number {
  const requests = requestsOf(planned);
  const seconds = Math.round((Math.max(0, requests - 1) * pace) / 1000);
  if (json) console.log(JSON.stringify({ source: url, requests, seconds, planned }));
  else {
    for (const { endpoint, subject, requests } of planned)
      console.log(`${requests} × ${endpoint} for ${subject}`);
    const rhythm = pace === 0 ? "without a pace" : `one every ${pace / 1000} s`;
    console.log(
      `about ${requests} requests to ${url}, ${rhythm}: about ${minutes(seconds)}; nothing was asked or written`,
    );
  }
  return EXIT.done;
}

function minutes(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function requestsOf(planned: readonly PlannedRequest[]): number {
  return planned.reduce((sum, { requests }) => sum + requests, 0);
}

/** What a killed run left beside the files it was writing. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^\.(corpus|changes)\.json\..*\.tmp$/.test(name)) await rm(join(folder, name), { force: true });
  }
}
