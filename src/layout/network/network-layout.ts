import { type Box, dotBox, enclosing, type LabelSide, labelBox } from "../boxes.ts";
import { inGivenOrder, neighbours, sortById } from "../by-id.ts";
import type { LayoutLink, LayoutPaper, Point } from "../input.ts";
import { chooseLabelSides } from "../label-sides.ts";
import { placeContext } from "./context-cloud.ts";
import { moveToFreeSpots } from "./free-spot.ts";
import { type Part, separate } from "./separate.ts";
import { settleSurvey } from "./survey-forces.ts";

/** Clear space around a dot and a label, px. */
const DOT_PADDING = 3;
const LABEL_PADDING = 2;
const SIZE = { width: 1_000, height: 720 };

export interface NetworkOptions {
  /** Where papers were before; they stay there, and new ones settle around them. */
  readonly previous?: ReadonlyMap<LayoutPaper["id"], Point>;
  /** The groups in the survey's order, which they keep around the middle where links do not matter. */
  readonly groups?: readonly string[];
  /** The size of the picture aimed at, px; default 1000 by 720. What does not fit without overlap grows beyond it. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Seed of the start; default 1. */
  readonly seed?: number;
}

export interface NetworkLayout {
  /** x, y of each paper in the order given, px; the most important survey paper at 0,0. */
  readonly positions: Float64Array;
  /** The side of each dot on which its label is least in the way, in the order given. */
  readonly labelSides: readonly LabelSide[];
  /** Around all dots and labels. */
  readonly bounds: Box;
}

/**
 * The settled picture of a citation network. Survey papers find their places first, by forces: links and
 * groups pull, all push, labels need room; related works then fill the gaps between the papers they are
 * linked with and move nothing, so that the picture is the same with and without them. The same graph in any
 * order gives the same picture. Without survey papers all papers count as such.
 */
export function networkLayout(
  papers: readonly LayoutPaper[],
  links: readonly LayoutLink[],
  options: NetworkOptions = {},
): NetworkLayout {
  const sorted = sortById(papers, links);
  const count = sorted.papers.length;
  const positions = new Float64Array(2 * count);
  const at = (place: number): Point => ({ x: positions[2 * place] ?? 0, y: positions[2 * place + 1] ?? 0 });
  const pinned = sorted.papers.map((paper) => options.previous?.get(paper.id) ?? null);
  pinned.forEach((point, i) => {
    if (point) positions.set([point.x, point.y], 2 * i);
  });

  const someSurvey = sorted.papers.some((paper) => paper.role === "survey");
  const isSurvey = (place: number) => !someSurvey || sorted.papers[place]?.role === "survey";
  const survey = sorted.papers.flatMap((_, i) => (isSurvey(i) ? [i] : []));
  const context = sorted.papers.flatMap((_, i) => (isSurvey(i) ? [] : [i]));
  const places = new Map(survey.map((place, i) => [place, i]));
  const among = sorted.links.flatMap((link) => {
    const citing = places.get(link.citing);
    const cited = places.get(link.cited);
    return citing === undefined || cited === undefined ? [] : [{ ...link, citing, cited }];
  });

  const surveyPapers = survey.map((place) => sorted.papers[place] as LayoutPaper);
  const surveyPositions = settleSurvey(
    surveyPapers,
    among,
    survey.map((place) => pinned[place] ?? null),
    {
      groups: options.groups ?? [],
      size: options.size ?? SIZE,
      seed: options.seed ?? 1,
    },
  );
  const surveyAt = (i: number): Point => ({
    x: surveyPositions[2 * i] ?? 0,
    y: surveyPositions[2 * i + 1] ?? 0,
  });
  const stays = (i: number) => pinned[survey[i] as number] !== null;
  let sides = chooseLabelSides(surveyPapers, among, surveyAt);
  for (let pass = 0; pass < 2; pass++) {
    separate(surveyPositions, partsOf(surveyPapers, sides), (i) => (stays(i) ? 0 : 1));
    sides = chooseLabelSides(surveyPapers, among, surveyAt);
  }
  survey.forEach((place, i) => {
    positions.set([surveyPositions[2 * i] ?? 0, surveyPositions[2 * i + 1] ?? 0], 2 * place);
  });
  // Labels may be crowded out; dots may not, nor by works that keep their places.
  const solid = sorted.papers.flatMap((paper, place) =>
    isSurvey(place) || pinned[place] ? [dotPart(place, paper.radius)] : [],
  );
  const movable = survey.filter((place) => pinned[place] === null);
  separate(positions, solid, (place) => (pinned[place] ? 0 : 1));
  moveToFreeSpots(positions, solid, movable);

  const labelSides: LabelSide[] = sorted.papers.map(() => "right");
  survey.forEach((place, i) => {
    labelSides[place] = sides[i] ?? "right";
  });
  const obstacles = partsOf(surveyPapers, sides).map((part) => ({
    ...part,
    body: survey[part.body] as number,
  }));
  placeContext(sorted.papers, positions, {
    context,
    obstacles,
    linked: neighbours(count, sorted.links),
    stays: (place) => pinned[place] !== null,
  });

  const boxes = sorted.papers.flatMap((paper, i) => {
    const label = labelBox(paper, at(i), labelSides[i] as LabelSide);
    return label ? [dotBox(at(i), paper.radius), label] : [dotBox(at(i), paper.radius)];
  });
  const sidesGiven: LabelSide[] = papers.map(() => "right");
  sorted.given.forEach((i, place) => {
    sidesGiven[i] = labelSides[place] as LabelSide;
  });
  return {
    positions: inGivenOrder(positions, sorted.given),
    labelSides: sidesGiven,
    bounds: enclosing(boxes),
  };
}

function dotPart(body: number, radius: number): Part {
  const half = radius + DOT_PADDING;
  return { body, dx: 0, dy: 0, halfWidth: half, halfHeight: half };
}

function partsOf(papers: readonly LayoutPaper[], sides: readonly LabelSide[]): Part[] {
  return papers.flatMap((paper, body) => {
    const dot = dotPart(body, paper.radius);
    const label = labelBox(paper, { x: 0, y: 0 }, sides[body] ?? "right");
    if (!label) return [dot];
    const part: Part = {
      body,
      dx: (label.x0 + label.x1) / 2,
      dy: (label.y0 + label.y1) / 2,
      halfWidth: (label.x1 - label.x0) / 2 + LABEL_PADDING,
      halfHeight: (label.y1 - label.y0) / 2 + LABEL_PADDING,
    };
    return [dot, part];
  });
}
