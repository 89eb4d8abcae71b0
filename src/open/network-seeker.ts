import type { Size } from "../draw/map/placement.ts";
import { settledNetwork } from "../draw/map/settled-network.ts";
import type { LayoutGraph } from "../layout/input.ts";
import type { NetworkLayout } from "../layout/network/network-layout.ts";

/** Settles a network elsewhere, and answers once or fails once. Returns how to stop it. */
export type SettleNetwork = (
  graph: LayoutGraph,
  size: Size,
  answer: (layout: NetworkLayout) => void,
  fail: () => void,
) => () => void;

/** The settled network of a graph on a stage of a size; null while it is not known. The key says which it is. */
export type FindNetwork<N extends NetworkLayout | null> = (key: string, graph: LayoutGraph, size: Size) => N;

/** Finds every network at once. */
export const settledHere: FindNetwork<NetworkLayout> = (_key, graph, size) => settledNetwork(graph, size);

/**
 * Finds networks elsewhere: null until one is there, then `changed` is called. A newer one takes the place of
 * one that is still being settled; one that fails elsewhere is settled at once, since a page that stops for
 * a second is better than none.
 */
export function networkSeeker(settle: SettleNetwork, changed: () => void): FindNetwork<NetworkLayout | null> {
  const known = new Map<string, NetworkLayout>();
  let settling: { readonly key: string; readonly stop: () => void } | null = null;
  return (key, graph, size) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (settling?.key === key) return null;
    settling?.stop();
    const arrive = (layout: NetworkLayout) => {
      known.set(key, layout);
      settling = null;
      changed();
    };
    settling = { key, stop: settle(graph, size, arrive, () => arrive(settledNetwork(graph, size))) };
    return null;
  };
}
