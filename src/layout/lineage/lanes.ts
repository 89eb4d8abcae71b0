import { type Box, LABEL_GAP, LABEL_HEIGHT } from "../boxes.ts";
import type { LayoutGroup, LayoutLink, LayoutPaper } from "../input.ts";
import { laneOrder } from "./lane-order.ts";

/** A row of the lineage view that belongs to one group of domains. */
export interface Lane {
  /** The group's id; null for papers without one, and for the band of related works. */
  readonly group: string | null;
  readonly kind: "survey" | "context";
  readonly y0: number;
  readonly y1: number;
  /** Left edge and middle of the title's line, px. */
  readonly titleX: number;
  readonly titleY: number;
  /** The room kept for the title, px; a longer one must be shortened. */
  readonly titleWidth: number;
}

/** Height of a title's line above the dots, where titles have no column of their own, px. */
export const TITLE_STRIP = 17;
/** Between the frame, or a title, and what is beside it, px. */
export const MARGIN = 12;
/** Between two rows of labels, px. */
const ROW = LABEL_HEIGHT + 3;
const LANE_PADDING = 5;
/** Up to this many rows a paper may be anywhere in its lane. */
const FEW_ROWS = 6;

export interface LanePlan {
  readonly lanes: readonly Lane[];
  /** The lane of each paper, as a place in `lanes`. */
  readonly laneOf: readonly number[];
  /** For each paper the heights it may have. */
  readonly heights: readonly (readonly number[])[];
  /** For each paper a height at which no dots of its lane overlap. */
  readonly starts: readonly number[];
  readonly bottom: number;
}

/**
 * Lanes for the groups that have papers, ordered so that links are short, each as high as its papers
 * need when none overlaps; what is left of the height is shared out. Becomes higher than `bottom` when
 * the need is greater.
 */
export function planLanes({
  papers,
  links,
  xs,
  groups,
  top,
  bottom,
  strip,
  titleRoom,
  sinks,
}: {
  readonly papers: readonly LayoutPaper[];
  readonly links: readonly LayoutLink[];
  readonly xs: readonly number[];
  readonly groups: readonly LayoutGroup[];
  readonly top: number;
  readonly bottom: number;
  /** Whether a title takes a strip of its lane. */
  readonly strip: boolean;
  /** px at most for a title. */
  readonly titleRoom: number;
  /** For each paper how strongly it is drawn down, to the band below the lanes. */
  readonly sinks: readonly number[];
}): LanePlan {
  const known = groups.map((group) => group.id);
  const present = new Set(papers.map((paper) => paper.group));
  const strangers = [...present].filter((id) => id !== null && !known.includes(id)).sort();
  const ids = [...known.filter((id) => present.has(id)), ...strangers, ...(present.has(null) ? [null] : [])];
  const listed = papers.map((paper) => ids.indexOf(paper.group));
  const sink = ids.map((_, lane) =>
    listed.reduce((sum, own, i) => (own === lane ? sum + (sinks[i] ?? 0) : sum), 0),
  );
  const citedBy = papers.map((_, i) => links.filter((link) => link.cited === i).length);
  const order = laneOrder(
    ids.length,
    links.map(({ citing, cited, strength }) => ({
      a: listed[citing] as number,
      b: listed[cited] as number,
      // Links that leave one paper run as a bundle, so a hub's links count less each.
      weight: strength / Math.sqrt(citedBy[cited] as number),
    })),
    sink,
  );

  const members = order.map((lane) => papers.flatMap((_, i) => (listed[i] === lane ? [i] : [])));
  const rows = members.map((lane) => packRows(lane, papers, xs));
  const stripHeight = strip ? TITLE_STRIP : 0;
  const least = rows.map(
    ({ heights }) => heights.reduce((sum, height) => sum + height, 0) + 2 * LANE_PADDING + stripHeight,
  );
  const spare = Math.max(0, bottom - top - least.reduce((sum, height) => sum + height, 0));
  const shares = members.map((lane) => Math.sqrt(lane.length));
  const allShares = shares.reduce((sum, share) => sum + share, 0) || 1;

  const widths = new Map<string | null, number>(groups.map((group) => [group.id, group.titleWidth]));
  let y = top;
  const lanes: Lane[] = [];
  const laneOf = papers.map(() => 0);
  const heights: number[][] = papers.map(() => []);
  const starts: number[] = papers.map(() => 0);
  members.forEach((lane, place) => {
    const y0 = y;
    const y1 = y0 + (least[place] as number) + (spare * (shares[place] as number)) / allShares;
    const titleY = strip ? y0 + LANE_PADDING + LABEL_HEIGHT / 2 : (y0 + y1) / 2;
    const group = ids[order[place] as number] ?? null;
    const titleWidth = Math.min(titleRoom, widths.get(group) ?? titleRoom);
    lanes.push({
      group,
      titleWidth,
      kind: "survey",
      y0,
      y1,
      titleX: MARGIN,
      titleY,
    });
    for (const i of lane) {
      laneOf[i] = place;
      const [from, to] = [y0 + LANE_PADDING + stripHeight, y1 - LANE_PADDING];
      const packed = rows[place] as Rows;
      starts[i] = rowMiddle(from, to, packed, packed.rowOf.get(i) ?? 0);
      heights[i] = choices(from, to, papers[i] as LayoutPaper, starts[i] as number);
    }
    y = y1;
  });
  return { lanes, laneOf, heights, starts, bottom: Math.max(y, bottom) };
}

