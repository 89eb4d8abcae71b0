import { inFile } from "./bad-rows.ts";
import { NO_CHANGES, type SalvagedChanges, salvageChanges } from "./changes.ts";

const FILE = "changes.json";

/**
 * What of the text of a `changes.json` can be used, with the file's name in what is said; a file that cannot be read
 * is left out whole. Never rejects.
 */
export async function readChanges(reading: Promise<string>): Promise<SalvagedChanges> {
  const text = await reading.catch((failure: unknown) => failure);
  if (typeof text !== "string") return { changes: NO_CHANGES, leftOut: [reasonOf(text)] };
  try {
    const { changes, leftOut } = salvageChanges(JSON.parse(text));
    return { changes, leftOut: inFile(FILE, leftOut) };
  } catch (failure) {
    return { changes: NO_CHANGES, leftOut: inFile(FILE, [`is not JSON: ${reasonOf(failure)}`]) };
  }
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
