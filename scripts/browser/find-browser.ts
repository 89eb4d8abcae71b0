import { join, posix, win32 } from "node:path";

/** What finding a browser asks of the machine. */
export interface FindEffects {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Where Playwright would have put its own browser, installed or not; null when it has none. */
  readonly playwrightBrowser: () => string | null;
  readonly exists: (path: string) => boolean;
  /** What the executable says its version is ("Chromium 150.0"); null when it does not start. */
  readonly version: (path: string) => string | null;
}

/** A browser that starts, with what it calls itself. */
export interface Browser {
  readonly path: string;
  readonly version: string;
}

const NAMES = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];

/**
 * Where a Chrome or Chromium may be, the likeliest first: the names on the PATH, then the usual places
 * of the platform. What the environment names outright is not among them, see `findBrowser`.
 */
export function browserPlaces({
  platform,
  env,
  home,
}: Pick<FindEffects, "platform" | "env" | "home">): string[] {
  if (platform === "win32") {
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            win32.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
            win32.join(folder, "Chromium", "Application", "chrome.exe"),
          ]
        : [],
    );
  }
  const onPath = (env.PATH ?? "")
    .split(":")
    .filter((folder) => folder.startsWith("/"))
    .flatMap((folder) => NAMES.map((name) => posix.join(folder, name)));
  const usual =
    platform === "darwin"
      ? ["/Applications", posix.join(home, "Applications")].flatMap((folder) => [
          posix.join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
          posix.join(folder, "Chromium.app/Contents/MacOS/Chromium"),
        ])
      : ["/usr/bin", "/usr/local/bin", "/snap/bin"]
          .flatMap((folder) => NAMES.map((name) => posix.join(folder, name)))
          .concat("/opt/google/chrome/chrome", "/usr/lib/chromium/chromium");
  return [...new Set([...onPath, ...usual])];
}

/**
 * The first Chrome or Chromium that starts: the one CHROME_PATH or CHROMIUM_PATH names, else one in the
 * usual places, else Playwright's own; null when there is none. Throws when the environment names one
 * that does not start: another than the one asked for would be a surprise.
 */
export function findBrowser(effects: FindEffects): Browser | null {
  for (const variable of ["CHROME_PATH", "CHROMIUM_PATH"]) {
    const path = effects.env[variable];
    if (!path) continue;
    const version = effects.exists(path) ? effects.version(path) : null;
    if (version === null)
      throw new Error(`${variable} names ${path}, which does not start; correct or unset it`);
    return { path, version };
  }
  const own = effects.playwrightBrowser();
  for (const path of [...browserPlaces(effects), ...(own ? [own] : [])]) {
    if (!effects.exists(path)) continue;
    const version = effects.version(path);
    // Ubuntu's chromium-browser without its snap is a script that starts nothing.
    if (version !== null) return { path, version };
  }
  return null;
}

/** Where a program of that name is on the PATH, by the effects' eyes; null when nowhere. */
export function onPath(name: string, { env, exists }: Pick<FindEffects, "env" | "exists">): string | null {
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(exists) ?? null;
}
