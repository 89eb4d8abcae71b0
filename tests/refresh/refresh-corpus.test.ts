import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type RefreshOptions, refreshCorpus } from "../../src/refresh/refresh-corpus.ts";
import type { AnswerCache } from "../../src/semantic-scholar/answer-cache.ts";
import { createClient } from "../../src/semantic-scholar/client.ts";
import { Interrupted } from "../../src/semantic-scholar/errors.ts";
import { createExchange, type Exchange, type Reply } from "../../src/semantic-scholar/exchange.ts";
import { createPace } from "../../src/semantic-scholar/pace.ts";
import type { PaperRef } from "../../src/survey/survey.ts";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import { memoryCache } from "../api-server/ask.ts";
import { emptyLibrary, type Library, link, shaOf, work } from "../api-server/library.ts";
import { fakeClock } from "../fake-clock.ts";
import { lostFacts } from "../scripts/refresh-folder.ts";
import { entryOf, surveyOf } from "./sources.ts";

const OPTIONS: RefreshOptions = {
  linksOnly: false,
  factsOnly: false,
  citers: 1_000,
  context: 2,
  contextCap: 100,
};

const PAPERS = 5;
const survey = surveyOf(
  Array.from({ length: PAPERS }, (_, i) =>
    i === 3 ? `Paper of many words ${i}` : `Paper of many words ${i} arxiv:2201.0000${i}`,
  ),
);

/** Links as pairs of numbers: below PAPERS a survey paper, else a work around them. */
function libraryOf(links: readonly (readonly [number, number])[]): Library {
  const numbers = new Set([...Array(PAPERS).keys(), ...links.flat()]);
  return {
    ...emptyLibrary(),
    works: [...numbers].map((i) =>
      i < PAPERS
        ? work(i, {
            title: `Paper of many words ${i}`,
            arxiv: `2201.0000${i}`,
            year: 2022,
            abstract: `About ${i}.`,
          })
        : work(i, { doi: i % 2 ? `10.1000/w${i}` : null, year: i % 3 ? 2023 : null }),
    ),
    links: links
      .filter(([citing, cited]) => citing !== cited)
      .map(([citing, cited]) => link(shaOf(citing), shaOf(cited), { contexts: [`${citing} on ${cited}`] })),
  };
}

const libraries = fc
  .uniqueArray(fc.tuple(fc.nat(PAPERS + 8), fc.nat(PAPERS + 8)), {
    selector: ([a, b]) => `${a} ${b}`,
    maxLength: 40,
  })
  .map(libraryOf);

let server: ApiServer;
const library = emptyLibrary();
beforeAll(async () => {
  server = await startApiServer(library);
});
afterAll(() => server.close());

function serve(content: Library): void {
  Object.assign(library, content);
  server.reload();
}

function realExchange(): Exchange {
  const clock = fakeClock();
  return createExchange(
    { baseUrl: server.url, key: null, pace: createPace(0, clock), tries: 2 },
    { clock, random: () => 0, report: () => {} },
  );
}

async function refresh(
  previous: Corpus | null,
  { exchange = realExchange(), cache = memoryCache() as AnswerCache, options = OPTIONS } = {},
): Promise<Corpus> {
  const client = createClient(server.url, { exchange, cache, today: () => "2026-11-23" });
  return (await refreshCorpus({ survey, curation: null, previous }, options, client)).corpus;
}

/** The corpus as it comes back from its file. */
const reread = (corpus: Corpus) => parseCorpus(JSON.parse(formatCorpus(corpus)));

