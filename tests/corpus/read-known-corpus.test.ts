import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { syntheticCorpus } from "../../scripts/bench/synthetic-corpus.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { readKnownCorpus } from "../../src/corpus/read-known-corpus.ts";

const bundled: unknown = JSON.parse(readFileSync("data/clip/corpus.json", "utf8"));
const synthetic: unknown = JSON.parse(
  formatCorpus(syntheticCorpus({ papers: 300, citations: 1_500, seed: 0.42 })),
);
const least = {
  version: 1,
  papers: [
    { id: "arxiv:2103.00020", title: "A" },
    { id: "arxiv:2112.12750", title: "B" },
  ],
  citations: [{ citing: "arxiv:2112.12750", cited: "arxiv:2103.00020" }],
};

describe("readKnownCorpus", () => {
  test.each([
    ["the bundled corpus", bundled],
    ["a synthetic one", synthetic],
    ["one of required fields alone", least],
    ["an empty one", { version: 1, papers: [] }],
  ])("gives what parseCorpus gives: %s", (_, value) => {
    expect(readKnownCorpus(value)).toEqual(parseCorpus(value));
  });

  test("gives no corpus with an address that is no web address", () => {
    const [first, ...rest] = least.papers;
    const urls = { paper: "javascript:alert(1)" };
    expect(readKnownCorpus({ ...least, papers: [{ ...first, urls }, ...rest] })).toBeNull();
    const placement = { paper: "arxiv:2103.00020", domain: "a", figure: "file:///etc" };
    expect(readKnownCorpus({ ...least, placements: [placement] })).toBeNull();
  });

  test.each([null, 7, "text", [], {}, { version: 2, papers: [] }, { version: 1 }])(
    "gives null for what is no corpus: %j",
    (value) => {
      expect(readKnownCorpus(value)).toBeNull();
    },
  );
});
