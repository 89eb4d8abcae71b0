import type { Box, LabelSide } from "../boxes.ts";
import { inGivenOrder, sortById } from "../by-id.ts";
import type { LayoutGroup, LayoutLink, LayoutPaper, Point } from "../input.ts";
import { spreadInTime, swarm } from "./context-band.ts";
import { type Lane, MARGIN, planLanes, TITLE_STRIP, titleBox } from "./lanes.ts";
import { rim, searchLineage } from "./lineage-search.ts";
import { type LinkEnds, linkEnds } from "./ports.ts";
import { bentRoute, type Route, stemRoute } from "./route.ts";
import { obstaclesOf, stemOf } from "./stem.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";
import { undatedColumns, undatedRoom } from "./undated.ts";

/** Space for the axis above the lanes, px. */
const AXIS_HEIGHT = 30;
/** Space right of the last day: a share of the width, within limits, px. */
const RIGHT_MARGIN = { share: 0.042, least: 38, most: 46 };
/** The compressed part of the axis: a share of the width, within limits, px. */
const COMPRESSED = { share: 0.17, least: 56, most: 210 };
/**
 * The band of related works: height of its dots at least, space around them, and for the lines that fan out,
 * px.
 */
const BAND = { least: 30, padding: 9, fan: 14 };
/** The widest title that gets a column; longer ones are shortened, px. */
const TITLE_MOST = 165;
/** Width of a bend: a share of the width, within limits, px. */
const BEND = { share: 0.09, least: 40, most: 110 };
/** What one work around the survey pulls its citing paper down, in links of ordinary strength. */
const SINK = 0.03;

export interface LineageOptions {
  /** px; more height is taken when the lanes need it. */
  readonly width: number;
  readonly height: number;
  readonly groups: readonly LayoutGroup[];
  /** The paper the lineage starts from. */
  readonly root?: LayoutPaper["id"] | null;
}

export interface LineageLayout {
  /** x, y of each paper in the order given, px from the upper left corner. */
  readonly positions: Float64Array;
  readonly labelSides: readonly LabelSide[];
  /** One per link in the order given, from the citing to the cited paper, rim to rim. */
  readonly routes: readonly Route[];
  readonly axis: TimeAxis;
  /** From top to bottom; the last is the band of related works, if there are any. */
  readonly lanes: readonly Lane[];
  /** All of it: at least the size asked for. */
  readonly bounds: Box;
}

/**
 * The papers on a time axis: x is the date, linear since the root and compressed before it, and papers
 * without a date are right of all days, each right of the undated papers it cites; each group has a lane,
 * lanes are ordered so that links are short, and in a lane dots and labels keep clear of each other and of
 * links. Related works are in a band below, joined to each paper that cites them by one stem. The same graph
 * in any order gives the same picture.
 */
