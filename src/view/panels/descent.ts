import type { Analysis } from "../../analysis/analyse.ts";
import type { AcyclicIndex } from "../../analysis/lineage/acyclic.ts";
import { type LineagePath, pathsBetween } from "../../analysis/lineage/paths-between.ts";
import { ancestorsOf } from "../../analysis/lineage/reachable.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue } from "../catalogue.ts";
import { evidenceText } from "../map/evidence.ts";

/** One step of a descent: a paper, and why it is said to rest on the one before. */
export interface Hop {
  readonly id: PaperId;
  readonly label: string;
  readonly date: string;
  readonly slot: number | null;
  /** What says that it cites the paper before; null for the first. */
  readonly evidence: string | null;
  readonly intents: string | null;
  readonly influential: boolean;
  /** The citing sentences; [] where none is known. */
  readonly contexts: readonly string[];
}

/** A way between two papers: `shortest, longest and heaviest` where one path is all three. */
export interface Descent {
  readonly name: string;
  readonly hops: readonly Hop[];
  /** `one of 3 such paths`; null when it is the only one. */
  readonly ties: string | null;
}

export interface DescentModel {
  readonly heading: string;
  readonly descents: readonly Descent[];
  /** Said when there is no path, or about how many there are. */
  readonly remark: string;
  /** Indices of the papers and numbers of the citations on the paths, for the map. */
  readonly papers: ReadonlySet<number>;
  readonly citations: ReadonlySet<number>;
}

/** Finds the ways between two papers; the heaviest is so by SPC. */
export type PathFinder = (from: number, to: number) => DescentModel;

/** A path finder over the citations of a corpus. Paths among survey papers win over those around them. */
export function pathFinder(catalogue: Catalogue, analysis: Analysis): PathFinder {
  const { texts } = catalogue;
  const measures = [() => analysis.surveyLineage, () => analysis.whole];
  return (from, to) => {
    for (const measure of measures) {
      const { graph, weights } = measure();
      const found = pathsBetween(graph, from, to, weights("spc"));
      if (!found) continue;
      const named = [
        ["shortest", found.shortest],
        ["longest", found.longest],
        ["heaviest", found.heaviest],
      ] as const;
      const descents = distinct(named).map(({ names, path }) => ({
        name: texts.descent.way(names),
        hops: hopsOf(catalogue, graph, path),
        ties: path.ties > 1n ? texts.descent.ties(path.ties) : null,
      }));
      const newer = catalogue.entries[found.newer]?.label ?? "";
      const older = catalogue.entries[found.older]?.label ?? "";
      return {
        heading: texts.descent.heading(newer, older),
        descents,
        remark: texts.descent.inAll(found.count),
        papers: new Set(named.flatMap(([, path]) => path.papers)),
        citations: new Set(named.flatMap(([, path]) => path.citations.map((c) => graph.inWhole[c] ?? -1))),
      };
    }
    return none(catalogue, analysis, from, to);
  };
}

type Kind = "shortest" | "longest" | "heaviest";

function distinct(named: readonly (readonly [Kind, LineagePath])[]): { names: Kind[]; path: LineagePath }[] {
  const byPapers = new Map<string, { names: Kind[]; path: LineagePath }>();
  for (const [name, path] of named) {
    const key = path.papers.join(" ");
    const same = byPapers.get(key);
    if (same) same.names.push(name);
    else byPapers.set(key, { names: [name], path });
  }
  return [...byPapers.values()];
}

function hopsOf(catalogue: Catalogue, graph: AcyclicIndex, path: LineagePath): Hop[] {
  return path.papers.flatMap((paper, i) => {
    const entry = catalogue.entries[paper];
    if (!entry) return [];
    const number = i === 0 ? undefined : graph.inWhole[path.citations[i - 1] ?? -1];
    const citation = number === undefined ? undefined : catalogue.corpus.citations[number];
    return [
      {
        id: entry.paper.id,
        label: entry.label,
        date: entry.paper.date ? catalogue.texts.date(entry.paper.date) : String(entry.year ?? ""),
        slot: entry.group === null ? null : (catalogue.groupById.get(entry.group)?.slot ?? null),
        evidence: citation ? evidenceText(citation, catalogue.texts) : null,
        intents:
          citation && citation.intents.length > 0
            ? citation.intents.map(catalogue.texts.evidence.intent).join(", ")
            : null,
        influential: citation?.influential === true,
        contexts: citation?.contexts ?? [],
      },
    ];
  });
}

function none(catalogue: Catalogue, analysis: Analysis, from: number, to: number): DescentModel {
  const { descent: said } = catalogue.texts;
  const [a, b] = [catalogue.entries[from], catalogue.entries[to]];
  const common = new Set(ancestorsOf(analysis.index, from));
  const shared = [...ancestorsOf(analysis.index, to)].filter((paper) => common.has(paper));
  const survey = shared.flatMap((paper) => {
    const entry = catalogue.entries[paper];
    return entry?.paper.role === "survey" ? [entry.label] : [];
  });
  const unread = [a, b].filter((entry) => entry && !entry.referencesKnown).map((entry) => entry?.label ?? "");
  const remark = [
    said.none(a?.label ?? "?", b?.label ?? "?"),
    survey.length > 0 ? said.common(survey) : null,
    survey.length === 0 && shared.length > 0 ? said.commonAround(shared.length) : null,
    unread.length > 0 ? said.unread(unread) : null,
  ];
  return {
    heading: said.pair(b?.label ?? "", a?.label ?? ""),
    descents: [],
    remark: remark.filter((part) => part !== null).join(" "),
    papers: new Set([from, to]),
    citations: new Set(),
  };
}
