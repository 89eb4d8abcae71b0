import { expect, test } from "vitest";
import { inGroups, largeInitialState, mainDivision } from "../../../src/view/state/large-initial-state.ts";

test("largeInitialState opens the network with its skeleton", () => {
  expect(largeInitialState(10, 10, false)).toMatchObject({ view: "network", links: "skeleton" });
});

test.each([
  [10, 10, "domains", "domain"],
  [10, 5, "domains", "domain"],
  [10, 4, "communities", "domain"],
  [10, 0, "communities", "community"],
] as const)(
  "largeInitialState of %i papers, %i of them in groups, divides by %s and colours by %s",
  (papers, withGroup, regions, colouring) => {
    expect(largeInitialState(papers, withGroup, false)).toMatchObject({ regions, colouring });
    expect(mainDivision(papers, withGroup)).toBe(regions);
  },
);

test("inGroups counts the papers that have a group", () => {
  expect(inGroups(Int16Array.of(-1, 0, 3, -1))).toBe(2);
  expect(inGroups(new Int16Array(0))).toBe(0);
});
