import { citationBetween } from "../analysis/citation-index.ts";
import { type ClusterFacts, clusterKey } from "../analysis/cluster-facts.ts";
import type { Comparison } from "../analysis/comparison.ts";
import type { Disagreement } from "../analysis/heading-pull.ts";
import {
  type GroupName,
  groupAt,
  labelsText,
  type PaperName,
  type PaperNames,
  paperName,
  paperNames,
} from "./named-group.ts";
import type { CommunityLinks, State } from "./state.ts";
import { counted } from "./texts.ts";
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

/** The papers of one heading in one community. */
export interface Cell {
  readonly count: number;
  /** The labels of its papers. */
  readonly names: string;
  /** How full against the fullest cell, 1 to 5; 0 for none. */
  readonly heat: number;
  readonly chosen: boolean;
  /** Said to those who do not see its row and column. */
  readonly label: string;
}

/** The cross table as it is drawn. */
export interface CrossTableModel {
  readonly columns: readonly {
    readonly community: number;
    readonly label: string;
    readonly terms: string;
    readonly count: number;
    readonly chosen: boolean;
  }[];
  readonly rows: readonly {
    readonly group: GroupName;
    readonly count: number;
    readonly chosen: boolean;
    readonly cells: readonly Cell[];
    /** Its papers in no community: how many, and their labels. */
    readonly outside: { readonly count: number; readonly names: string };
  }[];
  /** All groups with papers: what a choice of one hides. */
  readonly groups: readonly string[];
  /** What the chosen cell holds; null when none is chosen. */
  readonly chosen: (PaperNames & { readonly text: string }) | null;
}

/** A paper whose links say another heading than its own. */
export interface DisagreementModel {
  readonly paper: PaperName;
  readonly heading: GroupName;
  readonly pulledTo: GroupName;
  readonly by: readonly { readonly paper: PaperName; readonly how: string }[];
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
    table: clusters && enough ? tableOf(sources, clusters, state) : null,
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

function tableOf(sources: Sources, clusters: ClusterFacts, state: State): CrossTableModel {
  const { catalogue, domains } = sources;
  const { headings, communities, cells } = domains.agreement(clusters).table;
  const groups = catalogue.groups.map(({ id }) => id);
  const shown = groups.filter((id) => !state.hiddenGroups.includes(id));
  const onlyGroup = shown.length === 1 && groups.length > 1 ? shown[0] : null;
  const region = state.regions === "communities" ? state.region : null;
  const most = cells.flat().reduce((largest, papers) => Math.max(largest, papers.length), 1);
  const order = byWhereTheyLie(cells, communities.length);
  const nameOf = (community: number) => communityName(clusters, community);
  const columns = order.map((column) => {
    const community = communities[column] ?? -1;
    return {
      community,
      label: nameOf(community),
      terms: (clusters.communities[community]?.terms ?? []).join(", "),
      count: cells.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
      chosen: region === String(community),
    };
  });
  const rows = catalogue.groups.map((group) => {
    const row = headings.findIndex((place) => domains.headings.ids[place] === group.id);
    const isOnly = group.id === onlyGroup;
    const outside = group.papers.flatMap((id) => {
      const paper = catalogue.byId.get(id)?.index ?? -1;
      return clusters.communityOf[paper] === -1 ? [paper] : [];
    });
    return {
      group: { id: group.id, label: group.label, slot: group.slot },
      count: group.papers.length,
      chosen: isOnly,
      cells: order.map((place, i): Cell => {
        const papers = cells[row]?.[place] ?? [];
        return {
          count: papers.length,
          names: labelsText(catalogue, papers),
          heat: Math.ceil((papers.length / most) * 5),
          chosen: isOnly && columns[i]?.chosen === true,
          label: `${papers.length === 0 ? "No paper" : counted(papers.length, "paper")} under ${group.label} in ${columns[i]?.label ?? ""}`,
        };
      }),
      outside: { count: outside.length, names: labelsText(catalogue, outside) },
    };
  });
  const row = rows.findIndex(({ chosen }) => chosen);
  const column = columns.findIndex(({ chosen }) => chosen);
  return { columns, rows, groups, chosen: chosenCell() };

  function chosenCell(): CrossTableModel["chosen"] {
    const cell = rows[row]?.cells[column];
    if (!cell) return null;
    const place = headings.findIndex((heading) => domains.headings.ids[heading] === rows[row]?.group.id);
    return { text: `${cell.label}.`, ...paperNames(catalogue, cells[place]?.[order[column] ?? -1] ?? []) };
  }
}

/** The columns by the mean place of their papers’ rows, so that what agrees lies along the diagonal. */
function byWhereTheyLie(cells: readonly (readonly (readonly number[])[])[], columns: number): number[] {
  const mean = Array.from({ length: columns }, (_, column) => {
    const counts = cells.map((row) => row[column]?.length ?? 0);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, count, row) => sum + count * row, 0) / Math.max(1, all);
  });
  return [...mean.keys()].sort((a, b) => (mean[a] ?? 0) - (mean[b] ?? 0) || a - b);
}

/** What the reader calls a community: its label, else its number from 1. */
function communityName(clusters: ClusterFacts, community: number): string {
  const found = clusters.communities.find(({ id }) => id === community);
  return found?.label || `Community ${community + 1}`;
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
    by: found.by.flatMap((partner) => {
      const other = paperName(catalogue, partner.paper);
      return other ? [{ paper: other, how: howLinked(sources, state, found.paper, partner.paper) }] : [];
    }),
    remark:
      found.companions === 0
        ? `It is the only paper under ${heading.label}: no link could speak for its heading.`
        : null,
  };
}

function howLinked({ analysis: { index } }: Sources, state: State, paper: number, other: number): string {
  const cites = citationBetween(index, paper, other) >= 0;
  const cited = citationBetween(index, other, paper) >= 0;
  const shares = state.communityLinks !== "citations";
  const ways = [
    state.communityLinks !== "coupling" && cites ? "cites" : null,
    state.communityLinks !== "coupling" && cited ? "is cited by" : null,
  ].filter((way) => way !== null);
  return ways.length > 0 ? ways.join(" and ") : shares ? "shares references with" : "is linked to";
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
