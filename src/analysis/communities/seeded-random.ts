/** A source of random numbers that the same seed makes again. */
export interface SeededRandom {
  /** A number from 0 up to but not including 1. */
  nextDouble(): number;
  /** A whole number from 0 up to but not including `below`. */
  nextInt(below: number): number;
}

/**
 * Random numbers from a whole number as seed: a counter stepped by the golden ratio and mixed (the 32-bit
 * form of SplitMix, Steele, Lea & Flood 2014), so that neighbouring seeds are as different as any.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed + 1, 0x85ebca6b);
  const nextDouble = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  return { nextDouble, nextInt: (below) => Math.floor(nextDouble() * below) };
}
