import { expect, inject, test } from "vitest";
import { openingScripts } from "../../scripts/site/opening-scripts.ts";

const MOST = 120_000;

test("the scripts that a map of hundreds of papers needs for its first picture are at most 120 kB, gzipped", () => {
  const sizes = openingScripts(inject("dist"));
  expect(sizes.size).toBeGreaterThan(1);
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const told = [...sizes].map(([name, size]) => `${name}: ${size}`).join("\n");
  expect(all, told).toBeLessThanOrEqual(MOST);
});
