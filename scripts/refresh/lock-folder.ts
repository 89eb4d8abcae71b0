import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandError, fileError } from "../command.ts";
import { isRunning, processStart } from "../process-start.ts";

/** So often a lock that comes and goes is tried. */
const ATTEMPTS = 5;

/**
 * Takes the lock file, so that one refresh at a time works in a folder; resolves to a function that releases
 * it. A lock whose process is gone (a kill, a power cut), or whose number another process has now, is taken
 * over by exactly one of those who try. Throws a CommandError when another refresh is running, or the folder
 * cannot be written.
 */
export async function lockFolder(file: string): Promise<() => Promise<void>> {
  try {
    // Not recursive: on a read-only file system that answers "no such file".
    await mkdir(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fileError(dirname(file), "written", error);
  }
  await acquire(file, `${process.pid}\n${(await processStart(process.pid)) ?? ""}\n`);
  return () => rm(file, { force: true });
}

/** Whether another refresh holds the lock right now. Throws a CommandError when that cannot be read. */
export async function isLocked(file: string): Promise<boolean> {
  return (await livingHolder(await textOf(file))) !== null;
}

/**
 * Only the holder of a second lock may replace a dead one, after looking again: nobody else can have replaced
 * it in between, and a living lock is never touched. A process that died while taking over is itself taken
 * over in the same way.
 */
async function acquire(file: string, mine: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await place(file, mine, link)) return;
    const found = await textOf(file);
    if (found === null) continue;
    await refuseLiving(file, found);
    const takeover = `${file}.takeover`;
    await acquire(takeover, mine);
    try {
      const dead = await textOf(file);
      if (dead !== null) {
        await refuseLiving(file, dead);
        await place(file, mine, rename);
        return;
      }
    } finally {
      await rm(takeover, { force: true });
    }
  }
  throw new CommandError(`${file}: cannot be locked; remove it if no other refresh is running`);
}

/** The lock appears with its content in one step: a lock without a process would look dead. False when one is there. */
async function place(
  file: string,
  text: string,
  put: (from: string, to: string) => Promise<void>,
): Promise<boolean> {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(beside, text);
    await put(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fileError(file, "written", error);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
}

/** What the lock holds; null when there is none. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw fileError(file, "read", error);
  }
}

async function refuseLiving(file: string, text: string): Promise<void> {
  const holder = await livingHolder(text);
  if (holder === null) return;
  throw new CommandError(
    `another refresh (process ${holder}) is running here; wait for it, or remove ${file} if there is none`,
  );
}

/** The process of a lock, if it is the one that took it and still runs. */
async function livingHolder(text: string | null): Promise<number | null> {
  const [first = "", started = ""] = (text ?? "").split("\n");
  const pid = Number.parseInt(first, 10);
  if (!(pid > 0) || !(await isRunning(pid))) return null;
  const start = await processStart(pid);
  return started !== "" && start !== null && started !== start ? null : pid;
}
