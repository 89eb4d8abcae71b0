import { domainColour, generationColour, type Theme, yearColour } from "../../../view/looks/palette.ts";
import { shapeOfSlot } from "../../../view/looks/shapes.ts";
import { FAINT, FRESH, type MapModel, STRONG, VISIBLE } from "../../../view/map/map.ts";
import { isSurveyRare } from "../../../view/map/short-list.ts";
import { communitySlot } from "../../../view/panels/communities.ts";
import type { PaperLook } from "../draw-papers.ts";
import { mixedColour, packedColour } from "./packed-colour.ts";

/** Works around the survey, where they surround a list: they are the ground it lies on. */
const AROUND_SHARE = 0.72;

/** Colours and order in which papers of a large map are written while nothing is highlighted. */
export interface PaperLooks {
  /** Packed, by paper; 0 for one that is not shown. */
  readonly colour: Int32Array;
  /** Those that are shown: works around first, then the survey, then what is new; large before small. */
  readonly order: Uint32Array;
}

/** The looks of all papers of a model in a theme. */
export function paperLooks(model: MapModel, theme: Theme): PaperLooks {
  const { count, tone, marks, survey, labelOrder } = model;
  const few = isSurveyRare(survey, marks);
  let most = -1;
  // By index, here and below: it runs before the first picture, when an engine has compiled nothing.
  for (let i = 0; i < count; i++) if (tone[i]! > most) most = tone[i]!;
  const hues = Array.from({ length: most + 2 }, (_, i) => toneColour(model, theme, i - 1));
  const ground = packedColour(theme.background);
  const packed = (share: number) =>
    Int32Array.from(hues, (hue) => mixedColour(packedColour(hue), ground, share));
  const [full, around] = [packed(1), packed(AROUND_SHARE)];
  const colour = new Int32Array(count);
  const rank = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const bits = marks[i]!;
    if ((bits & VISIBLE) === 0) {
      rank[i] = RANKS;
      continue;
    }
    const listed = survey[i] === 1;
    const isNew = (bits & FRESH) !== 0;
    colour[i] = (isNew || listed || !few ? full : around)[tone[i]! + 1]!;
    rank[i] = isNew ? 2 : few && listed ? 1 : 0;
  }
  return { colour, order: byRank(labelOrder, rank) };
}

/** The papers that do not recede, in the order in which they are written, what stands out last; null where none recedes. */
export function litPapers({ marks, focused }: MapModel, { order }: PaperLooks): Uint32Array | null {
  if (!focused) return null;
  const rank = marks.map((bits) => ((bits & (VISIBLE | FAINT)) !== VISIBLE ? RANKS : bits & STRONG ? 1 : 0));
  return byRank(order, rank);
}

const RANKS = 3;

/** The papers of an order whose rank is below RANKS, by rank, else as they were. O(n). */
function byRank(order: Uint32Array, rank: Uint8Array): Uint32Array {
  const starts = new Uint32Array(RANKS + 1);
  // The most important papers are the largest: written first, they hide none of the others.
  for (let at = 0; at < order.length; at++) {
    const r = rank[order[at]!]!;
    if (r < RANKS) starts[r + 1]!++;
  }
  for (let r = 1; r <= RANKS; r++) starts[r]! += starts[r - 1]!;
  const sorted = new Uint32Array(starts[RANKS]!);
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    const r = rank[i]!;
    if (r < RANKS) sorted[starts[r]!++] = i;
  }
  return sorted;
}

/** The colour of a tone under the model's colouring. */
export function toneColour({ colouring }: MapModel, theme: Theme, tone: number): string {
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
export function lookOf(model: MapModel, paper: number): PaperLook {
  const { colouring, tone, marks, survey, selected, pointed } = model;
  const value = tone[paper] ?? -1;
  const bits = marks[paper] ?? 0;
  const slot = colouring === "community" ? communitySlot(value) : value < 0 ? null : value;
  const plain = colouring === "generation" || colouring === "year";
  return {
    role: survey[paper] === 1 ? "survey" : "context",
    slot: plain ? null : slot,
    shape: plain || slot === null ? "circle" : shapeOfSlot(slot),
    sizeKnown: model.sizeKnown[paper] === 1,
    emphasis: (bits & STRONG) !== 0 ? "strong" : (bits & FAINT) !== 0 ? "faint" : "normal",
    generation: colouring === "generation" ? value : null,
    yearStep: colouring === "year" ? value : null,
    fresh: (bits & FRESH) !== 0,
    selected: paper === selected,
    pointed: paper === pointed,
  };
}
