import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandError } from "../command.ts";

/**
 * Takes the lock file, so that one refresh at a time works in a folder; resolves to the function that
 * gives it back. A lock whose process is gone (a kill, a power cut) is taken over. Throws an CommandError
 * when another refresh is at work, or the folder cannot be written.
 */
export async function lockFolder(file: string): Promise<() => Promise<void>> {
  try {
    // Not recursive: on a read-only file system that answers "no such file".
    await mkdir(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new CommandError(`${dirname(file)}: cannot be written: ${(error as Error).message}`);
    }
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await take(file)) return () => rm(file, { force: true });
    const holder = await holderOf(file);
    if (holder !== null && isAlive(holder)) {
      throw new CommandError(
        `another refresh (process ${holder}) is at work here; wait for it, or remove ${file} if there is none`,
      );
    }
    await removeDead(file, holder);
  }
  throw new CommandError(`${file}: cannot be taken; remove it if no other refresh is at work`);
}

/** Whether another refresh holds the lock right now. */
export async function isLocked(file: string): Promise<boolean> {
  const holder = await holderOf(file);
  return holder !== null && isAlive(holder);
}

/** The lock appears with its content in one step: a lock without a process would look dead. */
async function take(file: string): Promise<boolean> {
  const mine = `${file}.${process.pid}.new`;
  try {
    await writeFile(mine, `${process.pid}\n`);
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new CommandError(`${file}: cannot be written: ${(error as Error).message}`);
  } finally {
    await rm(mine, { force: true }).catch(() => {});
  }
}

/** The process in the lock; null when there is none, or none can be read. */
async function holderOf(file: string): Promise<number | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : null;
}

/** Moves a dead lock aside first: of two runs that find it, only one moves it, and a living one is put back. */
async function removeDead(file: string, dead: number | null): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await holderOf(aside);
  if (moved !== dead && moved !== null && isAlive(moved)) await rename(aside, file);
  else await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
