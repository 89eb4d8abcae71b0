import { largeLineage } from "../../layout/lineage/large-lineage.ts";
import type { Texts } from "../../text/texts.ts";
import type { TimedColumns } from "../../view/map/companion-lineage.ts";
import type { Division } from "../../view/map/regions.ts";
import { shortList } from "../../view/map/short-list.ts";
import type { LargePlaces } from "./large/places.ts";
import type { Size } from "./placement.ts";

/** The places of a large map's lineage at a size of the stage, its lanes named as the division names its regions. */
export function largeLineagePlaces(
  texts: Texts,
  columns: TimedColumns,
  { regions, of }: Division,
  root: number,
  size: Size,
  key: string,
): LargePlaces {
  // Without a lane are then works around the survey alone, as on a small map.
  const isAround =
    columns.survey.includes(1) &&
    columns.survey.every((listed, paper) => listed === 0 || (of[paper] ?? -1) >= 0);
  const { x, y, axis, lanes } = largeLineage({
    day: Float32Array.from(columns.day),
    group: of,
    survey: columns.survey,
    order: columns.labelOrder,
    listed: shortList(columns),
    root,
    ...size,
  });
  return {
    key,
    x,
    y,
    labelZoom: null,
    furniture: {
      texts,
      axis,
      lanes: lanes.map(({ group, papers, ...lane }) => {
        const region = group === null ? undefined : regions[group];
        const rest = group !== null ? "" : isAround ? texts.stage.around : texts.clusters.otherPapers(papers);
        return { ...lane, label: region?.title ?? rest, slot: region?.slot ?? null };
      }),
    },
  };
}
