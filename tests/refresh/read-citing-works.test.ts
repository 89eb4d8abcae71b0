import { afterEach, describe, expect, test } from "vitest";
import { LIMIT, readCitingWorks } from "../../src/refresh/read-citing-works.ts";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import { askingClient } from "../api-server/ask.ts";
import { emptyLibrary, type Library, link, shaOf, work } from "../api-server/library.ts";

const PAPER = shaOf(1);

/** A paper with so many citing works, `perDay` of them on each day back from 2026-11-01; `undated` of them without a day. */
function library(citers: number, perDay: number, undated = 0): Library {
  const newest = Date.UTC(2026, 10, 1);
  const citing = Array.from({ length: citers }, (_, i) => {
    const date = new Date(newest - Math.floor(i / perDay) * 86_400_000).toISOString().slice(0, 10);
    return i < undated ? work(10 + i, { date: null, year: 2020 }) : work(10 + i, { date, year: 2026 });
  });
  return { ...emptyLibrary(), works: [work(1), ...citing], links: citing.map(({ sha }) => link(sha, PAPER)) };
}

let server: ApiServer;
afterEach(() => server.close());

async function read(content: Library, wanted: number) {
  server = await startApiServer(content);
  const { client } = askingClient(server.url);
  const answer = { citations: [], citationCount: content.links.length };
  return readCitingWorks(PAPER, answer, wanted, client);
}

describe("readCitingWorks", () => {
  test("reads past the 9,999 that one list serves, in windows of dates", async () => {
    const { rows, missing } = await read(library(21_000, 40), 30_000);
    expect(new Set(rows.map(({ work }) => work.paperId)).size).toBe(21_000);
    expect(missing).toBeNull();
    expect(server.seen.length).toBeLessThanOrEqual(25);
    expect(
      server.seen.every(({ search }) => Number(search.get("offset")) + Number(search.get("limit")) < 10_000),
    ).toBe(true);
  });

  test("says truncated where works without a date lie beyond the wall", async () => {
    const { rows, missing } = await read(library(12_000, 40, 500), 30_000);
    expect(rows).toHaveLength(11_500);
    expect(missing).toMatch(/^truncated/);
  });

  test("says truncated where one day has more than the wall lets through", async () => {
    const { rows, missing } = await read(library(12_000, 12_000), 30_000);
    expect(rows).toHaveLength(9_999);
    expect(missing).toMatch(/^truncated/);
  });

  test("reads no more than is wanted, the newest, and says that it is a limit", async () => {
    const { rows, missing } = await read(library(5_000, 1), 1_500);
    expect(rows.map(({ work }) => work.paperId).sort()).toEqual(
      Array.from({ length: 1_500 }, (_, i) => shaOf(10 + i)).sort(),
    );
    expect(missing).toBe(LIMIT);
    expect(server.seen).toHaveLength(2);
  });

  test("asks nothing for what came with the paper", async () => {
    server = await startApiServer(library(2, 1));
    const { client } = askingClient(server.url);
    const [paper] = (await client.batchItems(
      [PAPER],
      "citationCount,citations.paperId,citations.publicationDate",
    )) as [never];
    const { rows, missing } = await readCitingWorks(PAPER, paper, 1_000, client);
    expect(rows.map(({ work }) => work.paperId)).toEqual([shaOf(10), shaOf(11)]);
    expect(missing).toBeNull();
    expect(server.seen).toHaveLength(1);
  });

  test("reads none when none are wanted, and calls a missing list missing", async () => {
    server = await startApiServer(library(2, 1));
    const { client } = askingClient(server.url);
    expect(await readCitingWorks(PAPER, { citations: null, citationCount: 2 }, 0, client)).toEqual({
      rows: [],
      missing: LIMIT,
    });
    const { missing } = await readCitingWorks(PAPER, { citations: null, citationCount: 2 }, 10, client);
    expect(missing).toBe("the source gave no list");
    expect(server.seen).toEqual([]);
  });
});
