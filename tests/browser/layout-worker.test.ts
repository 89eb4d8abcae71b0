import { resolve } from "node:path";
import { build } from "vite";
import { beforeAll, describe, expect } from "vitest";
import { syntheticGraph } from "../../scripts/bench/synthetic-graph.ts";
import type { LayoutAnswer } from "../../src/layout/engine/live-layout.ts";
import { settle } from "../../src/layout/engine/settle.ts";
import { test } from "./harness.ts";

const graph = syntheticGraph({ papers: 1_200, citations: 8_000 });

/** The worker's script as a site holds it. */
async function bundledWorker(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      rollupOptions: { input: resolve(import.meta.dirname, "../../src/workers/layout-worker.ts") },
    },
  });
  const [{ output } = { output: [] }] = [result].flat() as { output: { type: string; code?: string }[] }[];
  return output.find(({ type }) => type === "chunk")?.code ?? "";
}

describe("layout-worker on a page under the site's Content-Security-Policy", () => {
  let script = "";
  beforeAll(async () => {
    script = await bundledWorker();
    expect(script).not.toBe("");
  });

  async function layoutInWorker(
    page: import("playwright-core").Page,
    { headers }: { headers: Record<string, string> },
  ): Promise<{ settled: boolean[]; positions: number[] }> {
    await page
      .context()
      .route("**/layout-worker.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: script, headers }),
      );
    const { count, citing, cited } = graph;
    return page.evaluate(
      ([count, citing, cited]) =>
        new Promise((done) => {
          const worker = new Worker(new URL("layout-worker.js", location.href), { type: "module" });
          const settled: boolean[] = [];
          worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
            settled.push(data.settled);
            if (data.settled) done({ settled, positions: [...data.positions] });
          };
          worker.postMessage({
            graph: { count, citing: Uint32Array.from(citing), cited: Uint32Array.from(cited) },
          });
        }),
      [count, [...citing], [...cited]] as const,
    );
  }

  test("settles at the same places as in Node", async ({ openPage }) => {
    const headers = { "Content-Security-Policy": "script-src 'self'" };
    const { settled, positions } = await layoutInWorker(await openPage(), { headers });
    expect(settled.at(-1)).toBe(true);
    expect(positions).toEqual([...settle(graph)]);
  });
});
