import type { Box, LabelSide } from "../layout/boxes.ts";
import { lineageLayout } from "../layout/lineage-layout.ts";
import { networkLayout } from "../layout/network-layout.ts";
import type { Catalogue } from "../view/catalogue.ts";
import type { LayoutGraph } from "../view/layout-papers.ts";
import type { MapModel } from "../view/map.ts";
import type { ViewName } from "../view/state.ts";
import type { Furniture } from "./furniture.ts";
import { curvesAlong, curvesBetween, type Picture } from "./picture.ts";

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
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The places of a view at a size of the stage; computed once for each, since the graph does not change. */
export function placer(
  catalogue: Catalogue,
  graph: LayoutGraph,
): (view: ViewName, size: Size, model: MapModel) => Placement {
  const known = new Map<string, Placement>();
  const tallest = new Map<number, number>();
  return (view, { width, height: now }, model) => {
    // A sheet that opens from below takes height for a while; the places stay.
    const height = Math.max(now, tallest.get(width) ?? 0);
    tallest.set(width, height);
    const size = { width, height };
    const key =
      view === "lineage"
        ? `lineage ${size.width}×${size.height}`
        : `network ${rounded(size).width}×${rounded(size).height}`;
    const before = known.get(key);
    if (before) return before;
    const layout = view === "lineage" ? lineage : network;
    const placement = { key, ...layout(catalogue, graph, size, model) };
    known.set(key, placement);
    return placement;
  };
}

function network(
  catalogue: Catalogue,
  graph: LayoutGraph,
  size: Size,
  model: MapModel,
): Omit<Placement, "key"> {
  const { positions, labelSides } = networkLayout(graph.papers, graph.links, {
    size: rounded(size),
    groups: catalogue.groups.map((group) => group.id),
  });
  return {
    picture: { positions, curves: curvesBetween(model, positions) },
    labelSides,
    furniture: null,
    draggable: true,
    bounds: null,
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
      axis,
      lanes: lanes.map((lane) => {
        const group = lane.group === null ? undefined : catalogue.groupById.get(lane.group);
        const label = group?.label ?? (lane.kind === "context" ? "Works around the survey" : "");
        return { ...lane, label, slot: group?.slot ?? null };
      }),
    },
    draggable: false,
    bounds,
  };
}

/** Rounded down to steps of 40 px, so that a stage that grows by a few px keeps its picture. */
function rounded({ width, height }: Size): Size {
  const step = (length: number) => Math.max(240, Math.floor(length / 40) * 40);
  return { width: step(width), height: step(height) };
}
