import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_SLOT } from "../../../src/columns/companion.ts";
import { companionLineage } from "../../../src/view/map/companion-lineage.ts";
import { companionInitialState, companionMap } from "../../../src/view/map/companion-map.ts";
import { companions, sample } from "../../companion/sample-companion.ts";

describe("companionLineage", () => {
  test("has a lane for each heading of the list, and none for works without one", () => {
    fc.assert(
      fc.property(companions, (companion) => {
        const { lanes, map, columns } = companionLineage(companion, companionMap(companion));
        const byDomain = companion.groups.length > 1;
        const named = byDomain ? companion.groups : companion.communities;
        expect(lanes.regions.map(({ size }) => size)).toEqual(named.map(({ papers }) => papers));
        const own = byDomain
          ? Array.from(companion.papers.slot, (slot) => (slot === NO_SLOT ? -1 : slot))
          : [...companion.papers.community];
        expect([...lanes.of]).toEqual(own);
        expect(map).toMatchObject({ view: "lineage", regions: [], count: own.length });
        expect(columns.day).toBe(companion.papers.day);
      }),
    );
  });
});

test("a companion opens in the lineage where a short list stands among many works", () => {
  const state = (survey: number, others: number) => {
    const count = survey + others;
    const fill = (column: { readonly length: number }, value: number) =>
      new Float32Array(Math.max(column.length, count)).fill(value).subarray(0, count);
    const companion = {
      ...sample,
      papers: {
        ...sample.papers,
        x: fill(sample.papers.x, 0),
        radius: fill(sample.papers.radius, 3),
        slot: new Uint8Array(count).fill(NO_SLOT),
        community: new Int32Array(count),
        labelRank: Uint32Array.from({ length: count }, (_, i) => i),
        survey: Uint8Array.from({ length: count }, (_, i) => (i < survey ? 1 : 0)),
      },
    };
    return companionInitialState(companion, companionMap(companion));
  };
  expect(state(19, 2_000).view).toBe("lineage");
  expect(state(19, 30).view).toBe("network");
  expect(state(301, 9_000).view).toBe("network");
  expect(state(0, 50).view).toBe("network");
});
