import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inCanonicalOrder } from "../../src/corpus/canonical-order.ts";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { readKnownCorpus } from "../../src/corpus/read-known-corpus.ts";
import { usableCorpus } from "../../src/corpus/usable-corpus.ts";
import { corpusOf, cycle } from "../graphs.ts";

const corpus = corpusOf(cycle);

test("leaves a corpus in canonical order as it is", () => {
  expect(inCanonicalOrder(corpus)).toBe(corpus);
});

test("whatever the order of a file, every reader gives its papers and citations in that of their ids", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(corpus.papers, { minLength: corpus.papers.length }),
      fc.shuffledSubarray(corpus.citations, { minLength: corpus.citations.length }),
      async (papers, citations) => {
        const given = { ...corpus, papers, citations };
        expect(inCanonicalOrder(given)).toEqual(corpus);
        expect(parseCorpus(given)).toEqual(corpus);
        expect(readKnownCorpus(given)).toEqual(corpus);
        expect((await usableCorpus(given)).corpus).toEqual(corpus);
      },
    ),
  );
});

test("is the order in which a corpus is written", () => {
  expect(parseCorpus(JSON.parse(formatCorpus(corpus)))).toEqual(corpus);
  const written = JSON.parse(formatCorpus({ ...corpus, papers: corpus.papers.toReversed() }));
  expect(written.papers.map(({ id }: { id: string }) => id)).toEqual(corpus.papers.map(({ id }) => id));
});
