import type { LayoutLink, LayoutPaper } from "../input.ts";
import type { Room } from "./time-axis.ts";

/** The room for papers without a date, right of all days: a share of the width that grows with theirs, within limits, px. */
const ROOM = { share: 0.5, least: 120, mostOfWidth: 0.5 };
/** Between the line where they begin and the first of them, px. */
const INSET = 10;
/** Between two columns of them, beside the longest label, px. */
const GAP = 14;
/** A column is at least and at most so wide, px. */
const COLUMN = { least: 44, most: 190 };

/**
 * The width to keep for papers without a date at a map's right end, px: 0 for none, all of it where no paper has one,
 * else enough for the longest of their labels where half of the map is.
 */
export function undatedRoom(undated: number, all: number, width: number, label = 0): number {
  if (undated === 0) return 0;
  if (undated === all) return width;
  return Math.min(
    ROOM.mostOfWidth * width,
    Math.max(ROOM.least, label + 4 * GAP, (ROOM.share * width * undated) / all),
  );
}

/**
 * The x of papers without a date, by their place in `papers` (NaN for the others), in a room: each right of
 * all of them that it cites, but for circles; papers of one step form columns, those of each group from the
 * left.
 */
export function undatedColumns(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  { x0, x1 }: Room,
): number[] {
  const steps = stepsOf(papers, links);
  const most = steps.reduce((max, step) => Math.max(max, step), 0);
  const widest = papers.reduce(
    (max, { day, radius, labelWidth }) => (day === null ? Math.max(max, 2 * radius + labelWidth) : max),
    0,
  );
  const column = Math.min(COLUMN.most, Math.max(COLUMN.least, widest + GAP));
  const from = Math.min(x1, x0 + INSET);
  const width = (x1 - from) / (most + 1);
  const columns = Math.max(1, Math.floor(width / column));
  const placed = new Map<string, number>();
  return papers.map(({ day, group, radius }, i) => {
    if (day !== null) return Number.NaN;
    const key = `${group}\n${steps[i]}`;
    const place = placed.get(key) ?? 0;
    placed.set(key, place + 1);
    return from + radius + (steps[i] ?? 0) * width + (width / columns) * (place % columns);
  });
}

/**
 * For each paper without a date the length of the longest path to it over others without one; circles count
 * once.
 */
function stepsOf(papers: readonly LayoutPaper[], links: readonly LayoutLink[]): number[] {
  const cites: number[][] = papers.map(() => []);
  for (const { citing, cited } of links) {
    if (papers[citing]?.day === null && papers[cited]?.day === null) cites[citing]?.push(cited);
  }
  const steps: (number | null)[] = papers.map(() => null);
  const open = new Set<number>();
  papers.forEach((_, start) => {
    // A list of its own instead of calls: a chain of citations may be longer than calls can be deep.
    const stack = [start];
    while (stack.length > 0) {
      const paper = stack.at(-1) as number;
      if (steps[paper] !== null) {
        stack.pop();
        continue;
      }
      open.add(paper);
      const waiting = (cites[paper] ?? []).filter((cited) => steps[cited] === null && !open.has(cited));
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      const below = (cites[paper] ?? []).map((cited) => (steps[cited] ?? -1) + 1);
      steps[paper] = below.reduce((max, step) => Math.max(max, step), 0);
      open.delete(paper);
      stack.pop();
    }
  });
  return steps.map((step) => step ?? 0);
}
