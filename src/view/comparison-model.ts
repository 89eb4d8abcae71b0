import { citationBetween } from "../analysis/citation-index.ts";
import { clusterKey } from "../analysis/cluster-facts.ts";
import type { Comparison } from "../analysis/comparison.ts";
import type { Disagreement } from "../analysis/heading-pull.ts";
import { buildCrossTable, type CrossTableModel } from "./cross-table-model.ts";
import {
  type GroupName,
  groupAt,
  type PaperName,
  type PaperNames,
  paperName,
  paperNames,
} from "./named-group.ts";
import type { CommunityLinks, State } from "./state.ts";
import { counted, listed } from "./texts.ts";
import type { Sources } from "./view-model.ts";

/** One score with what it means. */
export interface Score {
  readonly name: string;
  /** To two decimals. */
  readonly text: string;
  /** From 0 to 1, for a mark on a scale; below chance is 0. */
  readonly share: number;
  readonly meaning: string;
}

/** A link that pulls a paper to another heading. */
export interface Pull {
  readonly paper: PaperName;
  /** `cites`, or `shares 3 references with`. */
  readonly how: string;
  /** The references behind it; null for a citation. */
  readonly shared: PaperNames | null;
}

/** A paper whose links say another heading than its own. */
export interface DisagreementModel {
  readonly paper: PaperName;
  readonly heading: GroupName;
  readonly pulledTo: GroupName;
  readonly by: readonly Pull[];
  /** What weakens the case; null when nothing does. */
  readonly remark: string | null;
}

/** The author’s headings against what the citations say. */
export interface ComparisonModel {
  /** Said in place of everything when there is nothing to compare; null otherwise. */
  readonly empty: string | null;
  /** How the communities were made; that they are being sought, or could not be found. */
  readonly communities: string;
  readonly seeking: boolean;
  /** That the communities are no more than chance makes; null when they are, or while they are sought. */
  readonly noStructure: string | null;
  readonly table: CrossTableModel | null;
  readonly scores: readonly Score[];
  readonly disagreeing: readonly DisagreementModel[];
  /** How many more disagree than are listed; null when all are. */
  readonly moreDisagreeing: string | null;
  /** Papers of which nothing can be said, and why; null when there are none. */
  readonly withoutLinks: (PaperNames & { readonly text: string }) | null;
  /** How many reference lists are not known, and what follows; null when all are. */
  readonly unknown: string | null;
}

/** As many as a reader may look through. */
const MOST_DISAGREEING = 50;

const LINKS_TEXT: Readonly<Record<CommunityLinks, string>> = {
  citations: "citations",
  coupling: "shared references",
  both: "citations and shared references",
};

/** The comparison for a state; its scores and table once communities are there. */
export function buildComparison(sources: Sources, state: State): ComparisonModel {
  const { catalogue, clusters, domains } = sources;
  const empty = nothingToCompare(sources);
  const pull = empty === null ? domains.pull(state.communityLinks) : null;
  const agreement = empty === null && clusters ? domains.agreement(clusters) : null;
  const disagreeing = pull?.disagreeing ?? [];
  const enough = agreement !== null && agreement.scores.papers >= 2;
  return {
    empty,
    communities: communitiesText(sources, state),
    seeking: clusters === null,
    noStructure: clusters?.noStructure ?? null,
    table: clusters && enough ? buildCrossTable(sources, clusters, state) : null,
    scores: enough ? scoresOf(agreement.scores) : [],
    disagreeing: disagreeing
      .slice(0, MOST_DISAGREEING)
      .flatMap((found) => disagreementOf(sources, state, found) ?? []),
    moreDisagreeing:
      disagreeing.length > MOST_DISAGREEING
        ? `These are the ${MOST_DISAGREEING} that are drawn away most, of ${counted(disagreeing.length, "paper")}.`
        : null,
    withoutLinks: withoutLinksOf(sources, state, pull?.withoutLinks ?? []),
    unknown: unknownText(catalogue.entries.filter(({ paper }) => paper.role === "survey")),
  };
}

function nothingToCompare({ catalogue }: Sources): string | null {
  if (catalogue.groups.length === 0)
    return "No paper of this survey stands under a heading. Put headings above its papers and refresh the corpus: then they are held against the citations here.";
  if (catalogue.corpus.citations.length === 0)
    return "No citation is known yet. Refresh the corpus from Semantic Scholar, or note citations in curation.json: then headings are held against them here.";
  return null;
}

