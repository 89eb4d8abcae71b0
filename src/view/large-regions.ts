import type { ClusterFacts } from "../analysis/cluster-facts.ts";
import type { Catalogue } from "./catalogue.ts";
import { communitySlot } from "./communities.ts";
import type { LargeColumns } from "./large-columns.ts";
import { shortName } from "./regions.ts";
import type { State } from "./state.ts";
import { counted, listed } from "./texts.ts";

/** A division of all papers of a large map. */
export interface LargeDivision {
  readonly regions: readonly {
    readonly id: string;
    readonly label: string;
    /** What stands on the map, where there is less room. */
    readonly title: string;
    readonly slot: number;
    /** How many papers it has, shown or not. */
    readonly size: number;
  }[];
  /** By paper: its region; -1 for none. */
  readonly of: Int32Array;
}

const NO_REGIONS = { regions: [] };

/** The regions of a kind: groups of domains, or communities once they are known. */
export function divisionOf(
  kind: State["regions"],
  { groups }: Pick<Catalogue, "groups">,
  { group }: Pick<LargeColumns, "group">,
  clusters: ClusterFacts | null,
): LargeDivision {
  if (kind === "domains") {
    return {
      regions: groups.map(({ id, label, slot, papers }) => ({
        id,
        label,
        title: label,
        slot,
        size: papers.length,
      })),
      of: Int32Array.from(group),
    };
  }
  if (kind === "none" || clusters === null)
    return { ...NO_REGIONS, of: new Int32Array(group.length).fill(-1) };
  return {
    regions: clusters.communities.map(({ id, label, terms, papers }) => ({
      id: String(id),
      label,
      title: shortName(terms, label),
      slot: communitySlot(id) ?? 0,
      size: papers.length,
    })),
    of: clusters.communityOf,
  };
}

/** What is said of a region: its papers, its links within and to others. O(n + m). */
export function largeRegionText(
  { index, survey }: LargeColumns,
  { regions, of }: LargeDivision,
  own: number,
  visible: Uint8Array,
): string {
  let [within, toSurvey, around] = [0, 0, 0];
  for (let c = 0; c < visible.length; c++) {
    if (visible[c] === 0) continue;
    const [citing, cited] = [index.citing[c] ?? 0, index.cited[c] ?? 0];
    const [from, to] = [of[citing] === own, of[cited] === own];
    if (from && to) within++;
    else if (from || to) {
      if (survey[from ? cited : citing] === 1) toSurvey++;
      else around++;
    }
  }
  const region = regions[own];
  const inSurvey = of.reduce((sum, other, paper) => sum + (other === own ? (survey[paper] ?? 0) : 0), 0);
  const works = (region?.size ?? 0) - inSurvey;
  const members = [counted(inSurvey, "paper"), ...(works > 0 ? [`${counted(works, "work")} around`] : [])];
  return [
    `${region?.label ?? ""}: ${listed(members)}`,
    `${counted(within, "link")} within`,
    `${toSurvey} to other survey papers`,
    ...(around > 0 ? [`${around} to other works`] : []),
  ].join(" · ");
}
