import type { PaperId } from "../../corpus/ids.ts";
import type { LayoutGraph, Point } from "../../layout/input.ts";
import { type NetworkLayout, networkLayout } from "../../layout/network/network-layout.ts";
import type { Catalogue } from "../../view/catalogue.ts";
import { extentOf, fitting } from "./fitting.ts";
import { type Placer, placer, type Size } from "./placement.ts";
import { regionOutliner } from "./region-outlines.ts";

/**
 * The network of a graph on a stage of a size, its groups in the order given: the papers of each refresh are
 * settled after those before it, which keep their places, and all is drawn out to the size as the first of them
 * asked. Takes about a second for 1,500 papers.
 */
export function settledNetwork({ papers, links, stages, groups }: LayoutGraph, size: Size): NetworkLayout {
  const options = { size, groups: groups.map((group) => group.id) };
  let previous = new Map<PaperId, Point>();
  let first: readonly [number, number] | null = null;
  for (const stage of stages) {
    const layout = networkLayout(stage.papers, stage.links, { ...options, previous });
    first ??= growthOf(layout, stage.papers, options.size);
    previous = new Map(
      stage.papers.map(({ id }, i) => [
        id,
        { x: layout.positions[2 * i] ?? 0, y: layout.positions[2 * i + 1] ?? 0 },
      ]),
    );
  }
  const layout = networkLayout(papers, links, { ...options, previous });
  const [growX, growY] = first ?? growthOf(layout, papers, options.size);
  return { ...layout, positions: layout.positions.map((value, i) => value * (i % 2 === 0 ? growX : growY)) };
}

/** The placer of a graph that settles each network at once. */
export function placerHere(catalogue: Catalogue, graph: LayoutGraph): Placer {
  return placer(catalogue, graph, {
    find: (_key, asked, size) => settledNetwork(asked, size),
    outline: regionOutliner(graph.papers),
  });
}

/** How much longer than settled a picture may become in one direction. */
const MOST_STRETCH = 2;

/**
 * How much to draw a picture out in each direction, because labels keep their width while distances
 * shrink: on a phone they decide the zoom, and half the height would stay empty.
 */
function growthOf(
  { positions, labelSides }: NetworkLayout,
  papers: LayoutGraph["papers"],
  { width, height }: Size,
): readonly [number, number] {
  const extents = papers.map((paper, i) => ({
    x: positions[2 * i] ?? 0,
    y: positions[2 * i + 1] ?? 0,
    ...extentOf(paper, labelSides[i]),
  }));
  const across = fitting(extents, { width, height: Number.POSITIVE_INFINITY }, 0).k;
  const down = fitting(extents, { width: Number.POSITIVE_INFINITY, height }, 0).k;
  const grow = (ratio: number) => Math.min(MOST_STRETCH, Math.max(1, ratio));
  return [grow(across / down), grow(down / across)];
}
