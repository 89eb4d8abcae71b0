import type { Size } from "../draw/map/placement.ts";
import { settledNetwork } from "../draw/map/settled-network.ts";
import type { LayoutGraph } from "../layout/input.ts";

/** Settles the network of the graph it is sent, for a stage of the size, and answers with it. */
self.addEventListener("message", ({ data }: MessageEvent<{ graph: LayoutGraph; size: Size }>) => {
  const layout = settledNetwork(data.graph, data.size);
  self.postMessage(layout, { transfer: [layout.positions.buffer] });
});
