import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { parseChanges } from "../../../src/corpus/salvage-changes.ts";

import { placerHere } from "../../../src/draw/map/settled-network.ts";
import { layoutGraphOf } from "../../../src/view/map/layout-papers.ts";
import { buildChanges, newcomersOf, stagesOf } from "../../../src/view/panels/changes.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../marked-model.ts";
import { stateWith } from "../models.ts";

// A ← B ← C, and D of the first run, E of the second.
const GRAPH = "A<-B<-C, A<-D, B<-E, D<-E";
const run = (at: string, since: string, more: object) => ({ at, since, papers: 5, citations: 5, ...more });
const changes = parseChanges({
  version: 1,
  runs: [
    run("2026-11-23", "2026-11-16", {
      newPapers: ["E"],
      newCitations: [
        { citing: "E", cited: "B" },
        { citing: "E", cited: "D" },
      ],
      counts: [{ paper: "A", from: 1200, to: 1250 }],
    }),
    run("2026-11-16", "2026-11-09", { newPapers: ["D"] }),
  ],
});

describe("buildChanges", () => {
  const { catalogue } = buildSources(corpusOf(GRAPH), changes);

  test("tells each run with its dates, the newest first, and only what happened", () => {
    const { runs } = buildChanges(catalogue, changes, false);
    expect(runs.map(({ heading }) => heading)).toEqual([
      "Changed from 16 November 2026 to 23 November 2026",
      "Changed from 9 November 2026 to 16 November 2026",
    ]);
    expect(runs[0]?.news.map(({ text }) => text)).toEqual([
      "1 new paper",
      "2 new citations",
      "1 citation count changed",
    ]);
  });

  test("leads from each piece of news to its papers, with what changed", () => {
    const [paper, citations, counts] = buildChanges(catalogue, changes, false).runs[0]?.news ?? [];
    expect(paper?.papers).toEqual([{ id: "E", label: "E", detail: "" }]);
    expect(citations?.papers.map(({ detail }) => detail)).toEqual(["cites B", "cites D"]);
    expect(counts?.papers).toEqual([{ id: "A", label: "A", detail: "1,200 → 1,250" }]);
  });

  test("leaves out a paper that the corpus no longer has", () => {
    const without = buildSources(corpusOf("A<-B"), changes).catalogue;
    expect(buildChanges(without, changes, false).runs[0]?.news[0]?.papers).toEqual([]);
  });
});

describe("newcomersOf", () => {
  test("gives what the newest run brought, and marks it only when the reader asks", () => {
    const sources = buildSources(corpusOf(GRAPH), changes);
    expect([...newcomersOf(sources.catalogue, changes).papers]).toEqual(["E"]);
    const fresh = (newMarked: boolean) => {
      const { papers, links } = markedViewModel(sources, stateWith({ newMarked })).map;
      return [
        papers.filter((paper) => paper.fresh).map(({ id }) => id),
        links.filter((link) => link.fresh).length,
      ];
    };
    expect(fresh(false)).toEqual([[], 0]);
    expect(fresh(true)).toEqual([["E"], 2]);
  });
});

describe("stagesOf", () => {
  test("gives the corpus before the oldest run and after each that brought papers", () => {
    const corpus = corpusOf(GRAPH, { A: { citationCount: 1250 } });
    const stages = stagesOf(corpus, changes);
    expect(stages.map(({ papers }) => papers.map(({ id }) => id).join(""))).toEqual(["ABC", "ABCD", "ABCDE"]);
    expect(stages.map(({ papers }) => papers[0]?.citationCount)).toEqual([1200, 1200, 1250]);
    expect(stages.map(({ citations }) => citations.length)).toEqual([2, 3, 5]);
  });

  test("gives none without runs", () => {
    expect(stagesOf(corpusOf(GRAPH), { version: 1, runs: [] })).toEqual([]);
  });
});

test("old papers keep their places on the map after a refresh", () => {
  const size = { width: 900, height: 700 };
  const placesOf = (graph: string, citationCount: number, known: typeof changes) => {
    const sources = buildSources(corpusOf(graph, { A: { citationCount } }), known);
    const { map } = markedViewModel(sources, stateWith({ view: "network" }));
    const { picture } = placerHere(sources.catalogue, layoutGraphOf(sources))("network", size, map);
    return new Map(
      map.papers.map(({ id }, i) => [id, [picture.positions[2 * i], picture.positions[2 * i + 1]]]),
    );
  };
  const before = placesOf("A<-B<-C, A<-D", 1200, { ...changes, runs: changes.runs.slice(1) });
  const after = placesOf(GRAPH, 1250, changes);
  for (const name of ["A", "B", "C", "D"]) {
    expect(after.get(paperId(name)), name).toEqual(before.get(paperId(name)));
  }
});
