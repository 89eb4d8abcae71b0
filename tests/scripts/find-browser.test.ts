import { describe, expect, test } from "vitest";
import { browserPlaces, type FindEffects, findBrowser } from "../../scripts/browser/find-browser.ts";

/** A Linux machine on which the named executables start. */
function machineWith(paths: readonly string[], changes: Partial<FindEffects> = {}): FindEffects {
  return {
    platform: "linux",
    env: { PATH: "/opt/bin:/usr/bin" },
    home: "/home/reader",
    playwrightBrowser: () => null,
    exists: (path) => paths.includes(path),
    version: () => "Chromium 150",
    ...changes,
  };
}

describe("findBrowser", () => {
  test("takes the one the environment names before any other", () => {
    const env = { CHROME_PATH: "/mine/chrome", PATH: "/usr/bin" };
    const found = findBrowser(machineWith(["/usr/bin/chromium", "/mine/chrome"], { env }));
    expect(found).toEqual({ path: "/mine/chrome", version: "Chromium 150" });
  });

  test.each(["CHROME_PATH", "CHROMIUM_PATH"])(
    "says so when %s names none, and takes no other",
    (variable) => {
      const env = { [variable]: "/gone/chrome", PATH: "/usr/bin" };
      expect(() => findBrowser(machineWith(["/usr/bin/chromium"], { env }))).toThrow(
        `${variable} names /gone/chrome, which does not start`,
      );
    },
  );

  test("goes by the order of the PATH, then to the usual places", () => {
    const both = ["/usr/bin/google-chrome", "/opt/bin/chromium"];
    expect(findBrowser(machineWith(both))?.path).toBe("/opt/bin/chromium");
    expect(findBrowser(machineWith(["/snap/bin/chromium"]))?.path).toBe("/snap/bin/chromium");
  });

  test("passes over an executable that does not start", () => {
    const effects = machineWith(["/usr/bin/chromium-browser", "/usr/local/bin/chrome"], {
      version: (path) => (path === "/usr/bin/chromium-browser" ? null : "Chrome 1"),
    });
    expect(findBrowser(effects)?.path).toBe("/usr/local/bin/chrome");
  });

  test("falls back on Playwright's own", () => {
    const own = "/home/reader/.cache/ms-playwright/chromium-1/chrome";
    expect(findBrowser(machineWith([own], { playwrightBrowser: () => own }))?.path).toBe(own);
  });

  test("finds none where there is none", () => {
    expect(findBrowser(machineWith([]))).toBeNull();
  });
});

describe("browserPlaces", () => {
  test("on macOS looks among the applications of all and of the reader", () => {
    expect(browserPlaces({ platform: "darwin", env: {}, home: "/Users/r" })).toEqual([
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Users/r/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Users/r/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]);
  });

  test("on Windows looks in the program folders that are set", () => {
    const env = { PROGRAMFILES: "C:\\Program Files" };
    expect(browserPlaces({ platform: "win32", env, home: "C:\\Users\\r" })).toEqual([
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
    ]);
  });

  test("never looks in a relative folder of the PATH", () => {
    const places = browserPlaces({ platform: "linux", env: { PATH: ".:bin::/usr/bin" }, home: "/home/r" });
    expect(places.every((path) => path.startsWith("/"))).toBe(true);
  });
});
