import { type CitationIndex, paperNumbers } from "../columns/citation-index.ts";
import type { Corpus } from "../corpus/schema.ts";
import { type Analysis, analyse } from "./analyse.ts";
import type { LinkKind } from "./communities/undirected-links.ts";
import { DOMAIN_MEMBERS, type DomainContext, domainContext } from "./domain-report.ts";
import { LazyList } from "./json-lines.ts";
import { pathsAlong } from "./lineage/global-main-path.ts";
import type { LineageMeasures } from "./lineage/measure-lineage.ts";
import { WEIGHT_KINDS } from "./lineage/path-counts.ts";
import { implyingPaths } from "./lineage/transitive-reduction.ts";

export interface ReportOptions {
  /** The members wanted, in any order; all by default. */
  readonly only?: readonly string[];
  /** How many of each paper's similar papers are listed; 10 by default. */
  readonly top?: number;
  /** The k of the key routes; 1 by default. */
  readonly keyRoutes?: number;
  /** What reduction, weights, main paths, agreement and basket are measured over; `corpus` by default. */
  readonly scope?: ReportScope;
  /** What makes communities; `citations` by default. */
  readonly links?: LinkKind;
  /** Above 1 for more communities, below for fewer; 1 by default. */
  readonly resolution?: number;
}

/**
 * `corpus`: all papers. `lineage`: the root and its descendants. `survey`: those of them that are the
 * survey's own.
 */
export type ReportScope = (typeof REPORT_SCOPES)[number];

export const REPORT_SCOPES = ["corpus", "lineage", "survey"] as const;

interface Context {
  readonly analysis: Analysis;
  /** The measures over the scope asked for. */
  readonly scope: LineageMeasures;
  readonly domains: DomainContext;
}

type Members = Record<string, (context: Context, options: Required<ReportOptions>) => unknown>;

/** The members of the report, in the order in which they are printed. */
const MEMBERS: Members = {
  root: ({ analysis: { index, root } }) => (root === null ? null : index.ids[root]),
  papers: ({ analysis: { index } }) => index.ids.length,
  citations: ({ analysis: { index } }) => index.citing.length,
  cycles: ({ analysis: { index, cycles } }) => cycles.components.map((members) => idsOf(index, members)),
  setAside: ({ analysis: { index, cycles } }) =>
    cycles.setAside.map((c) => ({
      citing: index.ids[index.citing[c]!],
      cited: index.ids[index.cited[c]!],
    })),
  generations: ({ analysis: { index, generations } }) => byId(index, generations),
  distances: ({ analysis: { index, distances } }) => byId(index, distances),
  reduction: reductionReport,
  weights: ({ scope }) => {
    const [spc, splc, spnp] = WEIGHT_KINDS.map((kind) => scope.weights(kind));
    return new LazyList(function* () {
      for (const [c, citing] of scope.graph.citing.entries()) {
        yield {
          citing: scope.graph.ids[citing],
          cited: scope.graph.ids[scope.graph.cited[c]!],
          spc: String(spc?.[c]),
          splc: String(splc?.[c]),
          spnp: String(spnp?.[c]),
        };
      }
    }, scope.graph.citing.length);
  },
  mainPaths: mainPathsReport,
  agreement: ({ scope: { graph, agreement } }) =>
    Object.fromEntries(
      paperNumbers(graph).flatMap((paper) => {
        const votes = agreement.papers[paper]!;
        return votes > 0 ? [[graph.ids[paper], votes]] : [];
      }),
    ),
  longestPathBasket: ({ scope }) => idsOf(scope.graph, scope.longestPathBasket.papers),
  oddOnesOut: ({ analysis }) => idsOf(analysis.index, analysis.oddOnesOut),
  ...Object.fromEntries(
    Object.entries(DOMAIN_MEMBERS).map(([name, member]) => [name, ({ domains }: Context) => member(domains)]),
  ),
};

/** The names of the members that a report may have. */
export const REPORT_MEMBERS: readonly string[] = Object.keys(MEMBERS);

/**
 * The analysis of a corpus as plain values for JSON: ids instead of numbers, sorted; weights as decimal
 * strings; paths oldest first, at most 100 that tie or as many as hold 100,000 papers; long lists made while
 * they are printed (LazyList). The same corpus gives the same report. Only what is asked for is computed.
 * Throws for an unknown member, naming the known ones.
 */
export function analysisReport(corpus: Corpus, options: ReportOptions = {}): Record<string, unknown> {
  const {
    only = REPORT_MEMBERS,
    top = 10,
    keyRoutes = 1,
    scope = "corpus",
    links = "citations",
    resolution = 1,
  } = options;
  const unknown = only.filter((name) => !REPORT_MEMBERS.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `no member ${unknown.map((n) => `"${n}"`).join(", ")}; known: ${REPORT_MEMBERS.join(", ")}`,
    );
  }
  const analysis = analyse(corpus);
  const domains = domainContext(corpus, analysis, { top, links, resolution });
  const measures = { corpus: "whole", lineage: "lineage", survey: "surveyLineage" } as const;
  return Object.fromEntries(
    Object.entries(MEMBERS)
      .filter(([name]) => only.includes(name))
      .map(([name, member]) => [
        name,
        member(
          { analysis, scope: analysis[measures[scope]], domains },
          { only, top, keyRoutes, scope, links, resolution },
        ),
      ]),
  );
}

function reductionReport({ scope: { graph, reduction } }: Context) {
  const removed = new LazyList(function* () {
    const pathsOf = implyingPaths(graph, reduction);
    for (const [citing, id] of graph.ids.entries()) {
      for (const [c, path] of pathsOf(citing)) {
        yield { citing: id, cited: graph.ids[graph.cited[c]!], via: idsOf(graph, path) };
      }
    }
  }, reduction.removed.length);
  return { kept: reduction.kept, removed };
}

/** Paths that tie may be exponentially many, each as long as the graph. */
const MOST_PATHS = { paths: 100, papers: 100_000 } as const;

function mainPathsReport({ scope }: Context, { keyRoutes }: Required<ReportOptions>) {
  const { graph } = scope;
  return Object.fromEntries(
    WEIGHT_KINDS.map((kind) => {
      const paths = scope.mainPaths(kind);
      const listed = pathsAlong(graph, paths.global.citations, MOST_PATHS);
      const { count } = paths.global;
      return [
        kind,
        {
          global: listed.map((path) => idsOf(graph, path)),
          globalCount: String(count),
          ...(listed.length < count
            ? { truncated: { global: { listed: listed.length, of: String(count) } } }
            : {}),
          local: pairsOf(graph, paths.localForward),
          localBackward: pairsOf(graph, paths.localBackward),
          keyRoute: pairsOf(graph, paths.keyRoutes(keyRoutes)),
        },
      ];
    }),
  );
}

function idsOf(index: CitationIndex, papers: readonly number[]): string[] {
  return papers.map((paper) => index.ids[paper]!);
}

/** The values by id, without those that are -1. */
function byId(index: CitationIndex, values: Int32Array): Record<string, number> {
  return Object.fromEntries(
    paperNumbers(index).flatMap((paper) => {
      const value = values[paper]!;
      return value === -1 ? [] : [[index.ids[paper]!, value]];
    }),
  );
}

/** The citations as [cited, citing], sorted by cited, then citing paper. */
function pairsOf(index: CitationIndex, citations: readonly number[]): [string, string][] {
  return [...citations]
    .sort((a, b) => index.cited[a]! - index.cited[b]! || index.citing[a]! - index.citing[b]!)
    .map((c) => [index.ids[index.cited[c]!]!, index.ids[index.citing[c]!]!]);
}
