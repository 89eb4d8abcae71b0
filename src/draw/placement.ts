import type { PaperId } from "../corpus/ids.ts";
import type { Box, LabelSide } from "../layout/boxes.ts";
import { lineageLayout } from "../layout/lineage-layout.ts";
import { type NetworkLayout, type NetworkOptions, networkLayout } from "../layout/network-layout.ts";
import type { Region } from "../layout/regions.ts";
import type { Catalogue } from "../view/catalogue.ts";
import type { Point } from "../view/layout-input.ts";
import type { LayoutGraph } from "../view/layout-papers.ts";
import type { MapModel } from "../view/map.ts";
import type { LinkLayer, ViewName } from "../view/state.ts";
import { extentOf, fitting } from "./fitting.ts";
import type { Furniture } from "./furniture.ts";
import { curvesAlong, curvesBetween, type Picture } from "./picture.ts";
import { regionOutliner } from "./regions.ts";

/** Where everything stands in a view. */
export interface Placement {
  /** The same for the same places: the map moves its papers only when it changes. */
  readonly key: string;
  readonly picture: Picture;
  readonly labelSides: readonly LabelSide[];
  /** Axis and lanes of the lineage; null in the network. */
  readonly furniture: Furniture | null;
  readonly draggable: boolean;
  /** Of all that stands there, px of the plane; null where the papers themselves are what counts. */
  readonly bounds: Box | null;
  /** The outlines of the network's regions. */
  readonly regions: readonly Region[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gives the places of a view at a size of the stage. */
export interface Placer {
  (view: ViewName, size: Size, model: MapModel): Placement;
  /** Whether it has computed them before. */
  knows(view: ViewName, size: Size, model: MapModel): boolean;
}

/**
 * The placer of a graph, which computes each placement once, since the graph does not change.
 * Papers of a network whose regions are communities gather by community, else by group of domains.
 */
export function placer(catalogue: Catalogue, graph: LayoutGraph): Placer {
  const known = new Map<string, Placement>();
  const outline = regionOutliner(graph.papers);
  const shownLayer = new Map<string, LinkLayer>();
  const tallest = new Map<number, number>();
  /** A sheet that opens from below takes height for a while; the places stay. */
  const lasting = ({ width, height }: Size): Size => ({
    width,
    height: Math.max(height, tallest.get(width) ?? 0),
  });
  const keyOf = (view: ViewName, size: Size, model: MapModel) =>
    view === "lineage"
      ? `lineage ${size.width}×${size.height}`
      : `network ${rounded(size).width}×${rounded(size).height} by ${model.regions?.key ?? "domains"}`;
  const place = (view: ViewName, now: Size, model: MapModel): Placement => {
    const size = lasting(now);
    tallest.set(size.width, size.height);
    const key = keyOf(view, size, model);
    const before = known.get(key);
    const outlined = (placement: Placement): Placement => ({
      ...placement,
      regions: outline(model, placement.picture, placement.labelSides),
    });
    if (before && shownLayer.get(key) === model.layer) return outlined(before);
    const layout = view === "lineage" ? lineage : network;
    const placement = before
      ? { ...before, picture: withLinks(before.picture, model) }
      : { key, ...layout(catalogue, graph, size, model) };
    known.set(key, placement);
    shownLayer.set(key, model.layer);
    return outlined(placement);
  };
  const knows: Placer["knows"] = (view, size, model) => known.has(keyOf(view, lasting(size), model));
  return Object.assign(place, { knows });
}

/** The same places with the links of another layer. */
function withLinks({ positions }: Picture, model: MapModel): Picture {
  return { positions, curves: curvesBetween(model, positions) };
}

/** The graph with communities in place of groups of domains where these are the regions. */
function regrouped(graph: LayoutGraph, { regions }: MapModel): LayoutGraph {
  if (regions === null || regions.key === "domains") return graph;
  return {
    ...graph,
    // Communities are of today: what stood where before says nothing of them.
    stages: [],
    papers: graph.papers.map((paper, i) => ({ ...paper, group: regions.of[i] ?? null })),
    groups: regions.marks.map(({ id, labelWidth }) => ({ id, titleWidth: labelWidth })),
  };
}

function network(
  _catalogue: Catalogue,
  graph: LayoutGraph,
  size: Size,
  model: MapModel,
): Omit<Placement, "key"> {
  const grouped = regrouped(graph, model);
  const { positions, labelSides } = settleInTurn(grouped, {
    size: rounded(size),
    groups: grouped.groups.map((group) => group.id),
  });
  return {
    picture: { positions, curves: curvesBetween(model, positions) },
    labelSides,
    furniture: null,
    draggable: true,
    bounds: null,
    regions: [],
  };
}

function lineage(
  catalogue: Catalogue,
  graph: LayoutGraph,
  size: Size,
  model: MapModel,
): Omit<Placement, "key"> {
  const { positions, labelSides, routes, axis, lanes, bounds } = lineageLayout(graph.papers, graph.links, {
    ...size,
    groups: graph.groups,
    root: catalogue.root?.paper.id ?? null,
  });
  return {
    picture: { positions, curves: curvesAlong(model, positions, routes) },
    labelSides,
    furniture: {
      texts: catalogue.texts,
      axis,
      lanes: lanes.map((lane) => {
        const group = lane.group === null ? undefined : catalogue.groupById.get(lane.group);
        const label = group?.label ?? (lane.kind === "context" ? catalogue.texts.stage.around : "");
        return { ...lane, label, slot: group?.slot ?? null };
      }),
    },
    draggable: false,
    bounds,
    regions: [],
  };
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

/**
 * Settles the papers of each refresh after those before it, which keep their places, and draws all out
 * to the size as the first of them asked.
 */
function settleInTurn(
  { papers, links, stages }: LayoutGraph,
  options: NetworkOptions & { readonly size: Size },
): NetworkLayout {
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

/** Rounded down to steps of 40 px, so that a stage that grows by a few px keeps its picture. */
function rounded({ width, height }: Size): Size {
  const step = (length: number) => Math.max(240, Math.floor(length / 40) * 40);
  return { width: step(width), height: step(height) };
}
