/** What the network needs and the lineage does not: loaded after the first picture, or before it where that is a network. */
export { createNetworkSimulation } from "../../layout/network/network-simulation.ts";
export { regionOutliner } from "./region-outlines.ts";
export { settledNetwork } from "./settled-network.ts";
