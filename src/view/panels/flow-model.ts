import type { DomainFacts } from "../../analysis/domains/domain-facts.ts";
import type { DomainFlow, Flow } from "../../analysis/domains/domain-flow.ts";
import type { Texts } from "../../text/texts.ts";
import { type GroupName, groupAt } from "../map/named-group.ts";
import type { Sources } from "../sources.ts";
import type { DomainsChoice } from "./domains.ts";

/** The papers of one domain in one column of years. */
export interface FlowNode {
  readonly column: number;
  readonly count: number;
}

/** A domain on its own line. */
export interface FlowLane {
  readonly group: GroupName;
  readonly papers: number;
  readonly nodes: readonly FlowNode[];
  /** What of its papers' citations stays in the domain: `50 %`; null when they make none. */
  readonly within: { readonly text: string; readonly share: number } | null;
  readonly chosen: boolean;
}

/** What papers of one lane and column took from those of another; lanes and columns by place. */
export interface FlowBand {
  readonly from: { readonly lane: number; readonly column: number };
  readonly to: { readonly lane: number; readonly column: number };
  readonly count: number;
  /** Whether it belongs to the chosen domain; true for all when none is chosen. */
  readonly lit: boolean;
  readonly text: string;
}

/** How the domains grew by year and fed one another. */
export interface FlowModel {
  /** Said in place of everything when there is nothing to draw; null otherwise. */
  readonly empty: string | null;
  /** The picture in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly columns: readonly { readonly label: string }[];
  readonly lanes: readonly FlowLane[];
  readonly bands: readonly FlowBand[];
  /** The same flows as rows, the largest first. */
  readonly rows: readonly {
    readonly from: GroupName;
    readonly to: GroupName;
    readonly count: number;
    readonly papers: string;
  }[];
  /** What the picture leaves out; [] when nothing. */
  readonly leftOut: readonly string[];
}

/** More years than this share columns, so that a column stays wide enough to be read. */
const MOST_COLUMNS = 12;
/** More bands than this are a thicket: the broadest are drawn, those of the chosen domain before others. */
const MOST_BANDS = 120;
/** How many citations a row of the table names. */
const MOST_PAIRS = 12;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The flow between domains for a state. */
export function buildFlow(
  sources: Sources,
  state: DomainsChoice,
  { headings, flow }: DomainFacts,
): FlowModel {
  const { catalogue, analysis } = sources;
  const chosen = state.regions === "domains" ? state.region : null;
  const { texts } = catalogue;
  const said = texts.flow;
  const columns = columnsOf(flow.years);
  const places = catalogue.groups.flatMap(({ id }) => {
    const place = headings.ids.indexOf(id);
    return place < 0 ? [] : [place];
  });
  const laneOf = new Map(places.map((place, lane) => [place, lane]));
  const lanes = places.flatMap((place): FlowLane[] => {
    const group = groupAt(catalogue, headings, place);
    if (!group) return [];
    const counts = columns.map(() => 0);
    flow.byYear[place]?.forEach((count, i) => {
      const column = columnOf(columns, flow.years[i] ?? Number.NaN);
      counts[column] = (counts[column] ?? 0) + count;
    });
    return [
      {
        group,
        papers: catalogue.groupById.get(group.id)?.papers.length ?? 0,
        nodes: counts.flatMap((count, column) => (count === 0 ? [] : [{ column, count }])),
        within: withinOf(texts, flow.inDomain[place] ?? null),
        chosen: group.id === chosen,
      },
    ];
  });
  const { bands, undated } = bandsOf(sources, flow.flows, columns, laneOf, lanes, chosen);
  const drawn = [...bands].sort((a, b) => Number(b.lit) - Number(a.lit)).slice(0, MOST_BANDS);
  const between = flow.flows.filter(({ from, to }) => from !== to);
  const label = (paper: number) => catalogue.entries[paper]?.label ?? "?";
  return {
    empty: emptyText(sources, flow),
    summary: said.summary(lanes.length, total(between), total(flow.flows) - total(between)),
    columns,
    lanes,
    bands: drawn,
    rows: [...flow.flows]
      .sort((x, y) => y.citations.length - x.citations.length || x.from - y.from || x.to - y.to)
      .flatMap(({ from, to, citations }) => {
        const [feeding, fed] = [groupAt(catalogue, headings, from), groupAt(catalogue, headings, to)];
        if (!feeding || !fed) return [];
        const papers = citations
          .slice(0, MOST_PAIRS)
          .map((c) => `${label(analysis.index.cited[c] ?? -1)} → ${label(analysis.index.citing[c] ?? -1)}`);
        const more = citations.length - papers.length;
        const others = more > 0 ? [said.others(more)] : [];
        return [
          { from: feeding, to: fed, count: citations.length, papers: [...papers, ...others].join(", ") },
        ];
      }),
    leftOut: [
      bands.length > drawn.length ? said.broadest(drawn.length, bands.length) : null,
      undated > 0 ? said.undated(undated) : null,
    ].filter((text) => text !== null),
  };
}

