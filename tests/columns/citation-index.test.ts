import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  citationBetween,
  citationIndexOf,
  citersOf,
  indexOfCorpus,
  referencesOf,
  withCitations,
} from "../../src/columns/citation-index.ts";
import { paperId } from "../../src/corpus/ids.ts";
import { at, ids, indexOf, pairs, smallGraphs } from "../analysis/drawn.ts";
import { corpusOf, diamond } from "../graphs.ts";

describe("citationIndexOf", () => {
  const index = indexOf(diamond, { A: "1970-01-03" });

  test("numbers papers by id and citations by citing, then cited paper", () => {
    expect(index.ids).toEqual(["A", "B", "C", "D"]);
    expect(pairs(index, [0, 1, 2, 3])).toEqual([
      ["A", "B"],
      ["A", "C"],
      ["B", "D"],
      ["C", "D"],
    ]);
  });

  test("holds the references and the citers of each paper", () => {
    expect(ids(index, referencesOf(index, at(index, "D")))).toEqual(["B", "C"]);
    expect(ids(index, citersOf(index, at(index, "A")))).toEqual(["B", "C"]);
    expect(ids(index, citersOf(index, at(index, "D")))).toEqual([]);
  });

  test("counts days from dates, from the year alone, and not at all", () => {
    expect(index.days[0]).toBe(2);
    expect(index.days[1]).toBeNaN();
    const [yearOnly] = citationIndexOf([{ id: paperId("A"), date: null, year: 1970 }], []).days;
    expect(yearOnly).toBe(182);
  });

  test("does not depend on the order of its input", () => {
    fc.assert(
      fc.property(smallGraphs({ acyclic: false }), fc.infiniteStream(fc.nat()), (graph, random) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const papers = shuffled(graph.ids.map((id) => ({ id })));
        const citations = shuffled(pairs(graph, graph.citing.keys())).map(([cited, citing]) => ({
          citing: paperId(citing),
          cited: paperId(cited),
        }));
        expect(citationIndexOf(papers, citations)).toEqual(graph);
      }),
    );
  });

  test("names the paper that is missing or stands twice", () => {
    const [a, b] = [paperId("A"), paperId("B")];
    expect(() => citationIndexOf([{ id: a }], [{ citing: a, cited: b }])).toThrow(
      'citations[0].cited: no paper "B"',
    );
    expect(() => citationIndexOf([{ id: a }, { id: a }], [])).toThrow('paper "A" is listed twice');
  });
});

test("indexOfCorpus numbers by places, and refuses a corpus in another order", () => {
  const corpus = corpusOf("B<-A, C<-A, C<-B");
  const index = indexOfCorpus(corpus);
  expect(corpus.papers.map(({ id }) => id)).toEqual(index.ids);
  expect(corpus.citations.map(({ cited, citing }) => [cited, citing])).toEqual(
    pairs(index, index.citing.keys()),
  );
  const turned = { papers: corpus.papers, citations: corpus.citations.toReversed() };
  expect(() => indexOfCorpus(turned)).toThrow("not in canonical order");
  expect(() => indexOfCorpus({ papers: corpus.papers.toReversed(), citations: [] })).toThrow(
    "not in canonical order",
  );
});

test("citationBetween finds each citation and no other", () => {
  fc.assert(
    fc.property(smallGraphs({ acyclic: false }), (index) => {
      const known = new Map(Array.from(index.citing, (citing, c) => [`${citing} ${index.cited[c]}`, c]));
      for (const citing of index.ids.keys()) {
        for (const cited of index.ids.keys()) {
          expect(citationBetween(index, citing, cited)).toBe(known.get(`${citing} ${cited}`) ?? -1);
        }
      }
    }),
  );
});

test("withCitations keeps the papers' numbers and the chosen citations", () => {
  const index = indexOf(diamond);
  const part = withCitations(index, (c) => index.ids[index.cited[c] ?? 0] === "A");
  expect(part.ids).toBe(index.ids);
  expect(pairs(part, part.citing.keys())).toEqual([
    ["A", "B"],
    ["A", "C"],
  ]);
  expect([...part.inWhole]).toEqual([0, 1]);
  const other = withCitations(index, (c) => index.ids[index.cited[c] ?? 0] === "C");
  expect([...other.inWhole]).toEqual([3]);
  expect([...withCitations(other, () => true).inWhole]).toEqual([3]);
  expect([...citersOf(part, at(part, "B"))]).toEqual([]);
});
