import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { layOutAnew } from "../../../scripts/companion/write-companion.ts";
import { buildSite } from "../../../scripts/site/build-site.ts";
import { offeredCompanion } from "../../../scripts/site/companion-data.ts";
import { serveSite } from "../../../scripts/site/serve-site.ts";
import { BUNDLED_SURVEY, siteConfig } from "../../../scripts/site.ts";
import { formatCorpus } from "../../../src/corpus/format-corpus.ts";
import { MOST_PAPERS_OF_WHOLE_PAGE } from "../../../src/view/state/large-map-line.ts";
import { largeCorpus } from "../companion/large-corpus.ts";

const LINK = '<link id="companion" rel="preload" as="fetch" crossorigin href="./papers.arrow">';

const FILES = ["papers.arrow", "citations.arrow"] as const;

/** A folder with a large corpus and the companion that fits it. */
let ready: string;
let folder: string;
beforeAll(async () => {
  ready = mkdtempSync(join(tmpdir(), "clip-lineage-ready-"));
  writeFileSync(join(ready, "corpus.json"), formatCorpus(largeCorpus()));
  await layOutAnew(ready, () => {});
});
afterAll(() => {
  rmSync(ready, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-site-"));
  for (const name of ["corpus.json", ...FILES]) copyFileSync(join(ready, name), join(folder, name));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("offeredCompanion", () => {
  test("gives the bytes of one that fits, and nothing to say", () => {
    const { bytes, message } = offeredCompanion(folder);
    expect(bytes).toEqual({
      papers: readFileSync(join(folder, "papers.arrow")),
      citations: readFileSync(join(folder, "citations.arrow")),
    });
    expect(message).toBeNull();
  });

  const remedy = () => `npm run refresh -- ${folder} --layout-only`;

  test("leaves out one of another corpus, and says the remedy", () => {
    writeFileSync(join(folder, "corpus.json"), `${readFileSync(join(folder, "corpus.json"), "utf8")}\n`);
    const { bytes, message } = offeredCompanion(folder);
    expect(bytes).toBeNull();
    expect(message).toContain(
      `${folder}: papers.arrow and citations.arrow are left out: they were made from another corpus.json`,
    );
    expect(message).toContain(remedy());
  });

  test.each(FILES)("leaves out one of which %s is broken, and says the remedy", (name) => {
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 1_000));
    const { bytes, message } = offeredCompanion(folder);
    expect(bytes).toBeNull();
    expect(message).toContain(`are left out: ${name} is cut short`);
    expect(message).toContain(remedy());
  });

  test("says how to make one where a large map has none", () => {
    for (const name of FILES) rmSync(join(folder, name));
    expect(offeredCompanion(folder)).toEqual({ bytes: null, message: expect.stringContaining(remedy()) });
  });

  test("says what a map needs that is too large for a page to lay out", () => {
    for (const name of FILES) rmSync(join(folder, name));
    const corpus = largeCorpus();
    const [paper] = corpus.papers;
    if (!paper) throw new Error("the corpus is empty");
    const papers = Array.from({ length: MOST_PAPERS_OF_WHOLE_PAGE + 1 }, () => paper);
    const { message } = offeredCompanion(folder, () => ({ ...corpus, papers }));
    expect(message).toContain("the page cannot show a map of more than 200,000 papers");
    expect(message).toContain(remedy());
  });

  test("leaves it to others to tell of a corpus that cannot be read", () => {
    for (const name of FILES) rmSync(join(folder, name));
    expect(offeredCompanion(folder, () => null)).toEqual({ bytes: null, message: null });
  });

  test("has nothing to say of a small map", () => {
    expect(offeredCompanion(BUNDLED_SURVEY)).toEqual({ bytes: null, message: null });
  });
});

describe("buildSite", () => {
  test("puts a companion that fits beside the page and names it there, from any path", async () => {
    const dist = join(folder, "dist");
    await buildSite(folder, dist, "silent");
    expect(readFileSync(join(dist, "index.html"), "utf8")).toContain(LINK);
    const site = await serveSite(dist, { port: 0, base: "/some/path/" });
    try {
      for (const name of FILES) {
        const answer = await fetch(new URL(`./${name}`, site.url));
        expect(answer.headers.get("content-type")).toBe("application/vnd.apache.arrow.file");
        expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(join(folder, name)));
      }
    } finally {
      await site.close();
    }
  });

  test("builds a large map without one that does not fit, and without what would open it as a file", async () => {
    writeFileSync(join(folder, "citations.arrow"), "no companion");
    const dist = join(folder, "dist");
    await buildSite(folder, dist, "silent");
    expect(readFileSync(join(dist, "index.html"), "utf8")).not.toContain("papers.arrow");
    for (const name of FILES) expect(existsSync(join(dist, name))).toBe(false);
    expect(existsSync(join(dist, "offline", "data.js"))).toBe(false);
    expect(readFileSync(join(dist, "offline", "from-file.js"), "utf8")).toContain("npx serve");
  });
});

test("the development server serves the companion while it fits", async () => {
  const server = await createServer({
    ...siteConfig(folder),
    logLevel: "silent",
    server: { port: 0, host: "127.0.0.1" },
  });
  try {
    await server.listen();
    const url = server.resolvedUrls?.local[0] ?? "";
    expect(await (await fetch(url)).text()).toContain(LINK);
    for (const name of FILES) {
      const answer = await fetch(`${url}${name}`);
      expect(answer.headers.get("content-type")).toBe("application/vnd.apache.arrow.file");
      expect((await answer.arrayBuffer()).byteLength).toBe(readFileSync(join(folder, name)).length);
    }
    writeFileSync(join(folder, "citations.arrow"), "no companion");
    for (const name of FILES) expect((await fetch(`${url}${name}`)).status).toBe(404);
    expect(await (await fetch(url)).text()).not.toContain("papers.arrow");
  } finally {
    await server.close();
  }
});
