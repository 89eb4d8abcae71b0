import { type TimeAxis, timeAxis } from "./time-axis.ts";

/** What the lineage of a large map follows from: entry i of each column is paper i. */
export interface LargeLineageInput {
  /** Days since 1970-01-01; NaN where not even the year is known. */
  readonly day: Float32Array;
  /** The group or community of each paper, from 0 on; -1 for none. */
  readonly group: Int32Array;
  /** 1 for a paper of the author's list: these decide where the axis begins. */
  readonly survey: Uint8Array;
  /** All papers, most important first: these stand in the middle of their lanes. */
  readonly order: Uint32Array;
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

/** Groups with a lane of their own: more could not be told apart. */
const MOST_LANES = 12;
/** A group of fewer papers than this share shares a lane with the rest. */
const LEAST_SHARE = 0.008;
const AXIS_HEIGHT = 30;
const SIDE = 10;
/** The compressed part of the axis, as a share of the width. */
const COMPRESSED = 0.14;
/** A lane's name stands in a strip above its papers, px. */
const TITLE_STRIP = 19;
const LEAST_LANE = 34;
/** Papers within so many px of time share a column. */
const COLUMN = 3;
/** In so many of a lane's columns papers may stand closer than in the others: days on which very many came out. */
const FEW_FULL = 0.03;
/** Papers of a column stand at most this far apart, px. */
const MOST_STEP = 5;

/**
 * The papers of a large map on a time axis: x is the date, linear since the root and compressed before it;
 * each of the largest groups has a lane whose height grows with the square root of its papers. In a lane,
 * papers of about the same date stand in a column around its middle, the most important innermost, closer
 * together where they crowd; so a lane is as thick as its literature was busy. O(n) but for sorting the
 * days; the same input gives the same places.
 */
export function largeLineage({
  day,
  group,
  survey,
  order,
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
  const axis = timeAxis({
    surveyDays: days.survey,
    contextDays: days.others,
    rootDay,
    x0: SIDE,
    x1: Math.max(2 * SIDE, width - SIDE),
    compressedWidth: COMPRESSED * width,
  });
  const { lanes, laneOf } = lanesOf(group, Math.max(height, AXIS_HEIGHT + LEAST_LANE));

  const columns = Math.max(1, Math.ceil(width / COLUMN) + 1);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const columnOf = new Int32Array(count);
  const crowd = new Uint32Array(lanes.length * columns);
  for (let i = 0; i < count; i++) {
    const known = day[i]!;
    x[i] = Number.isNaN(known) ? axis.x0 : axis.xOf(known);
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

/** The largest value but for the largest few in a hundred of those above 0; 0 without any. */
function usualMost(values: Uint32Array): number {
  const some = values.filter((value) => value > 0).sort();
  return some[Math.floor((some.length - 1) * (1 - FEW_FULL))] ?? 0;
}

/** The lanes by size of their groups, and the lane of each paper. */
function lanesOf(group: Int32Array, height: number): { lanes: LargeLane[]; laneOf: Uint8Array } {
  const most = group.reduce((max, id) => Math.max(max, id), -1);
  const sizes = new Uint32Array(most + 1);
  for (const id of group) if (id >= 0) sizes[id]!++;
  const room = Math.max(1, Math.min(MOST_LANES, Math.floor((height - AXIS_HEIGHT) / LEAST_LANE) - 1));
  const own = Array.from(sizes.keys())
    .filter((id) => sizes[id]! > 0 && sizes[id]! >= LEAST_SHARE * group.length)
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
  const spare = Math.max(0, height - AXIS_HEIGHT - members.length * LEAST_LANE);
  let top = AXIS_HEIGHT;
  const lanes = members.map((member): LargeLane => {
    const y0 = top;
    top += LEAST_LANE + (weight > 0 ? (spare * Math.sqrt(member.papers)) / weight : spare);
    return { ...member, y0, y1: top, titleX: SIDE, titleY: y0 + 11 };
  });
  return { lanes, laneOf };
}
