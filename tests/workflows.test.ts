import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const FOLDER = resolve(import.meta.dirname, "../.github/workflows");

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly "timeout-minutes"?: number;
        readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  return [file, parse(text) as Workflow, text] as const;
});

describe.each(workflows)("the workflow %s", (_, workflow, text) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test("pins every action to a commit and says its version", () => {
    for (const { uses } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    }
    for (const line of text.split("\n").filter((line) => line.includes("uses:"))) {
      expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
    }
  });

  test("begins with no more than reading, and no job may do everything", () => {
    expect(Object.values(workflow.permissions ?? { all: "write" })).not.toContain("write");
    expect(text).not.toContain("write-all");
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  test("puts no secret and nothing from outside into a command line", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });
});
