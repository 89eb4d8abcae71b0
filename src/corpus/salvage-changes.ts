import { badRows, inFile, visible, without } from "./bad-rows.ts";
import { type Changes, ChangesSchema, NO_CHANGES } from "./changes.ts";

/** What can be used of a `changes.json`, and a line for each run left out, or for the whole; [] for none. */
export interface SalvagedChanges {
  readonly changes: Changes;
  readonly leftOut: readonly string[];
}

/**
 * What of the changes in a parsed `changes.json` can be used: a run of a wrong shape is left out, and all of
 * them where the value is not a list of changes. Messages begin with the file's name.
 */
export function salvageChanges(value: unknown): SalvagedChanges {
  const parsed = ChangesSchema.safeParse(value);
  if (parsed.success) return { changes: parsed.data, leftOut: [] };
  const { issues } = parsed.error;
  const bad = badRows(value, issues);
  const changes = bad === null ? NO_CHANGES : ChangesSchema.parse(without(value, bad.leftOut));
  const problems =
    bad?.problems ?? issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`);
  return { changes, leftOut: inFile("changes.json", problems.map(visible)) };
}

/** The same of a value in which nothing may be wrong: throws an Error that names the place when something is. */
export function parseChanges(value: unknown): Changes {
  const { changes, leftOut } = salvageChanges(value);
  if (leftOut.length > 0) throw new Error(leftOut[0]);
  return changes;
}
