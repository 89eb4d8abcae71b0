import { type CompanionPapers, NO_SLOT } from "../../columns/companion.ts";
import { communitySlot } from "../panels/communities.ts";
import type { MapColumns } from "./columns.ts";
import type { MapModel } from "./map.ts";
import { type Division, laneKind, shortName } from "./regions.ts";

/** What a large lineage needs of all papers; days since 1970-01-01, NaN where nothing is known. */
export interface TimedColumns extends Pick<MapColumns, "survey" | "labelOrder"> {
  readonly day: Float32Array | Float64Array;
}

/** The lineage of a companion as it opens, with what its places follow from. */
export interface CompanionLineage {
  readonly map: MapModel;
  readonly columns: TimedColumns;
  readonly lanes: Division;
}

/** The map of a companion (see companionMap) as a lineage. */
export function companionLineage(
  { papers, groups, communities }: CompanionPapers,
  network: MapModel,
): CompanionLineage {
  const byDomain = laneKind(groups.length) === "domains";
  return {
    map: {
      ...network,
      view: "lineage",
      regions: [],
      regionOf: new Int32Array(network.count).fill(-1),
    },
    columns: { day: papers.day, survey: network.survey, labelOrder: network.labelOrder },
    lanes: {
      key: "companion",
      regions: (byDomain ? groups : communities).map(({ label, papers: size }, i) => ({
        id: String(i),
        label,
        title: byDomain ? label : shortName(label.split(", "), label),
        slot: byDomain ? i : (communitySlot(i) ?? 0),
        size,
      })),
      of: byDomain
        ? Int32Array.from(papers.slot, (slot) => (slot === NO_SLOT ? -1 : slot))
        : papers.community,
    },
  };
}
