import { type ClusterFacts, clusterKey } from "../../analysis/communities/cluster-facts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import { communityLabel, communitySlot } from "../panels/communities.ts";
import type { Regions, State } from "../state/state.ts";
import type { MapColumns } from "./columns.ts";

/** A division of all papers of a map. */
export interface Division {
  /** The same for the same division; the layout follows it. */
  readonly key: string;
  readonly regions: readonly {
    /** As the state names it: the id of a group, or of a community as text. */
    readonly id: string;
    readonly label: string;
    /** What is written on the map, where there is less room. */
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

/** The division of a kind: by groups of domains, or by communities once they are known; without regions before. */
export function divisionOf(
  kind: Regions,
  { groups, texts }: Pick<Catalogue, "groups" | "texts">,
  { group }: Pick<MapColumns, "group">,
  clusters: ClusterFacts | null,
): Division {
  if (kind === "domains") {
    return {
      key: "domains",
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
    return { key: "domains", regions: [], of: new Int32Array(group.length).fill(-1) };
  return {
    key: `communities ${clusterKey(clusters)}`,
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

/** The regions that the legend lists, and the choice among kinds of them. */
export interface RegionsModel {
  readonly kinds: readonly { readonly value: Regions; readonly label: string; readonly chosen: boolean }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly slot: number;
    readonly shape: Shape;
    readonly count: number;
    readonly focused: boolean;
  }[];
}

const KINDS: readonly Regions[] = ["domains", "communities", "none"];
/** The legend names no more regions than this: the largest. */
export const MOST_REGIONS = 40;

/** The legend's part on the regions of a division, `focused` by its id; null outside the network. */
export function buildRegions(
  { clusters }: Texts,
  { regions }: Division,
  { view, regions: chosen, region: focused }: Pick<State, "view" | "regions" | "region">,
): RegionsModel | null {
  if (view !== "network") return null;
  return {
    kinds: KINDS.map((value) => ({ value, label: clusters.kind[value], chosen: value === chosen })),
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

/** A name longer than this hides more of a map than it explains. */
const LONGEST_TITLE = 26;

/** As many of the terms as are short enough together, at least one; the whole name without terms. */
export function shortName(terms: readonly string[], label: string): string {
  const [first, second] = terms;
  if (first === undefined || label.length <= LONGEST_TITLE || second === undefined) return label;
  return label.slice(0, first.length);
}

/** Links by their ends, and which of them are shown: 1 for one. */
export interface ShownLinks {
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  readonly shown: Uint8Array;
}

/**
 * What is said of a region of a division: its papers, and its shown links within and to others; null for a region that
 * is not there. O(n + m).
 */
export function regionText(
  texts: Texts,
  survey: Uint8Array,
  { regions, of }: Division,
  own: number,
  { citing, cited, shown }: ShownLinks,
): string | null {
  const region = regions[own];
  if (region === undefined) return null;
  let [within, toSurvey, around] = [0, 0, 0];
  for (let c = 0; c < shown.length; c++) {
    if (shown[c] === 0) continue;
    const [a, b] = [citing[c]!, cited[c]!];
    const [from, to] = [of[a] === own, of[b] === own];
    if (from && to) within++;
    else if (from || to) {
      if (survey[from ? b : a] === 1) toSurvey++;
      else around++;
    }
  }
  const inSurvey = of.reduce((sum, other, paper) => sum + (other === own ? survey[paper]! : 0), 0);
  const works = region.size - inSurvey;
  return regionSentence(texts, { label: region.label, survey: inSurvey, works, within, toSurvey, around });
}

/** A region with its members and its links: within, to other survey papers, to other works. */
export interface RegionCounts {
  readonly label: string;
  readonly survey: number;
  readonly works: number;
  readonly within: number;
  readonly toSurvey: number;
  readonly around: number;
}

/** What is said of a region: `Video: 2 papers · 1 link within · 3 to other survey papers`. */
export function regionSentence(
  { clusters: said }: Texts,
  { label, survey, works, within, toSurvey, around }: RegionCounts,
): string {
  // Of a map without an own list, or a community of related works, the survey is not the matter.
  const aside = survey === 0 && works > 0;
  const members = [...(aside ? [] : [said.papers(survey)]), ...(works > 0 ? [said.around(works)] : [])];
  return [
    said.region(label, members),
    said.within(within),
    ...(aside && toSurvey === 0 ? [] : [said.toSurvey(toSurvey)]),
    ...(around > 0 ? [said.toWorks(around)] : []),
  ].join(" · ");
}
