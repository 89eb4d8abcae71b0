import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PaperId, paperId } from "../../src/corpus/ids.ts";
import { type CitationFacts, type Facts, namesOf, type PaperFacts } from "../../src/refresh/facts.ts";
import { mergeFacts } from "../../src/refresh/merge-facts.ts";

const arxiv = (n: number) => paperId(`arxiv:2101.0000${n}`);
const doi = (n: number) => paperId(`doi:10.1000/${n}`);

function facts(papers: PaperFacts[], citations: CitationFacts[] = []): Facts {
  return { papers, citations };
}

function link(citing: PaperId, cited: PaperId, more: Partial<CitationFacts> = {}): CitationFacts {
  return { citing, cited, sources: ["curation"], confidence: "verified", ...more };
}

describe("mergeFacts", () => {
  test("knows a paper by any of its names and takes the most readable as its id", () => {
    const merged = mergeFacts([
      facts([{ id: doi(1), title: "One" }]),
      facts([{ id: arxiv(1), aliases: [doi(1)], title: "one", year: 2021 }]),
    ]);
    expect(merged.papers).toEqual([{ id: arxiv(1), aliases: [doi(1)], title: "One", year: 2021 }]);
  });

  test("joins a paper known by its title only to the one with a name", () => {
    const printed = {
      id: paperId("title:a-long-enough-title"),
      title: "A long-enough title",
      authors: ["Li"],
      year: 2020,
    };
    const named = { id: arxiv(1), title: "A Long Enough Title", authors: ["Fei Li", "Bo Dai"], year: 2021 };
    for (const order of [
      [facts([printed]), facts([named])],
      [facts([named]), facts([printed])],
    ]) {
      expect(mergeFacts(order).papers).toMatchObject([{ id: arxiv(1), aliases: [printed.id] }]);
    }
    const other = { ...named, id: arxiv(2) };
    expect(mergeFacts([facts([named]), facts([other])]).papers, "two names, two papers").toHaveLength(2);
  });

  test("never makes one paper of two that a more trusted source tells apart", () => {
    const merged = mergeFacts([
      facts([
        { id: arxiv(1), title: "One" },
        { id: doi(2), title: "Two" },
      ]),
      facts([{ id: arxiv(1), aliases: [doi(2)], title: "Glued" }]),
    ]);
    expect(merged.papers).toMatchObject([{ id: arxiv(1), aliases: [] }, { id: doi(2) }]);
  });

  test("lets the first source win, but the newer counts, which stay together", () => {
    const [paper] = mergeFacts([
      facts([
        {
          id: arxiv(1),
          title: "One",
          venue: "ICML",
          citationCount: 5,
          influentialCitationCount: 1,
          countsAt: "2026-06-27",
        },
      ]),
      facts([
        {
          id: arxiv(1),
          title: "one",
          venue: "arXiv",
          abstract: "…",
          citationCount: 9,
          countsAt: "2026-11-01",
        },
      ]),
    ]).papers;
    expect(paper).toMatchObject({
      title: "One",
      venue: "ICML",
      abstract: "…",
      citationCount: 9,
      countsAt: "2026-11-01",
    });
    expect(paper?.influentialCitationCount).toBeNull();
  });

  test("makes one citation of all sources, with the surer confidence and its evidence", () => {
    const papers = [1, 2].map((n) => ({ id: arxiv(n), aliases: [doi(n)], title: `Paper ${n}` }));
    const merged = mergeFacts([
      facts(papers, [link(arxiv(2), arxiv(1), { confidence: "likely", evidence: "its abstract" })]),
      facts(papers, [
        link(doi(2), doi(1), {
          sources: ["semantic-scholar"],
          confidence: "reported",
          contexts: ["as in [1]"],
        }),
      ]),
      facts(papers, [link(arxiv(2), arxiv(1), { evidence: "reference [1]" })]),
    ]);
    expect(merged.citations).toEqual([
      {
        citing: arxiv(2),
        cited: arxiv(1),
        sources: ["curation", "semantic-scholar"],
        confidence: "verified",
        evidence: "reference [1]",
        contexts: ["as in [1]"],
      },
    ]);
  });

  test("takes a paper back that a source has stopped to know once another asked and found it", () => {
    const gone = { id: arxiv(1), title: "One", lastSeen: "2026-01" };
    expect(mergeFacts([facts([{ id: arxiv(1), title: "One" }]), facts([gone])]).papers[0]?.lastSeen).toBe(
      "2026-01",
    );
    expect(mergeFacts([facts([{ ...gone, lastSeen: null }]), facts([gone])]).papers[0]?.lastSeen).toBeNull();
  });

  test("says which citation has no paper", () => {
    expect(() => mergeFacts([facts([], [link(arxiv(2), arxiv(1))])])).toThrow(
      `no paper for ${arxiv(2)} → ${arxiv(1)}`,
    );
  });
});

/** Sources over the same few names, so that papers meet by id, by alias and by title. */
const sources: fc.Arbitrary<Facts> = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
  .chain((numbers) => {
    const paper = (n: number) =>
      fc.record({
        id: fc.constantFrom(arxiv(n), doi(n)),
        aliases: fc.subarray([arxiv(n), doi(n)]),
        title: fc.constantFrom(`The long title number ${n}`, `the long Title number ${n}`),
        venue: fc.constantFrom(null, "ICML", "CVPR"),
        citationCount: fc.constantFrom(null, 1, 2),
        countsAt: fc.constantFrom("2026-01", "2026-02"),
      });
    return fc.tuple(...numbers.map(paper)).chain((papers) => {
      const ids = papers.map(({ id }) => id);
      const links = ids.length < 2 ? [] : ids.slice(1).map((id, i) => link(id, ids[i] ?? id));
      return fc.subarray(links).map((citations) => ({
        papers: papers.map((one) => ({ ...one, aliases: one.aliases.filter((name) => name !== one.id) })),
        citations,
      }));
    });
  });

test("mergeFacts is idempotent: what is in already changes nothing", () => {
  fc.assert(
    fc.property(fc.array(sources, { maxLength: 4 }), (ranked) => {
      const once = mergeFacts(ranked);
      expect(mergeFacts([once])).toEqual(once);
      expect(mergeFacts([once, once])).toEqual(once);
      expect(mergeFacts([...ranked, ...ranked])).toEqual(once);
    }),
  );
});

test("mergeFacts keeps every name and every citation, each once", () => {
  fc.assert(
    fc.property(fc.array(sources, { maxLength: 4 }), (ranked) => {
      const { papers, citations } = mergeFacts(ranked);
      const owner = new Map(papers.flatMap((paper) => namesOf(paper).map((name) => [name, paper.id])));
      expect(owner.size).toBe(papers.flatMap(namesOf).length);
      for (const source of ranked) {
        for (const name of source.papers.flatMap(namesOf)) expect(owner.has(name)).toBe(true);
        for (const { citing, cited } of source.citations) {
          const [from, to] = [owner.get(citing), owner.get(cited)];
          const found = citations.filter((one) => one.citing === from && one.cited === to);
          expect(found).toHaveLength(from === to ? 0 : 1);
        }
      }
    }),
  );
});
