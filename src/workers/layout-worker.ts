import { type LayoutRequest, liveLayout } from "../layout/engine/live-layout.ts";

/** Lays out the graph it is sent, answering as it settles. */
const ask = liveLayout({
  post: (answer) => self.postMessage(answer, { transfer: [answer.positions.buffer] }),
  now: () => performance.now(),
  later: (work) => setTimeout(work, 0),
});

self.addEventListener("message", (event: MessageEvent<LayoutRequest>) => ask(event.data));
