/** A citation graph in columns: link e goes from paper `citing[e]` to paper `cited[e]`; papers are 0 to count - 1. */
export interface EngineGraph {
  readonly count: number;
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  /** Room each paper keeps around its middle, px; default 5 for all. */
  readonly radius?: Float32Array;
  /** The group each paper is drawn to the middle of; -1 for none. Default: no groups. */
  readonly group?: Int32Array;
}

/** How many links each paper has, in either direction; a link of a paper with itself does not count. */
export function linkCounts({ count, citing, cited }: EngineGraph): Uint32Array {
  const counts = new Uint32Array(count);
  for (let e = 0; e < citing.length; e++) {
    const a = citing[e]!;
    const b = cited[e]!;
    if (a === b) continue;
    counts[a]!++;
    counts[b]!++;
  }
  return counts;
}

/** Throws a RangeError that names the first link with an end outside the graph, or the column of a wrong length. */
export function checkGraph({ count, citing, cited, radius, group }: EngineGraph): void {
  for (const [name, column, length] of [
    ["cited", cited, citing.length],
    ["radius", radius, count],
    ["group", group, count],
  ] as const) {
    if (column && column.length !== length) {
      throw new RangeError(`column ${name} has ${column.length} entries, expected ${length}`);
    }
  }
  for (let e = 0; e < citing.length; e++) {
    if (citing[e]! >= count || cited[e]! >= count) {
      throw new RangeError(
        `link ${e} goes from paper ${citing[e]} to ${cited[e]}, but there are ${count} papers`,
      );
    }
  }
}
