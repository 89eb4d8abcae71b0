import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAINT, STRONG, VISIBLE } from "../../../src/view/map/map.ts";
import { citationsAmong, isSurveyRare, shortList } from "../../../src/view/map/short-list.ts";

/** So many papers of which the named ones are listed, more important the later they come. */
function listOf(count: number, listed: readonly number[]): number[] {
  const survey = Uint8Array.from({ length: count }, (_, p) => (listed.includes(p) ? 1 : 0));
  const labelOrder = Uint32Array.from({ length: count }, (_, place) => count - 1 - place);
  return [...shortList({ survey, labelOrder })];
}

describe("shortList", () => {
  test("is the list among at least three times as many works, the most important first", () => {
    expect(listOf(12, [0, 1, 2])).toEqual([2, 1, 0]);
    expect(listOf(11, [0, 1, 2])).toEqual([]);
  });

  test("is nothing where the list is too long for marks of its own, or there is none", () => {
    const long = Array.from({ length: 301 }, (_, i) => i);
    expect(listOf(3_000, long)).toEqual([]);
    expect(listOf(3_000, long.slice(1))).toHaveLength(300);
    expect(listOf(5, [])).toEqual([]);
    expect(listOf(0, [])).toEqual([]);
  });
});

describe("citationsAmong", () => {
  // 0 ← 1 ← 2, and works that cite them: 1 ← 5, 2 ← 7 → 5
  const citations = [
    [1, 0],
    [2, 1],
    [5, 1],
    [7, 2],
    [7, 5],
  ] as const;
  const start = Uint32Array.from({ length: 9 }, (_, p) => citations.filter(([citing]) => citing < p).length);
  const cited = Uint32Array.from(citations, ([, paper]) => paper);
  const among = (papers: readonly number[], isDrawn = (_: number) => true) =>
    Array.from(
      citationsAmong(Uint32Array.from(papers), { start, cited }, isDrawn),
      (c) => citations[c]?.join(" → ") ?? "",
    );

  test("are those with both ends in the list, in the order of the rows whatever that of the papers", () => {
    expect(among([2, 1, 0])).toEqual(["1 → 0", "2 → 1"]);
    expect(among([7, 5, 0])).toEqual(["7 → 5"]);
    expect(among([])).toEqual([]);
  });

  test("are drawn ones alone", () => {
    expect(among([0, 1, 2], (citation) => citation === 1)).toEqual(["2 → 1"]);
  });
});

test("isSurveyRare counts what is shown alone", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 30 }), (papers) => {
      const survey = Uint8Array.from(papers, ([listed]) => (listed ? 1 : 0));
      const shown = papers.filter(([, isShown]) => isShown);
      const listed = shown.filter(([isListed]) => isListed);
      const marks = Uint8Array.from(papers, ([, isShown]) => (isShown ? VISIBLE | FAINT : STRONG));
      expect(isSurveyRare(survey, marks)).toBe(4 * listed.length <= shown.length);
    }),
  );
});
