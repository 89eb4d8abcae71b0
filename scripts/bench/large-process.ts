import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What a program of `processes` prints, run with these arguments in a process of its own. */
export function output(program: string, args: readonly string[]): string {
  const file = join(import.meta.dirname, "processes", program);
  return execFileSync(process.execPath, ["--expose-gc", "--import", "tsx", file, ...args], {
    encoding: "utf8",
  });
}

/**
 * The results of each work in three rounds, one after the other in each round, so that what else the machine does falls
 * on all alike.
 */
export function rounds<T>(works: readonly (() => T)[], count = 3): T[][] {
  const results = works.map((): T[] => []);
  for (let round = 0; round < count; round++) {
    works.forEach((work, i) => {
      results[i]?.push(work());
    });
  }
  return results;
}

/** The middle one of the values; NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
