import type { Reporter, TestModule } from "vitest/node";

/** How many tests passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The counts as one line: `12 passed, 0 failed`, and `, 1 skipped` when there is one. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** A vitest reporter that ends the output with the counts, alone on a line. */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file that cannot be loaded, or whose hooks fail, has no test that says so.
      if (module.errors().length > 0) counts.failed++;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed++;
      for (const { result } of Array.from(module.children.allTests(), (test) => ({
        result: test.result(),
      }))) {
        if (result.state === "passed") counts.passed++;
        else if (result.state === "failed") counts.failed++;
        else counts.skipped++;
      }
    }
    process.stdout.write(`\n${closingLine(counts)}\n`);
  }
}
