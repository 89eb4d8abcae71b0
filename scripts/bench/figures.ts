/** What the work gives and how long it took. */
export function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** A figure with its goal and whether it is met. */
export function line(what: string, value: number, goal: number | null, unit: string): string {
  const verdict = goal === null ? "" : ` (goal ${goal} ${unit}, ${value <= goal ? "met" : "MISSED"})`;
  return `${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit}${verdict}`;
}
