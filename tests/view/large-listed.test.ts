import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSurveyRare, listedPapers } from "../../src/view/large-listed.ts";

/** Papers of which the named ones are listed, more important the later they come, with these citations. */
function listedOf(
  count: number,
  listed: readonly number[],
  citations: readonly (readonly [number, number])[],
  hidden: readonly number[] = [],
) {
  const sorted = citations.toSorted(([a, b], [c, d]) => a - c || b - d);
  const start = Uint32Array.from(
    { length: count + 1 },
    (_, p) => sorted.filter(([citing]) => citing < p).length,
  );
  const survey = Uint8Array.from({ length: count }, (_, p) => (listed.includes(p) ? 1 : 0));
  const labelOrder = Uint32Array.from({ length: count }, (_, place) => count - 1 - place);
  const { papers, citations: among } = listedPapers(
    { survey, labelOrder },
    { start, cited: Uint32Array.from(sorted, ([, cited]) => cited) },
    (paper) => !hidden.includes(paper),
    (citation) => sorted[citation]?.[1] !== 9,
  );
  return { papers: [...papers], among: [...among].map((c) => sorted[c]) };
}

describe("listedPapers", () => {
  // 0 ← 1 ← 2 are listed among ten works, which cite them: 1 ← 5, 2 ← 7 → 5
  const citations = [
    [1, 0],
    [2, 1],
    [5, 1],
    [7, 2],
    [7, 5],
  ] as const;

  test("are those of a short list with the citations among them, the most important first", () => {
    expect(listedOf(14, [0, 1, 2], citations)).toEqual({
      papers: [2, 1, 0],
      among: [
        [1, 0],
        [2, 1],
      ],
    });
  });

  test("leave out what is hidden, with its citations, and citations that are not drawn", () => {
    expect(listedOf(14, [0, 1, 2], citations, [2])).toEqual({ papers: [1, 0], among: [[1, 0]] });
    expect(listedOf(40, [8, 9], [[8, 9]])).toEqual({ papers: [9, 8], among: [] });
  });

  test("are none where the list is most of the map, or too long to be drawn one by one", () => {
    expect(listedOf(6, [0, 1, 2], citations.slice(0, 2)).papers).toEqual([]);
    const long = Array.from({ length: 301 }, (_, i) => i);
    expect(listedOf(3_000, long, []).papers).toEqual([]);
    expect(listedOf(3_000, long.slice(1), []).papers).toHaveLength(300);
    expect(listedOf(3_000, long, [], [7]).papers).toHaveLength(300);
  });

  test("are none without a list", () => {
    expect(listedOf(5, [], citations.slice(0, 2))).toEqual({ papers: [], among: [] });
  });
});

test("isSurveyRare counts what is shown alone", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 30 }), (papers) => {
      const survey = Uint8Array.from(papers, ([listed]) => (listed ? 1 : 0));
      const shown = papers.filter(([, isShown]) => isShown);
      const listed = shown.filter(([isListed]) => isListed);
      expect(isSurveyRare(survey, (paper) => papers[paper]?.[1] === true)).toBe(
        4 * listed.length <= shown.length,
      );
    }),
  );
});
