import type { Size } from "../draw/map/placement.ts";
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

/** The scripts of the network. */
export type NetworkParts = typeof import("../draw/map/network-parts.ts");

/** Loads the scripts of the network. */
export interface NetworkLoader {
  /** Null until they are there. */
  readonly parts: NetworkParts | null;
  /** The scripts, loaded when first asked for; what failed is tried again. */
  load(): Promise<NetworkParts>;
}

/** A loader that has loaded nothing. */
export function networkLoader(): NetworkLoader {
  let parts: NetworkParts | null = null;
  let loading: Promise<NetworkParts> | null = null;
  return {
    get parts() {
      return parts;
    },
    load() {
      loading ??= import("../draw/map/network-parts.ts").then(
        (loaded) => {
          parts = loaded;
          return loaded;
        },
        (failure) => {
          loading = null;
          throw failure;
        },
      );
      return loading;
    },
  };
}

/** Finds networks, and says whether the scripts for it could not be loaded. */
export interface NetworkSeeker extends FindNetwork<NetworkLayout | null> {
  readonly failed: boolean;
  /** Lets what failed be tried again. */
  retry(): void;
}

/**
 * Finds networks: by `settle`, or without it here, at once where the scripts are there already. Null until one is found,
 * then `changed` is called. A newer one takes the place of one that is still being settled; one that fails elsewhere is
 * settled here, since a page that stops for a second is better than none.
 */
export function networkSeeker(
  settle: SettleNetwork | null,
  network: NetworkLoader,
  changed: () => void,
): NetworkSeeker {
  const known = new Map<string, NetworkLayout>();
  let settling: { readonly key: string; readonly stop: () => void } | null = null;
  let failed = false;
  const find = (key: string, graph: LayoutGraph, size: Size): NetworkLayout | null => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (settle === null && network.parts !== null) {
      const layout = network.parts.settledNetwork(graph, size);
      known.set(key, layout);
      return layout;
    }
    if (failed || settling?.key === key) return null;
    settling?.stop();
    const arrive = (layout: NetworkLayout) => {
      known.set(key, layout);
      settling = null;
      changed();
    };
    const here = (): (() => void) => {
      let stopped = false;
      network.load().then(
        ({ settledNetwork }) => {
          if (!stopped) arrive(settledNetwork(graph, size));
        },
        () => {
          if (stopped) return;
          [settling, failed] = [null, true];
          changed();
        },
      );
      return () => {
        stopped = true;
      };
    };
    const elsewhere = (layout: NetworkLayout) => {
      // Its regions are outlined here.
      network.load().then(
        () => arrive(layout),
        () => arrive(layout),
      );
    };
    settling = { key, stop: settle === null ? here() : settle(graph, size, elsewhere, here) };
    return null;
  };
  return Object.defineProperties(find, {
    failed: { get: () => failed },
    retry: {
      value: () => {
        failed = false;
      },
    },
  }) as NetworkSeeker;
}
