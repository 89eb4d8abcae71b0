import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { communityLabel, communitySlot } from "../panels/communities.ts";
import type { State } from "../state/state.ts";
import type { LargeColumns } from "./large-columns.ts";
import { regionSentence, shortName } from "./regions.ts";

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

/** What the lanes of a large lineage are: groups of domains, or communities where the list has no two of them. */
export function laneKind(groups: number): "domains" | "communities" {
  return groups > 1 ? "domains" : "communities";
}

const NO_REGIONS = { regions: [] };

/** The regions of a kind: groups of domains, or communities once they are known. */
export function divisionOf(
  kind: State["regions"],
  { groups, texts }: Pick<Catalogue, "groups" | "texts">,
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
    regions: clusters.communities.map((community) => {
      const label = communityLabel(community, texts);
      return {
        id: String(community.id),
        label,
        title: shortName(community.terms, label),
        slot: communitySlot(community.id) ?? 0,
        size: community.papers.length,
      };
    }),
    of: clusters.communityOf,
  };
}

/** What is said of a region: its papers, its links within and to others. O(n + m). */
export function largeRegionText(
  texts: Texts,
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
  return regionSentence(texts, {
    label: region?.label ?? "",
    survey: inSurvey,
    works,
    within,
    toSurvey,
    around,
  });
}
