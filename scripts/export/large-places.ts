import type { Companion } from "../../src/columns/companion.ts";
import { largeLineagePlaces } from "../../src/draw/map/large-lineage-places.ts";
import type { Size } from "../../src/draw/map/placement.ts";
import { companionClusters } from "../../src/view/map/companion-map.ts";
import { divisionOf } from "../../src/view/map/regions.ts";
import type { Sources } from "../../src/view/sources.ts";
import { inGroups, mainDivision } from "../../src/view/state/large-initial-state.ts";
import type { ViewName } from "../../src/view/state/state.ts";
import { layOut } from "../companion/lay-out.ts";

/**
 * Where the papers of a large map are in a view, x, y by the catalogue's order: in the network as its
 * companion has them, else laid out here; in the lineage, which has this size, on their dates and in lanes of
 * domains, or of the companion's communities where most papers are under no heading.
 */
export function largePlaces(
  { catalogue, columns, analysis }: Sources,
  view: Extract<ViewName, "lineage" | "network">,
  size: Size,
  companion: Companion | null,
): Float64Array {
  const { index, root } = analysis;
  const count = index.ids.length;
  if (view === "lineage") {
    const clusters = companion === null ? null : companionClusters(companion);
    const kind = clusters === null ? "domains" : mainDivision(count, inGroups(columns.group));
    const lanes = divisionOf(kind, catalogue, columns, clusters);
    return pairs(largeLineagePlaces(catalogue.texts, columns, lanes, root ?? -1, size, "export"));
  }
  if (companion !== null) return pairs(companion.papers);
  const { citing, cited } = index;
  return Float64Array.from(layOut({ count, citing, cited, radius: columns.radius }));
}

function pairs({ x, y }: { readonly x: Float32Array; readonly y: Float32Array }): Float64Array {
  const positions = new Float64Array(2 * x.length);
  x.forEach((value, paper) => {
    positions[2 * paper] = value;
    positions[2 * paper + 1] = y[paper] ?? 0;
  });
  return positions;
}
