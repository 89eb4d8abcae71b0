import { describe, expect, test } from "vitest";
import { domainFactsOf } from "../../src/view/domain-facts.ts";
import { buildSources } from "../../src/view/view-model.ts";
import { corpusOf } from "../graphs.ts";
import { inDomains } from "./domains.ts";

describe("domainFactsOf", () => {
  test("answers the same object to the same question, since the page asks at every move of the pointer", () => {
    const domains = domainFactsOf(buildSources(inDomains("A<-B<-C", { A: "x", B: "x", C: "y" })));
    expect(domains.flow).toBe(domains.flow);
    expect(domains.missing).toBe(domains.missing);
    expect(domains.pull("both")).toBe(domains.pull("both"));
  });

  /**
   * ```
   * A ← B ← C    and A ← C, which B implies
   * ```
   */
  test("follows only citations of the lineage that no longer path implies", () => {
    const sources = buildSources(inDomains("A<-B<-C, A<-C", { A: "x", B: "y", C: "z" }));
    const [domains, { analysis }] = [domainFactsOf(sources), sources];
    const flows = domains.flow.flows.map(({ from, to, citations }) => [
      domains.headings.ids[from],
      domains.headings.ids[to],
      citations.map((c) => analysis.index.ids[analysis.index.citing[c] ?? -1]),
    ]);
    expect(flows).toEqual([
      ["x", "y", ["B"]],
      ["y", "z", ["C"]],
    ]);
  });

  test("says whether a root that most papers cite is left out of the topics", () => {
    const withoutRoot = (graph: string) => domainFactsOf(buildSources(corpusOf(graph))).withoutRoot;
    expect(withoutRoot("A<-B, A<-C, B<-C")).toBe(true);
    expect(withoutRoot("A<-B, C<-D, D<-E, C<-E")).toBe(false);
  });
});
