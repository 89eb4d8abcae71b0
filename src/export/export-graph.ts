import type { Citation, Paper } from "../corpus/schema.ts";
import type { Entry } from "../view/catalogue.ts";
import { inLanguage } from "../view/catalogue.ts";
import { domainColour, LIGHT, type Theme } from "../view/looks/palette.ts";
import type { Selection } from "../view/map/selection.ts";
import type { Sources } from "../view/sources.ts";
import { titleOf } from "../view/view-model.ts";

/** A paper as the graph formats write it. */
export interface ExportNode {
  readonly paper: Paper;
  readonly label: string;
  readonly domain: string | null;
  readonly group: string | null;
  /** The place of the group among the survey's, from 0; null for none. */
  readonly slot: number | null;
  /** Steps from the root along the longest line; null for none. */
  readonly generation: number | null;
  /** Its place, px, y upwards as in graph tools; null where no layout was asked for. */
  readonly place: { readonly x: number; readonly y: number } | null;
  /** `#rrggbb`. */
  readonly color: string;
  /** Radius in px. */
  readonly size: number;
}

/** A citation between two nodes, by their places in the list. */
export interface ExportEdge {
  readonly citing: number;
  readonly cited: number;
  readonly citation: Citation;
}

/** A part of a corpus with all that the graph formats say of it; nodes in the order of their ids. */
export interface ExportGraph {
  readonly title: string;
  readonly author: string | null;
  /** The day of the newest answers; null when unknown. */
  readonly date: string | null;
  readonly groups: readonly { readonly slot: number; readonly label: string }[];
  readonly nodes: readonly ExportNode[];
  readonly edges: readonly ExportEdge[];
}

/** How papers look on a map: places by catalogue index (x, y pairs, y downwards), colours of a theme. */
export interface Look {
  readonly positions: Float64Array | null;
  readonly theme: Theme;
}

/** The graph of a selection; without a look it has the colours of the light theme and no places. */
export function exportGraph(
  sources: Sources,
  selection: Selection,
  look: Look = { positions: null, theme: LIGHT },
): ExportGraph {
  const { catalogue } = sources;
  const { survey, retrieved } = catalogue.corpus;
  const entries = catalogue.entries.filter(({ paper }) => selection.papers.has(paper.id));
  const at = new Map(entries.map(({ paper }, i) => [paper.id, i]));
  return {
    title: titleOf(catalogue),
    author: survey.author,
    date: retrieved.map((source) => source.at).reduce<string | null>((a, b) => (a && a > b ? a : b), null),
    groups: catalogue.groups.map(({ slot, label }) => ({ slot, label })),
    nodes: entries.map((entry) => nodeOf(sources, entry, look)),
    edges: selection.citations.map((citation) => ({
      citing: at.get(citation.citing) ?? -1,
      cited: at.get(citation.cited) ?? -1,
      citation,
    })),
  };
}

function nodeOf({ catalogue, analysis, scale }: Sources, entry: Entry, look: Look): ExportNode {
  const { index, domain, paper } = entry;
  const group = entry.group === null ? null : (catalogue.groupById.get(entry.group) ?? null);
  const generation = analysis.generations[index] ?? -1;
  const [x, y] = [look.positions?.[index * 2], look.positions?.[index * 2 + 1]];
  const slot = group?.slot ?? null;
  return {
    paper,
    label: entry.label,
    domain:
      domain && inLanguage(domain.label, catalogue.texts.language, "en", catalogue.corpus.survey.language),
    group: group?.label ?? null,
    slot,
    generation: generation < 0 ? null : generation,
    place: x === undefined || y === undefined ? null : { x: rounded(x), y: rounded(-y) },
    color: domainColour(look.theme, slot, look.theme.context),
    size: rounded(scale.of(entry).radius),
  };
}

/** To the thousandth of a px, never minus zero. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}