describe("refreshCorpus", () => {
  test("writes the same bytes when nothing changed, whatever is cited by whom", async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (content) => {
        serve(content);
        const once = await refresh(null);
        const twice = await refresh(reread(once));
        expect(formatCorpus(twice)).toBe(formatCorpus(once));
      }),
      { numRuns: 25 },
    );
  });

  test("keeps every fact it knew, whatever the source says later", async () => {
    await fc.assert(
      fc.asyncProperty(libraries, libraries, async (before, after) => {
        serve(before);
        const first = await refresh(null);
        serve(after);
        const second = await refresh(reread(first));
        expect(lostFacts(first, second)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("gives the same corpus after an interruption at any request", async () => {
    await fc.assert(
      fc.asyncProperty(libraries, fc.nat(12), async (content, last) => {
        serve(content);
        const whole = await refresh(null);
        const cache = memoryCache();
        const real = realExchange();
        let asked = 0;
        const interrupted = refresh(null, {
          cache,
          exchange: (question) => {
            if (asked++ === last) throw new Interrupted();
            return real(question);
          },
        });
        await interrupted.catch((error: unknown) => expect(error).toBeInstanceOf(Interrupted));
        const resumed = await refresh(null, { cache });
        expect(formatCorpus(resumed)).toBe(formatCorpus(whole));
      }),
      { numRuns: 25 },
    );
  });

  test("never fails on an odd answer, and keeps what was known", async () => {
    serve(
      libraryOf([
        [1, 0],
        [2, 0],
        [2, 1],
        [7, 0],
        [7, 1],
        [1, 8],
        [2, 8],
      ]),
    );
    const known = await refresh(null);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.oneof(fc.constant(null), oddPaper()), { minLength: PAPERS, maxLength: PAPERS }),
      fc.record({
        data: fc.oneof(
          fc.constant(null),
          fc.array(fc.record({ citedPaper: oddPaper(), citingPaper: oddPaper() })),
        ),
        next: fc.option(fc.nat()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.record({ status: fc.constantFrom(200, 200, 200, 400, 404), body: odd })),
        async (answers) => {
          const exchange: Exchange = async () => answers.next().value as Reply;
          const after = await refresh(reread(known), { exchange });
          expect(lostFacts(known, after)).toEqual([]);
          expect(reread(after)).toEqual(reread(parseCorpus(after)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("refreshCorpus of entries that other catalogues name", () => {
  const listed = (title: string, line: number, ...refs: readonly PaperRef[]) =>
    entryOf(title, line, { ref: refs[0] ?? { kind: "title", value: title }, refs });

  test("asks by every kind of id, by the next one where the first is not known, then by title", async () => {
    serve({
      ...emptyLibrary(),
      works: [
        work(31, { title: "Known by a corpus number", arxiv: null, doi: null }),
        work(32, { title: "Of an anthology", externalIds: { ACL: "N19-1423" } }),
        work(33, { title: "Of a medical index", externalIds: { PubMed: "33319865" } }),
        work(34, { title: "Of a medical archive", externalIds: { PubMedCentral: "6347556" } }),
        work(35, { title: "Found by its second name", arxiv: "2201.00035" }),
        work(36, { title: "Found by nothing but its long title" }),
      ],
    });
    const entries = [
      listed("Called otherwise 1", 10, { kind: "corpusid", value: "31" }),
      listed(
        "Called otherwise 2",
        20,
        { kind: "doi", value: "10.18653/v1/n19-1423" },
        { kind: "acl", value: "N19-1423" },
      ),
      listed("Called otherwise 3", 30, { kind: "pmid", value: "33319865" }),
      listed("Called otherwise 4", 40, { kind: "pmcid", value: "6347556" }),
      listed(
        "Called otherwise 5",
        50,
        { kind: "arxiv", value: "2201.00035" },
        { kind: "doi", value: "10.1000/unheard" },
      ),
      listed("Found by nothing but its long title", 60, { kind: "doi", value: "10.1000/unheard-too" }),
    ];
    const client = createClient(server.url, {
      exchange: realExchange(),
      cache: memoryCache(),
      today: () => "2026-11-23",
    });
    const sources = { survey: surveyOf(entries), curation: null, previous: null };
    const { corpus, outcome } = await refreshCorpus(sources, { ...OPTIONS, context: 0 }, client);
    const shas = corpus.papers.map((paper) =>
      [paper.id, ...paper.aliases].find((name) => name.startsWith("s2:")),
    );
    expect(shas.toSorted()).toEqual([31, 32, 33, 34, 35, 36].map((n) => `s2:${shaOf(n)}`));
    expect(outcome.answered).toBe(6);
  });
});

/** A paper in the contract's shape with values nobody would expect. */
function oddPaper(): fc.Arbitrary<unknown> {
  const text = fc.oneof(fc.string(), fc.constant(""), fc.constant("\u0093\n \u0000"), fc.constant(null));
  const number = fc.oneof(fc.integer(), fc.constant(null), fc.constant(99_999));
  return fc.record(
    {
      paperId: fc.oneof(fc.nat(12).map(shaOf), fc.constant(null), fc.constant("p/../q"), fc.constant("P1")),
      externalIds: fc.oneof(
        fc.constant(null),
        fc.record({
          ArXiv: fc.oneof(text, fc.constant("2201.00001v3")),
          DOI: fc.oneof(text, fc.constant("10.1000/W7")),
          CorpusId: fc.integer(),
        }),
      ),
      title: text,
      year: number,
      publicationDate: fc.oneof(text, fc.constant("2022-02-31"), fc.constant("2022-02-03")),
      venue: text,
      authors: fc.option(fc.array(fc.record({ authorId: text, name: text }))),
      citationCount: number,
      influentialCitationCount: number,
      referenceCount: number,
      abstract: text,
      tldr: fc.option(fc.record({ model: text, text })),
      citations: fc.option(
        fc.array(fc.record({ paperId: fc.nat(12).map(shaOf), title: text, year: number })),
      ),
      references: fc.option(fc.array(fc.record({ paperId: fc.nat(12).map(shaOf) }))),
    },
    { requiredKeys: ["paperId"] },
  );
}
