import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineageLayout } from "../../../src/layout/lineage/lineage-layout.ts";
import { undatedColumns, undatedRoom } from "../../../src/layout/lineage/undated.ts";
import { layoutGraph, layoutPaper } from "../layout-graph.ts";

const ROOM = { x0: 100, x1: 900 };
const undated = { day: null, datePrecision: null } as const;

describe("undatedColumns", () => {
  test("puts each paper right of all that it cites, within the room", () => {
    const links = fc.array(fc.tuple(fc.nat(29), fc.nat(29)));
    fc.assert(
      fc.property(links, (pairs) => {
        const papers = Array.from({ length: 30 }, (_, i) => layoutPaper(`p${i}`, undated));
        const forward = pairs
          .filter(([a, b]) => a > b)
          .map(([citing, cited]) => ({ citing, cited, strength: 1 }));
        const xs = undatedColumns(papers, forward, ROOM);
        for (const { citing, cited } of forward) expect(xs[citing]).toBeGreaterThan(xs[cited] as number);
        for (const x of xs) {
          expect(x).toBeGreaterThanOrEqual(ROOM.x0);
          expect(x).toBeLessThanOrEqual(ROOM.x1);
        }
      }),
    );
  });

  test("spreads papers of one step over columns as wide as the longest label", () => {
    const papers = Array.from({ length: 8 }, (_, i) => layoutPaper(`p${i}`, { ...undated, labelWidth: 150 }));
    const xs = undatedColumns(papers, [], ROOM);
    expect(new Set(xs).size).toBe(4);
    expect(Math.min(...xs.slice(1, 4).map((x, i) => x - (xs[i] as number)))).toBeGreaterThanOrEqual(178);
  });

  test("ends at papers that cite each other in a circle, and leaves dated ones out", () => {
    const papers = [layoutPaper("a", undated), layoutPaper("b", undated), layoutPaper("c")];
    const links = [
      { citing: 0, cited: 1, strength: 1 },
      { citing: 1, cited: 0, strength: 1 },
      { citing: 0, cited: 2, strength: 1 },
    ];
    const [a, b, c] = undatedColumns(papers, links, ROOM);
    expect(a).not.toBe(b);
    expect(c).toBeNaN();
  });
});

test("undatedRoom keeps nothing for none, all for all, and at most half beside an axis", () => {
  expect(undatedRoom(0, 9, 1_000)).toBe(0);
  expect(undatedRoom(9, 9, 1_000)).toBe(1_000);
  expect(undatedRoom(8, 9, 1_000)).toBeLessThanOrEqual(500);
  expect(undatedRoom(1, 400, 1_000)).toBe(120);
});

describe("lineageLayout", () => {
  const groups = [{ id: "one", titleWidth: 60 }];
  const size = { width: 1_000, height: 600, groups };

  test("puts papers without a date right of all that have one, on the survey's lanes and below", () => {
    const { papers, links } = layoutGraph("a<-b a<-c b<-d c<-e", (name) =>
      name === "c" || name === "e" ? undated : { day: 19_000 + name.charCodeAt(0) * 30 },
    );
    const works = [layoutPaper("w", { ...undated, role: "context", group: null, labelWidth: 0, radius: 3 })];
    const all = [...papers, ...works];
    const { positions, axis } = lineageLayout(all, [...links, { citing: 0, cited: 5, strength: 1 }], size);
    const xs = all.map((_, i) => positions[2 * i] as number);
    const dated = all.flatMap(({ day }, i) => (day === null ? [] : [xs[i] as number]));
    const others = all.flatMap(({ day }, i) => (day === null ? [xs[i] as number] : []));
    expect(Math.min(...others)).toBeGreaterThan(Math.max(...dated));
    expect(Math.max(...dated)).toBeLessThanOrEqual(axis.x1);
    expect(axis.undated?.x0).toBeGreaterThan(axis.x1);
  });

  test("has no axis where nothing has a date, and still tells citing from cited", () => {
    const { papers, links } = layoutGraph("a<-b<-c", () => undated);
    const { positions, axis } = lineageLayout(papers, links, size);
    expect(axis.ticks).toEqual([]);
    const [a, b, c] = [0, 2, 4].map((i) => positions[i] as number);
    expect(a).toBeLessThan(b as number);
    expect(b).toBeLessThan(c as number);
  });
});
