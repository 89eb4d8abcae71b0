import { type CompanionPapers, type DrawnCitations, type NamedRegion, NO_SLOT } from "./companion.ts";
import { CITATION_COLUMNS, PAPER_COLUMNS } from "./companion-schema.ts";

/** Verified, likely, reported. */
const CONFIDENCES = 3;

/**
 * The first thing that is wrong with the papers of a companion, with its place (`slot[3]: no group 7 among 5`); null
 * when they can be drawn without a further check. O(n).
 */
export function papersProblem(papers: Omit<CompanionPapers, "labelOf">): string | null {
  return lengthProblem(papers) ?? regionsProblem(papers) ?? columnsProblem(papers) ?? rankProblem(papers);
}

/** The same of the citations among so many papers: their papers, their order, and their lengths. O(m). */
export function citationsProblem(citations: DrawnCitations, papers: number): string | null {
  const { citing, cited, implied, confidence } = citations;
  const m = citing.length;
  const short = CITATION_COLUMNS.find(([name]) => citations[name].length !== m)?.[0];
  if (short !== undefined) return `${short}: has ${citations[short].length} entries, not ${m}`;
  // Plain variables in this loop: it runs once, before an engine has compiled anything.
  let paper = 0;
  let before = -1;
  for (let c = 0; c < m; c++) {
    const from = citing[c]!;
    const to = cited[c]!;
    if (from >= papers) return `citing[${c}]: no paper ${from} among ${papers}`;
    if (to >= papers) return `cited[${c}]: no paper ${to} among ${papers}`;
    if (from < paper) return `citing[${c}]: ${from} after ${paper}, not ascending`;
    if (from === paper && to <= before)
      return `cited[${c}]: paper ${from} cites ${to} after ${before}, not ascending`;
    if (implied[c]! > 1) return `implied[${c}]: got ${implied[c]}`;
    if (confidence[c]! >= CONFIDENCES) return `confidence[${c}]: got ${confidence[c]}`;
    paper = from;
    before = to;
  }
  return null;
}

function lengthProblem({ papers }: Pick<CompanionPapers, "papers">): string | null {
  const count = papers.x.length;
  const wrong = PAPER_COLUMNS.find(([name]) => papers[name].length !== count);
  return wrong === undefined ? null : `${wrong[0]}: has ${papers[wrong[0]].length} entries, not ${count}`;
}

function regionsProblem({ groups, communities, root, papers }: Omit<CompanionPapers, "labelOf">) {
  for (const [name, regions] of Object.entries({ groups, communities })) {
    if (!Array.isArray(regions)) return `${name}: is not a list`;
    const wrong = regions.findIndex((region) => !isRegion(region));
    if (wrong !== -1) return `${name}[${wrong}]: is not a label with a number of papers`;
  }
  const count = papers.x.length;
  if (root === null || (isCount(root.paper) && root.paper < count)) return null;
  return `root: no paper ${root.paper} among ${count}`;
}

function columnsProblem({ papers, groups, communities }: Omit<CompanionPapers, "labelOf">): string | null {
  const { x, y, radius, labelZoom, day, community, generation, slot, survey, sizeKnown } = papers;
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
    if (survey[i]! > 1) return `survey[${i}]: got ${survey[i]}`;
    if (sizeKnown[i]! > 1) return `sizeKnown[${i}]: got ${sizeKnown[i]}`;
  }
  return null;
}

/** Ranks are the numbers of the papers in another order. */
function rankProblem({ papers: { labelRank } }: Pick<CompanionPapers, "papers">): string | null {
  const count = labelRank.length;
  const taken = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const rank = labelRank[i]!;
    if (rank >= count) return `labelRank[${i}]: no rank ${rank} among ${count} papers`;
    if (taken[rank] === 1) return `labelRank[${i}]: rank ${rank} is taken`;
    taken[rank] = 1;
  }
  return null;
}

function isRegion(value: unknown): value is NamedRegion {
  const { label, papers } = (value ?? {}) as Partial<NamedRegion>;
  return typeof label === "string" && isCount(papers);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
