/** Heat below which a layout counts as settled, as in d3-force. */
export const COLD = 0.001;

/**
 * The share of the heat's distance to its target that is lost in a tick, so that `from` falls to
 * COLD in so many ticks. Rounded, since engines differ in the last bit of powers.
 */
export function coolingRate(ticks: number, from = 1): number {
  return 1 - Math.fround((COLD / from) ** (1 / ticks));
}
