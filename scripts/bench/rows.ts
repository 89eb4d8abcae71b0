/** The links of each node in a row, to whatever side: those of node i from `start[i]` up to `start[i + 1]`. */
export interface Rows {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
}

/** The rows of a graph in columns; each link stands in the rows of both its ends. */
export function rowsOf({
  count,
  citing,
  cited,
}: {
  readonly count: number;
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
}): Rows {
  const start = new Uint32Array(count + 1);
  const ends = [citing, cited];
  for (const column of ends) for (const end of column) start[end + 1] = (start[end + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice(0, count);
  const neighbour = new Uint32Array(2 * citing.length);
  for (let e = 0; e < citing.length; e++) {
    const [a, b] = [citing[e] ?? 0, cited[e] ?? 0];
    const atA = next[a] ?? 0;
    neighbour[atA] = b;
    next[a] = atA + 1;
    const atB = next[b] ?? 0;
    neighbour[atB] = a;
    next[b] = atB + 1;
  }
  return { start, neighbour };
}
