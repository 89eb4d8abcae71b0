import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { diffCorpora } from "../../src/refresh/diff-corpora.ts";
import { type PlannedRequest, planRefresh } from "../../src/refresh/plan-refresh.ts";
import { type RefreshOptions, refreshCorpus } from "../../src/refresh/refresh-corpus.ts";
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
import { writeCompanion } from "../companion/write-companion.ts";
import { surveyFolderOf } from "../survey-file.ts";
import { openDiskCache } from "./disk-cache.ts";
import { EXIT } from "./exit-codes.ts";
import { lockFolder } from "./lock-folder.ts";
import { startProgress } from "./progress.ts";
import { type Folder, readFolder } from "./read-folder.ts";
import { readApiUrl, readKey } from "./read-key.ts";
import { requestsOf, sayPlan, sayResult } from "./say.ts";
import { writeResult } from "./write-result.ts";

export interface AskOptions extends RefreshOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
  /** The least milliseconds between two requests; undefined for the source's own rule. */
  readonly pace: number | undefined;
  readonly maxAge: number;
  readonly cache: boolean;
  readonly timeout: number;
  /** How often a question is put before it counts as unanswered; 6 unless a test is in a hurry. */
  readonly tries?: number;
}

/** What a refresh needs of the process it runs in. */
export interface Effects {
  readonly environment: NodeJS.ProcessEnv;
  /** Results, line by line. */
  readonly say: (line: string) => void;
  /** Everything else, line by line. */
  readonly warn: (line: string) => void;
  /** Where progress goes. */
  readonly stream: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean };
  readonly random: () => number;
}

/** The real ones. */
export const system: Effects = {
  environment: process.env,
  say: (line) => console.log(line),
  warn: (line) => console.error(line),
  stream: process.stderr,
  random: Math.random,
};

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
export async function askAndWrite(
  path: string,
  options: AskOptions,
  effects: Effects = system,
): Promise<number> {
  const key = readKey(effects.environment, ".env");
  const url = readApiUrl(effects.environment);
  const folder = surveyFolderOf(path);
  const read = readFolder(path, effects.warn);
  const pace = options.pace ?? (key ? PACE_WITH_KEY_MS : PACE_WITHOUT_KEY_MS);
  const { answers, lock } = workFolder(folder);
  const unlock = options.dryRun ? async () => {} : await lockFolder(lock);
  try {
    if (!options.dryRun) await removeLeftovers(folder);
    const cache = options.cache ? await openCache(answers, options, effects.warn) : noCache;
    const planned = await planRefresh(
      read,
      options,
      (exchange) => clientOver(url, exchange, cache),
      read.files,
    );
    if (options.dryRun) {
      sayPlan({ planned, pace, url }, options.json, effects);
      return EXIT.done;
    }
    return await ask(read, options, { key, url, pace, cache, planned, effects });
  } finally {
    await unlock();
  }
}

function openCache(
  folder: string,
  { maxAge, dryRun }: AskOptions,
  warn: (line: string) => void,
): Promise<AnswerCache> {
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
  readonly effects: Effects;
}

async function ask(read: Folder, options: AskOptions, asking: Asking): Promise<number> {
  const { key, url, pace, cache, planned, effects } = asking;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  const progress = startProgress(requestsOf(planned), pace, effects.stream);
  const exchange = createExchange(
    {
      baseUrl: url,
      key,
      pace: createPace(pace, clock),
      timeoutMs: options.timeout * 1000,
      ...(options.tries ? { tries: options.tries } : {}),
      // A mirror that sets no pace does not need the source's patience either.
      firstWaitMs: Math.max(100, 2 * pace),
      signal: stop.signal,
    },
    { clock, random: effects.random, report: progress.report },
  );
  const client = clientOver(url, exchange, cache);
  try {
    const { corpus, notices, outcome, missing } = await refreshCorpus(read, options, client, read.files);
    progress.stop();
    if (stop.signal.aborted) throw new Interrupted();
    const requests = { made: progress.sent(), leastPossible: client.requests().leastPossible };
    if (outcome.answered === 0 && outcome.failures.length > 0) {
      effects.warn(outcome.failures[0] ?? "");
      effects.warn("nothing was answered; corpus.json stands as it was");
      return EXIT.unreachable;
    }
    const run = diffCorpora(read.previous, corpus);
    const { result, text } = await writeResult(read, corpus, run);
    sayResult({ folder: read, corpus, run, result, requests, notices, missing }, options.json, effects);
    await writeCompanion(read.files.companion, { corpus, text }, read, effects.warn);
    const unresolved = corpus.unresolved.length > 0 || read.survey.problems.length > 0;
    return unresolved || outcome.inPart ? EXIT.inPart : EXIT.done;
  } catch (error) {
    progress.stop();
    if (error instanceof Interrupted) {
      effects.warn("interrupted; what was answered is kept, the next run goes on from there");
      return EXIT.interrupted;
    }
    if (error instanceof KeyRefused) {
      effects.warn(error.message);
      return error.hadKey ? EXIT.badInput : EXIT.unreachable;
    }
    throw error;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

/** What a killed run left beside the files it was writing. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^\.(corpus\.json|changes\.json|corpus\.bin)\..*\.tmp$/.test(name))
      await rm(join(folder, name), { force: true });
  }
}
