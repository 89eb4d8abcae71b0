import type { Theme } from "../../../view/looks/palette.ts";
import { FAINT, type MapModel, STRONG } from "../../../view/map/map.ts";
import { SANS, type Surface } from "../surface.ts";
import type { ChosenLabel, LabelWishes } from "./choose-labels.ts";
import type { Closeness } from "./semantic-zoom.ts";

const ROOT_SIZE = 14.5;
const SURVEY_SIZE = 12.5;
const OTHER_SIZE = 11.5;
/** A screen has room for one label in so many px². */
const AREA_OF_LABEL = 12_000;
/** So many labels can still be read, and drawn in every frame. */
const MOST = 140;

/** Widths of texts in px, measured once. */
export interface TextWidths {
  ofPaper(paper: number): number;
  ofText(text: string, size: number): number;
  /** Forgets the labels of papers when the model has others. */
  forget(model: MapModel): void;
}

/** Widths as a canvas draws them in bold, which is the widest. */
export function textWidths(context: CanvasRenderingContext2D): TextWidths {
  const texts = new Map<string, number>();
  let papers = new Float32Array(0);
  let of: MapModel | null = null;
  const ofText = (text: string, size: number) => {
    let width = texts.get(text);
    if (width === undefined) {
      context.font = `700 100px ${SANS}`;
      width = context.measureText(text).width / 100;
      texts.set(text, width);
    }
    return width * size;
  };
  return {
    ofText,
    ofPaper(paper) {
      if (!of) return 0;
      const known = papers[paper];
      if (known !== undefined && known >= 0) return known;
      const width = ofText(of.labelOf(paper), labelSize(of, paper));
      papers[paper] = width;
      return width;
    },
    forget(model) {
      if (of?.labelOf !== model.labelOf || of.survey !== model.survey || of.root !== model.root) {
        papers = new Float32Array(model.count).fill(-1);
      }
      of = model;
    },
  };
}

function labelSize({ root, survey }: MapModel, paper: number): number {
  return paper === root ? ROOT_SIZE : survey[paper] === 1 ? SURVEY_SIZE : OTHER_SIZE;
}

/** The labels a model wishes for at a closeness: of what is attended first, else by importance. */
export function labelWishes(
  model: MapModel,
  labelZoom: Float32Array | null,
  { labels }: Closeness,
  { width, height }: { readonly width: number; readonly height: number },
  widthOf: (paper: number) => number,
  radiusOf: (paper: number) => number,
): LabelWishes {
  const { selected, pointed, marks, labelOrder, focused } = model;
  const room = Math.min(MOST, Math.ceil((width * height * labels) / AREA_OF_LABEL));
  return {
    must: [pointed, selected].filter((paper) => paper >= 0),
    first: { [Symbol.iterator]: () => attended(model) },
    // Beside what is highlighted, the names of the rest would only distract.
    rest: focused ? [] : { [Symbol.iterator]: () => unfaded(labelOrder, marks) },
    labelZoom,
    // A short list is what a reader came for: works around it are named beside it, not in its place.
    mostFirst: focused ? room : MOST,
    mostRest: room,
    widthOf,
    radiusOf,
  };
}

function* attended({ root, marks, focused, listed, labelOrder }: MapModel): Generator<number> {
  if (root >= 0 && (marks[root]! & 1) !== 0) yield root;
  if (!focused) return yield* listed;
  for (const paper of labelOrder) if ((marks[paper]! & STRONG) !== 0) yield paper;
}

function* unfaded(order: Uint32Array, marks: Uint8Array): Generator<number> {
  for (const paper of order) if ((marks[paper]! & (1 | FAINT)) === 1) yield paper;
}

/** Writes the labels beside their papers. */
export function drawLabels(
  surface: Surface,
  model: MapModel,
  labels: readonly ChosenLabel[],
  theme: Theme,
): void {
  for (const { paper, x, y, anchor, loud } of labels) {
    const heavy = loud || paper === model.root;
    const plain = model.survey[paper] !== 1 && (model.marks[paper]! & STRONG) === 0;
    surface.text(x, y, model.labelOf(paper), {
      size: labelSize(model, paper),
      weight: heavy ? 700 : 400,
      color: plain && !heavy ? theme.muted : theme.ink,
      halo: theme.background,
      anchor,
    });
  }
}
