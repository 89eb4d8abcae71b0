import { request } from "node:http";
import { resolve } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUNDLED_SURVEY, siteConfig } from "../../../scripts/site.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");

let server: ViteDevServer;
let port = 0;
beforeAll(async () => {
  const config = siteConfig(BUNDLED_SURVEY);
  // Neither a scan nor a bundle of packages is wanted: nothing here is allowed to ask for one.
  const optimizeDeps = { noDiscovery: true };
  server = await createServer({
    ...config,
    optimizeDeps,
    logLevel: "silent",
    server: { ...config.server, port: 0, host: "127.0.0.1", ws: false },
  });
  await server.listen();
  const address = server.httpServer?.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => server.close());

/** What is answered for a path just as it is written: `fetch` would tidy it up. */
function ask(path: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((answered, failed) => {
    request({ host: "127.0.0.1", port, path }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => answered({ status: response.statusCode ?? 0, text }));
    })
      .on("error", failed)
      .end();
  });
}

describe("the development server", () => {
  test("serves the page and its scripts", async () => {
    expect((await ask("/")).text).toContain('src="./main.ts"');
    expect((await ask("/main.ts")).status).toBe(200);
    expect((await ask("/@vite/client")).status).toBe(200);
  });

  test.each([
    "/__open-in-editor?file=package.json",
    "/__OPEN-in-editor/?file=package.json",
    "/@id/commander",
    "/@%69d/commander",
    "/@id/commander?raw",
    "/%",
    `/@fs${PROJECT}/node_modules/commander/package.json`,
    `/@fs${PROJECT}/node_modules/commander/Readme.md?raw`,
    `/@fs${PROJECT}/node_modules/commander/Readme.md?import&raw??`,
    `/@fs${PROJECT}/node_modules/commander/package.json?url&inline&import`,
    `/@fs${PROJECT}/package.json`,
    `/@fs${PROJECT}/src/../package.json`,
    `/@fs${PROJECT}/src/%2e%2e/package.json`,
    `/@fs${PROJECT}/src/..%2fpackage.json`,
    `/@fs${PROJECT}/data/clip/survey.md`,
    "/@fs/etc/passwd?raw",
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/node_modules/commander/package.json",
  ])("gives nothing for %s", async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/"version":|root:|export (?:default|const)|^# /m);
  });
});
