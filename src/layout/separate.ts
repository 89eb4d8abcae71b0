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
  const order = parts.map((_, i) => i);
  const widest = parts.reduce((most, part) => Math.max(most, part.halfWidth), 0);
  const x = (part: Part) => (positions[2 * part.body] ?? 0) + part.dx;
  const y = (part: Part) => (positions[2 * part.body + 1] ?? 0) + part.dy;
  let overlaps = 0;
  for (let round = 0; round < rounds; round++) {
    overlaps = 0;
    const lefts = parts.map((part) => x(part) - part.halfWidth);
    order.sort((i, j) => (lefts[i] ?? 0) - (lefts[j] ?? 0) || i - j);
    for (let at = 0; at < order.length; at++) {
      const a = parts[order[at] as number] as Part;
      for (let next = at + 1; next < order.length; next++) {
        const b = parts[order[next] as number] as Part;
        // Bodies move during the sweep, so the reach is generous by one width.
        if ((lefts[order[next] as number] ?? 0) > x(a) + a.halfWidth + widest) break;
        if (a.body === b.body) continue;
        const dx = x(b) - x(a);
        const dy = y(b) - y(a);
        const overX = a.halfWidth + b.halfWidth - Math.abs(dx);
        const overY = a.halfHeight + b.halfHeight - Math.abs(dy);
        if (overX <= 1e-6 || overY <= 1e-6) continue;
        const giveA = yielding(a.body);
        const giveB = yielding(b.body);
        if (giveA + giveB === 0) continue;
        overlaps++;
        const along = overX < overY ? 0 : 1;
        // Coinciding middles part by the order of the parts, so that the outcome does not hang on chance.
        const delta = along === 0 ? dx : dy;
        const sign = delta > 0 || (delta === 0 && a.body < b.body) ? 1 : -1;
        const push = (Math.min(overX, overY) + 0.05) * sign;
        positions[2 * a.body + along] =
          (positions[2 * a.body + along] ?? 0) - (push * giveA) / (giveA + giveB);
        positions[2 * b.body + along] =
          (positions[2 * b.body + along] ?? 0) + (push * giveB) / (giveA + giveB);
      }
    }
    if (overlaps === 0) break;
  }
  return overlaps;
}
