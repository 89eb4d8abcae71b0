import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError } from "../command.ts";
import { linkTarget } from "../link-target.ts";
import { isRunning } from "../process-start.ts";
import { STOP_SIGNALS } from "../stop-signals.ts";

/**
 * Replaces a folder whole or not at all: `fill` makes the new one beside it, which then takes its place. When
 * that fails or is interrupted, the old folder is as it was. A link is followed, and a `.git` in the folder
 * is kept. Removes what interrupted runs left beside it. Throws a CommandError for a file, and what `fill` or
 * the file system throws.
 */
export async function replaceFolder(folder: string, fill: (beside: string) => Promise<void>): Promise<void> {
  const place = resolve(await linkTarget(folder));
  if (existsSync(place) && !statSync(place).isDirectory())
    throw new CommandError(`${folder} is not a folder; move it away`);
  await mkdir(dirname(place), { recursive: true });
  await removeLeftovers(place);
  const beside = asideOf(place, "building");
  const interrupted = (signal: NodeJS.Signals) => {
    remove(beside);
    // The handler is gone, so that the signal now ends the process as it would have.
    process.kill(process.pid, signal);
  };
  for (const signal of STOP_SIGNALS) process.once(signal, interrupted);
  try {
    await fill(beside);
    exchange(place, beside);
  } finally {
    for (const signal of STOP_SIGNALS) process.removeListener(signal, interrupted);
    remove(beside);
  }
}

type Aside = "building" | "replaced";

/** Where this process keeps a folder for a moment: beside it, so that a rename is enough to move it. */
function asideOf(place: string, aside: Aside): string {
  return join(dirname(place), `.${basename(place)}.${aside}.${process.pid}`);
}

/** Synchronous, so that no signal comes between the steps. */
function exchange(place: string, beside: string): void {
  const replaced = asideOf(place, "replaced");
  const hasOld = existsSync(place);
  if (hasOld) renameSync(place, replaced);
  try {
    renameSync(beside, place);
  } catch (error) {
    if (hasOld) renameSync(replaced, place);
    throw error;
  }
  if (existsSync(join(replaced, ".git"))) renameSync(join(replaced, ".git"), join(place, ".git"));
  remove(replaced);
}

/** Removes what processes that are gone left beside the folder, and puts back what one of them had moved aside. */
async function removeLeftovers(place: string): Promise<void> {
  const before = `.${basename(place)}.`;
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(before)) continue;
    const [, aside, pid] = /^(building|replaced)\.(\d+)$/.exec(name.slice(before.length)) ?? [];
    if (pid === undefined || (Number(pid) !== process.pid && (await isRunning(Number(pid))))) continue;
    const leftover = join(dirname(place), name);
    if (aside === "replaced" && !existsSync(place)) renameSync(leftover, place);
    else if (!existsSync(join(leftover, ".git"))) remove(leftover);
  }
}

/** What cannot be removed now is left to the next run. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}
