import { type Browser, chromium } from "playwright-core";

/**
 * Starts the browser without a window, with no connection of its own and none to another host: every
 * name but this machine's resolves to nothing. `more` are further switches; default none.
 */
export function launchBrowser(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
      // Chromium's sandbox refuses to start for root.
      ...more,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
