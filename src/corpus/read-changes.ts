import { ChangesSchema, NO_CHANGES } from "./changes.ts";
import type { SalvagedChanges } from "./salvage-changes.ts";

/**
 * What of the text of a `changes.json` can be used, with the file's name in what is said; a file that cannot be read
 * is left out whole. Never rejects. What says what is wrong is loaded where something is.
 */
export async function readChanges(reading: Promise<string>): Promise<SalvagedChanges> {
  try {
    const value = parseJson(await reading);
    const { data } = ChangesSchema.safeParse(value);
    if (data) return { changes: data, leftOut: [] };
    return (await import("./salvage-changes.ts")).salvageChanges(value);
  } catch (failure) {
    return { changes: NO_CHANGES, leftOut: [messageOf(failure)] };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`changes.json: is not JSON: ${messageOf(cause)}`, { cause });
  }
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
