/** Heat below which a layout counts as settled, as in d3-force. */
export const COLD = 0.001;

/** The share of the heat's distance to its target that is lost in a tick, so that 1 falls to COLD in so many ticks. */
export function coolingRate(ticks: number, from = 1): number {
  return 1 - (COLD / from) ** (1 / ticks);
}
