import { type LayoutRequest, liveLayout } from "./layout/engine/live-layout.ts";

/** Lays out the graph it is sent, answering as it settles, and moves the papers that are dragged. */
const ask = liveLayout({
  post: (answer) => self.postMessage(answer, { transfer: [answer.positions.buffer] }),
  now: () => performance.now(),
  later: (work) => setTimeout(work, 0),
});

self.addEventListener("message", (event: MessageEvent<LayoutRequest>) => ask(event.data));
