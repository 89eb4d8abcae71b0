import { type Browser, type FindEffects, findBrowser, onPath } from "./find-browser.ts";

/** One program to run, with its arguments. */
export interface Step {
  readonly program: string;
  readonly args: readonly string[];
}

/** One way to get a browser: its steps run in order, the next only when the one before succeeded. */
export interface Attempt {
  readonly says: string;
  readonly steps: readonly Step[];
}

/** What installing asks of the machine beyond what finding asks. */
export interface InstallEffects extends FindEffects {
  readonly isRoot: boolean;
  /** The text of /etc/os-release; null where there is none. */
  readonly osRelease: string | null;
  /** The interpreter and script of Playwright's command line. */
  readonly playwright: Step;
  /** Whether the program ran and succeeded. */
  readonly run: (step: Step) => boolean;
  readonly say: (line: string) => void;
}

/** The system's id in the text of an os-release file (`debian`, `ubuntu`), lower case; null when it has none. */
export function systemId(osRelease: string | null): string | null {
  return /^ID=["']?([\w.-]+)/m.exec(osRelease ?? "")?.[1]?.toLowerCase() ?? null;
}

/**
 * The ways to get a browser on this machine, the best first. As root on Debian apt-get comes first; on
 * Ubuntu its chromium is only a pointer to a snap, so Playwright's installer goes before it there.
 */
export function installAttempts(
  effects: Pick<InstallEffects, "platform" | "env" | "exists" | "isRoot" | "osRelease" | "playwright">,
): Attempt[] {
  const system = systemId(effects.osRelease);
  const aptGet =
    effects.platform === "linux" && effects.isRoot && (system === "debian" || system === "ubuntu")
      ? onPath("apt-get", effects)
      : null;
  const { program, args } = effects.playwright;
  const withDependencies = aptGet === null ? [] : ["--with-deps"];
  const playwright: Attempt = {
    says: "installing Chromium with Playwright's installer",
    steps: [{ program, args: [...args, "install", "--no-shell", ...withDependencies, "chromium"] }],
  };
  if (aptGet === null) return [playwright];
  const apt: Attempt = {
    says: "installing Chromium with apt-get",
    steps: [
      { program: aptGet, args: ["update"] },
      { program: aptGet, args: ["install", "--yes", "--no-install-recommends", "chromium"] },
    ],
  };
  return system === "debian" ? [apt, playwright] : [playwright, apt];
}

/**
 * A browser that starts: the one that is there, else one that is installed now. Throws with what was
 * tried and the remedy when nothing worked.
 */
export function requireBrowser(effects: InstallEffects): Browser {
  const there = findBrowser(effects);
  if (there) return there;
  const tried: string[] = [];
  for (const { says, steps } of installAttempts(effects)) {
    effects.say(`no Chrome or Chromium found: ${says}`);
    steps.every(effects.run);
    const installed = findBrowser(effects);
    if (installed) return installed;
    tried.push(steps.map((step) => [step.program, ...step.args].join(" ")).join(" && "));
  }
  throw new Error(
    `no Chrome or Chromium was found or could be installed; tried:\n  ${tried.join("\n  ")}\n` +
      "Install one, or set CHROME_PATH to the one you have.",
  );
}
