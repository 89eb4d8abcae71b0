import { polygonContains } from "d3";
import { describe, expect, test } from "vitest";
import { networkLayout } from "../../src/layout/network/network-layout.ts";
import { type Region, regionsOf } from "../../src/layout/regions.ts";
import { fieldGraph, layoutPaper } from "./layout-graph.ts";

const groups = ["g0", "g1", "g2", "g3", "g4", "g5"].map((id) => ({ id, titleWidth: 60 }));
const { papers, links } = fieldGraph(19, 40);
const { positions, labelSides } = networkLayout(papers, links);
const regions = regionsOf(papers, positions, { groups, labelSides });

/** Even-odd: inside an odd number of rings. */
function holds({ rings }: Region, x: number, y: number): boolean {
  const around = rings.filter((ring) =>
    polygonContains(
      ring.map((p): [number, number] => [p.x, p.y]),
      [x, y],
    ),
  );
  return around.length % 2 === 1;
}

describe("regionsOf", () => {
  test("draws one region for each group that has papers, in the order of the groups", () => {
    const present = new Set(papers.map((paper) => paper.group));
    expect(regions.map((region) => region.group)).toEqual(
      groups.map((group) => group.id).filter((id) => present.has(id)),
    );
  });

  test("holds every paper of the group", () => {
    for (const region of regions) {
      for (const i of region.papers) {
        expect(papers[i]?.group).toBe(region.group);
        expect(holds(region, positions[2 * i] as number, positions[2 * i + 1] as number)).toBe(true);
      }
    }
  });

  test("holds no survey paper of another group", () => {
    for (const region of regions) {
      papers.forEach((paper, i) => {
        if (paper.role !== "survey" || paper.group === region.group) return;
        expect(
          holds(region, positions[2 * i] as number, positions[2 * i + 1] as number),
          `${region.group} ${paper.id}`,
        ).toBe(false);
      });
    }
  });

  test("puts titles off the dots of the survey", () => {
    for (const { anchor } of regions) {
      papers.forEach((paper, i) => {
        if (paper.role !== "survey") return;
        const gap = Math.hypot(
          (positions[2 * i] as number) - anchor.x,
          (positions[2 * i + 1] as number) - anchor.y,
        );
        expect(gap).toBeGreaterThan(paper.radius);
      });
    }
  });

  test("gives papers far apart an outline each", () => {
    const two = [layoutPaper("A"), layoutPaper("B")];
    const [region] = regionsOf(two, Float64Array.of(0, 0, 900, 0), {
      groups: [{ id: "one", titleWidth: 30 }],
    });
    expect(region?.rings).toHaveLength(2);
  });

  test("draws nothing where no paper has a group", () => {
    expect(regionsOf([layoutPaper("A", { group: null })], Float64Array.of(0, 0), { groups })).toEqual([]);
  });
});
