import { type ClusterFacts, clusterKey } from "../../analysis/communities/cluster-facts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { estimateTextWidth } from "../looks/label.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import { communityLabel, communitySlot } from "../panels/communities.ts";
import type { Regions, State } from "../state/state.ts";
import type { Emphasis } from "./emphasis.ts";
import type { MapModel } from "./map.ts";

/** Font size of a region's name, px. */
export const REGION_LABEL_SIZE = 12;

/** A region as it stands on the map, without its outline. */
export interface RegionMark {
  /** As the state names it. */
  readonly id: string;
  readonly label: string;
  readonly labelWidth: number;
  readonly slot: number;
  readonly emphasis: Emphasis;
}

/** The regions of a map. */
export interface RegionMarks {
  /** The same for the same division of papers; the layout follows it. */
  readonly key: string;
  readonly marks: readonly RegionMark[];
  /** By catalogue index, the region in whose outline a paper stands: survey papers only; null for none. */
  readonly of: readonly (string | null)[];
}

/** A region with all that belongs to it, by catalogue index. */
export interface RegionGroup {
  readonly id: string;
  readonly label: string;
  /** What stands on the map, where there is less room than in the legend. */
  readonly title: string;
  readonly slot: number;
  readonly papers: ReadonlySet<number>;
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

/** The kinds of regions with their names, and which of them is chosen. */
export function regionKinds({ clusters }: Texts, chosen: Regions): RegionsModel["kinds"] {
  return KINDS.map((value) => ({ value, label: clusters.kind[value], chosen: value === chosen }));
}

/** A name longer than this hides more of a map than it explains. */
const LONGEST_TITLE = 26;

/** As many of the terms as are short enough together, at least one; the whole name without terms. */
export function shortName(terms: readonly string[], label: string): string {
  const [first, second] = terms;
  if (first === undefined || label.length <= LONGEST_TITLE || second === undefined) return label;
  return label.slice(0, first.length);
}

/** The regions of a state: groups of domains or communities of the network; [] in every other view. */
export function regionGroups(
  catalogue: Catalogue,
  clusters: ClusterFacts | null,
  state: State,
): RegionGroup[] {
  if (state.view !== "network" || state.regions === "none") return [];
  if (state.regions === "communities") {
    return (clusters?.communities ?? []).map((community) => {
      const label = communityLabel(community, catalogue.texts);
      return {
        id: String(community.id),
        label,
        title: shortName(community.terms, label),
        slot: communitySlot(community.id) ?? 0,
        papers: new Set(community.papers),
      };
    });
  }
  return catalogue.groups.map(({ id, label, slot, papers }) => ({
    id,
    label,
    title: label,
    slot,
    papers: new Set(papers.flatMap((paper) => catalogue.byId.get(paper)?.index ?? [])),
  }));
}

/** The marks of the regions; null when there are none. */
export function markRegions(
  { entries }: Catalogue,
  groups: readonly RegionGroup[],
  clusters: ClusterFacts | null,
  state: State,
): RegionMarks | null {
  if (groups.length === 0) return null;
  const of: (string | null)[] = entries.map(() => null);
  for (const { id, papers } of groups) {
    for (const paper of papers) if (entries[paper]?.paper.role === "survey") of[paper] = id;
  }
  const loud = state.pointedRegion ?? state.region;
  const known = groups.some(({ id }) => id === loud);
  return {
    key: state.regions === "communities" && clusters ? `communities ${clusterKey(clusters)}` : "domains",
    marks: groups.map(({ id, title, slot }) => ({
      id,
      label: title,
      // Bold letters are a little wider.
      labelWidth: estimateTextWidth(title, REGION_LABEL_SIZE) * 1.06,
      slot,
      emphasis: !known ? "normal" : id === loud ? "strong" : "faint",
    })),
    of,
  };
}

/** The legend's part on regions; null outside the network. */
export function buildRegions(
  texts: Texts,
  groups: readonly RegionGroup[],
  state: State,
): RegionsModel | null {
  if (state.view !== "network") return null;
  return {
    kinds: regionKinds(texts, state.regions),
    rows: groups.map(({ id, label, slot, papers }) => ({
      id,
      label,
      slot,
      shape: shapeOfSlot(slot),
      count: papers.size,
      focused: id === state.region,
    })),
  };
}

/** How many links of a map lie within a region and lead out of it: `Video: 2 papers · 1 link within · 3 to others`. */
export function regionText(texts: Texts, region: RegionGroup, { links, papers }: MapModel): string {
  let [within, toSurvey, around] = [0, 0, 0];
  for (const { citing, cited, visible } of links) {
    if (!visible) continue;
    const [from, to] = [region.papers.has(citing), region.papers.has(cited)];
    if (from && to) within++;
    else if (from || to) {
      if (papers[from ? cited : citing]?.role === "survey") toSurvey++;
      else around++;
    }
  }
  const survey = [...region.papers].filter((paper) => papers[paper]?.role === "survey").length;
  return regionSentence(texts, {
    label: region.label,
    survey,
    works: region.papers.size - survey,
    within,
    toSurvey,
    around,
  });
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
  // Of a map without an own list, or a community of works around, the survey is not the matter.
  const aside = survey === 0 && works > 0;
  const members = [...(aside ? [] : [said.papers(survey)]), ...(works > 0 ? [said.around(works)] : [])];
  return [
    said.region(label, members),
    said.within(within),
    ...(aside && toSurvey === 0 ? [] : [said.toSurvey(toSurvey)]),
    ...(around > 0 ? [said.toWorks(around)] : []),
  ].join(" · ");
}
