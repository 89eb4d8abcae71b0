import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { undatedRoom } from "./undated.ts";

/** What the lineage of a large map follows from: entry i of each column is paper i. */
export interface LargeLineageInput {
  /** Days since 1970-01-01; NaN where not even the year is known. */
  readonly day: Float32Array;
  /** The group or community of each paper, from 0 on; -1 for none. */
  readonly group: Int32Array;
  /** 1 for a paper of the author's list: these decide where the axis begins. */
  readonly survey: Uint8Array;
  /** All papers, most important first: these are in the middle of their lanes. */
  readonly order: Uint32Array;
  /** Papers of a short list, which are marks with room of their own; by default none. */
  readonly listed?: Uint32Array;
  /** The paper the lineage starts from; -1 for none. */
  readonly root: number;
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** A lane of a large lineage, px from the upper edge. */
export interface LargeLane {
  /** Null for the lane of all that has no lane of its own. */
  readonly group: number | null;
  readonly papers: number;
  readonly y0: number;
  readonly y1: number;
  readonly titleX: number;
  readonly titleY: number;
}

export interface LargeLineage {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly axis: TimeAxis;
  /** From top to bottom: the largest group first, the rest last. */
  readonly lanes: readonly LargeLane[];
}

/** Groups with a lane of their own: more could not be distinguished. */
const MOST_LANES = 12;
/** A group of fewer than this share of all that are in groups shares a lane with the rest. */
const LEAST_SHARE = 0.008;
const AXIS_HEIGHT = 30;
const SIDE = 10;
/** The compressed part of the axis, as a share of the width. */
const COMPRESSED = 0.14;
/** A lane's name is in a strip above its papers, px. */
const TITLE_STRIP = 19;
const LEAST_LANE = 34;
/** Papers within so many px of time share a column. */
const COLUMN = 3;
/**
 * In so many of a lane's columns papers may be closer than in the others: days on which very many came out.
 */
const FEW_FULL = 0.03;
/** Papers of a column are at most this far apart, px. */
const MOST_STEP = 5;
/** Width and height of a mark of a listed paper with the space around it, px. */
const MARK = 12;

/**
 * The papers of a large map on a time axis: x is the date, linear since the root and compressed before it,
 * with papers without a date right of it; each of the largest groups has a lane whose height grows with the
 * square root of its papers. In a lane, papers of about the same date form a column around its middle, the
 * most important innermost, closer together where they crowd; so a lane is as thick as its literature was
 * busy. O(n) but for sorting the days; the same input gives the same places.
 */
export function largeLineage({
  day,
  group,
  survey,
  order,
  listed = new Uint32Array(0),
  root,
  width,
  height,
}: LargeLineageInput): LargeLineage {
  const count = day.length;
  const days = { survey: [] as number[], others: [] as number[] };
  for (let i = 0; i < count; i++) {
    const known = day[i]!;
    if (!Number.isNaN(known)) (survey[i] === 1 ? days.survey : days.others).push(known);
  }
  const rootDay = root < 0 || Number.isNaN(day[root]) ? null : day[root]!;
  const dated = days.survey.length + days.others.length;
  const apart = undatedRoom(count - dated, count, width);
  const timeWidth = width - (dated === 0 ? 0 : apart);
  const axis = timeAxis({
    surveyDays: days.survey,
    contextDays: days.others,
    rootDay,
    x0: SIDE,
    x1: Math.max(2 * SIDE, timeWidth - SIDE),
    compressedWidth: COMPRESSED * timeWidth,
    undated: apart === 0 ? null : { x0: dated === 0 ? SIDE : timeWidth, x1: width - SIDE },
  });
  // What has no date goes right of all days, the most important first.
  const { x0, x1 } = axis.undated ?? axis;
  const x = Float32Array.from(day, (known) => axis.xOf(known));
  let place = 0;
  for (const i of order) {
    if (!Number.isNaN(day[i])) continue;
    x[i] = x0 + ((x1 - x0) * (place + 0.5)) / Math.max(1, count - dated);
    place++;
  }
  const rows = rowsOf(listed, x, group);
  const { lanes, laneOf } = lanesOf(group, rows, Math.max(height, AXIS_HEIGHT + LEAST_LANE));

  const columns = Math.max(1, Math.ceil(width / COLUMN) + 1);
  const y = new Float32Array(count);
  const columnOf = new Int32Array(count);
  const crowd = new Uint32Array(lanes.length * columns);
  for (let i = 0; i < count; i++) {
    const column = Math.max(0, Math.min(columns - 1, Math.floor(x[i]! / COLUMN)));
    columnOf[i] = laneOf[i]! * columns + column;
    crowd[columnOf[i]!]!++;
  }
  const steps = lanes.map(({ y0, y1 }, lane) => {
    const room = y1 - y0 - TITLE_STRIP - 6;
    return Math.min(
      MOST_STEP,
      room / Math.max(1, usualMost(crowd.subarray(lane * columns, (lane + 1) * columns))),
    );
  });
  const seen = new Uint32Array(crowd.length);
  for (const i of order) {
    const row = rows.of.get(i);
    if (row !== undefined) {
      const { y0, y1 } = lanes[laneOf[i]!]!;
      const last = rows.last.get(group[i]!) ?? 0;
      const room = y1 - y0 - TITLE_STRIP - 6;
      y[i] = (y0 + TITLE_STRIP + y1) / 2 + (row - last / 2) * Math.min(MARK, room / Math.max(1, last));
      continue;
    }
    const column = columnOf[i]!;
    const { y0, y1 } = lanes[laneOf[i]!]!;
    const room = y1 - y0 - TITLE_STRIP - 6;
    const middle = (y0 + TITLE_STRIP + y1) / 2;
    const step = Math.min(steps[laneOf[i]!]!, room / Math.max(1, crowd[column]!));
    const place = seen[column]!++;
    // Above and below in turn, and every other column the other way round, so that lanes stay even.
    const side = (place + column) % 2 === 0 ? 1 : -1;
    y[i] = middle + side * Math.ceil(place / 2) * step;
  }
  return { x, y, axis, lanes };
}

/** The rows within their group on which listed papers do not touch. */
interface Rows {
  /** By paper: its row, from 0 on. */
  readonly of: ReadonlyMap<number, number>;
  /** By group: the last row that is taken. */
  readonly last: ReadonlyMap<number, number>;
}

/** Each paper on the first row where nothing is near, from left to right, so that none hides another. */
function rowsOf(listed: Uint32Array, x: Float32Array, group: Int32Array): Rows {
  const of = new Map<number, number>();
  const last = new Map<number, number>();
  const ends = new Map<number, number[]>();
  for (const paper of listed.toSorted((a, b) => x[a]! - x[b]! || a - b)) {
    const own = group[paper]!;
    const taken = ends.get(own) ?? [];
    ends.set(own, taken);
    const free = taken.findIndex((end) => x[paper]! - end >= MARK);
    const row = free < 0 ? taken.length : free;
    taken[row] = x[paper]!;
    of.set(paper, row);
    last.set(own, Math.max(row, last.get(own) ?? 0));
  }
  return { of, last };
}

/** The largest value but for the largest few in a hundred of those above 0; 0 without any. */
function usualMost(values: Uint32Array): number {
  const some = values.filter((value) => value > 0).sort();
  return some[Math.floor((some.length - 1) * (1 - FEW_FULL))] ?? 0;
}

/** The lanes by size of their groups, and the lane of each paper. */
function lanesOf(group: Int32Array, rows: Rows, height: number): { lanes: LargeLane[]; laneOf: Uint8Array } {
  const most = group.reduce((max, id) => Math.max(max, id), -1);
  const sizes = new Uint32Array(most + 1);
  for (const id of group) if (id >= 0) sizes[id]!++;
  const room = Math.max(1, Math.min(MOST_LANES, Math.floor((height - AXIS_HEIGHT) / LEAST_LANE) - 1));
  const grouped = sizes.reduce((sum, size) => sum + size, 0);
  const own = Array.from(sizes.keys())
    .filter((id) => sizes[id]! > 0 && sizes[id]! >= LEAST_SHARE * grouped)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .slice(0, room);
  const laneOfGroup = new Uint8Array(most + 1).fill(own.length);
  own.forEach((id, lane) => {
    laneOfGroup[id] = lane;
  });
  const laneOf = Uint8Array.from(group, (id) => (id < 0 ? own.length : laneOfGroup[id]!));
  const inLanes = own.reduce((sum, id) => sum + sizes[id]!, 0);
  const rest = group.length - inLanes;
  const members = [...own.map((id) => ({ group: id as number | null, papers: sizes[id]! }))];
  if (rest > 0 || members.length === 0) members.push({ group: null, papers: rest });
  const weight = members.reduce((sum, { papers }) => sum + Math.sqrt(papers), 0);
  const least = members.map(({ group: id }) => LEAST_LANE + MARK * (rows.last.get(id ?? -1) ?? 0));
  // Rows are closer where there is no room for all.
  const wished = least.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, (height - AXIS_HEIGHT) / wished);
  const spare = Math.max(0, height - AXIS_HEIGHT - wished);
  let top = AXIS_HEIGHT;
  const lanes = members.map((member, lane): LargeLane => {
    const y0 = top;
    top += share * least[lane]! + (weight > 0 ? (spare * Math.sqrt(member.papers)) / weight : spare);
    return { ...member, y0, y1: top, titleX: SIDE, titleY: y0 + 11 };
  });
  return { lanes, laneOf };
}
