import { INITIAL_STATE, type State } from "./state.ts";

/**
 * The state a large map opens in, from which its address tells the differences: the skeleton of the network, or of the
 * lineage where a short list stands among many works around it. Where most papers stand under no heading, regions are
 * communities; where none does, colours are too.
 */
export function largeInitialState(papers: number, withGroup: number, hasShortList: boolean): State {
  return {
    ...INITIAL_STATE,
    view: hasShortList ? "lineage" : "network",
    links: "skeleton",
    regions: mainDivision(papers, withGroup),
    colouring: withGroup === 0 ? "community" : "domain",
  };
}

/** What divides a large map best: domains where at least half of its papers stand under one. */
export function mainDivision(papers: number, withGroup: number): "domains" | "communities" {
  return withGroup * 2 < papers ? "communities" : "domains";
}

/** How many papers have a group; `group` is -1 for one that has none. */
export function inGroups(group: Int16Array): number {
  return group.reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
}
