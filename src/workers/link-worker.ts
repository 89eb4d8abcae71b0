import type { LinkAnswer, LinkOrder } from "../draw/map/large/link-messages.ts";
import { createLinkPainter } from "../draw/map/large/link-painter.ts";

/** Draws the links of a large map away from the page, and finds the fields of its regions. */
const painter = createLinkPainter();

self.addEventListener("message", async ({ data }: MessageEvent<LinkOrder>) => {
  const answer: LinkAnswer | null = await painter.take(data);
  if (answer === null) return;
  self.postMessage(answer, { transfer: answer.type === "image" ? [answer.image] : [] });
});
