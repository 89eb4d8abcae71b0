/** How two groupings of the same papers go together. */
export interface Comparison {
  /** How many papers have a group in both; only these count. */
  readonly papers: number;
  /**
   * Adjusted Rand index (Hubert & Arabie 1985): pairs of papers that both groupings treat alike, corrected
   * for chance. 1 for the same grouping, about 0 for a random one, below for less than chance.
   */
  readonly ari: number;
  /**
   * Adjusted mutual information (Vinh, Epps & Bailey 2010), by the mean of both entropies: as nmi, but
   * corrected for chance, so that many small groups earn nothing.
   */
  readonly ami: number;
  /** Normalised mutual information by the mean of both entropies; grows with the number of groups. */
  readonly nmi: number;
  /** 1 when each community holds papers of one heading only (Rosenberg & Hirschberg 2007). */
  readonly homogeneity: number;
  /** 1 when each heading's papers are in one community. */
  readonly completeness: number;
  /** The harmonic mean of homogeneity and completeness, which is nmi. */
  readonly v: number;
}

/** Papers by heading (rows) and community (columns); only rows and columns with papers. */
export interface CrossTable {
  readonly headings: readonly number[];
  readonly communities: readonly number[];
  /** The papers of each cell, ascending, row by row. */
  readonly cells: readonly (readonly (readonly number[])[])[];
}

/**
 * The scores of communities against headings, each a group by paper with -1 for none. Papers that lack
 * either are left out; of none all scores are 1, as of two groupings that agree on everything. The names of
 * groups do not matter. Time O(papers + headings * communities * their sizes).
 */
export function compareGroupings(headings: Int32Array, communities: Int32Array): Comparison {
  const { cells, ...table } = crossTable(headings, communities);
  const counts = cells.map((row) => row.map((papers) => papers.length));
  const rows = counts.map(sum);
  const columns = table.communities.map((_, j) => sum(counts.map((row) => row[j]!)));
  const n = sum(rows);
  const [ofRows, ofColumns] = [entropy(rows, n), entropy(columns, n)];
  const mutual = mutualInformation(counts, rows, columns, n);
  const mean = (ofRows + ofColumns) / 2;
  const nmi = mean === 0 ? 1 : mutual / mean;
  const homogeneity = ofRows === 0 ? 1 : mutual / ofRows;
  const completeness = ofColumns === 0 ? 1 : mutual / ofColumns;
  const v =
    homogeneity + completeness === 0 ? 0 : (2 * homogeneity * completeness) / (homogeneity + completeness);
  const expected = expectedInformation(rows, columns, n);
  // Both groupings trivial in the same way leave nothing to correct.
  const ami = Math.abs(mean - expected) < 1e-12 ? 1 : (mutual - expected) / (mean - expected);
  return { papers: n, ari: adjustedRand(counts, rows, columns, n), ami, nmi, homogeneity, completeness, v };
}

/** Which papers are under which heading and in which community; papers that lack either are left out. */
export function crossTable(headings: Int32Array, communities: Int32Array): CrossTable {
  const both = Array.from(headings.keys()).filter((p) => headings[p] !== -1 && communities[p] !== -1);
  const rows = distinct(both.map((paper) => headings[paper]!));
  const columns = distinct(both.map((paper) => communities[paper]!));
  const [rowOf, columnOf] = [placesOf(rows), placesOf(columns)];
  const cells = rows.map(() => columns.map((): number[] => []));
  for (const paper of both)
    cells[rowOf.get(headings[paper]!)!]![columnOf.get(communities[paper]!)!]!.push(paper);
  return { headings: rows, communities: columns, cells };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function placesOf(values: readonly number[]): Map<number, number> {
  return new Map(values.map((value, place) => [value, place]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function adjustedRand(counts: number[][], rows: number[], columns: number[], n: number): number {
  const together = sum(counts.flat().map(pairs));
  const [inRows, inColumns] = [sum(rows.map(pairs)), sum(columns.map(pairs))];
  const expected = n < 2 ? 0 : (inRows * inColumns) / pairs(n);
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function entropy(sizes: readonly number[], n: number): number {
  return sum(sizes.map((size) => -(size / n) * Math.log(size / n)));
}

function mutualInformation(counts: number[][], rows: number[], columns: number[], n: number): number {
  let information = 0;
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      if (count > 0) information += (count / n) * Math.log((n * count) / (rows[i]! * columns[j]!));
    });
  });
  return Math.max(0, information);
}

/** The mutual information to expect of groupings of these sizes dealt at random (Vinh et al. 2010, eq. 24a). */
function expectedInformation(rows: readonly number[], columns: readonly number[], n: number): number {
  const logFactorial = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logFactorial[i] = logFactorial[i - 1]! + Math.log(i);
  const f = (i: number) => logFactorial[i]!;
  let expected = 0;
  for (const a of rows) {
    for (const b of columns) {
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
        const probability = Math.exp(
          f(a) +
            f(b) +
            f(n - a) +
            f(n - b) -
            f(n) -
            f(both) -
            f(a - both) -
            f(b - both) -
            f(n - a - b + both),
        );
        expected += (both / n) * Math.log((n * both) / (a * b)) * probability;
      }
    }
  }
  return expected;
}
