import { expect, test } from "vitest";
import { layoutQuality } from "../../src/layout/quality.ts";
import { layoutGraph } from "./layout-graph.ts";

const right = ["right", "right", "right", "right"] as const;

test("layoutQuality counts what touches", () => {
  const { papers, links } = layoutGraph("A, B, C");
  expect(layoutQuality(papers, links, Float64Array.of(0, 0, 10, 0, 40, 0), right)).toMatchObject({
    dotOverlaps: 1,
    labelDotOverlaps: 3,
    labelOverlaps: 3,
    crossings: 0,
    meanLinkLength: 0,
    neighbourhood: 1,
  });
});

test("layoutQuality counts crossings of links that share no paper, and measures lengths", () => {
  const { papers, links } = layoutGraph("A<-B, C<-D");
  const crossed = layoutQuality(papers, links, Float64Array.of(0, 0, 300, 400, 300, 0, 0, 400), right);
  expect(crossed).toMatchObject({ crossings: 1, meanLinkLength: 500, neighbourhood: 0 });
  const apart = layoutQuality(papers, links, Float64Array.of(0, 0, 100, 0, 0, 900, 100, 900), right);
  expect(apart).toMatchObject({ crossings: 0, meanLinkLength: 100, neighbourhood: 1 });
});
