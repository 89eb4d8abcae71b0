import { describe, expect, test } from "vitest";
import { agreementOf } from "../../../src/analysis/lineage/agreement.ts";
import { measureLineage } from "../../../src/analysis/lineage/measure-lineage.ts";
import { diamond } from "../../graphs.ts";
import { acyclicOf } from "../drawn.ts";

describe("agreementOf", () => {
  test("counts the routes on which a paper and a citation lie", () => {
    const graph = acyclicOf(diamond);
    const agreement = agreementOf(graph, [[0, 2], [0], []]);
    expect([...agreement.citations]).toEqual([2, 0, 1, 0]);
    expect([...agreement.papers]).toEqual([2, 2, 0, 1]);
  });

  test("is 3 where all three global main paths agree", () => {
    const { agreement } = measureLineage(acyclicOf("A<-B<-C, X"));
    expect([...agreement.papers]).toEqual([3, 3, 3, 0]);
  });
});
