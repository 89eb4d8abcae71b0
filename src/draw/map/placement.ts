import type { Box, LabelSide } from "../../layout/boxes.ts";
import type { LayoutGraph } from "../../layout/input.ts";
import { lineageLayout } from "../../layout/lineage/lineage-layout.ts";
import type { NetworkLayout } from "../../layout/network/network-layout.ts";
import type { Region } from "../../layout/regions.ts";
import type { FindNetwork } from "../../open/network-seeker.ts";
import type { Catalogue } from "../../view/catalogue.ts";
import type { LinkLayer, ViewName } from "../../view/state/state.ts";
import type { Furniture } from "./furniture.ts";
import type { MarkedMap } from "./marks.ts";
import { curvesAlong, curvesBetween, type Picture } from "./picture.ts";
import type { OutlineRegions } from "./region-outlines.ts";

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

/**
 * Gives the places of a view at a size of the stage; of a network that is not yet settled those of another size
 * or of other regions, where there are some.
 */
export interface Placer<N extends NetworkLayout | null = NetworkLayout> {
  (view: ViewName, size: Size, model: MarkedMap): Placement | Extract<N, null>;
  /** Whether it has computed them before. */
  knows(view: ViewName, size: Size, model: MarkedMap): boolean;
  /** Looks for the network of a size, which may be wanted soon. */
  foresee(size: Size, model: MarkedMap): void;
}

/**
 * The placer of a graph, which computes each placement once, since the graph does not change; networks as the
 * finder finds them.
 * Papers of a network whose regions are communities gather by community, else by group of domains.
 */
/** What finds the places of a network and outlines its regions. */
export interface NetworkFinder<N extends NetworkLayout | null = NetworkLayout> {
  readonly find: FindNetwork<N>;
  readonly outline: OutlineRegions;
}

export function placer<N extends NetworkLayout | null>(
  catalogue: Catalogue,
  graph: LayoutGraph,
  network: NetworkFinder<N>,
): Placer<N>;
export function placer(
  catalogue: Catalogue,
  graph: LayoutGraph,
  { find, outline }: NetworkFinder<NetworkLayout | null>,
): Placer<NetworkLayout | null> {
  const known = new Map<string, Placement>();
  const shownLayer = new Map<string, LinkLayer>();
  const tallest = new Map<number, number>();
  let lastNetwork: string | null = null;
  /** A sheet that opens from below takes height for a while; the places stay. */
  const lasting = ({ width, height }: Size): Size => ({
    width,
    height: Math.max(height, tallest.get(width) ?? 0),
  });
  const keyOf = (view: ViewName, size: Size, model: MarkedMap) =>
    view === "lineage"
      ? `lineage ${size.width}×${size.height}`
      : `network ${rounded(size).width}×${rounded(size).height} by ${model.regions?.key ?? "domains"}`;
  const settled = (key: string, size: Size, model: MarkedMap) =>
    find(key, regrouped(graph, model), rounded(size));
  /** The places of a key with the links of the model's layer. */
  const linked = (key: string, model: MarkedMap): Placement | null => {
    const before = known.get(key);
    if (before === undefined || shownLayer.get(key) === model.layer) return before ?? null;
    return { ...before, picture: withLinks(before.picture, model) };
  };
  const computed = (view: ViewName, key: string, size: Size, model: MarkedMap): Placement | null => {
    if (view === "lineage") return { key, ...lineage(catalogue, graph, size, model) };
    const layout = settled(key, size, model);
    return layout && { key, ...network(layout, model) };
  };
  const place = (view: ViewName, now: Size, model: MarkedMap): Placement | null => {
    const size = lasting(now);
    tallest.set(size.width, size.height);
    const asked = keyOf(view, size, model);
    const found = linked(asked, model) ?? computed(view, asked, size, model);
    const placement = found ?? (lastNetwork === null ? null : linked(lastNetwork, model));
    if (placement === null) return null;
    const { key } = placement;
    known.set(key, placement);
    shownLayer.set(key, model.layer);
    if (view !== "lineage") lastNetwork = key;
    return { ...placement, regions: outline(model, placement.picture, placement.labelSides) };
  };
  return Object.assign(place, {
    knows: (view: ViewName, size: Size, model: MarkedMap) => known.has(keyOf(view, lasting(size), model)),
    foresee: (now: Size, model: MarkedMap) => {
      const size = lasting(now);
      settled(keyOf("network", size, model), size, model);
    },
  });
}

/** The same places with the links of another layer. */
function withLinks({ positions }: Picture, model: MarkedMap): Picture {
  return { positions, curves: curvesBetween(model, positions) };
}

/** The graph with communities in place of groups of domains where these are the regions. */
function regrouped(graph: LayoutGraph, { regions }: MarkedMap): LayoutGraph {
  if (regions === null || regions.key === "domains") return graph;
  return {
    ...graph,
    // Communities are of today: what stood where before says nothing of them.
    stages: [],
    papers: graph.papers.map((paper, i) => ({ ...paper, group: regions.of[i] ?? null })),
    groups: regions.marks.map(({ id, labelWidth }) => ({ id, titleWidth: labelWidth })),
  };
}

function network({ positions, labelSides }: NetworkLayout, model: MarkedMap): Omit<Placement, "key"> {
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
  model: MarkedMap,
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

/** Rounded down to steps of 40 px, so that a stage that grows by a few px keeps its picture. */
function rounded({ width, height }: Size): Size {
  const step = (length: number) => Math.max(240, Math.floor(length / 40) * 40);
  return { width: step(width), height: step(height) };
}
