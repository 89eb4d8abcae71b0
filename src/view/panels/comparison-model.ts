import { clusterKey } from "../../analysis/communities/cluster-facts.ts";
import type { Comparison } from "../../analysis/communities/comparison.ts";
import type { DomainFacts, ListedDisagreement, ListedPull } from "../../analysis/domains/domain-facts.ts";
import { type CitationIndex, citationBetween } from "../../columns/citation-index.ts";
import { type ComparisonTexts, comparisonTextsIn } from "../../text/comparison-texts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Catalogue } from "../catalogue.ts";
import {
  type GroupName,
  groupAt,
  type PaperName,
  type PaperNames,
  paperName,
  paperNames,
} from "../map/named-group.ts";
import type { Sources } from "../sources.ts";
import { noStructureText } from "./communities.ts";
import { buildCrossTable, type CrossTableModel } from "./cross-table-model.ts";
import type { DomainsChoice, FoundDomains } from "./domains.ts";

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

/** The comparison for a state; its scores and table once communities were found and held against the headings. */
export function buildComparison(
  sources: Sources,
  state: DomainsChoice,
  { facts, clusters }: FoundDomains,
): ComparisonModel {
  const { catalogue, analysis } = sources;
  const said = comparisonTextsIn(catalogue.texts.language);
  const empty = nothingToCompare(sources);
  const { headings, agreement, pull, withoutRoot } = facts;
  const enough = agreement !== null && agreement.scores.papers >= 2;
  return {
    empty,
    communities: communitiesText(sources, state),
    seeking: agreement === null,
    noStructure: clusters && noStructureText(catalogue.texts, clusters),
    table: clusters && enough ? buildCrossTable(catalogue, headings, clusters, agreement.table, state) : null,
    scores: enough ? scoresOf(catalogue.texts, agreement.scores) : [],
    disagreeing: pull.disagreeing.flatMap(
      (found) => disagreementOf(catalogue, analysis.index, facts, found) ?? [],
    ),
    moreDisagreeing:
      pull.count > pull.disagreeing.length ? said.moreDisagree(pull.disagreeing.length, pull.count) : null,
    withoutLinks: withoutLinksOf(catalogue, pull, withoutRoot),
    unknown: unknownText(
      said,
      catalogue.entries.filter(({ paper }) => paper.role === "survey"),
    ),
  };
}

function nothingToCompare({ catalogue }: Sources): string | null {
  if (catalogue.groups.length === 0) return comparisonTextsIn(catalogue.texts.language).noGroups;
  if (catalogue.corpus.citations.length === 0) return comparisonTextsIn(catalogue.texts.language).noCitations;
  return null;
}

function communitiesText({ catalogue, clusters, clusterFailure }: Sources, state: DomainsChoice): string {
  const { language, decimal } = catalogue.texts;
  const said = comparisonTextsIn(language);
  if (clusterFailure !== null) return clusterFailure;
  const wish = { links: state.communityLinks, resolution: state.resolution };
  const seeking = said.seeking(wish.links);
  if (clusters === null) return seeking;
  const { communities, links, resolution, modularity } = clusters;
  const text = said.found(
    communities.length,
    links,
    resolution,
    Number.isNaN(modularity) ? null : decimal(modularity, 2),
  );
  if (clusterKey(clusters) !== clusterKey(wish)) return said.and(text, seeking);
  return clusters.rough ? said.and(text, said.checking) : text;
}

function scoresOf({ language, decimal }: Texts, scores: Comparison): Score[] {
  const said = comparisonTextsIn(language);
  const named = ["ari", "ami", "nmi", "homogeneity", "completeness"] as const;
  return named.map((name) => {
    const [title = "", meaning = ""] = said.scores[name];
    const value = scores[name];
    return {
      name: title,
      text: decimal(value, 2)
        .replace(/^-0\.00$/, "0.00")
        .replace("-", "−"),
      share: Math.max(0, Math.min(1, value)),
      meaning,
    };
  });
}

function disagreementOf(
  catalogue: Catalogue,
  index: CitationIndex,
  { headings, pull }: DomainFacts,
  found: ListedDisagreement,
): DisagreementModel | null {
  const paper = paperName(catalogue, found.paper);
  const heading = groupAt(catalogue, headings, found.heading);
  const pulledTo = groupAt(catalogue, headings, found.pulledTo);
  if (!paper || !heading || !pulledTo) return null;
  return {
    paper,
    heading,
    pulledTo,
    by: found.by.flatMap((partner) => pullOf(catalogue, index, pull.links, found.paper, partner) ?? []),
    remark:
      found.companions === 0 ? comparisonTextsIn(catalogue.texts.language).onlyPaper(heading.label) : null,
  };
}

function pullOf(
  catalogue: Catalogue,
  index: CitationIndex,
  links: ListedPull["links"],
  paper: number,
  { paper: other, shared }: ListedDisagreement["by"][number],
): Pull | null {
  const said = comparisonTextsIn(catalogue.texts.language);
  const named = paperName(catalogue, other);
  if (!named) return null;
  const byCitation = links !== "coupling";
  const ways = [
    byCitation && citationBetween(index, paper, other) >= 0 ? said.cites : null,
    byCitation && citationBetween(index, other, paper) >= 0 ? said.citedBy : null,
    shared.length > 0 ? said.shares(shared.length) : null,
  ].filter((way) => way !== null);
  return {
    paper: named,
    how: ways.length > 0 ? said.ways(ways) : said.linked,
    shared: shared.length > 0 ? paperNames(catalogue, shared) : null,
  };
}

function withoutLinksOf(
  catalogue: Catalogue,
  { links, withoutLinks: papers }: ListedPull,
  withoutRoot: boolean,
): ComparisonModel["withoutLinks"] {
  if (papers.length === 0) return null;
  const root = withoutRoot && catalogue.root ? catalogue.root.label : null;
  return {
    text: comparisonTextsIn(catalogue.texts.language).nothingSaid(papers.length, links, root),
    ...paperNames(catalogue, papers),
  };
}

function unknownText(
  said: ComparisonTexts,
  survey: readonly { readonly referencesKnown: boolean }[],
): string | null {
  const unknown = survey.filter(({ referencesKnown }) => !referencesKnown).length;
  if (unknown === 0) return null;
  return said.unknown(unknown, survey.length);
}