export function lineageLayout(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  { width, height, groups, root = null }: LineageOptions,
): LineageLayout {
  const sorted = sortById(papers, links);
  const survey = sorted.papers.flatMap((paper, i) => (paper.role === "survey" ? [i] : []));
  const context = sorted.papers.flatMap((paper, i) => (paper.role === "survey" ? [] : [i]));
  const placeOf = new Map(survey.map((place, i) => [place, i]));
  const surveyPapers = survey.map((place) => sorted.papers[place] as LayoutPaper);
  const works = context.map((place) => sorted.papers[place] as LayoutPaper);
  const among = sorted.links.flatMap((link) => {
    const [citing, cited] = [placeOf.get(link.citing), placeOf.get(link.cited)];
    return citing === undefined || cited === undefined ? [] : [{ ...link, citing, cited }];
  });

  const titleWidth = Math.min(
    TITLE_MOST,
    groups.reduce((most, group) => Math.max(most, group.titleWidth), 0),
  );
  const { axis, strip } = fitAxis(surveyPapers, works, root, width, titleWidth);
  const columns = undatedColumns(sorted.papers, sorted.links, axis.undated ?? axis);
  const xOf = ({ day }: LayoutPaper, place: number) =>
    day === null ? (columns[place] ?? axis.x1) : axis.xOf(day);
  const xs = surveyPapers.map((paper, i) => xOf(paper, survey[i] as number));

  const citers = citersOf(context, sorted.links, placeOf);
  const workXs = spreadInTime(
    works,
    works.map((work, i) => xOf(work, context[i] as number)),
    axis,
    (i) => average((citers[i] ?? []).map((citing) => xs[citing] ?? 0)),
    (i) =>
      (citers[i] ?? []).reduce<number | null>(
        (least, c) => earlier(least, surveyPapers[c]?.day ?? null),
        null,
      ),
  );
  const workYs = swarm(
    workXs,
    works.map((work) => work.radius),
  );
  const reach = works.reduce((most, work, i) => Math.max(most, Math.abs(workYs[i] ?? 0) + work.radius), 0);
  const bandHeight =
    works.length === 0 ? 0 : Math.max(BAND.least, 2 * (reach + BAND.padding)) + TITLE_STRIP + BAND.fan;

  const sinks = surveyPapers.map((_, i) => SINK * citers.filter((own) => own.includes(i)).length);
  const plan = planLanes({
    papers: surveyPapers,
    links: among,
    xs,
    groups,
    top: AXIS_HEIGHT,
    bottom: Math.max(height, AXIS_HEIGHT + bandHeight) - bandHeight,
    strip,
    titleRoom: strip ? width - 2 * MARGIN : titleWidth,
    sinks,
  });
  const bendWidth = within(BEND, width);
  const titles = plan.lanes.map(titleBox);
  const { ys, sides, bends } = searchLineage({
    papers: surveyPapers,
    links: among,
    xs,
    heights: plan.heights,
    starts: plan.starts,
    middles: plan.laneOf.map((lane) => {
      const { y0, y1 } = plan.lanes[lane] as Lane;
      return (y0 + y1 + (strip ? TITLE_STRIP : 0)) / 2;
    }),
    fixed: titles,
    frame: { x0: 2, y0: AXIS_HEIGHT, x1: width - 4, y1: plan.bottom },
    bendWidth,
  });

  const bandTop = plan.bottom;
  const fanY = bandTop + TITLE_STRIP;
  const bandMiddle = fanY + BAND.fan + (bandHeight - TITLE_STRIP - BAND.fan) / 2;
  const positions = new Float64Array(2 * sorted.papers.length);
  survey.forEach((place, i) => {
    positions.set([xs[i] as number, ys[i] as number], 2 * place);
  });
  context.forEach((place, i) => {
    positions.set([workXs[i] as number, bandMiddle + (workYs[i] as number)], 2 * place);
  });
  const lanes: Lane[] = [...plan.lanes];
  if (works.length > 0) {
    lanes.push({
      group: null,
      kind: "context",
      y0: bandTop,
      y1: bandTop + bandHeight,
      titleX: MARGIN,
      titleY: bandTop + TITLE_STRIP / 2 + 3,
      titleWidth: width - 2 * MARGIN,
    });
  }

  const at = (place: number): Point => ({ x: positions[2 * place] ?? 0, y: positions[2 * place + 1] ?? 0 });
  const ends = linkEnds(surveyPapers, among, (i) => at(survey[i] as number));
  const bent = new Map(
    among.map(({ citing, cited }, i) => {
      const { from, to } = ends[i] as LinkEnds;
      return [`${survey[citing]} ${survey[cited]}`, bentRoute(from, to, bends[i] ?? 0, bendWidth)];
    }),
  );
  const obstacles = obstaclesOf(surveyPapers, sides, (i) => at(survey[i] as number), titles);
  const stems = new Map(
    survey.map((place, i) => [
      place,
      stemOf(at(place), (surveyPapers[i] as LayoutPaper).radius, fanY, obstacles),
    ]),
  );
  const route = (citing: number, cited: number): Route => {
    const [a, b] = [sorted.papers[citing] as LayoutPaper, sorted.papers[cited] as LayoutPaper];
    const start = rim(at(citing), -a.radius);
    const known = bent.get(`${citing} ${cited}`);
    if (known) return known;
    const stem = stems.get(citing);
    if (stem !== undefined)
      return stemRoute(start, { x: at(cited).x, y: at(cited).y - b.radius }, stem, fanY);
    return bentRoute(start, rim(at(cited), b.radius), 0.5, bendWidth);
  };
  const sortedPlace = new Map(sorted.given.map((i, place) => [i, place]));
  const labelSides: LabelSide[] = papers.map(() => "right");
  survey.forEach((place, i) => {
    labelSides[sorted.given[place] as number] = sides[i] ?? "right";
  });
  return {
    positions: inGivenOrder(positions, sorted.given),
    labelSides,
    routes: links.map(({ citing, cited }) => {
      const [from, to] = [sortedPlace.get(citing), sortedPlace.get(cited)];
      return from === undefined || to === undefined || from === to ? [] : route(from, to);
    }),
    axis,
    lanes,
    bounds: { x0: 0, y0: 0, x1: width, y1: bandTop + bandHeight },
  };
}

