import { describe, expect, test } from "vitest";
import { breakCycles } from "../../src/analysis/lineage/acyclic.ts";
import { generationsOf } from "../../src/analysis/lineage/generations.ts";
import { globalMainPath, pathsAlong } from "../../src/analysis/lineage/global-main-path.ts";
import { keyRoutes } from "../../src/analysis/lineage/key-routes.ts";
import { localMainPath } from "../../src/analysis/lineage/local-main-path.ts";
import { longestPathBasket } from "../../src/analysis/lineage/longest-path-basket.ts";
import {
  citationWeights,
  paperWeights,
  pathCountsOf,
  WEIGHT_KINDS,
  type WeightKind,
} from "../../src/analysis/lineage/path-counts.ts";
import { transitiveReduction } from "../../src/analysis/lineage/transitive-reduction.ts";
import { citationBetween } from "../../src/columns/citation-index.ts";
import citetest from "../fixtures/oracles/citetest-10.json" with { type: "json" };
import hummonDoreian from "../fixtures/oracles/hummon-doreian-7.json" with { type: "json" };
import mpar from "../fixtures/oracles/mpar-diamond-5.json" with { type: "json" };
import { at, ids, indexOfPairs, pairs } from "./drawn.ts";

interface Example {
  readonly edges: string[][];
  readonly SPC: number[];
  readonly SPLC: number[];
  readonly SPNP: number[];
  readonly longestPathBasket: { readonly arcs: number; readonly nodes: string[] };
  readonly transitiveReductionRemoves?: string[][];
}

const examples: Record<string, Example> = {
  "seven papers of Hummon & Doreian 1989": hummonDoreian,
  "the diamond of mpaR": mpar,
  "CiteTest of Batagelj": citetest,
};

function graphOfEdges(edges: readonly string[][]) {
  const arcs = edges.map(([cited = "", citing = ""]) => [cited, citing] as const);
  return breakCycles(indexOfPairs([...new Set(arcs.flat())], arcs)).acyclic;
}

function weightsOf(graph: ReturnType<typeof graphOfEdges>, kind: WeightKind) {
  return citationWeights(graph, pathCountsOf(graph), kind);
}

describe.each(Object.entries(examples))("%s", (_, example) => {
  const graph = graphOfEdges(example.edges);

  test.each([
    ["spc", example.SPC],
    ["splc", example.SPLC],
    ["spnp", example.SPNP],
  ] as const)("citationWeights are the published %s", (kind, published) => {
    const weights = weightsOf(graph, kind);
    const found = example.edges.map(([cited = "", citing = ""]) =>
      Number(weights[citationBetween(graph, at(graph, citing), at(graph, cited))]),
    );
    expect(found).toEqual(published);
  });

  test("longestPathBasket holds the papers on the longest paths", () => {
    const basket = longestPathBasket(graph);
    expect(basket.length).toBe(example.longestPathBasket.arcs);
    expect(ids(graph, basket.papers)).toEqual([...example.longestPathBasket.nodes].sort());
  });

  test("transitiveReduction removes what a longer path implies", () => {
    const { removed } = transitiveReduction(graph);
    const expected = example.transitiveReductionRemoves ?? [];
    expect(pairs(graph, removed).map(String).sort()).toEqual(expected.map(String).sort());
  });
});

describe("main paths of the seven papers of Hummon & Doreian 1989", () => {
  const graph = graphOfEdges(hummonDoreian.edges);
  const spc = weightsOf(graph, "spc");
  const sorted = (arcs: readonly (readonly string[])[]) => arcs.map(String).sort();

  test("globalMainPath is the path with the greatest sum", () => {
    const path = globalMainPath(graph, spc);
    expect(pathsAlong(graph, path.citations).map((papers) => ids(graph, papers))).toEqual([
      hummonDoreian.globalMainPath,
    ]);
    expect(path.sum).toBe(BigInt(hummonDoreian.pathSumsSPC[hummonDoreian.globalMainPath.join("-") as never]));
  });

  test("localMainPath goes forward and backward, ties kept", () => {
    expect(sorted(pairs(graph, localMainPath(graph, spc, "newer")))).toEqual(
      sorted(hummonDoreian.localForwardSPC),
    );
    expect(sorted(pairs(graph, localMainPath(graph, spc, "older")))).toEqual(
      sorted(hummonDoreian.localBackwardSPC),
    );
  });

  test("keyRoutes extends the heaviest citation globally and locally", () => {
    expect(sorted(pairs(graph, keyRoutes(graph, spc, 1, "global")))).toEqual(
      sorted(hummonDoreian.keyRouteGlobalK1SPC),
    );
    expect(sorted(pairs(graph, keyRoutes(graph, spc, 1, "local")))).toEqual(
      sorted(hummonDoreian.keyRouteLocalK1SPC),
    );
  });

  test("pathCountsOf counts all paths from sources to sinks", () => {
    expect(pathCountsOf(graph).total).toBe(BigInt(hummonDoreian.totalPaths));
  });
});

test("pathCountsOf and paperWeights are what mpaR's tests state", () => {
  const graph = graphOfEdges(mpar.edges);
  const counts = pathCountsOf(graph);
  expect(counts.fromSources.map(Number)).toEqual(mpar.f);
  expect(counts.fromAncestors.map(Number)).toEqual(mpar.fa);
  expect(counts.toSinks.map(Number)).toEqual(mpar.b);
  expect(counts.toDescendants.map(Number)).toEqual(mpar.ba);
  const published = [mpar.nodeSPC, mpar.nodeSPLC, mpar.nodeSPNP];
  expect(WEIGHT_KINDS.map((kind) => paperWeights(counts, kind).map(Number))).toEqual(published);
});

test("generationsOf are the levels of CiteTest's published depth partition", () => {
  const graph = graphOfEdges(citetest.edges);
  const generations = generationsOf(graph, null);
  const deepest = Math.max(...generations);
  const fromNewest = Object.fromEntries(graph.ids.map((id, p) => [id, deepest - (generations[p] ?? 0) + 1]));
  expect(fromNewest).toEqual(citetest.levelFromNewest);
});
