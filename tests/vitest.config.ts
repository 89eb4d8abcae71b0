import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { ClosingLineReporter } from "./closing-line-reporter.ts";

const root = resolve(import.meta.dirname, "..");
const shared = { root, env: { TZ: "UTC" }, testTimeout: 120_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    root,
    reporters: ["default", new ClosingLineReporter()],
    // The browser tests share two cores with everything else: few workers, no starving.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**"],
          // Nothing here keeps a state in a module, so files share those of their worker.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          testTimeout: 240_000,
          // A page of a busy machine answers late; a poll ends as soon as it does.
          expect: { poll: { timeout: 30_000 } },
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/browser/global-setup.ts",
          // Files share their worker's modules and its one browser; every visit has a context of its own.
          isolate: false,
        },
      },
    ],
  },
});
