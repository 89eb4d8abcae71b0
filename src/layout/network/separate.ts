/** A rectangle that belongs to a body and moves with it: its middle relative to the body, and its half size, px. */
export interface Part {
  readonly body: number;
  readonly dx: number;
  readonly dy: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/**
 * Moves the bodies of `positions` (x, y pairs, changed in place) apart until no two parts of different
 * bodies overlap, or `rounds` are over. A body yields in proportion to its `yielding` (0: it stays);
 * two that both stay keep their overlap. Returns the number of overlaps seen in the last round.
 * Each pair is pushed along the axis on which it overlaps least, as in Dwyer, Marriott & Stuckey (2006),
 * but by relaxation instead of a solver; a sweep over x finds the pairs.
 */
export function separate(
  positions: Float64Array,
  parts: readonly Part[],
  yielding: (body: number) => number,
  rounds = 80,
): number {
  const count = parts.length;
  const order = parts.map((_, i) => i);
  const column = (of: (part: Part) => number) => Float64Array.from(parts, of);
  const [dx, dy] = [column((part) => part.dx), column((part) => part.dy)];
  const halfWidth = column((part) => part.halfWidth);
  const halfHeight = column((part) => part.halfHeight);
  const give = column((part) => yielding(part.body));
  const body = Int32Array.from(parts, (part) => part.body);
  const left = new Float64Array(count);
  const widest = halfWidth.reduce((most, half) => Math.max(most, half), 0);
  let overlaps = 0;
  for (let round = 0; round < rounds; round++) {
    overlaps = 0;
    for (let i = 0; i < count; i++) left[i] = positions[2 * body[i]!]! + dx[i]! - halfWidth[i]!;
    order.sort((i, j) => left[i]! - left[j]! || i - j);
    for (let at = 0; at < count; at++) {
      const a = order[at]!;
      const bodyA = body[a]!;
      for (let next = at + 1; next < count; next++) {
        const b = order[next]!;
        const xA = positions[2 * bodyA]! + dx[a]!;
        // Bodies move during the sweep, so the reach is generous by one width.
        if (left[b]! > xA + halfWidth[a]! + widest) break;
        const bodyB = body[b]!;
        if (bodyA === bodyB) continue;
        const offX = positions[2 * bodyB]! + dx[b]! - xA;
        const overX = halfWidth[a]! + halfWidth[b]! - Math.abs(offX);
        if (overX <= 1e-6) continue;
        const offY = positions[2 * bodyB + 1]! + dy[b]! - (positions[2 * bodyA + 1]! + dy[a]!);
        const overY = halfHeight[a]! + halfHeight[b]! - Math.abs(offY);
        if (overY <= 1e-6) continue;
        const giving = give[a]! + give[b]!;
        if (giving === 0) continue;
        overlaps++;
        const along = overX < overY ? 0 : 1;
        // Coinciding middles part by the order of the parts, so that the outcome does not hang on chance.
        const delta = along === 0 ? offX : offY;
        const sign = delta > 0 || (delta === 0 && bodyA < bodyB) ? 1 : -1;
        const push = (Math.min(overX, overY) + 0.05) * sign;
        positions[2 * bodyA + along]! -= (push * give[a]!) / giving;
        positions[2 * bodyB + along]! += (push * give[b]!) / giving;
      }
    }
    if (overlaps === 0) break;
  }
  return overlaps;
}
