import { describe, expect, test } from "vitest";
import { type InstallEffects, requireBrowser, systemId } from "../../scripts/browser/install-browser.ts";

interface Machine {
  readonly effects: InstallEffects;
  readonly ran: string[];
  readonly said: string[];
}

/** A Linux machine on which running one of `works` (by its first words) brings `/usr/bin/chromium`. */
function bareMachine(changes: Partial<InstallEffects>, works: readonly string[] = []): Machine {
  const files = new Set(["/usr/bin/apt-get"]);
  const ran: string[] = [];
  const said: string[] = [];
  const effects: InstallEffects = {
    platform: "linux",
    env: { PATH: "/usr/bin" },
    home: "/root",
    isRoot: true,
    osRelease: 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
    playwright: { program: "node", args: ["cli.js"] },
    playwrightBrowser: () => null,
    exists: (path) => files.has(path),
    version: () => "Chromium 150",
    run: ({ program, args }) => {
      const line = [program, ...args].join(" ");
      ran.push(line);
      if (!works.some((start) => line.startsWith(start))) return false;
      if (/chromium$/.test(line)) files.add("/usr/bin/chromium");
      return true;
    },
    say: (line) => said.push(line),
    ...changes,
  };
  return { effects, ran, said };
}

const UPDATE = "/usr/bin/apt-get update";
const APT = "/usr/bin/apt-get install --yes --no-install-recommends chromium";
const PLAYWRIGHT = "node cli.js install --no-shell chromium";
const PLAYWRIGHT_WITH_DEPS = "node cli.js install --no-shell --with-deps chromium";

describe("requireBrowser", () => {
  test("installs nothing when there is one", () => {
    const { effects, ran } = bareMachine({ exists: () => true });
    expect(requireBrowser(effects).version).toBe("Chromium 150");
    expect(ran).toEqual([]);
  });

  test("as root on Debian updates the package lists, installs, and says so", () => {
    const { effects, ran, said } = bareMachine({}, ["/usr/bin/apt-get"]);
    expect(requireBrowser(effects).path).toBe("/usr/bin/chromium");
    expect(ran).toEqual([UPDATE, APT]);
    expect(said).toEqual(["no Chrome or Chromium found: installing Chromium with apt-get"]);
  });

  test("turns to Playwright's installer when apt-get fails", () => {
    const { effects, ran } = bareMachine({}, ["node"]);
    requireBrowser(effects);
    expect(ran).toEqual([UPDATE, PLAYWRIGHT_WITH_DEPS]);
  });

  test("as root on Ubuntu, whose package is a pointer to a snap, begins with Playwright's installer", () => {
    const { effects, ran } = bareMachine({ osRelease: 'ID="ubuntu"\n' }, ["node"]);
    requireBrowser(effects);
    expect(ran).toEqual([PLAYWRIGHT_WITH_DEPS]);
  });

  test.each<[string, Partial<InstallEffects>]>([
    ["another user than root", { isRoot: false }],
    ["another system", { osRelease: "ID=fedora\n" }],
    ["a system without a name", { osRelease: null }],
    ["macOS", { platform: "darwin", isRoot: false, osRelease: null }],
  ])("for %s uses Playwright's installer alone", (_, changes) => {
    const { effects, ran } = bareMachine(changes);
    expect(() => requireBrowser(effects)).toThrow();
    expect(ran).toEqual([PLAYWRIGHT]);
  });

  test("says what was tried and what to do when nothing worked", () => {
    const { effects } = bareMachine({});
    expect(() => requireBrowser(effects)).toThrow(
      `tried:\n  ${UPDATE} && ${APT}\n  ${PLAYWRIGHT_WITH_DEPS}\nInstall one, or set CHROME_PATH to the one you have.`,
    );
  });
});

describe("systemId", () => {
  test.each([
    ["ID=debian\n", "debian"],
    ['VERSION_ID="24.04"\nID="Ubuntu"\nID_LIKE=debian\n', "ubuntu"],
    ["ID_LIKE=debian\n", null],
    [null, null],
  ])("of %j is %j", (text, id) => {
    expect(systemId(text)).toBe(id);
  });
});
