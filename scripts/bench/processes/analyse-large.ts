import { DirectedGraph, UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { stronglyConnectedComponents } from "graphology-components";
import { communitiesOf } from "../../../src/analysis/communities/communities.ts";
import { modularityOf } from "../../../src/analysis/communities/modularity.ts";
import { type UndirectedLinks, undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import { breakCycles } from "../../../src/analysis/lineage/acyclic.ts";
import { generationsOf } from "../../../src/analysis/lineage/generations.ts";
import { citationWeights, pathCountsOf, WEIGHT_KINDS } from "../../../src/analysis/lineage/path-counts.ts";
import { transitiveReduction } from "../../../src/analysis/lineage/transitive-reduction.ts";
import { type CitationIndex, citationIndexOf, withArcs } from "../../../src/columns/citation-index.ts";
import { decodeCompanion } from "../../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../../src/columns/encode-companion.ts";
import { paperId } from "../../../src/corpus/ids.ts";
import { labelZooms } from "../../../src/layout/network/label-zoom.ts";
import { timed } from "../figures.ts";
import { readHepTh } from "../hep-th.ts";
import { peakMemory } from "../peak-memory.ts";
import { syntheticCompanion } from "../synthetic-companion.ts";
import { syntheticGraph } from "../synthetic-graph.ts";

/** Milliseconds of each step of one process, with what it found where that tells whether the time was well spent. */
export interface LargeFigures {
  readonly papers: number;
  readonly citations: number;
  readonly components?: number;
  readonly generations?: number;
  readonly paths?: number;
  readonly reduction?: number;
  readonly links?: number;
  readonly communities?: number;
  readonly modularity?: number;
  readonly labels?: number;
  readonly encode?: number;
  readonly decode?: number;
  readonly companionMegabytes?: number;
  /** The most memory of the process. */
  readonly megabytes: number;
}

const [, , what = "", size = ""] = process.argv;
const index = size === "hep-th" ? readHepTh(process.env.HEP_TH_DIR) : syntheticIndex(Number(size));
if (!index) throw new Error("no hep-th in HEP_TH_DIR");
const figures: LargeFigures = {
  papers: index.ids.length,
  citations: index.citing.length,
  ...(what === "graphology" ? ofGraphology(index) : ofOurs(index)),
  megabytes: peakMemory(),
};
console.log(JSON.stringify(figures));

function syntheticIndex(papers: number): CitationIndex {
  const { citing, cited } = syntheticGraph({ papers, citations: 10 * papers });
  const ids = Array.from({ length: papers }, (_, i) => ({
    id: paperId(`synthetic:${String(i).padStart(6, "0")}`),
  }));
  return withArcs(citationIndexOf(ids, []), citing, cited);
}

function ofOurs(index: CitationIndex): Partial<LargeFigures> {
  const cycles = timed(() => breakCycles(index));
  const { acyclic } = cycles.value;
  const generations = timed(() => generationsOf(acyclic, null));
  const paths = timed(() => {
    const counts = pathCountsOf(acyclic);
    return WEIGHT_KINDS.map((kind) => citationWeights(acyclic, counts, kind));
  });
  const reduction = timed(() => transitiveReduction(acyclic));
  const links = timed(() => undirectedLinks(index, "citations", () => true));
  const communities = timed(() => communitiesOf(links.value));
  const companion = syntheticCompanion(index, reduction.value.keeps);
  const { x, y, radius } = companion.papers;
  const width = Float32Array.from(x, (_, i) => 40 + (i % 120));
  const labels = timed(() => labelZooms({ x, y, radius, width }, x.keys()));
  const encode = timed(() => encodeCompanion(companion));
  const decode = timed(() => decodeCompanion(encode.value));
  return {
    components: cycles.ms,
    generations: generations.ms,
    paths: paths.ms,
    reduction: reduction.ms,
    links: links.ms,
    communities: communities.ms,
    modularity: communities.value.modularity,
    labels: labels.ms,
    encode: encode.ms,
    decode: decode.ms,
    companionMegabytes: (encode.value.papers.length + encode.value.citations.length) / 1e6,
  };
}

function ofGraphology(index: CitationIndex): Partial<LargeFigures> {
  const directed = new DirectedGraph();
  for (const id of index.ids.keys()) directed.addNode(id);
  index.citing.forEach((citing, c) => {
    directed.addEdge(citing, index.cited[c]);
  });
  const components = timed(() => stronglyConnectedComponents(directed));
  const links = undirectedLinks(index, "citations", () => true);
  const undirected = new UndirectedGraph();
  for (const id of index.ids.keys()) undirected.addNode(id);
  links.weights.forEach((weight, i) => {
    undirected.addEdge(links.a[i], links.b[i], { weight });
  });
  const communities = timed(() => louvain(undirected, { getEdgeWeight: "weight" }));
  return {
    components: components.ms,
    communities: communities.ms,
    modularity: modularityOfGroups(links, communities.value),
  };
}

function modularityOfGroups(links: UndirectedLinks, groups: Record<string, number>): number {
  return modularityOf(
    links,
    Int32Array.from({ length: links.papers }, (_, paper) => groups[paper] ?? -1),
  );
}
