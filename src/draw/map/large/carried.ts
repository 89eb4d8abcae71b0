import { VISIBLE } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import type { Carried } from "./dragger.ts";
import { MOST_HEADS } from "./draw-strong-links.ts";

/** The papers in view with those that are carried into it, which are drawn last: the others stand in the way of none. */
export function nearWhileCarried(
  near: readonly number[],
  { x, y, papers }: Carried,
  marks: Uint8Array,
  camera: Camera,
  { width, height }: { readonly width: number; readonly height: number },
): readonly number[] {
  const isInView = (paper: number) => {
    const [px, py] = [x[paper]! * camera.k + camera.x, y[paper]! * camera.k + camera.y];
    return (marks[paper]! & VISIBLE) !== 0 && px >= 0 && py >= 0 && px <= width && py <= height;
  };
  return [...near.filter((paper) => !papers.has(paper)), ...[...papers].filter(isInView)];
}

/**
 * The links that stand out with those of the held paper, ascending, each once: of these the drawn ones, for the
 * ground still shows them where they were. Of more than a frame has time for every second, third and so on.
 */
export function strongWhileCarried(strong: Uint32Array, drawn: Uint8Array, links: Uint32Array): Uint32Array {
  const all = Uint32Array.from(new Set([...strong, ...links.filter((link) => drawn[link] === 1)])).sort();
  const step = Math.ceil(all.length / MOST_HEADS);
  return step <= 1 ? all : all.filter((_, i) => i % step === 0);
}
