import type { Page } from "playwright-core";
import { syntheticCorpus } from "../../scripts/bench/synthetic-corpus.ts";
import { markOf } from "../../scripts/companion/companion-file.ts";
import { companionOf } from "../../scripts/companion/companion-of.ts";
import { layOut } from "../../scripts/companion/lay-out.ts";
import { encodeCompanion } from "../../src/columns/encode-companion.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";

/** A corpus of 2,000 papers and 16,000 citations, its text, and the companion of that text. */
export const corpus = syntheticCorpus({ papers: 2_000, citations: 16_000, seed: 0.42 });
export const text = formatCorpus(corpus);
export const companion = encodeCompanion(companionOf(corpus, markOf(Buffer.from(text)), layOut));

/** So long a machine with other work may take, ms. */
export const LONG = 60_000;

/** Waits until the whole page is at hand and what the worker found has come. */
export async function whole(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("whole-page").length > 0, null, {
    timeout: LONG,
  });
}

/** Waits until the search knows the paper, then picks it. */
export async function pick(page: Page, label: string): Promise<void> {
  await page.locator("#search").fill(label);
  await page
    .locator(`#search-results .result-label`, { hasText: new RegExp(`^${label}$`) })
    .first()
    .click();
  await page.locator("#details .paper-title").waitFor();
}
