import type { Locator } from "playwright-core";

/** The text of an element as one line, its blanks single. */
export async function words(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").replace(/\s+/g, " ").trim();
}
