import { ChangesSchema, NO_CHANGES } from "./changes.ts";
import { parseJson } from "./parse-json.ts";
import type { SalvagedChanges } from "./salvage-changes.ts";

/**
 * What of the text of a `changes.json` can be used, with the file's name in the messages; a file that cannot
 * be read is left out whole. Never rejects. The code that explains faults is loaded only where there are
 * some.
 */
export async function readChanges(reading: Promise<string>): Promise<SalvagedChanges> {
  try {
    const value = parseJson("changes.json", await reading);
    const { data } = ChangesSchema.safeParse(value);
    if (data) return { changes: data, leftOut: [] };
    return (await import("./salvage-changes.ts")).salvageChanges(value);
  } catch (failure) {
    return { changes: NO_CHANGES, leftOut: [failure instanceof Error ? failure.message : String(failure)] };
  }
}