interface Rows {
  /** The height each row takes, px. */
  readonly heights: readonly number[];
  /** The row of each paper of the lane. */
  readonly rowOf: ReadonlyMap<number, number>;
}

/**
 * Rows for the papers of a lane when each label is right of its dot and none overlaps: first fit, by date.
 */
function packRows(lane: readonly number[], papers: readonly LayoutPaper[], xs: readonly number[]): Rows {
  const ends: number[] = [];
  const heights: number[] = [];
  const rowOf = new Map<number, number>();
  for (const i of lane.toSorted((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b)) {
    const { radius, labelWidth } = papers[i] as LayoutPaper;
    const start = (xs[i] ?? 0) - radius;
    const free = ends.findIndex((end) => end <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = (xs[i] ?? 0) + radius + (labelWidth > 0 ? LABEL_GAP + labelWidth : 0) + 4;
    heights[row] = Math.max(heights[row] ?? 0, ROW, 2 * radius + 4);
    rowOf.set(i, row);
  }
  return { heights, rowOf };
}

/** Heights for a dot between two edges, by half rows where they are few; else those around `start`. */
function choices(y0: number, y1: number, { radius }: LayoutPaper, start: number): number[] {
  const half = Math.max(radius + 1, LABEL_HEIGHT / 2);
  const room = y1 - y0 - 2 * half;
  if (room <= 0) return [(y0 + y1) / 2];
  if (room <= FEW_ROWS * ROW) {
    const steps = Math.max(2, Math.round(room / (ROW / 2)));
    return Array.from({ length: steps + 1 }, (_, i) => y0 + half + (room * i) / steps);
  }
  return [-2, -1, 0, 1, 2].map((step) => start + step * ROW).filter((y) => y >= y0 + half && y <= y1 - half);
}

/** The middle of a row when the rows of a lane are spread between its edges. */
function rowMiddle(y0: number, y1: number, { heights }: Rows, row: number): number {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const above = heights.slice(0, row).reduce((sum, height) => sum + height, 0) + (heights[row] ?? 0) / 2;
  return y0 + ((y1 - y0) * above) / Math.max(1, total);
}

/** The box of a lane's title. */
export function titleBox({ titleX, titleY, titleWidth }: Lane): Box {
  return {
    x0: titleX,
    y0: titleY - LABEL_HEIGHT / 2,
    x1: titleX + titleWidth,
    y1: titleY + LABEL_HEIGHT / 2,
  };
}
