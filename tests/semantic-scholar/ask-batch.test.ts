import { afterEach, describe, expect, test } from "vitest";
import { ContextPaperSchema, SurveyPaperSchema } from "../../src/semantic-scholar/answers.ts";
import { askBatch } from "../../src/semantic-scholar/ask-batch.ts";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import { askingClient, memoryCache } from "../api-server/ask.ts";
import { always, type Fault, FORBIDDEN, INTERNAL, TIMED_OUT } from "../api-server/faults.ts";
import { FOREIGN, LONG, REVERSED, ROTATED, rewritingBatches, SHORT } from "../api-server/hostile.ts";
import { emptyLibrary, type Library, link, shaOf, work } from "../api-server/library.ts";

let server: ApiServer;
afterEach(() => server.close());

async function serve(library: Partial<Library>, fault?: Fault): Promise<string> {
  server = await startApiServer({ ...emptyLibrary(), ...library }, fault ? { fault } : {});
  return server.url;
}

/** `papers` papers with `citers` citing works each. */
function cited(papers: number, citers: number): Partial<Library> {
  const works = Array.from({ length: papers }, (_, i) => work(i + 1));
  const citing = Array.from({ length: citers }, (_, i) => work(100_000 + i));
  return {
    works: [...works, ...citing],
    links: works.flatMap((paper) => citing.map((citer) => link(citer.sha, paper.sha))),
  };
}

const citationRows = (paper: { citationCount: number | null; citations: readonly unknown[] | null }) => [
  { expected: Math.min(paper.citationCount ?? 0, 1000), found: paper.citations?.length ?? 0 },
];

