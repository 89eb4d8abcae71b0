import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDate } from "../../src/corpus/date.ts";
import type { AnswerCache, KeptAnswer } from "../../src/semantic-scholar/answer-cache.ts";
import { fileError } from "../command.ts";
import { fileFault, isFull } from "../file-fault.ts";
import { linkTarget } from "../link-target.ts";

/** Answers that are kept on a disk, which can be full. */
export interface DiskCache extends AnswerCache {
  /** Whether every answer that came was kept, and is still there. */
  keepsAll(): boolean;
  /**
   * Removes answers, the oldest first, until so many bytes have room where `file` is. False, and none is removed,
   * when all of them would not make that room.
   */
  giveRoom(file: string, bytes: number): Promise<boolean>;
}

export interface CacheEffects {
  readonly now: () => Date;
  readonly warn: (message: string) => void;
}

/** An answer file. It holds its question, so that people can read a folder of answers. */
interface Kept extends KeptAnswer {
  readonly question: string;
  /** When the answer came, ISO 8601. */
  readonly at: string;
  /** Of the answer, so that what was damaged or changed is noticed. */
  readonly checksum: string;
}

/**
 * The answers kept in the folder, which is made, and freed of what a killed run left, before they are used.
 * Throws a CommandError when it cannot be read or written; on a full disk it warns and continues without
 * keeping any.
 */
export async function openDiskCache(
  folder: string,
  maxAgeMs: number,
  effects: CacheEffects,
): Promise<DiskCache> {
  const probe = join(folder, `${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
    }
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    if (!isFull(error)) throw fileError(folder, "used", error, "--no-cache does without");
  }
  return diskCache(folder, maxAgeMs, effects);
}

/**
 * Answers as files of a folder, one each, written beside and then put in place, so that no half of one is
 * ever found. Answers older than `maxAgeMs` are not found, nor are those that are damaged or from the future;
 * `warn` is told once. When one cannot be written (a full disk), the run continues without; `warn` is told
 * once of that, too.
 */
export function diskCache(folder: string, maxAgeMs: number, { now, warn }: CacheEffects): DiskCache {
  const told = { flaw: false, loss: false };
  const fileOf = (question: string) =>
    join(folder, `${createHash("sha256").update(question).digest("hex")}.json`);

  return {
    keepsAll: () => !told.loss,

    async read(question) {
      const file = fileOf(question);
      const read = await readKept(file, question, now());
      if (read === null) return null;
      if (typeof read !== "string") return read.age < maxAgeMs ? read.answer : null;
      if (!told.flaw)
        warn(`${file}: the cached answer ${read}; it and others like it will be requested again`);
      told.flaw = true;
      return null;
    },

    async write(question, { status, body, day }) {
      const answer = { status, body, day };
      const temporary = join(folder, `${randomUUID()}.tmp`);
      try {
        const kept: Kept = { question, at: now().toISOString(), checksum: checksumOf(answer), ...answer };
        await writeFile(temporary, JSON.stringify(kept));
        await rename(temporary, fileOf(question));
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {});
        if (!told.loss) warn(`answers cannot be cached: ${fileFault(folder, "written", error)}`);
        told.loss = true;
      }
    },

    async giveRoom(file, bytes) {
      const removed = await removeOldest(folder, file, bytes).catch(() => 0);
      if (removed === 0) return false;
      warn(`${folder}: removed the oldest cached answers (${removed}) to make room for ${file}`);
      told.loss = true;
      return true;
    },
  };
}

/** The answer in the file and its age in ms; null when there is none; what is wrong when it cannot be believed. */
async function readKept(
  file: string,
  question: string,
  now: Date,
): Promise<{ readonly answer: KeptAnswer; readonly age: number } | string | null> {
  let kept: Partial<Kept> | null;
  try {
    kept = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    return error instanceof SyntaxError ? "is damaged" : "cannot be read";
  }
  const { at = "", day = "", status = 0, body, checksum } = kept ?? {};
  const age = now.getTime() - Date.parse(at);
  if (kept?.question !== question || Number.isNaN(age)) return "is damaged";
  if (!isDate(day) || day.length !== "YYYY-MM-DD".length) return "has no date";
  if (age < 0 || day > now.toISOString()) return "is from the future";
  const answer = { status, body, day };
  return checksum === checksumOf(answer) ? { answer, age } : "has been altered";
}

function checksumOf({ status, body, day }: KeptAnswer): string {
  return createHash("sha256")
    .update(JSON.stringify([status, day, body]))
    .digest("hex");
}

/** How many answers were removed from the folder to make so much room where `file` is. */
async function removeOldest(folder: string, file: string, bytes: number): Promise<number> {
  const where = dirname(await linkTarget(file));
  if ((await stat(where)).dev !== (await stat(folder)).dev) return 0;
  const { bavail, bsize } = await statfs(where);
  // Where there is room by these figures a quota is full, or the number of files.
  const wanted = Math.max(1, bytes - bavail * bsize);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const answers = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { blocks, mtimeMs } = await stat(path);
      return { path, mtimeMs, size: blocks * 512 };
    }),
  );
  if (answers.reduce((sum, { size }) => sum + size, 0) < wanted) return 0;
  let [removed, freed] = [0, 0];
  for (const { path, size } of answers.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (freed >= wanted) break;
    await rm(path, { force: true });
    removed += 1;
    freed += size;
  }
  return removed;
}
