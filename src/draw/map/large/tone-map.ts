import type { InkField } from "./link-ink.ts";

/** How many times the ink of one line is as dark as it gets. */
const CROWD = 24;
/** Alpha of the darkest pixels: papers and names must stay readable on them. */
const MOST_ALPHA = 0.62;
/** Below 1 lifts faint lines. */
const SOFTNESS = 0.75;
const STEPS = 2048;

/** How dark ink is shown. */
export interface Tone {
  /** Packed colour without alpha. */
  readonly colour: number;
  /** From 0 to 1: how far the whole recedes, 1 for not at all. */
  readonly strength: number;
  /** Mean ink of the pixels of the map at this zoom: what is usual there is shown in middle tones. */
  readonly usual: number;
}

/**
 * Turns ink into pixels of one colour whose alpha grows with the logarithm of the ink, so that both a
 * single line and a thousand can be seen. Pixels without ink stay clear.
 */
export function toneMap({ ink }: InkField, { colour, strength, usual }: Tone, pixels: Int32Array): void {
  // Where lines crowd, one of them is nothing to be seen any more.
  const one = 1 + usual / 4;
  const most = CROWD * one;
  const rgb = colour & 0xffffff;
  const table = new Int32Array(STEPS);
  for (let step = 1; step < STEPS; step++) {
    const level = (Math.log1p((step / (STEPS - 1)) * CROWD) / Math.log1p(CROWD)) ** SOFTNESS;
    table[step] = (Math.round(255 * MOST_ALPHA * level * strength) << 24) | rgb;
  }
  const scale = (STEPS - 1) / most;
  for (let at = 0; at < pixels.length; at++) {
    const amount = ink[at]!;
    pixels[at] = amount === 0 ? 0 : table[Math.min(STEPS - 1, Math.ceil(amount * scale))]!;
  }
}