describe("askBatch", () => {
  test("answers each address with its paper, and with null for one the source does not know", async () => {
    const { client } = askingClient(await serve({ works: [work(1), work(2)] }));
    const answers = await askBatch(client, [shaOf(1), shaOf(9), shaOf(2)], ContextPaperSchema);
    expect(answers.get(shaOf(1))).toMatchObject({ value: { title: "Work number 1" }, day: "2026-11-23" });
    expect(answers.get(shaOf(9))).toEqual({ value: null, day: "2026-11-23" });
    expect(server.seen).toHaveLength(1);
  });

  test("reads a batch in which no id is known as all unknown", async () => {
    const { client } = askingClient(await serve({ works: [] }));
    const answers = await askBatch(client, [shaOf(1), shaOf(2)], ContextPaperSchema);
    expect([...answers.values()].map((answer) => "value" in answer && answer.value)).toEqual([null, null]);
    expect(server.seen).toHaveLength(1);
  });

  test("asks nobody for nothing", async () => {
    const { client } = askingClient(await serve({}));
    expect((await askBatch(client, [], ContextPaperSchema)).size).toBe(0);
    expect(server.seen).toHaveLength(0);
  });

  test("names at most 500 ids in one request", async () => {
    const works = Array.from({ length: 1100 }, (_, i) => work(i + 1));
    const { client } = askingClient(await serve({ works }));
    const answers = await askBatch(
      client,
      works.map((w) => w.sha),
      ContextPaperSchema,
    );
    expect(answers.size).toBe(1100);
    expect(server.seen.map((seen) => seen.ids.length)).toEqual([500, 500, 100]);
  });

  test("brings every nested row though one call brings 9,999 at most", async () => {
    const library = cited(19, 600);
    const { client } = askingClient(await serve(library));
    const shas = Array.from({ length: 19 }, (_, i) => shaOf(i + 1));
    const answers = await askBatch(client, shas, SurveyPaperSchema, citationRows);
    for (const sha of shas) {
      expect(answers.get(sha)).toMatchObject({ value: { citations: { length: 600 } } });
    }
    expect(server.seen).toHaveLength(2);
  });

  test("does not take a list for cut that is short by itself", async () => {
    const { client } = askingClient(await serve({ works: [work(1, { citationCount: 7 })] }));
    const answers = await askBatch(client, [shaOf(1)], SurveyPaperSchema, citationRows);
    expect(answers.get(shaOf(1))).toMatchObject({ value: { citations: [] } });
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ["its size", { status: 400, text: '{"error":"Response would exceed maximum size...."}' }],
    ["taking too long", TIMED_OUT],
  ])("halves a batch that is refused for %s", async (_, sabotage) => {
    const works = Array.from({ length: 4 }, (_, i) => work(i + 1));
    const url = await serve({ works }, (seen) => (seen.ids.length > 2 ? sabotage : null));
    const { client } = askingClient(url, { tries: 2 });
    const answers = await askBatch(
      client,
      works.map((w) => w.sha),
      ContextPaperSchema,
    );
    expect([...answers.values()].every((answer) => "value" in answer && answer.value)).toBe(true);
  });

  test("keeps what it got: a second asking, in any other company, goes to nobody", async () => {
    const url = await serve({ works: [work(1), work(2)] });
    const cache = memoryCache();
    await askBatch(askingClient(url, { cache }).client, [shaOf(1), shaOf(2), shaOf(3)], ContextPaperSchema);
    await askBatch(askingClient(url, { cache }).client, [shaOf(3), shaOf(1)], ContextPaperSchema);
    expect(server.seen).toHaveLength(1);
  });

  test("names endpoint, paper and place of an item that is not what the contract says; the others stand", async () => {
    const url = await serve({ works: [work(1), work(2)] }, () => ({
      rewrite: (body) => (body as object[]).map((item, i) => (i === 0 ? { ...item, year: "MMXX" } : item)),
    }));
    const answers = await askBatch(askingClient(url).client, [shaOf(1), shaOf(2)], ContextPaperSchema);
    expect(answers.get(shaOf(1))).toMatchObject({
      failure: {
        name: "UnexpectedResponse",
        endpoint: "POST /paper/batch",
        subject: shaOf(1),
        path: "year",
        cause: { name: "ZodError" },
      },
    });
    expect(answers.get(shaOf(2))).toMatchObject({ value: { title: "Work number 2" } });
  });

  test.each([
    ["fewer items than ids", [null]],
    ["far more items than ids", Array(600).fill(null)],
    ["something that is no list", { papers: [] }],
  ])("fails every address of a batch answered with %s", async (_, body) => {
    const url = await serve({ works: [work(1), work(2)] }, () => ({ rewrite: () => body }));
    const answers = await askBatch(askingClient(url).client, [shaOf(1), shaOf(2)], ContextPaperSchema);
    expect([...answers.values()]).toMatchObject([
      { failure: { name: "UnexpectedResponse" } },
      { failure: { name: "UnexpectedResponse" } },
    ]);
  });

  test("throws what concerns everybody", async () => {
    const url = await serve({ works: [work(1)] }, always(FORBIDDEN));
    await expect(askBatch(askingClient(url).client, [shaOf(1)], ContextPaperSchema)).rejects.toThrow(/key/);
  });

  test("fails one batch alone when only that one stays unanswered", async () => {
    const url = await serve({ works: [work(1), work(2)] }, (seen) =>
      seen.ids.includes(shaOf(1)) ? INTERNAL : null,
    );
    const { client } = askingClient(url, { tries: 2 });
    const answers = await askBatch(client, [shaOf(1), shaOf(2)], ContextPaperSchema);
    expect(answers.get(shaOf(1))).toMatchObject({ failure: { name: "TriesExhausted" } });
    expect(answers.get(shaOf(2))).toMatchObject({ value: { title: "Work number 2" } });
  });

  describe("in a batch that is not what was asked for", () => {
    const works = [1, 2, 3, 4].map((n) => work(n, { arxiv: `2101.0000${n}`, doi: `10.1000/Paper.${n}` }));
    const addresses = ["ARXIV:2101.00001", "DOI:10.1000/paper.2", shaOf(3), shaOf(9), "ARXIV:2101.00004"];
    const numbers = [1, 2, 3, 9, 4];
    const knownOf = (address: string) => {
      const title = `Work number ${numbers[addresses.indexOf(address)]}`;
      return { ids: [], isTitled: (offered: { title: string | null }) => offered.title === title };
    };

    async function ask(url: string, cache = memoryCache()) {
      const { client } = askingClient(url, { cache });
      const answers = await askBatch(client, addresses, ContextPaperSchema, () => [], knownOf);
      return addresses.map((address) => {
        const answer = answers.get(address);
        return answer && "value" in answer ? (answer.value?.title ?? null) : answer?.failure.message;
      });
    }

    const answersTo = async (fault: Fault) => ask(await serve({ works }, fault));

    const right = ["Work number 1", "Work number 2", "Work number 3", null, "Work number 4"];

    test.each([
      ["rotated", ROTATED],
      ["reversed", REVERSED],
      ["too long", LONG],
    ])(
      "finds every item of one that is %s, and asks once more for what it cannot be sure of",
      async (_, fault) => {
        expect(await answersTo(fault)).toEqual(right);
        expect(server.seen.map((seen) => seen.ids.length)).toEqual([5, 1]);
      },
    );

    test("finds every item of one that is too short, and fails the missing one", async () => {
      expect(await answersTo(SHORT)).toEqual([
        "POST /paper/batch for ARXIV:2101.00001: unexpected answer at body: 1 items for 2 ids",
        ...right.slice(1, 3),
        "POST /paper/batch for 0000000000000000000000000000000000000009: unexpected answer at body: 1 items for 2 ids",
        right[4],
      ]);
    });

    test("believes no item about another paper, names it, and keeps nothing of it", async () => {
      const cache = memoryCache();
      expect((await ask(await serve({ works }, FOREIGN), cache))[1]).toBe(
        'POST /paper/batch for DOI:10.1000/paper.2: the answer is about arxiv:1905.10001 "A foreign paper, number 1"',
      );
      expect(cache.kept.size).toBe(0);
    });

    test("believes the others where one item is about another paper", async () => {
      const answers = await answersTo(
        rewritingBatches((items) => items.map((item, i) => (i === 0 ? (items[4] ?? null) : item))),
      );
      expect(answers[0]).toMatch(/the answer is about arxiv:2101.00004 "Work number 4"/);
      expect(answers.slice(1)).toEqual(right.slice(1));
    });

    test("asks again for what was kept of another paper", async () => {
      const cache = memoryCache();
      const url = await serve({ works });
      await ask(url, cache);
      const entry = (address: string) => [...cache.kept].find(([question]) => question.endsWith(address));
      const [mine, other] = [entry("ARXIV:2101.00001"), entry("ARXIV:2101.00004")];
      if (mine && other) cache.kept.set(mine[0], other[1]);
      expect(await ask(url, cache)).toEqual(right);
      expect(server.seen.slice(1).map((seen) => seen.ids)).toEqual([["ARXIV:2101.00001"]]);
    });

    test("keeps each paper's own answer where another one claims its name", async () => {
      const cache = memoryCache();
      const claiming = rewritingBatches((items) =>
        items.map((item, i) =>
          i === 4 ? { ...item, externalIds: { ArXiv: "2101.00004", DOI: "10.1000/paper.2" } } : item,
        ),
      );
      const url = await serve({ works }, claiming);
      expect(await ask(url, cache)).toEqual(right);
      server.sabotage(always(FORBIDDEN));
      expect(await ask(url, cache)).toEqual(right);
    });
  });
});
