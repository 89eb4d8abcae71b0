import type { CompanionPapers, DrawnCitations } from "../columns/companion.ts";
import { CITATIONS_FILE } from "../columns/companion-schema.ts";
import { decodeCitations, decodePapers } from "../columns/decode-companion.ts";
import type { LargeTexts } from "../text/large-texts.ts";

/** What a site has of a companion: its papers, and its citations, which come a little later. */
export interface FetchedCompanion {
  readonly papers: CompanionPapers;
  /** Reads the citations once they are there; rejects with what is wrong with them. */
  readonly citations: () => Promise<DrawnCitations>;
}

/** The companion whose papers are at this address. Rejects with what is wrong with them. */
export async function fetchCompanion(address: string): Promise<FetchedCompanion> {
  const bytes = await fetchBytes(address);
  performance.mark("companion-bytes");
  const papers = decodePapers(bytes);
  performance.mark("companion-read");
  // Not before: the first picture waits for the papers only, and both would share one line.
  const more = fetchBytes(new URL(CITATIONS_FILE, address).href);
  // Whoever asks for them hears of a failure.
  more.catch(() => {});
  return { papers, citations: async () => decodeCitations(await more, papers) };
}

/** What a promise of a part of the companion comes to, or why the companion is not used. */
export async function usable<T>(
  promise: Promise<T>,
  said: LargeTexts,
): Promise<
  { readonly value: T; readonly notUsed: null } | { readonly value: null; readonly notUsed: string }
> {
  try {
    return { value: await promise, notUsed: null };
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return { value: null, notUsed: said.notUsed(reason) };
  }
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) {
    const name = address.slice(address.lastIndexOf("/") + 1);
    throw new Error(`${name}: the server answered ${response.status} ${response.statusText}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
