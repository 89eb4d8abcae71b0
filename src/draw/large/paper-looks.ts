import { communitySlot } from "../../view/communities.ts";
import { FAINT, FRESH, type LargeMapModel, STRONG, VISIBLE } from "../../view/large-map.ts";
import { domainColour, generationColour, type Theme, yearColour } from "../../view/palette.ts";
import { shapeOfSlot } from "../../view/shapes.ts";
import type { PaperLook } from "../draw-papers.ts";
import { mixedColour, packedColour } from "./packed-colour.ts";

/** Where survey papers are at most this share of those shown, they stand out from the works around. */
const FEW = 0.25;
/** How much of its colour a paper keeps that recedes, the rest being the background's. */
const FAINT_SHARE = 0.2;
/** Works around the survey, where they surround a list: they are the ground it lies on. */
const AROUND_SHARE = 0.72;

/** Colours and order in which papers of a large map are written. */
export interface PaperLooks {
  /** Packed, by paper; 0 for one that is not shown. */
  readonly colour: Int32Array;
  /** What is faint first, then works around, then the survey, then what is strong; large before small. */
  readonly order: Uint32Array;
  /** How many of the last in `order` are survey papers or strong among many that are not. */
  readonly outstanding: number;
}

/** The looks of all papers of a model in a theme. */
export function paperLooks(model: LargeMapModel, theme: Theme): PaperLooks {
  const { count, tone, marks, survey, labelOrder } = model;
  const few = isSurveyRare(model);
  const most = tone.reduce((max, value) => Math.max(max, value), -1);
  const hues = Array.from({ length: most + 2 }, (_, i) => toneColour(model, theme, i - 1));
  const ground = packedColour(theme.background);
  const packed = (share: number) =>
    Int32Array.from(hues, (hue) => mixedColour(packedColour(hue), ground, share));
  const [full, faint, around] = [packed(1), packed(FAINT_SHARE), packed(AROUND_SHARE)];
  const colour = new Int32Array(count);
  const rank = new Uint8Array(count);
  const sizes = new Uint32Array(RANKS + 1);
  for (let i = 0; i < count; i++) {
    const bits = marks[i]!;
    if ((bits & VISIBLE) === 0) {
      rank[i] = RANKS;
      continue;
    }
    const hue = tone[i]! + 1;
    const listed = survey[i] === 1;
    if ((bits & FAINT) !== 0) colour[i] = faint[hue]!;
    else colour[i] = (bits & STRONG) !== 0 || listed || !few ? full[hue]! : around[hue]!;
    rank[i] = (bits & FAINT) !== 0 ? 0 : (bits & (STRONG | FRESH)) !== 0 ? 3 : few && listed ? 2 : 1;
    sizes[rank[i]!]!++;
  }
  const starts = new Uint32Array(RANKS + 1);
  for (let r = 1; r <= RANKS; r++) starts[r] = starts[r - 1]! + sizes[r - 1]!;
  const order = new Uint32Array(starts[RANKS]!);
  // The most important papers are the largest: written first, they hide none of the others.
  for (const i of labelOrder) {
    const r = rank[i]!;
    if (r < RANKS) order[starts[r]!++] = i;
  }
  return { colour, order, outstanding: sizes[2]! + sizes[3]! };
}

const RANKS = 4;

/** Whether the shown papers of the author's list are few among works around them. */
export function isSurveyRare({ count, survey, marks }: LargeMapModel): boolean {
  let [listed, shown] = [0, 0];
  for (let i = 0; i < count; i++) {
    if ((marks[i]! & VISIBLE) === 0) continue;
    shown++;
    listed += survey[i]!;
  }
  return listed <= FEW * shown;
}

/** The colour of a tone under the model's colouring. */
export function toneColour({ colouring }: LargeMapModel, theme: Theme, tone: number): string {
  switch (colouring) {
    case "generation":
      return generationColour(theme, tone, theme.context);
    case "year":
      return yearColour(theme, tone, theme.context);
    case "community":
      return domainColour(theme, communitySlot(tone), theme.context);
    case "domain":
      return domainColour(theme, tone < 0 ? null : tone, theme.context);
  }
}

/** One paper as a small map would draw it. */
export function lookOf(model: LargeMapModel, paper: number): PaperLook {
  const { colouring, tone, marks, survey, selected, pointed } = model;
  const value = tone[paper] ?? -1;
  const bits = marks[paper] ?? 0;
  const slot = colouring === "community" ? communitySlot(value) : value < 0 ? null : value;
  const plain = colouring === "generation" || colouring === "year";
  return {
    role: survey[paper] === 1 ? "survey" : "context",
    slot: plain ? null : slot,
    shape: plain || slot === null ? "circle" : shapeOfSlot(slot),
    sizeKnown: true,
    emphasis: (bits & STRONG) !== 0 ? "strong" : (bits & FAINT) !== 0 ? "faint" : "normal",
    generation: colouring === "generation" ? value : null,
    yearStep: colouring === "year" ? value : null,
    fresh: (bits & FRESH) !== 0,
    selected: paper === selected,
    pointed: paper === pointed,
  };
}