function communitiesText({ clusters, clusterFailure }: Sources, state: State): string {
  if (clusterFailure !== null) return clusterFailure;
  const wish = { links: state.communityLinks, resolution: state.resolution };
  const seeking = `Communities over ${LINKS_TEXT[wish.links]} are being looked for…`;
  if (clusters === null) return seeking;
  const found = counted(clusters.communities.length, "community", "communities");
  const text = `${found} over ${LINKS_TEXT[clusters.links]}, resolution ${clusters.resolution}, modularity ${clusters.modularity.toFixed(2)}.`;
  if (clusterKey(clusters) !== clusterKey(wish)) return `${text} ${seeking}`;
  return clusters.rough ? `${text} Whether chance makes as much is still being checked…` : text;
}

function scoresOf({ ari, ami, nmi, homogeneity, completeness }: Comparison): Score[] {
  const scores: readonly (readonly [string, number, string])[] = [
    [
      "Adjusted Rand index",
      ari,
      "Take two papers: do headings and communities agree on whether they belong together? 0 is what chance gives, 1 is always.",
    ],
    [
      "Adjusted mutual information",
      ami,
      "How much a paper’s community tells of its heading, beyond chance: 0 nothing, 1 everything.",
    ],
    [
      "Normalised mutual information",
      nmi,
      "The same with chance left in, so that many small groups look good: read it beside the one above.",
    ],
    ["Homogeneity", homogeneity, "1 when every community holds papers of a single heading."],
    ["Completeness", completeness, "1 when all papers of a heading lie in a single community."],
  ];
  return scores.map(([name, value, meaning]) => ({
    name,
    text: value
      .toFixed(2)
      .replace(/^-0\.00$/, "0.00")
      .replace("-", "−"),
    share: Math.max(0, Math.min(1, value)),
    meaning,
  }));
}

function disagreementOf(sources: Sources, state: State, found: Disagreement): DisagreementModel | null {
  const { catalogue, domains } = sources;
  const paper = paperName(catalogue, found.paper);
  const heading = groupAt(catalogue, domains, found.heading);
  const pulledTo = groupAt(catalogue, domains, found.pulledTo);
  if (!paper || !heading || !pulledTo) return null;
  return {
    paper,
    heading,
    pulledTo,
    by: found.by.flatMap((partner) => pullOf(sources, state, found.paper, partner.paper) ?? []),
    remark:
      found.companions === 0
        ? `It is the only paper under ${heading.label}: no link could speak for its heading.`
        : null,
  };
}

function pullOf(sources: Sources, state: State, paper: number, other: number): Pull | null {
  const { catalogue, domains, analysis } = sources;
  const named = paperName(catalogue, other);
  if (!named) return null;
  const byCitation = state.communityLinks !== "coupling";
  const shared = state.communityLinks === "citations" ? [] : domains.sharedReferences(paper, other);
  const ways = [
    byCitation && citationBetween(analysis.index, paper, other) >= 0 ? "cites" : null,
    byCitation && citationBetween(analysis.index, other, paper) >= 0 ? "is cited by" : null,
    shared.length > 0 ? `shares ${counted(shared.length, "reference")} with` : null,
  ].filter((way) => way !== null);
  return {
    paper: named,
    how: listed(ways) || "is linked to",
    shared: shared.length > 0 ? paperNames(catalogue, shared) : null,
  };
}

function withoutLinksOf(
  { catalogue, domains }: Sources,
  state: State,
  papers: readonly number[],
): ComparisonModel["withoutLinks"] {
  if (papers.length === 0) return null;
  const root = domains.withoutRoot && catalogue.root ? catalogue.root.label : null;
  const beside =
    root === null
      ? ""
      : ` beside those to ${root}, which most of the survey cites and which therefore tell no topics apart`;
  const one = papers.length === 1;
  return {
    text: `Of ${counted(papers.length, "paper")} nothing can be said: no ${LINKS_TEXT[state.communityLinks]} with other papers of the survey ${one ? "is" : "are"} known${beside}.`,
    ...paperNames(catalogue, papers),
  };
}

function unknownText(survey: readonly { readonly referencesKnown: boolean }[]): string | null {
  const unknown = survey.filter(({ referencesKnown }) => !referencesKnown).length;
  if (unknown === 0) return null;
  const lists = `The reference ${unknown === 1 ? "list" : "lists"} of ${unknown} of ${counted(survey.length, "paper")} ${unknown === 1 ? "is" : "are"} not known`;
  return `${lists}: links missing there may exist all the same, and shared references are counted only where both lists are known. Take groups that rest on them as a first guess.`;
}
