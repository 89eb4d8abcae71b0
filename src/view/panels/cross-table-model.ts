import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { CrossTable } from "../../analysis/communities/comparison.ts";
import type { Headings } from "../../analysis/communities/headings.ts";
import { comparisonTextsIn } from "../../text/comparison-texts.ts";
import type { Catalogue } from "../catalogue.ts";
import { type GroupName, labelsText, type PaperNames, paperNames } from "../map/named-group.ts";
import type { State } from "../state/state.ts";
import { communityLabel } from "./communities.ts";

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

/** The cross table of headings and communities, with what the reader chose in it. */
export function buildCrossTable(
  catalogue: Catalogue,
  { ids }: Headings,
  clusters: ClusterFacts,
  { headings, communities, cells }: CrossTable,
  state: Pick<State, "region" | "regions" | "hiddenGroups">,
): CrossTableModel {
  const { clusters: said, language } = catalogue.texts;
  const comparison = comparisonTextsIn(language);
  const groups = catalogue.groups.map(({ id }) => id);
  const shown = groups.filter((id) => !state.hiddenGroups.includes(id));
  const onlyGroup = shown.length === 1 && groups.length > 1 ? shown[0] : null;
  const region = state.regions === "communities" ? state.region : null;
  const most = cells.flat().reduce((largest, papers) => Math.max(largest, papers.length), 1);
  const order = byWhereTheyLie(cells, communities.length);
  const nameOf = (community: number) => {
    const found = clusters.communities.find(({ id }) => id === community);
    return found ? communityLabel(found, catalogue.texts) : said.numbered(community + 1);
  };
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
    const row = headings.findIndex((place) => ids[place] === group.id);
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
          label: comparison.cell(papers.length, group.label, columns[i]?.label ?? ""),
        };
      }),
      outside: { count: outside.length, names: labelsText(catalogue, outside) },
    };
  });
  const chosenRow = rows.find(({ chosen }) => chosen);
  const column = columns.findIndex(({ chosen }) => chosen);
  const cell = chosenRow?.cells[column];
  const place = headings.findIndex((heading) => ids[heading] === chosenRow?.group.id);
  const papers = cells[place]?.[order[column] ?? -1] ?? [];
  return {
    columns,
    rows,
    groups,
    chosen: cell ? { text: comparison.sentence(cell.label), ...paperNames(catalogue, papers) } : null,
  };
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
