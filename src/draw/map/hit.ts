import { quadtree } from "d3";
import type { MarkedMap } from "./marks.ts";

/** Slack in px around a dot, so that small ones can be hit by a finger. */
const SLACK = 12;

/** The index of the visible paper nearest to a point of the plane, or null. */
export type HitTest = (x: number, y: number, zoom: number) => number | null;

/** A hit test over placed papers; survey papers win over works around them where both are near. */
export function hitTest(
  model: MarkedMap,
  positions: Float64Array,
  screenRadius: (i: number, k: number) => number,
): HitTest {
  const visible = model.papers.flatMap((paper, i) => (paper.visible ? [i] : []));
  const tree = quadtree<number>(
    visible,
    (i) => positions[i * 2] ?? 0,
    (i) => positions[i * 2 + 1] ?? 0,
  );
  const largest = model.papers.reduce((most, paper) => Math.max(most, paper.radius), 0);
  return (x, y, zoom) => {
    const reach = (largest * Math.max(1, zoom) + SLACK) / zoom;
    let best: number | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    tree.visit((node, x0, y0, x1, y1) => {
      if (x0 > x + reach || x1 < x - reach || y0 > y + reach || y1 < y - reach) return true;
      if (node.length) return false;
      for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
        const i = leaf.data;
        const distance = Math.hypot((positions[i * 2] ?? 0) - x, (positions[i * 2 + 1] ?? 0) - y) * zoom;
        const beyond = distance - screenRadius(i, zoom) + (model.papers[i]?.role === "context" ? 4 : 0);
        if (beyond <= SLACK && beyond < bestDistance) {
          best = i;
          bestDistance = beyond;
        }
      }
      return false;
    });
    return best;
  };
}
