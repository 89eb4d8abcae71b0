import type { Box } from "../../../layout/boxes.ts";
import type { Camera } from "../camera.ts";
import type { Columns } from "./places.ts";

/** A label with room, px of the screen: where its text begins, has its middle, or ends, by its anchor. */
export interface ChosenLabel {
  readonly paper: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
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
  const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x0, y0: y - HEIGHT / 2, x1: x0 + width, y1: y + HEIGHT / 2 };
}

type Place = Pick<ChosenLabel, "x" | "y" | "anchor">;

/** The box that is kept free for a text there: it may come as near to its dot as its letters do. */
function boxAt({ x, y, anchor }: Place, width: number): Box {
  const [y0, y1] = [y - HEIGHT / 2, y + HEIGHT / 2];
  if (anchor === "start") return { x0: x - 1, y0, x1: x + width, y1 };
  if (anchor === "end") return { x0: x - width, y0, x1: x + 1, y1 };
  return { x0: x - width / 2, y0, x1: x + width / 2, y1 };
}

/** Height of a label, px. */
const HEIGHT = 14;
const GAP = 4;
/** Above and below a dot, px. */
const GAP_ABOVE = 3;
/** Rooms on the screen are counted in cells of so many px. */
const CELL = 7;
/** So many labels that have no room are tried before one gives up. */
const MOST_TRIED = 1500;

/**
 * The labels that have room on the screen without touching each other or one of `boxes`, most wished for
 * first; beside their dots on the right, else on the left, the first else above or below. What is not wholly on the screen is left out.
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
  const consider = (paper: number, loud: boolean, most: number, allSides: boolean): boolean => {
    if (seen.has(paper)) return true;
    const [px, py] = [x[paper]! * camera.k + camera.x, y[paper]! * camera.k + camera.y];
    if (!(px > -20 && py > -10 && px < width + 20 && py < height + 10)) return true;
    if (!loud && (chosen.length >= most || tried > MOST_TRIED)) return false;
    seen.add(paper);
    const text = wishes.widthOf(paper);
    if (text === 0) return true;
    const radius = wishes.radiusOf(paper);
    const away = radius + GAP;
    const up = radius + GAP_ABOVE + HEIGHT / 2;
    const right: Place = { x: px + away, y: py, anchor: "start" };
    const left: Place = { x: px - away, y: py, anchor: "end" };
    const beside = [right, left];
    const over: Place[] = [-up, up].map((dy) => ({ x: px, y: py + dy, anchor: "middle" }));
    const place =
      (allSides ? [...beside, ...over] : beside).find((one) => isFree(boxAt(one, text))) ??
      (loud ? (right.x + text > width ? left : right) : null);
    if (place === null) {
      tried++;
      return true;
    }
    take(boxAt(place, text));
    chosen.push({ paper, ...place, loud });
    return true;
  };

  for (const box of boxes) take(box);
  for (const paper of wishes.must) consider(paper, true, 0, false);
  const mostFirst = chosen.length + wishes.mostFirst;
  for (const paper of wishes.first) if (!consider(paper, false, mostFirst, true)) return chosen;
  const mostRest = chosen.length + wishes.mostRest;
  for (const paper of wishes.rest) {
    if (wishes.labelZoom !== null && !(wishes.labelZoom[paper]! <= camera.k)) continue;
    if (!consider(paper, false, mostRest, false)) break;
  }
  return chosen;
}
