import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import type { Corpus } from "../../../src/corpus/schema.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf, cycle } from "../../graphs.ts";
import { markedViewModel } from "../marked-model.ts";
import { clipCorpus, stateWith } from "../models.ts";

/** The map of a corpus, its papers and links by name. */
function mapOf(corpus: Corpus, choices: Partial<State> = {}) {
  const { map } = markedViewModel(buildSources(corpus), stateWith(choices));
  const name = (i: number) => map.papers[i]?.id ?? "?";
  const named = map.links.map((link) => [`${name(link.citing)}->${name(link.cited)}`, link] as const);
  return {
    map,
    paper: (id: string) => map.papers.find((paper) => paper.id === id),
    link: (arrow: string) => named.find(([at]) => at === arrow)?.[1],
    links: (has: (link: (typeof map.links)[number]) => boolean) =>
      named.flatMap(([arrow, link]) => (has(link) ? [arrow] : [])).sort(),
  };
}

/** B, C, D descend from A one by one, and C and D cite A besides. */
const shortcuts = corpusOf("A<-B<-C<-D, A<-C, A<-D");

describe("buildMap", () => {
  test("holds a mark for each paper and a link for each citation, in their orders", () => {
    const corpus = clipCorpus();
    const { map } = mapOf(corpus);
    expect(map.papers.map(({ id }) => id)).toEqual(corpus.papers.map(({ id }) => id).toSorted());
    expect(map.links).toHaveLength(corpus.citations.length);
    map.links.forEach(({ citing, cited, confidence }, i) => {
      const citation = corpus.citations[i];
      expect([map.papers[citing]?.id, map.papers[cited]?.id]).toEqual([citation?.citing, citation?.cited]);
      expect(confidence).toBe(citation?.confidence);
    });
  });

  test("makes the root more important than any paper, and a survey paper than any work around it", () => {
    const { map } = mapOf(clipCorpus());
    const least = (of: typeof map.papers) => Math.min(...of.map(({ importance }) => importance));
    const most = (of: typeof map.papers) => Math.max(...of.map(({ importance }) => importance));
    const survey = map.papers.filter(({ role, root }) => role === "survey" && !root);
    expect(least(map.papers.filter(({ root }) => root))).toBeGreaterThan(most(survey));
    expect(least(survey)).toBeGreaterThan(most(map.papers.filter(({ role }) => role === "context")));
  });

  test("shows a link only between papers that are shown", () => {
    const corpus = corpusOf("A<-B<-C", { B: { year: 2022 }, A: { year: 2021 }, C: { year: 2023 } });
    expect(mapOf(corpus, { years: [2021, 2022] }).links(({ visible }) => visible)).toEqual(["B->A"]);
  });

  test("draws two papers that cite each other as one line with two heads", () => {
    const { links } = mapOf(corpusOf(cycle));
    expect(links(({ mutual }) => mutual)).toEqual(["C->D", "D->C"]);
    expect(links(({ visible }) => visible)).toEqual(["B->A", "C->B", "C->D", "D->B"]);
  });

  test("draws the citation that is left when a filter takes the one that answers it", () => {
    const mutual = (back: "verified" | "likely") =>
      corpusOf(
        "A, B",
        {},
        {
          citations: [
            { citing: "A", cited: "B", confidence: back },
            { citing: "B", cited: "A", confidence: back === "likely" ? "verified" : "likely" },
          ],
        },
      );
    for (const [back, left] of [
      ["likely", "B->A"],
      ["verified", "A->B"],
    ] as const) {
      const { links, link } = mapOf(mutual(back), { hiddenEvidence: ["likely"] });
      expect(links(({ visible }) => visible)).toEqual([left]);
      expect(link(left)?.mutual).toBe(false);
    }
  });

  test.each([
    ["the older is first by name", { C: { date: "2021" }, D: { date: "2022" } }],
    ["the older is last by name", { C: { date: "2022" }, D: { date: "2021" } }],
  ])("keeps the main path and a path between two papers on that one line, when %s", (_, dates) => {
    const corpus = corpusOf("A<-C, C<-D, D<-C, A<-D", dates);
    const { map, links } = mapOf(corpus, { links: "main-path" });
    expect(map.papers.filter(({ spine }) => spine > 0)).toHaveLength(3);
    expect(links(({ visible, spine }) => visible && spine > 0)).toHaveLength(2);
    expect(links(({ visible, recedes, mutual }) => visible && recedes && mutual)).toEqual([]);
    const path = { from: paperId("C"), to: paperId("D") };
    expect(
      mapOf(corpus, { path }).links(({ visible, emphasis }) => visible && emphasis === "strong"),
    ).toEqual(["C->D"]);
  });

  test("lets the implied links recede in the skeleton, and no other", () => {
    expect(mapOf(shortcuts, { links: "skeleton" }).links(({ recedes }) => recedes)).toEqual(["C->A", "D->A"]);
    expect(mapOf(shortcuts).links(({ recedes }) => recedes)).toEqual([]);
  });

  test("lets every link off the main path recede, and counts the weights that agree on the others", () => {
    const { links, paper, map } = mapOf(shortcuts, { links: "main-path" });
    expect(links(({ recedes }) => recedes)).toEqual(["C->A", "D->A"]);
    expect(links(({ spine }) => spine === 3)).toEqual(["B->A", "C->B", "D->C"]);
    expect(["A", "B", "C", "D"].map((id) => paper(id)?.spine)).toEqual([3, 3, 3, 3]);
    expect([map.spineShown, map.pipsShown]).toEqual([true, true]);
    const network = mapOf(shortcuts, { view: "network" }).map;
    expect([network.spineShown, network.pipsShown]).toEqual([false, false]);
  });

  test("keeps every receding link on the map: fading is not hiding", () => {
    for (const links of ["skeleton", "main-path"] as const) {
      expect(mapOf(clipCorpus(), { links }).map.links.every(({ visible }) => visible)).toBe(true);
    }
  });

  test("takes links off by their evidence", () => {
    const { links, link } = mapOf(clipCorpus(), { hiddenEvidence: ["likely"] });
    expect(links(({ visible, confidence }) => visible && confidence === "likely")).toEqual([]);
    expect(links(({ visible }) => visible)).toHaveLength(240);
    expect(link("arxiv:2112.12750->arxiv:2103.00020")?.visible).toBe(true);
  });

  test("never loses a link to a filter on a field that nobody has", () => {
    const filtered = mapOf(clipCorpus(), { influentialOnly: true, intent: "result" });
    expect(filtered.map.links.filter(({ visible }) => visible)).toHaveLength(250);
  });

  test("says the generation of each paper only while it colours the map, -1 where there is none", () => {
    const { paper } = mapOf(corpusOf("A<-B<-C, A<-C, X"), { colouring: "generation" });
    expect(["A", "B", "C", "X"].map((id) => paper(id)?.generation)).toEqual([0, 1, 2, -1]);
    expect(mapOf(shortcuts).paper("A")?.generation).toBeNull();
  });

  test("marks what is selected, what is pointed at and the root", () => {
    const { map } = mapOf(shortcuts, { selected: paperId("B"), pointed: paperId("C") });
    expect(map.papers.map(({ selected, pointed, root }) => [selected, pointed, root])).toEqual([
      [false, false, true],
      [true, false, false],
      [false, true, false],
      [false, false, false],
    ]);
  });

  test("leaves what a title says as it is: text, never markup", () => {
    const label = "<img src=x onerror=alert(1)>";
    expect(mapOf(corpusOf("A", { A: { label } })).paper("A")?.label).toBe(label);
  });
});
