import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { diffCorpora } from "../../src/refresh/diff-corpora.ts";
import { type PlannedRequest, planRefresh } from "../../src/refresh/plan-refresh.ts";
import { type RefreshOptions, refreshCorpus } from "../../src/refresh/refresh-corpus.ts";
import { noCache } from "../../src/semantic-scholar/answer-cache.ts";
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
import { linkTarget } from "../link-target.ts";
import { surveyFolderOf } from "../survey-file.ts";
import { type DiskCache, diskCache, openDiskCache } from "./disk-cache.ts";
import { EXIT } from "./exit-codes.ts";
import { lockFolder } from "./lock-folder.ts";
import { startProgress } from "./progress.ts";
import { type Folder, readFolder } from "./read-folder.ts";
import { readApiUrl, readKey } from "./read-key.ts";
import { requestsOf, sayPlan, sayResult } from "./say.ts";
import { stoppable } from "./stoppable.ts";
import { writeResult } from "./write-result.ts";
import { withRoom, writeWithRoom } from "./write-with-room.ts";

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
  readonly stream: Pick<NodeJS.WritableStream, "write"> & { readonly isTTY?: boolean };
  readonly random: () => number;
}

const clock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
};

/** More than any lock takes on a disk. */
const LOCK_BYTES = 8_192;

/** Where a folder keeps its answers and its lock. */
export function workFolder(folder: string): { readonly answers: string; readonly lock: string } {
  return {
    answers: join(folder, ".cache", "semantic-scholar"),
    lock: join(folder, ".cache", "refresh.lock"),
  };
}

/** Refreshes the folder from Semantic Scholar, or prints what it would request; returns the exit code. */
export async function askAndWrite(path: string, options: AskOptions, effects: Effects): Promise<number> {
  const key = readKey(effects.environment, ".env");
  const url = readApiUrl(effects.environment);
  const folder = surveyFolderOf(path);
  const read = { ...readFolder(path, effects.warn), today: today() };
  const pace = options.pace ?? (key ? PACE_WITH_KEY_MS : PACE_WITHOUT_KEY_MS);
  const { answers, lock } = workFolder(folder);
  const keeping = { now: () => new Date(), warn: effects.warn };
  const disk = diskCache(answers, options.maxAge, keeping);
  const unlock = options.dryRun
    ? async () => {}
    : await withRoom(
        () => lockFolder(lock),
        () => disk.giveRoom(lock, LOCK_BYTES),
      );
  try {
    if (!options.dryRun) await removeLeftovers(read.files);
    const cache = !options.cache
      ? { ...disk, ...noCache, keepsAll: () => false }
      : options.dryRun
        ? disk
        : await openDiskCache(answers, options.maxAge, keeping);
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

function clientOver(url: string, exchange: Exchange, cache: DiskCache): Client {
  return createClient(url, { exchange, cache, today });
}

/** The day in UTC, YYYY-MM-DD. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

interface Asking {
  readonly key: string | null;
  readonly url: string;
  readonly pace: number;
  readonly cache: DiskCache;
  readonly planned: readonly PlannedRequest[];
  readonly effects: Effects;
}

async function ask(
  read: Folder & { readonly today: string },
  options: AskOptions,
  asking: Asking,
): Promise<number> {
  const { key, url, pace, cache, planned, effects } = asking;
  const progress = startProgress(requestsOf(planned), pace, effects.stream);
  const write = (file: string, content: string | Uint8Array) => writeWithRoom(file, content, cache);
  const sayInterrupted = () => {
    progress.stop();
    effects.warn(`interrupted; ${fateOf(cache)}`);
  };
  const askAndSay = async (stop: AbortSignal) => {
    const exchange = createExchange(
      {
        baseUrl: url,
        key,
        pace: createPace(pace, clock),
        timeoutMs: options.timeout * 1000,
        ...(options.tries ? { tries: options.tries } : {}),
        // A mirror that sets no pace does not need the source's patience either.
        firstWaitMs: Math.max(100, 2 * pace),
        signal: stop,
      },
      { clock, random: effects.random, report: progress.report },
    );
    const client = clientOver(url, exchange, cache);
    const { corpus, notices, outcome, missing } = await refreshCorpus(read, options, client, read.files);
    progress.stop();
    if (stop.aborted) throw new Interrupted();
    const requests = { made: progress.sent(), leastPossible: client.requests().leastPossible };
    if (outcome.answered === 0 && outcome.failures.length > 0) {
      effects.warn(outcome.failures[0] ?? "");
      effects.warn("no request was answered; corpus.json is unchanged");
      return { exitCode: EXIT.unreachable, written: null };
    }
    const run = diffCorpora(read.previous, corpus);
    const { result, text } = await writeResult(read, corpus, run, write, () => fateOf(cache));
    if (stop.aborted) throw new Interrupted();
    sayResult({ folder: read, corpus, run, result, requests, notices, missing }, options.json, effects);
    const unresolved = corpus.unresolved.length > 0 || read.survey.problems.length > 0;
    const exitCode = unresolved || outcome.inPart ? EXIT.inPart : EXIT.done;
    return { exitCode, written: { corpus, text } };
  };
  try {
    const { exitCode, written } = await stoppable(askAndSay, sayInterrupted);
    // Laying out a large map hears no signal: one that comes now ends the process at once.
    if (written) await writeCompanion(read.files.companion, written, read, effects.warn, write);
    return exitCode;
  } catch (error) {
    progress.stop();
    if (error instanceof Interrupted) {
      sayInterrupted();
      return EXIT.interrupted;
    }
    if (error instanceof KeyRefused) {
      effects.warn(error.message);
      return error.hadKey ? EXIT.badInput : EXIT.unreachable;
    }
    throw error;
  }
}

/** What the next run finds of the answers of this one. */
function fateOf({ keepsAll }: DiskCache): string {
  return keepsAll()
    ? "answers are kept; the next run resumes from there"
    : "some answers were not kept; the next run asks for them again";
}

/** What a killed run left beside the files it was writing. */
async function removeLeftovers({ corpus, changes, companion }: Folder["files"]): Promise<void> {
  for (const file of await Promise.all(
    [corpus, changes, companion.papers, companion.citations].map(linkTarget),
  )) {
    const leftover = `.${basename(file)}.`;
    for (const name of await readdir(dirname(file)))
      if (name.startsWith(leftover) && name.endsWith(".tmp"))
        await rm(join(dirname(file), name), { force: true });
  }
}