/**
 * The axis, and whether titles need a strip in their lanes: where only works of the band are older than the
 * break, the titles use the free room left of it when they fit there.
 */
function fitAxis(
  survey: readonly LayoutPaper[],
  works: readonly LayoutPaper[],
  root: LayoutPaper["id"] | null,
  width: number,
  titleWidth: number,
): { axis: TimeAxis; strip: boolean } {
  const days = (papers: readonly LayoutPaper[]) => papers.flatMap(({ day }) => day ?? []);
  const all = survey.length + works.length;
  const dated = days(survey).length + days(works).length;
  const apart = undatedRoom(all - dated, all, width, longestUndated(survey));
  const right = width - within(RIGHT_MARGIN, width);
  const timeWidth = width - (dated === 0 ? 0 : apart);
  const compressed = within(COMPRESSED, timeWidth);
  const input = {
    surveyDays: days(survey),
    contextDays: days(works),
    rootDay: survey.find((paper) => paper.id === root)?.day ?? null,
    x0: MARGIN,
    x1: timeWidth - within(RIGHT_MARGIN, width),
    compressedWidth: compressed,
    undated: apart === 0 ? null : { x0: dated === 0 ? MARGIN : timeWidth, x1: right },
  };
  const axis = timeAxis(input);
  const columnFits = titleWidth + 2 * MARGIN <= Math.max(compressed, width * 0.2);
  const oldSurvey = survey.some(({ day }) => day !== null && axis.breakX !== null && day < axis.breakDay);
  if (!columnFits) return { axis, strip: true };
  if (axis.breakX !== null && !oldSurvey && titleWidth + MARGIN <= axis.breakX) return { axis, strip: false };
  const x0 = titleWidth + 2 * MARGIN;
  const undated = dated === 0 && input.undated !== null ? { ...input.undated, x0 } : input.undated;
  return { axis: timeAxis({ ...input, x0, undated }), strip: false };
}

function longestUndated(papers: readonly LayoutPaper[]): number {
  return papers.reduce(
    (most, { day, radius, labelWidth }) => (day === null ? Math.max(most, 2 * radius + labelWidth) : most),
    0,
  );
}

function citersOf(
  context: readonly number[],
  links: readonly LayoutLink[],
  placeOf: ReadonlyMap<number, number>,
): number[][] {
  const place = new Map(context.map((work, i) => [work, i]));
  const citers: number[][] = context.map(() => []);
  for (const { citing, cited } of links) {
    const [work, paper] = [place.get(cited), placeOf.get(citing)];
    if (work !== undefined && paper !== undefined) citers[work]?.push(paper);
  }
  return citers;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function within(
  { share, least, most }: { share: number; least: number; most: number },
  width: number,
): number {
  return Math.min(most, Math.max(least, share * width));
}
