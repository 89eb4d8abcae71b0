import { describe, expect, test } from "vitest";
import { type Page, WALL, walkPages, walkWindows } from "../../src/semantic-scholar/pages.ts";

/** A source of rows 0 … total-1 that keeps the API's rules and notes what it was asked. */
function source(
  total: number,
  { fault }: { fault?: (offset: number, limit: number) => Page<number> | null } = {},
) {
  const asked: [number, number][] = [];
  return {
    asked,
    async page(offset: number, limit: number): Promise<Page<number>> {
      asked.push([offset, limit]);
      if (offset + limit >= 10_000) throw new Error("offset + limit must be < 10000");
      const wrong = fault?.(offset, limit);
      if (wrong) return wrong;
      const end = Math.min(offset + limit, total);
      const data = Array.from({ length: Math.max(0, end - offset) }, (_, i) => offset + i);
      return { data, next: end < total ? end : null };
    },
  };
}

describe("walkPages", () => {
  test("reads a page with far more rows than it was asked for", async () => {
    const data = Array.from({ length: 300_000 }, (_, i) => i);
    const walk = await walkPages(async () => ({ data, next: null }), Number.POSITIVE_INFINITY);
    expect(walk.rows).toHaveLength(300_000);
  });

  test.each([
    [0, 1],
    [1, 1],
    [999, 1],
    [1000, 1],
    [1001, 2],
    [2500, 3],
  ])("brings all %i rows in %i requests", async (total, requests) => {
    const { page, asked } = source(total);
    const walk = await walkPages(page, Number.POSITIVE_INFINITY);
    expect(walk.rows).toEqual(Array.from({ length: total }, (_, i) => i));
    expect(walk.end).toBe("complete");
    expect(asked).toHaveLength(requests);
  });

  test("stops at as many rows as are wanted", async () => {
    const { page, asked } = source(5000);
    expect(await walkPages(page, 1200)).toMatchObject({ end: "limit", rows: { length: 1200 } });
    expect(asked).toEqual([
      [0, 1000],
      [1000, 200],
    ]);
  });

  test("stops at row 9,999 though the source names a next one", async () => {
    const { page, asked } = source(50_000);
    const walk = await walkPages(page, Number.POSITIVE_INFINITY);
    expect(walk).toMatchObject({ end: "wall", rows: { length: WALL } });
    expect(asked.at(-1)).toEqual([9000, 999]);
    expect(asked).toHaveLength(10);
  });

  test("asks an empty page that names a next one again with another size, and loses nothing", async () => {
    const { page } = source(2500, {
      fault: (offset, limit) => (offset === 1000 && limit === 1000 ? { data: [], next: 2000 } : null),
    });
    const walk = await walkPages(page, Number.POSITIVE_INFINITY);
    expect(walk.rows).toHaveLength(2500);
    expect(walk.end).toBe("complete");
  });

  test("steps over a page that stays empty, and stops when no page brings a row", async () => {
    const { page } = source(3000, { fault: (o) => (o === 1000 ? { data: [], next: 2000 } : null) });
    expect((await walkPages(page, 9999)).rows).toHaveLength(2000);
    const endless = source(3000, { fault: (o, limit) => ({ data: [], next: o + limit }) });
    expect(await walkPages(endless.page, 9999)).toEqual({ rows: [], end: "empty pages" });
  });

  test("ends when `next` does not lead on", async () => {
    const stuck = source(3, { fault: () => ({ data: [1], next: 0 }) });
    expect((await walkPages(stuck.page, 9999)).end).toBe("wall");
  });

  test("says when the list is withheld", async () => {
    const { page } = source(3, { fault: () => ({ data: null, next: null }) });
    expect(await walkPages(page, 9999)).toEqual({ rows: [], end: "withheld" });
  });
});

describe("walkWindows", () => {
  // Row i was published on day i counted backwards from the newest, so many rows a day.
  function dated(total: number, perDay: number) {
    const dayOf = (row: number) => String(900_000 - Math.floor(row / perDay));
    return {
      dayOf,
      walk: (wanted: number) =>
        walkWindows(
          (offset, limit, until) => {
            const from = until === null ? 0 : (900_000 - Number(until)) * perDay;
            const { page } = source(total - from);
            return page(offset, limit).then(({ data, next }) => ({
              data: data?.map((row) => row + from) ?? null,
              next,
            }));
          },
          wanted,
          { dateOf: dayOf, rowKey: String },
        ),
    };
  }

  test("brings every citing work beyond the wall", async () => {
    const { rows, end } = await dated(25_000, 37).walk(Number.POSITIVE_INFINITY);
    expect(new Set(rows).size).toBe(25_000);
    expect(end).toBe("complete");
  });

  test("brings exactly as many as are wanted, the newest", async () => {
    const { rows, end } = await dated(25_000, 37).walk(12_345);
    expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 12_345 }, (_, i) => i));
    expect(end).toBe("limit");
  });

  test("stops at the wall when one day has more than the wall lets through", async () => {
    const { rows, end } = await dated(25_000, 20_000).walk(Number.POSITIVE_INFINITY);
    expect(rows).toHaveLength(WALL);
    expect(end).toBe("wall");
  });
});
