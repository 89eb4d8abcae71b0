import { type Companion, NO_SLOT } from "./companion.ts";
import { COLUMNS, type Columns } from "./layout-of-bytes.ts";

/** What of a companion is text. */
export type CompanionText = Pick<Companion, "title" | "groups" | "communities" | "labels">;

const FLAGS = 7;
const CONFIDENCES = 3;

/**
 * The first thing that is wrong with the columns and text of a companion, with its place
 * (`cited[3]: no paper 7 among 5`); null when they can be drawn without a further check. O(n + m).
 */
export function problemsOf(columns: Columns, text: CompanionText): string | null {
  return (
    lengthProblem(columns) ??
    textProblem(text, columns.x.length) ??
    paperProblem(columns, text) ??
    rowProblem(columns)
  );
}

function lengthProblem(columns: Columns): string | null {
  const lengths = { papers: columns.x.length, rows: columns.x.length + 1, citations: columns.cited.length };
  for (const [name, , length] of COLUMNS) {
    if (columns[name].length !== lengths[length]) {
      return `${name}: has ${columns[name].length} entries, not ${lengths[length]}`;
    }
  }
  return null;
}

function paperProblem(columns: Columns, { groups, communities }: CompanionText): string | null {
  const { x, y, radius, labelZoom, day, community, generation, slot, flags } = columns;
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!;
    const py = y[i]!;
    const r = radius[i]!;
    const d = day[i]!;
    // What is subtracted from itself is 0 unless it is infinite or no number.
    if (px - px !== 0 || py - py !== 0) return `x, y: paper ${i} is at ${px}, ${py}`;
    if (r - r !== 0 || r < 0) return `radius[${i}]: got ${r}`;
    if (!(labelZoom[i]! >= 0)) return `labelZoom[${i}]: got ${labelZoom[i]}`;
    if (d === Number.POSITIVE_INFINITY || d === Number.NEGATIVE_INFINITY) return `day[${i}]: got ${d}`;
    if (community[i]! < -1 || community[i]! >= communities.length) {
      return `community[${i}]: no community ${community[i]} among ${communities.length}`;
    }
    if (generation[i]! < -1) return `generation[${i}]: got ${generation[i]}`;
    if (slot[i]! >= groups.length && slot[i] !== NO_SLOT) {
      return `slot[${i}]: no group ${slot[i]} among ${groups.length}`;
    }
    if (flags[i]! > FLAGS) return `flags[${i}]: got ${flags[i]}`;
  }
  return null;
}

function rowProblem({ x, start, cited, implied, confidence }: Columns): string | null {
  const n = x.length;
  const m = cited.length;
  if (start[0] !== 0) return `start[0]: got ${start[0]}, expected 0`;
  if (start[n] !== m) return `start[${n}]: got ${start[n]}, expected the ${m} citations`;
  // Plain variables in these loops: they run once, before an engine has compiled anything.
  for (let p = 0; p < n; p++) {
    const from = start[p]!;
    const to = start[p + 1]!;
    if (to < from || to > m) return `start[${p + 1}]: ${to} after ${from}, of ${m} citations`;
    let before = -1;
    for (let c = from; c < to; c++) {
      const other = cited[c]!;
      if (other >= n) return `cited[${c}]: no paper ${other} among ${n}`;
      if (other <= before) return `cited[${c}]: paper ${p} cites ${other} after ${before}, not ascending`;
      before = other;
    }
  }
  for (let c = 0; c < m; c++) {
    if (implied[c]! > 1) return `implied[${c}]: got ${implied[c]}`;
    if (confidence[c]! >= CONFIDENCES) return `confidence[${c}]: got ${confidence[c]}`;
  }
  return null;
}

function textProblem(text: CompanionText, papers: number): string | null {
  if (typeof text !== "object" || text === null) return "text: is not an object";
  const { title, groups, communities, labels } = text;
  if (typeof title !== "string") return "title: is not text";
  for (const [name, regions] of Object.entries({ groups, communities })) {
    if (!Array.isArray(regions)) return `${name}: is not a list`;
    const wrong = regions.findIndex((region) => typeof region?.label !== "string" || !isCount(region.papers));
    if (wrong !== -1) return `${name}[${wrong}]: is not a label with a number of papers`;
  }
  if (!Array.isArray(labels)) return "labels: is not a list";
  const wrong = labels.findIndex((entry) => typeof entry?.label !== "string" || !isCount(entry.paper));
  if (wrong !== -1) return `labels[${wrong}]: is not the label of a paper`;
  const stranger = labels.findIndex(({ paper }) => paper >= papers);
  return stranger === -1 ? null : `labels[${stranger}]: no paper ${labels[stranger]?.paper} among ${papers}`;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
