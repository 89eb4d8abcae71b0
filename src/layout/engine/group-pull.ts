/** A function that pulls bodies (x, y, vx, vy each) toward the middle of their group; -1 is pulled nowhere. */
export function groupPull(group: Int32Array): (bodies: Float32Array, strength: number) => void {
  const groups = group.reduce((most, value) => Math.max(most, value), -1) + 1;
  const sums = new Float64Array(3 * groups);
  return (bodies, strength) => {
    sums.fill(0);
    group.forEach((own, i) => {
      if (own < 0) return;
      sums[3 * own]! += bodies[4 * i]!;
      sums[3 * own + 1]! += bodies[4 * i + 1]!;
      sums[3 * own + 2]!++;
    });
    group.forEach((own, i) => {
      if (own < 0) return;
      const size = sums[3 * own + 2]!;
      bodies[4 * i + 2]! += (sums[3 * own]! / size - bodies[4 * i]!) * strength;
      bodies[4 * i + 3]! += (sums[3 * own + 1]! / size - bodies[4 * i + 1]!) * strength;
    });
  };
}
