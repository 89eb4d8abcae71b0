/** Turns by this angle fill a disc evenly. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const STEP = 10;

/** Places (x, y pairs) on d3-force's start: a sunflower spiral around 0,0 in which all have equal room. */
export function spiral(count: number): Float32Array {
  const places = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const radius = STEP * Math.sqrt(0.5 + i);
    places[2 * i] = radius * Math.cos(i * GOLDEN_ANGLE);
    places[2 * i + 1] = radius * Math.sin(i * GOLDEN_ANGLE);
  }
  return places;
}
