import type { Page } from "playwright-core";
import { type FrameTimes, frameTimes } from "./frame-times.ts";

/** A text, because the loader of this script gives named functions a mark that a page does not know. */
const WATCH_FRAMES = `
  const times = (window.frameTimestamps = []);
  requestAnimationFrame(function tick(time) {
    times.push(time);
    // Another watch takes the place of this one.
    if (window.frameTimestamps === times) requestAnimationFrame(tick);
  });
`;

/** Zooms and drags in the middle of the page for some time, and watches its frames meanwhile. */
export async function framesWhileMoved(
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
  ms: number,
): Promise<FrameTimes> {
  const [x, y] = [width / 2, height / 2];
  await page.evaluate(WATCH_FRAMES);
  await page.mouse.move(x, y);
  const end = Date.now() + ms;
  for (let turn = 0; Date.now() < end; turn++) {
    for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, turn % 2 === 0 ? -60 : 60);
    await page.mouse.down();
    await page.mouse.move(x + (turn % 2 === 0 ? 160 : -160), y + 40, { steps: 12 });
    await page.mouse.up();
    await page.mouse.move(x, y);
  }
  const times = await page.evaluate(
    () => (window as unknown as { frameTimestamps: number[] }).frameTimestamps,
  );
  return frameTimes(times);
}
