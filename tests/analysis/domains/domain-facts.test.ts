import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import { compareGroupings, crossTable } from "../../../src/analysis/communities/comparison.ts";
import { couplingOf } from "../../../src/analysis/communities/coupling.ts";
import { headingPull } from "../../../src/analysis/communities/heading-pull.ts";
import { sharedWorks } from "../../../src/analysis/communities/similarity.ts";
import { LINK_KINDS, undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import {
  carryingCitations,
  type DomainGround,
  domainFinder,
} from "../../../src/analysis/domains/domain-facts.ts";
import { domainFlow } from "../../../src/analysis/domains/domain-flow.ts";
import { missingColumns, missingPapers } from "../../../src/analysis/domains/missing-papers.ts";
import { summarise } from "../../../src/analysis/summary.ts";
import { parseCorpus } from "../../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";
import { corpusOf } from "../../graphs.ts";
import { inDomains } from "../../view/domains.ts";

function groundOf(corpus: Corpus): DomainGround {
  const analysis = analyse(corpus);
  const { index, root, topics, surveyLineage } = analysis;
  const { implied } = summarise(analysis);
  const carrying = carryingCitations(
    surveyLineage,
    index.citing.length,
    (citation) => implied[citation] === 1,
  );
  const yearOf = (paper: number) => corpus.papers[paper]?.year ?? Number.NaN;
  return { index, root, topics, carrying, yearOf };
}

/** Small corpora with headings, related works, years and lists that were not read; and communities of their papers. */
const asked = fc
  .record({
    papers: fc.array(
      fc.record({
        domain: fc.constantFrom(null, "x", "y", "z"),
        year: fc.constantFrom(null, 2020, 2021, 2023),
        referencesKnown: fc.boolean(),
        community: fc.integer({ min: -1, max: 2 }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    ends: fc.uniqueArray(fc.tuple(fc.nat(13), fc.nat(13)), { selector: String, maxLength: 50 }),
    links: fc.constantFrom(...LINK_KINDS),
    withRoot: fc.boolean(),
  })
  .map(({ papers, ends, links, withRoot }) => {
    const id = (i: number) => `p${String(i).padStart(2, "0")}`;
    const corpus = parseCorpus({
      version: 1,
      survey: {
        root: withRoot ? id(0) : null,
        domains: ["x", "y", "z"].map((domain) => ({ id: domain, label: { en: domain } })),
      },
      papers: papers.map(({ domain, year, referencesKnown }, i) => ({
        id: id(i),
        title: id(i),
        role: domain === null ? "context" : "survey",
        year,
        referencesKnown,
      })),
      placements: papers.flatMap(({ domain }, i) => (domain === null ? [] : [{ paper: id(i), domain }])),
      citations: ends
        .filter(([a, b]) => a !== b && Math.max(a, b) < papers.length)
        .map(([citing, cited]) => ({ citing: id(citing), cited: id(cited) })),
    });
    const communityOf = Int32Array.from(papers, ({ community }) => community);
    return { corpus, question: { links, communityOf } };
  });

describe("domainFinder", () => {
  test("says the same as its parts, whatever was asked before, and survives being sent by a worker", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(...LINK_KINDS), ({ corpus, question }, before) => {
        const ground = groundOf(corpus);
        const { index, root, topics } = ground;
        const find = domainFinder(ground);
        find({ links: before, communityOf: null });
        const facts = find(question);
        const isSurvey = (paper: number) => topics.isSurvey[paper] === 1;
        const knows = (paper: number) => topics.knowsReferences[paper] === 1;

        expect(structuredClone(facts)).toEqual(facts);
        expect(facts.headings).toEqual(topics.groups);
        expect(facts.agreement).toEqual({
          scores: compareGroupings(topics.groups.of, question.communityOf),
          table: crossTable(topics.groups.of, question.communityOf),
        });
        expect(facts.flow).toEqual(
          domainFlow(index, topics.groups, ground.yearOf, (c) => ground.carrying[c] === 1),
        );
        const missing = missingPapers(index, isSurvey, topics.groups, { atLeast: 1, root });
        expect(facts.missing).toEqual(missingColumns(missing));

        const pull = headingPull(undirectedLinks(topics.graph, question.links, knows), topics.groups);
        const coupling = couplingOf(topics.graph, knows);
        expect(facts.pull).toEqual({
          links: question.links,
          count: pull.disagreeing.length,
          disagreeing: pull.disagreeing.map(({ by, ...found }) => ({
            ...found,
            by: by.map((partner) => ({
              ...partner,
              shared: question.links === "citations" ? [] : sharedWorks(coupling, found.paper, partner.paper),
            })),
          })),
          withoutLinks: pull.withoutLinks,
        });
      }),
    );
  });

  test("finds what it was asked before no second time", () => {
    const find = domainFinder(groundOf(inDomains("A<-B<-C", { A: "x", B: "x", C: "y" })));
    const [first, other, again] = (["both", "citations", "both"] as const).map((links) =>
      find({ links, communityOf: null }),
    );
    expect(again?.flow).toBe(first?.flow);
    expect(again?.missing).toBe(first?.missing);
    expect(again?.pull).toBe(first?.pull);
    expect(other?.pull).not.toBe(first?.pull);
    expect(first?.agreement).toBeNull();
  });

  /**
   * ```
   * A ← B ← C    and A ← C, which B implies
   * ```
   */
  test("follows only citations of the lineage that no longer path implies", () => {
    const ground = groundOf(inDomains("A<-B<-C, A<-C", { A: "x", B: "y", C: "z" }));
    const { flow, headings } = domainFinder(ground)({ links: "citations", communityOf: null });
    const flows = flow.flows.map(({ from, to, citations }) => [
      headings.ids[from],
      headings.ids[to],
      citations.map((c) => ground.index.ids[ground.index.citing[c] ?? -1]),
    ]);
    expect(flows).toEqual([
      ["x", "y", ["B"]],
      ["y", "z", ["C"]],
    ]);
  });

  test("says whether a root that most papers cite is left out of the topics", () => {
    const withoutRoot = (graph: string) =>
      domainFinder(groundOf(corpusOf(graph)))({ links: "citations", communityOf: null }).withoutRoot;
    expect(withoutRoot("A<-B, A<-C, B<-C")).toBe(true);
    expect(withoutRoot("A<-B, C<-D, D<-E, C<-E")).toBe(false);
  });

  test("lists the 50 papers that are drawn away most, and counts the others", () => {
    // Each of 60 papers under x cites the same two of y, which disagree as well.
    const papers = Array.from({ length: 60 }, (_, i) => `S${i}`);
    const domains = Object.fromEntries([["Y", "y"], ["Z", "y"], ...papers.map((paper) => [paper, "x"])]);
    const graph = papers.map((paper) => `${paper}->Y, ${paper}->Z`).join(", ");
    const { pull } = domainFinder(groundOf(inDomains(graph, domains, {}, null)))({
      links: "citations",
      communityOf: null,
    });
    expect([pull.disagreeing.length, pull.count]).toEqual([50, 62]);
  });
});
