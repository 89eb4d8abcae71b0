import type { Texts } from "../../text/texts.ts";
import { shapeOfSlot } from "../looks/shapes.ts";
import type { LargeDivision } from "../map/large-regions.ts";
import { type RegionsModel, regionKinds } from "../map/regions.ts";
import type { State } from "../state/state.ts";
import type { CommunitiesModel } from "./communities.ts";

/** The legend of a large map names no more regions than this: the largest. */
const MOST_REGIONS = 40;

/** The communities with the largest 40 named and the others counted; null stays null. */
export function withFewRows({ clusters }: Texts, model: CommunitiesModel | null): CommunitiesModel | null {
  if (model === null || model.rows.length <= MOST_REGIONS) return model;
  const rest = model.rows.slice(MOST_REGIONS);
  const papers = rest.reduce((sum, { count }) => sum + count, 0);
  const smaller = clusters.smaller(rest.length, papers);
  return {
    ...model,
    rows: model.rows.slice(0, MOST_REGIONS),
    isolated: clusters.remarks([smaller, model.isolated].filter((text) => text !== "")),
  };
}

/** The legend's part on the regions of a large map: the largest 40, `focused` by its id. */
export function largeRegionsModel(
  texts: Texts,
  { regions }: LargeDivision,
  kind: State["regions"],
  focused: string | null,
): RegionsModel {
  return {
    kinds: regionKinds(texts, kind),
    rows: regions.slice(0, MOST_REGIONS).map(({ id, label, slot, size }) => ({
      id,
      label,
      slot,
      shape: shapeOfSlot(slot),
      count: size,
      focused: id === focused,
    })),
  };
}
