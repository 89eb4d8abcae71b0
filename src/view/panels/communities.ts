import {
  type ClusterFacts,
  type ClusterOptions,
  type CommunityFacts,
  clusterKey,
} from "../../analysis/communities/cluster-facts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import type { CommunityLinks, State } from "../state/state.ts";

/** A community in the legend. */
export interface CommunityRow {
  /** As the state names it. */
  readonly id: string;
  readonly label: string;
  readonly slot: number;
  readonly shape: Shape;
  readonly count: number;
  /** `3 survey papers, 23 works around; a paper stays in 93 % of runs`. */
  readonly detail: string;
  /** `26 papers, 93 % stable`; the papers alone while stability is not known. */
  readonly summary: string;
}

/** What the page says of communities and offers to change about them. */
export interface CommunitiesModel {
  /** Said while they are looked for or when that failed; null when they are there. */
  readonly status: string | null;
  /** Whether the communities of the reader's choice are not there yet. */
  readonly waiting: boolean;
  readonly rows: readonly CommunityRow[];
  /** Papers in no community; "" when there are none. */
  readonly isolated: string;
  /** How clear the communities are, and when chance makes as much. */
  readonly findings: readonly string[];
  readonly links: readonly {
    readonly value: CommunityLinks;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  readonly resolution: number;
  readonly resolutionText: string;
}

/** The communities of the reader's choice: what is known of them, and why not when it failed. */
export interface Seeking {
  readonly facts: ClusterFacts | null;
  readonly failure: string | null;
}

const LINKS: readonly CommunityLinks[] = ["citations", "coupling", "both"];

/**
 * Slots in the order in which communities take them: the next is the one that differs most from those
 * before it, to colour-blind eyes too; the greyish ones come last, for papers in no community are grey.
 */
const SLOT_ORDER = [1, 3, 0, 8, 5, 4, 7, 6, 2, 9];

/** The slot of a community, from which colour and shape follow; null for -1, a paper in none. */
export function communitySlot(community: number): number | null {
  if (community < 0) return null;
  const round = Math.floor(community / SLOT_ORDER.length) * SLOT_ORDER.length;
  return round + (SLOT_ORDER[community % SLOT_ORDER.length] ?? 0);
}

/** Which communities the state needs; null when it shows none. */
export function clusterWish(
  state: Pick<State, "view" | "colouring" | "regions" | "communityLinks" | "resolution">,
): ClusterOptions | null {
  const needed =
    state.colouring === "community" ||
    state.view === "domains" ||
    state.view === "matrix" ||
    (state.view === "network" && state.regions === "communities");
  return needed ? { links: state.communityLinks, resolution: state.resolution } : null;
}

/** The legend's part on communities; null when the state shows none. */
export function buildCommunities(
  catalogue: Catalogue,
  { facts, failure }: Seeking,
  state: Pick<State, "view" | "colouring" | "regions" | "communityLinks" | "resolution">,
  told: CommunityTexts | null = facts && communityTexts(catalogue, facts),
): CommunitiesModel | null {
  const wish = clusterWish(state);
  if (wish === null) return null;
  const { clusters: said } = catalogue.texts;
  const current = facts !== null && clusterKey(facts) === clusterKey(wish);
  return {
    status: failure ?? (current ? (facts.rough ? said.measuring : null) : said.seeking),
    waiting: !current,
    rows: told?.rows ?? [],
    isolated: told?.isolated ?? "",
    findings: facts ? findingsOf(catalogue.texts, facts) : [],
    links: LINKS.map((value) => ({ value, label: said.link[value], chosen: value === state.communityLinks })),
    resolution: state.resolution,
    resolutionText:
      state.resolution === 1
        ? said.usual
        : state.resolution > 1
          ? said.finer(state.resolution)
          : said.coarser(state.resolution),
  };
}

/** What of the legend's part follows from the communities alone. */
export type CommunityTexts = Pick<CommunitiesModel, "rows" | "isolated">;

/** The legend names no more communities than this: the largest. */
const MOST_ROWS = 40;

/** The rows of the largest communities, and what is said of the others and of papers in none. O(n). */
export function communityTexts(catalogue: Catalogue, facts: ClusterFacts): CommunityTexts {
  const isolated = isolatedText(catalogue, facts);
  const rows = facts.communities.slice(0, MOST_ROWS).map((community) => rowOf(catalogue, facts, community));
  const rest = facts.communities.slice(MOST_ROWS);
  if (rest.length === 0) return { rows, isolated };
  const { clusters: said } = catalogue.texts;
  const papers = rest.reduce((sum, community) => sum + community.papers.length, 0);
  const smaller = said.smaller(rest.length, papers);
  return { rows, isolated: said.remarks([smaller, isolated].filter((text) => text !== "")) };
}

function rowOf(catalogue: Catalogue, facts: ClusterFacts, community: CommunityFacts): CommunityRow {
  const { id, papers } = community;
  const { clusters: said } = catalogue.texts;
  const slot = communitySlot(id) ?? 0;
  const survey = papers.filter((paper) => catalogue.entries[paper]?.paper.role === "survey").length;
  const mean = papers.reduce((sum, paper) => sum + (facts.stability[paper] ?? Number.NaN), 0) / papers.length;
  const stability = Number.isNaN(mean) ? null : `${Math.round(mean * 100)} %`;
  const around = papers.length - survey;
  const parts = [
    said.surveyPapers(survey),
    around > 0 ? said.around(around) : null,
    stability === null ? null : said.stays(stability, facts.runs),
  ];
  return {
    id: String(id),
    label: communityLabel(community, catalogue.texts),
    slot,
    shape: shapeOfSlot(slot),
    count: papers.length,
    detail: said.detail(parts.filter((part) => part !== null)),
    summary: said.summary(papers.length, stability),
  };
}

function isolatedText({ entries, texts }: Catalogue, { communityOf }: ClusterFacts): string {
  const alone = entries.filter(({ index }) => communityOf[index] === -1);
  if (alone.length === 0) return "";
  const survey = alone.filter(({ paper }) => paper.role === "survey").length;
  const around = alone.length - survey;
  const parts = [
    survey > 0 ? texts.clusters.surveyPapers(survey) : null,
    around > 0 ? texts.clusters.around(around) : null,
  ];
  return texts.clusters.isolated(parts.filter((part) => part !== null));
}

/** The name of a community: from its papers' titles, else by the paper that most of its links lead to. */
export function communityLabel({ label, hub }: CommunityFacts, { clusters }: Texts): string {
  return label ?? clusters.aroundPaper(hub);
}

/** Why communities are no more than chance or none at all; null where they are more. */
export function noStructureText({ clusters }: Texts, { noStructure }: ClusterFacts): string | null {
  if (noStructure === null) return null;
  return noStructure === "no-links"
    ? clusters.noCommunities
    : clusters.chance(noStructure.rewirings, noStructure.reached);
}

function findingsOf(texts: Texts, facts: ClusterFacts): string[] {
  const { modularity, communities, runs, unmeasured } = facts;
  const said = texts.clusters;
  const none = noStructureText(texts, facts);
  const value = Number.isNaN(modularity) ? null : texts.decimal(modularity, 2);
  if (unmeasured && none === null) return [said.unmeasured(communities.length, value)];
  const fewer = runs > 0 && runs < 100;
  return [none ?? said.clear(communities.length, value ?? ""), ...(fewer ? [said.fewRuns(runs)] : [])];
}
