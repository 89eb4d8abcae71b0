import * as fc from "fast-check";
import { expect, test } from "vitest";
import { citationIndexOf } from "../../src/columns/citation-index.ts";
import { buffersOf, partsOf, rebuilding } from "../../src/columns/hydration.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { clipCorpus } from "../view/models.ts";

const breathe = async () => {};

/** The corpus as it comes out of a worker: every part copied as `postMessage` copies it. */
async function handedOver(corpus: Corpus) {
  const parts = rebuilding();
  for (const part of partsOf(corpus, citationIndexOf(corpus.papers, corpus.citations)))
    parts.take(structuredClone(part, { transfer: buffersOf(part) as ArrayBuffer[] }));
  return parts.finish(breathe);
}

const PAPERS = ["c", "a", "b", "e", "d", "f"];

const corpora: fc.Arbitrary<Corpus> = fc
  .record({
    papers: fc.shuffledSubarray(PAPERS, { minLength: 1 }),
    ends: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...PAPERS), fc.constantFrom(...PAPERS)).filter(([a, b]) => a !== b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 12 },
    ),
    facts: fc.array(
      fc.record(
        {
          sources: fc.subarray(["curation", "semantic-scholar"]),
          confidence: fc.constantFrom("verified", "likely", "reported"),
          evidence: fc.option(fc.string()),
          influential: fc.option(fc.boolean()),
          intents: fc.subarray(["background", "result"]),
          contexts: fc.array(fc.string(), { maxLength: 2 }),
          lastSeen: fc.constantFrom(null, "2026-11-01"),
        },
        { requiredKeys: [] },
      ),
      { minLength: 12, maxLength: 12 },
    ),
  })
  .map(({ papers, ends, facts }) =>
    parseCorpus({
      version: 1,
      papers: papers.map((id) => ({ id, title: `About ${id}` })),
      citations: ends
        .filter((pair) => pair.every((id) => papers.includes(id)))
        .map(([citing, cited], i) => ({ citing, cited, ...facts[i] })),
    }),
  );

test("a corpus handed over in parts is the one that was read, with the index of its own", async () => {
  await fc.assert(
    fc.asyncProperty(corpora, async (corpus) => {
      const rebuilt = await handedOver(corpus);
      expect(rebuilt.corpus).toEqual(corpus);
      expect(rebuilt.index).toEqual(citationIndexOf(corpus.papers, corpus.citations));
    }),
  );
});

test("the bundled corpus is handed over as it is", async () => {
  expect((await handedOver(clipCorpus())).corpus).toEqual(clipCorpus());
});

test("citations without texts share their empty lists", async () => {
  const { corpus } = await handedOver(
    parseCorpus({
      version: 1,
      papers: [
        { id: "a", title: "a" },
        { id: "b", title: "b" },
      ],
      citations: [
        { citing: "a", cited: "b" },
        { citing: "b", cited: "a" },
      ],
    }),
  );
  const [one, other] = corpus.citations;
  expect(one?.contexts).toBe(other?.contexts);
  expect(one?.sources).toBe(other?.sources);
});

test("rebuilding refuses to give a corpus whose parts did not all arrive", async () => {
  await expect(rebuilding().finish(breathe)).rejects.toThrow("did not arrive whole");
});
