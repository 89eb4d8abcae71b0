import { describe, expect, test } from "vitest";
import { readHepTh } from "../../scripts/bench/hep-th.ts";
import { breakCycles } from "../../src/analysis/lineage/acyclic.ts";
import { transitiveReduction } from "../../src/analysis/lineage/transitive-reduction.ts";

const index = readHepTh(process.env.HEP_TH_DIR);

describe.runIf(index)("hep-th (run when HEP_TH_DIR names the folder of its csv.gz files)", () => {
  test("has no cycle, and its transitive reduction keeps 62,486 of 351,500 citations", () => {
    if (!index) throw new Error("not reached");
    const { components, acyclic } = breakCycles(index);
    expect(components).toEqual([]);
    expect(acyclic.citing).toHaveLength(351_500);
    // Published for the cleaned graph of 27,383 papers: a mean in-degree of 12.82 -> 2.27.
    expect(transitiveReduction(acyclic).kept).toBe(62_486);
  });
});
