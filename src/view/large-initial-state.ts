import { INITIAL_STATE, type State } from "./state.ts";

/**
 * The state a large map opens in, from which its address tells the differences: the network with its skeleton.
 * Where most papers stand under no heading, regions are communities; where none does, colours are too.
 */
export function largeInitialState(papers: number, withGroup: number): State {
  return {
    ...INITIAL_STATE,
    view: "network",
    links: "skeleton",
    regions: withGroup * 2 < papers ? "communities" : "domains",
    colouring: withGroup === 0 ? "community" : "domain",
  };
}
