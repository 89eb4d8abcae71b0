import { type Kernel, LIST_LENGTH } from "./kernel.ts";
import type { MortonOrder } from "./morton-order.ts";
import type { Quadtree } from "./quadtree.ts";

/**
 * Sums for every body the pushes of all others, after Barnes and Hut (1986): a cell that looks narrower than
 * `theta` acts as one body at its centre. One walk through the tree serves a whole leaf, with the distance
 * taken from the nearest point of the leaf's circle, so that it errs on the exact side.
 */
export function repel(kernel: Kernel, tree: Quadtree, theta: number, charges: Float32Array | null): void {
  const { sortedX, sortedY, listX, listY, listCharge } = kernel;
  kernel.pushX.fill(0);
  kernel.pushY.fill(0);
  const { cells, next, first, end, leaf, charge, x, y, width } = tree;
  for (let target = 0; target < cells; target++) {
    if (leaf[target] === 0) continue;
    const from = first[target]!;
    const to = end[target]!;
    let x0 = Infinity;
    let x1 = -Infinity;
    let y0 = Infinity;
    let y1 = -Infinity;
    for (let i = from; i < to; i++) {
      const px = sortedX[i]!;
      const py = sortedY[i]!;
      if (px < x0) x0 = px;
      if (px > x1) x1 = px;
      if (py < y0) y0 = py;
      if (py > y1) y1 = py;
    }
    const middleX = (x0 + x1) / 2;
    const middleY = (y0 + y1) / 2;
    const radius = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)) / 2;
    let length = 0;
    for (let cell = 0; cell < cells; ) {
      const dx = x[cell]! - middleX;
      const dy = y[cell]! - middleY;
      const near = radius + width[cell]! / theta;
      const far = dx * dx + dy * dy > near * near;
      if (!far && leaf[cell] === 0) {
        cell++;
        continue;
      }
      if (far) {
        if (length === LIST_LENGTH) length = flush(kernel, from, to, length);
        listX[length] = x[cell]!;
        listY[length] = y[cell]!;
        listCharge[length++] = charge[cell]!;
      } else {
        for (let point = first[cell]!; point < end[cell]!; point++) {
          if (length === LIST_LENGTH) length = flush(kernel, from, to, length);
          listX[length] = sortedX[point]!;
          listY[length] = sortedY[point]!;
          listCharge[length++] = charges === null ? 1 : charges[point]!;
        }
      }
      cell = next[cell]!;
    }
    kernel.repel(from, to, length);
  }
}

function flush(kernel: Kernel, from: number, to: number, length: number): number {
  kernel.repel(from, to, length);
  return 0;
}

/** Copies the bodies' places, and charges if they differ, into the order; `charges` and `sorted` are both null or not. */
export function gather(
  kernel: Kernel,
  { order }: MortonOrder,
  charges: Float32Array | null,
  sorted: Float32Array | null,
): void {
  const { bodies, sortedX, sortedY } = kernel;
  for (let place = 0; place < order.length; place++) {
    const body = order[place]!;
    sortedX[place] = bodies[4 * body]!;
    sortedY[place] = bodies[4 * body + 1]!;
    if (charges && sorted) sorted[place] = charges[body]!;
  }
}
