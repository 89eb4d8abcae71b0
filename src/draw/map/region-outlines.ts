import type { LabelSide } from "../../layout/boxes.ts";
import type { LayoutPaper } from "../../layout/input.ts";
import { type Region, regionsOf } from "../../layout/regions.ts";
import type { MarkedMap } from "./marks.ts";
import type { Picture } from "./picture.ts";

/** The outlines of a map's regions around the papers it shows; [] where it has none. */
export type OutlineRegions = (
  model: MarkedMap,
  picture: Picture,
  labelSides: readonly LabelSide[],
) => readonly Region[];

/** Outlines the regions of these papers; the last answer is kept. */
export function regionOutliner(papers: readonly LayoutPaper[]): OutlineRegions {
  let last: { key: string; positions: Float64Array; regions: readonly Region[] } | null = null;
  return (model, { positions }, labelSides) => {
    const { regions: marks } = model;
    if (marks === null) return [];
    const shown = model.papers.map((paper) => (paper.visible ? "1" : "0")).join("");
    const key = `${marks.key} ${shown}`;
    if (last?.key !== key || last.positions !== positions) {
      const grouped = papers.map((paper, i) => ({
        ...paper,
        group: model.papers[i]?.visible ? (marks.of[i] ?? null) : null,
      }));
      const groups = marks.marks.map(({ id, labelWidth }) => ({ id, titleWidth: labelWidth }));
      last = { key, positions, regions: regionsOf(grouped, positions, { groups, labelSides }) };
    }
    return last.regions;
  };
}
