import { breakCycles } from "../../../src/analysis/lineage/acyclic.ts";
import { measureLineage } from "../../../src/analysis/lineage/measure-lineage.ts";
import { WEIGHT_KINDS } from "../../../src/analysis/lineage/path-counts.ts";
import { implyingPaths, transitiveReduction } from "../../../src/analysis/lineage/transitive-reduction.ts";
import { line, timed } from "../figures.ts";
import { readHepTh } from "../hep-th.ts";
import { peakMemory } from "../peak-memory.ts";

/** Its lines, or one that says that the data is not there. */
function hepThLines(folder: string | undefined): string[] {
  const index = readHepTh(folder);
  if (!index) return ["hep-th: not measured; set HEP_TH_DIR to the folder of its csv.gz files"];
  const cycles = timed(() => breakCycles(index));
  const graph = cycles.value.acyclic;
  const measures = measureLineage(graph);
  const counts = timed(() => WEIGHT_KINDS.map((kind) => measures.weights(kind)));
  const paths = timed(() => {
    for (const kind of WEIGHT_KINDS) {
      const { global, localForward, localBackward, keyRoutes } = measures.mainPaths(kind);
      void [global, localForward, localBackward, keyRoutes(10)];
    }
  });
  const reduction = timed(() => transitiveReduction(graph));
  const via = timed(() => {
    const pathsOf = implyingPaths(graph, reduction.value);
    for (let paper = 0; paper < graph.ids.length; paper++) pathsOf(paper);
  });
  let heaviest = 0n;
  for (const weight of measures.weights("spnp")) if (weight > heaviest) heaviest = weight;
  const bits = heaviest.toString(2).length;
  const memory = peakMemory();
  const perPaper = (citations: number) => (citations / graph.ids.length).toFixed(2);
  const size = `${graph.ids.length} papers, ${graph.citing.length} citations`;
  return [
    line(`hep-th (${size}), cycles and order`, cycles.ms, null, "ms"),
    line(`hep-th, SPC, SPLC, SPNP of every citation, exact (${bits} bits)`, counts.ms, 2_000, "ms"),
    line("hep-th, main paths and key routes by all three", paths.ms, null, "ms"),
    line(`hep-th, transitive reduction (keeps ${reduction.value.kept})`, reduction.ms, 5_000, "ms"),
    `hep-th, mean in-degree ${perPaper(graph.citing.length)} -> ${perPaper(reduction.value.kept)} (published 12.82 -> 2.27 on the cleaned graph)`,
    line(`hep-th, the path implying each of ${reduction.value.removed.length} citations`, via.ms, null, "ms"),
    line("hep-th, peak memory of the process", memory, 500, "MB"),
  ];
}

console.log(hepThLines(process.argv[2]).join("\n"));
