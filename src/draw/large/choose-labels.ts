import type { Box } from "../../layout/boxes.ts";
import type { Camera } from "../camera.ts";
import type { Columns } from "./places.ts";

/** A label with room, px of the screen: where its text begins or, anchored at the end, ends. */
export interface ChosenLabel {
  readonly paper: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly loud: boolean;
}

/** Which labels are wished for, and what is known of them. */
export interface LabelWishes {
  /** Always shown, even where they touch others. */
  readonly must: readonly number[];
  /** Shown where there is room, in this order, whatever the zoom. */
  readonly first: Iterable<number>;
  /** Shown where there is room from the zoom on at which they are free. */
  readonly rest: Iterable<number>;
  readonly labelZoom: Float32Array | null;
  /** How many of the first may be shown, and how many of the rest beside them. */
  readonly mostFirst: number;
  readonly mostRest: number;
  /** Width of a label and radius of its dot, px of the screen. */
  widthOf(paper: number): number;
  radiusOf(paper: number): number;
}

/** The part of the screen that a label takes, its text as wide as `widthOf` says. */
export function boxOfLabel({ paper, x, y, anchor }: ChosenLabel, widthOf: (paper: number) => number): Box {
  const width = widthOf(paper);
  const x0 = anchor === "start" ? x : x - width;
  return { x0, y0: y - HEIGHT / 2, x1: x0 + width, y1: y + HEIGHT / 2 };
}

/** Height of a label, px. */
const HEIGHT = 14;
const GAP = 4;
/** Rooms on the screen are counted in cells of so many px. */
const CELL = 7;
/** So many labels that have no room are tried before one gives up. */
const MOST_TRIED = 1500;

/**
 * The labels that have room on the screen without touching each other or one of `boxes`, most wished for
 * first; beside their dots on the right, else on the left. What is not wholly on the screen is left out.
 */
export function chooseLabels(
  wishes: LabelWishes,
  { x, y }: Columns,
  camera: Camera,
  { width, height }: { readonly width: number; readonly height: number },
  boxes: readonly Box[] = [],
): ChosenLabel[] {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const taken = new Uint8Array(columns * rows);
  const chosen: ChosenLabel[] = [];
  const seen = new Set<number>();
  let tried = 0;

  const cellsOf = ({ x0, y0, x1, y1 }: Box): readonly [number, number, number, number] => [
    Math.max(0, Math.floor(x0 / CELL)),
    Math.max(0, Math.floor(y0 / CELL)),
    Math.min(columns - 1, Math.floor(x1 / CELL)),
    Math.min(rows - 1, Math.floor(y1 / CELL)),
  ];
  const isFree = (box: Box): boolean => {
    if (box.x0 < 0 || box.x1 > width || box.y0 < 0 || box.y1 > height) return false;
    const [left, top, right, bottom] = cellsOf(box);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++)
        if (taken[row * columns + column] === 1) return false;
    }
    return true;
  };
  const take = (box: Box) => {
    const [left, top, right, bottom] = cellsOf(box);
    for (let row = top; row <= bottom; row++) {
      if (left <= right) taken.fill(1, row * columns + left, row * columns + right + 1);
    }
  };
  /** False when there is no use in trying further. */
  const consider = (paper: number, loud: boolean, most: number): boolean => {
    if (seen.has(paper)) return true;
    const [px, py] = [x[paper]! * camera.k + camera.x, y[paper]! * camera.k + camera.y];
    if (!(px > -20 && py > -10 && px < width + 20 && py < height + 10)) return true;
    if (!loud && (chosen.length >= most || tried > MOST_TRIED)) return false;
    seen.add(paper);
    const text = wishes.widthOf(paper);
    if (text === 0) return true;
    const away = wishes.radiusOf(paper) + GAP;
    const [y0, y1] = [py - HEIGHT / 2, py + HEIGHT / 2];
    const right = { x0: px + away - 1, y0, x1: px + away + text, y1 };
    const left = { x0: px - away - text, y0, x1: px - away + 1, y1 };
    const side = isFree(right)
      ? "start"
      : isFree(left)
        ? "end"
        : loud
          ? right.x1 > width
            ? "end"
            : "start"
          : null;
    if (side === null) {
      tried++;
      return true;
    }
    take(side === "start" ? right : left);
    chosen.push({ paper, x: side === "start" ? px + away : px - away, y: py, anchor: side, loud });
    return true;
  };

  for (const box of boxes) take(box);
  for (const paper of wishes.must) consider(paper, true, 0);
  const mostFirst = chosen.length + wishes.mostFirst;
  for (const paper of wishes.first) if (!consider(paper, false, mostFirst)) return chosen;
  const mostRest = chosen.length + wishes.mostRest;
  for (const paper of wishes.rest) {
    if (wishes.labelZoom !== null && !(wishes.labelZoom[paper]! <= camera.k)) continue;
    if (!consider(paper, false, mostRest)) break;
  }
  return chosen;
}
