import fc from "fast-check";
import { expect, test } from "vitest";
import { CorpusTooLongError, formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus, CorpusInput } from "../../src/corpus/schema.ts";
import { PaperIdSchema } from "../../src/corpus/text-schemas.ts";
import { corpusOf, diamond } from "../graphs.ts";

const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const id = word.filter((text) => PaperIdSchema.safeParse(text).success);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const date = fc.constantFrom("2021", "2021-02", "2021-02-26");

/** Corpora of any content whose integrity holds. */
const corpora: fc.Arbitrary<Corpus> = fc
  .uniqueArray(id, { minLength: 2, maxLength: 8 })
  .chain((ids) => {
    const paper = fc.constantFrom(...ids);
    return fc.record({
      papers: fc.tuple(
        ...ids.map((own) =>
          fc.record({
            id: fc.constant(own),
            title: word,
            role: fc.constantFrom("survey" as const, "context" as const),
            label: maybe(word),
            authors: fc.array(word, { maxLength: 2 }),
            date: maybe(date),
            citationCount: maybe(fc.nat()),
            referencesKnown: maybe(fc.boolean()),
            urls: fc.constantFrom({}, { paper: "https://example.org/a?b=c" }),
          }),
        ),
      ),
      placements: fc.array(fc.record({ paper, domain: fc.constantFrom("d", "e"), note: maybe(word) }), {
        maxLength: 3,
      }),
      citations: fc.uniqueArray(
        fc
          .record({
            citing: paper,
            cited: paper,
            evidence: maybe(word),
            contexts: fc.array(word, { maxLength: 2 }),
          })
          .filter(({ citing, cited }) => citing !== cited),
        { selector: ({ citing, cited }) => JSON.stringify([citing, cited]) },
      ),
      unresolved: fc.array(
        fc.record({ title: word, reason: word, line: maybe(fc.integer({ min: 1, max: 99 })) }),
        { maxLength: 2 },
      ),
      findings: fc.array(fc.record({ paper, text: fc.constant({ zh: "是", en: "is" }) }), { maxLength: 2 }),
    });
  })
  .map((input) => {
    const survey = { domains: ["d", "e"].map((own) => ({ id: own, label: { en: own } })) };
    return parseCorpus({ version: 1, survey, ...input } satisfies CorpusInput);
  });

/** The corpus with the lists that formatCorpus sorts in the order it sorts them. */
function roundTrip(corpus: Corpus): Corpus {
  return parseCorpus(JSON.parse(formatCorpus(corpus)));
}

const inAnyOrder = (corpus: Corpus) => ({
  ...corpus,
  papers: new Set(corpus.papers),
  placements: new Set(corpus.placements),
  citations: new Set(corpus.citations),
  unresolved: new Set(corpus.unresolved),
  findings: new Set(corpus.findings),
});

test("formatCorpus loses nothing: parseCorpus gives the same corpus back", () => {
  fc.assert(
    fc.property(corpora, (corpus) => {
      expect(inAnyOrder(roundTrip(corpus))).toEqual(inAnyOrder(corpus));
    }),
  );
});

test("formatCorpus gives the same bytes whatever the order of the lists", () => {
  fc.assert(
    fc.property(corpora, (corpus) => {
      const turned = {
        ...corpus,
        papers: corpus.papers.toReversed(),
        placements: corpus.placements.toReversed(),
        citations: corpus.citations.toReversed(),
        unresolved: corpus.unresolved.toReversed(),
        findings: corpus.findings.toReversed(),
      };
      expect(formatCorpus(turned)).toBe(formatCorpus(corpus));
    }),
  );
});

test("formatCorpus writes one paper and one citation a line, without what is not known", () => {
  const lines = formatCorpus(corpusOf(diamond)).split("\n");
  expect(lines).toContain('{"id":"A","role":"survey","title":"A"},');
  expect(lines).toContain('{"citing":"B","cited":"A","confidence":"reported"},');
  expect(lines.at(-1)).toBe("");
});

test("formatCorpus refuses to make more than a text can hold, and says how long both are", () => {
  fc.assert(
    fc.property(corpora, (corpus) => {
      const { length } = formatCorpus(corpus);
      // What stands between the lists is counted about.
      expect(formatCorpus(corpus, length + 50)).toHaveLength(length);
      expect(() => formatCorpus(corpus, length - 1)).toThrow(CorpusTooLongError);
    }),
  );
  expect(new CorpusTooLongError(580_400_123, 536_870_888).message).toBe(
    "corpus.json would have 580,400,123 characters, and a text can have 536,870,888 characters",
  );
});