function emptyText({ catalogue }: Sources, { years }: DomainFlow): string | null {
  if (catalogue.groups.length === 0) return catalogue.texts.flow.noGroups;
  if (years.length === 0) return catalogue.texts.flow.noYears;
  return null;
}

interface Column {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

function columnsOf(years: readonly number[]): Column[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = STEPS.find((size) => (last - first + 1) / size <= MOST_COLUMNS) ?? 1000;
  const start = first - (first % step);
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => {
    const from = start + i * step;
    const to = from + step - 1;
    return { first: from, last: to, label: step === 1 ? String(from) : `${from}–${String(to).slice(-2)}` };
  });
}

/** The column of a year; -1 for none. */
function columnOf(columns: readonly Column[], year: number): number {
  return columns.findIndex(({ first, last }) => year >= first && year <= last);
}

function withinOf({ percent }: Texts, share: number | null): FlowLane["within"] {
  return share === null ? null : { share, text: percent(share) };
}

function bandsOf(
  { catalogue, analysis: { index } }: Sources,
  flows: readonly Flow[],
  columns: readonly Column[],
  laneOf: ReadonlyMap<number, number>,
  lanes: readonly FlowLane[],
  chosen: string | null,
) {
  const yearOf = (paper: number | undefined) => catalogue.entries[paper ?? -1]?.year ?? Number.NaN;
  const bands: FlowBand[] = [];
  let undated = 0;
  for (const { from, to, citations } of flows) {
    const [fromLane, toLane] = [laneOf.get(from) ?? -1, laneOf.get(to) ?? -1];
    const [feeding, fed] = [lanes[fromLane]?.group, lanes[toLane]?.group];
    if (!feeding || !fed) continue;
    const counts = new Map<number, number>();
    for (const citation of citations) {
      const start = columnOf(columns, yearOf(index.cited[citation]));
      const end = columnOf(columns, yearOf(index.citing[citation]));
      const key = start * columns.length + end;
      if (start < 0 || end < 0) undated++;
      else counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      const [start, end] = [Math.floor(key / columns.length), key % columns.length];
      bands.push({
        from: { lane: fromLane, column: start },
        to: { lane: toLane, column: end },
        count,
        lit: chosen === null || feeding.id === chosen || fed.id === chosen,
        text: catalogue.texts.flow.band(
          fed.label,
          columns[end]?.label ?? "",
          feeding.label,
          columns[start]?.label ?? "",
          count,
        ),
      });
    }
  }
  // The thin ones last, so that the broad do not hide them.
  return { bands: bands.sort((a, b) => b.count - a.count), undated };
}

function total(flows: readonly Flow[]): number {
  return flows.reduce((sum, { citations }) => sum + citations.length, 0);
}
