import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnswerCache } from "../../src/semantic-scholar/answer-cache.ts";

/** An answer file: the question stands in it, so that a folder of answers can be read by people. */
interface Kept {
  readonly question: string;
  /** When the answer came, ISO 8601. */
  readonly at: string;
  readonly day: string;
  readonly status: number;
  readonly body: unknown;
}

/**
 * Answers as files of a folder, one each, written beside and then put in place, so that no half of one
 * is ever found. Answers older than `maxAgeMs` are not found. When the folder cannot be written (a full
 * disk), the run goes on without: `warn` hears of it once.
 */
export async function openDiskCache(
  folder: string,
  maxAgeMs: number,
  effects: { readonly now: () => Date; readonly warn: (message: string) => void },
): Promise<AnswerCache> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    // What a killed run left behind.
    if (name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
  }
  let warned = false;
  const fileOf = (question: string) =>
    join(folder, `${createHash("sha256").update(question).digest("hex")}.json`);

  return {
    async read(question) {
      try {
        const kept = JSON.parse(await readFile(fileOf(question), "utf8")) as Kept;
        const age = effects.now().getTime() - Date.parse(kept.at);
        if (kept.question !== question || !(age < maxAgeMs)) return null;
        return { status: kept.status, body: kept.body, day: kept.day };
      } catch {
        return null;
      }
    },
    async write(question, answer) {
      const kept: Kept = { question, at: effects.now().toISOString(), ...answer };
      const temporary = join(folder, `${randomUUID()}.tmp`);
      try {
        await writeFile(temporary, JSON.stringify(kept));
        await rename(temporary, fileOf(question));
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {});
        if (!warned) effects.warn(`answers are not kept: ${(error as Error).message}`);
        warned = true;
      }
    },
  };
}
