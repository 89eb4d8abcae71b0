import { type Box, LABEL_GAP, type LabelSide } from "../../layout/boxes.ts";

/** A mark that wants a label, in px of the screen. */
export interface LabelWish {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly importance: number;
  /** Shown even where it touches others: what is selected or under the pointer. */
  readonly must: boolean;
  /** The side to try first. */
  readonly side: LabelSide;
}

export interface PlacedLabel {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

const CELL = 64;

/**
 * The labels that can stand without touching each other, a dot of `obstacles` or one of `boxes`: greedily by importance
 * (ties by index), each on its own side of its dot, else right, left, below, above; what fits nowhere is
 * left out. With a `width`, only what stands between 0 and it counts as fitting.
 * O(n) for evenly spread marks.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly {
    readonly index: number;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[],
  width?: number,
  boxes: readonly Box[] = [],
): PlacedLabel[] {
  const taken = new Map<string, (Box & { owner: number })[]>();
  const cells = (box: Box, visit: (key: string) => boolean | undefined): boolean => {
    for (let cx = Math.floor(box.x0 / CELL); cx <= Math.floor(box.x1 / CELL); cx++) {
      for (let cy = Math.floor(box.y0 / CELL); cy <= Math.floor(box.y1 / CELL); cy++) {
        if (visit(`${cx},${cy}`)) return true;
      }
    }
    return false;
  };
  const take = (box: Box, owner: number) => {
    cells(box, (key) => {
      const list = taken.get(key);
      if (list) list.push({ ...box, owner });
      else taken.set(key, [{ ...box, owner }]);
      return false;
    });
  };
  const isFree = (box: Box, owner: number) =>
    (width === undefined || (box.x0 >= 0 && box.x1 <= width)) &&
    !cells(box, (key) =>
      taken
        .get(key)
        ?.some(
          (other) =>
            other.owner !== owner &&
            box.x0 < other.x1 &&
            box.x1 > other.x0 &&
            box.y0 < other.y1 &&
            box.y1 > other.y0,
        ),
    );

  for (const { index, x, y, radius } of obstacles) {
    take({ x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius }, index);
  }
  for (const box of boxes) take(box, -1);
  const placed: PlacedLabel[] = [];
  const order = [...wishes].sort(
    (a, b) => Number(b.must) - Number(a.must) || b.importance - a.importance || a.index - b.index,
  );
  for (const wish of order) {
    const candidates = placesAround(wish);
    const free =
      candidates.find(({ box }) => isFree(box, wish.index)) ?? (wish.must ? candidates[0] : undefined);
    if (!free) continue;
    take(free.box, wish.index);
    placed.push(free.label);
  }
  return placed.sort((a, b) => a.index - b.index);
}

function placesAround({
  index,
  x,
  y,
  radius,
  width,
  height,
  side,
}: LabelWish): { label: PlacedLabel; box: Box }[] {
  const away = radius + LABEL_GAP;
  const half = height / 2;
  const at = (anchor: PlacedLabel["anchor"], labelX: number, labelY: number) => {
    const x0 = anchor === "start" ? labelX : anchor === "end" ? labelX - width : labelX - width / 2;
    return {
      label: { index, x: labelX, y: labelY, anchor },
      box: { x0: x0 - 2, y0: labelY - half, x1: x0 + width + 2, y1: labelY + half },
    };
  };
  const bySide: Record<LabelSide, ReturnType<typeof at>> = {
    right: at("start", x + away, y),
    left: at("end", x - away, y),
    below: at("middle", x, y + away + half - 1),
    above: at("middle", x, y - away - half + 1),
  };
  return [
    bySide[side],
    bySide.right,
    bySide.left,
    bySide.below,
    bySide.above,
    at("start", x + away * 0.75, y - away * 0.75 - half * 0.3),
    at("start", x + away * 0.75, y + away * 0.75 + half * 0.3),
  ];
}
