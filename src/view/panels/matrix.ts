import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import { sharedReferences } from "../../analysis/communities/coupling.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Citation } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";
import type { Entry } from "../catalogue.ts";
import { evidenceText } from "../map/evidence.ts";
import type { Sources } from "../sources.ts";
import type { Confidence, State } from "../state/state.ts";
import { bandsOf, type MatrixBand } from "./matrix-order.ts";

/** A paper's row and column. */
export interface MatrixPaper {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  /** The slot of its group of domains, whatever the order; null for a paper under no heading. */
  readonly slot: number | null;
  readonly referencesKnown: boolean;
  readonly selected: boolean;
  /** Whether a band begins with it. */
  readonly first: boolean;
}

export interface MatrixWork {
  readonly id: PaperId;
  readonly label: string;
}

/** What the matrix says of two papers: whether that of the row cites that of the column, and what both cite. */
export interface MatrixCell {
  /** The evidence of the citation; null where there is none or the filters hide it. */
  readonly mark: Confidence | null;
  /** How many works of the map both cite; null where one of the lists is not known. */
  readonly shared: number | null;
  /** How dark the cell is: 1 to 4, 0 for no shared work and for an unknown number. */
  readonly step: number;
  /** The works of the map that both are known to cite, by label: all where `shared` is a number. */
  readonly works: readonly MatrixWork[];
  /** All of it in words. */
  readonly text: string;
}

export interface MatrixChoice {
  readonly value: State["matrixOrder"];
  readonly label: string;
  readonly chosen: boolean;
  /** Why it cannot be chosen yet; null when it can. */
  readonly disabled: string | null;
}

/** Papers by papers: who cites whom, and who shares references with whom. */
export interface MatrixModel {
  /** What the grid is, for a screen reader. */
  readonly label: string;
  readonly orders: readonly MatrixChoice[];
  readonly bands: readonly (Omit<MatrixBand, "entries"> & { readonly size: number })[];
  readonly papers: readonly MatrixPaper[];
  /** By row, then column; null on the diagonal. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
  readonly marks: readonly { readonly confidence: Confidence; readonly count: number }[];
  /** What each darkness stands for: `2–6`. */
  readonly steps: readonly { readonly step: number; readonly label: string }[];
  /** Whose reference lists are not known, in words; null when all are. */
  readonly unknown: string | null;
  /** Which papers have no room, in words; null when all are shown. */
  readonly left: string | null;
}

/** More rows than this cannot be read, nor be drawn at once. */
export const MOST_PAPERS = 60;
const DARKEST = 4;
const EVIDENCE: readonly Confidence[] = ["verified", "likely", "reported"];

/**
 * The matrix of the survey's papers for a state; `visible` says which papers pass the filters, `passes` which citations. Of more than
 * MOST_PAPERS those with the most citations on the map are shown, and the selected one.
 */
export function buildMatrix(
  sources: Sources,
  state: Pick<State, "selected" | "matrixOrder">,
  visible: Uint8Array,
  passes: Uint8Array,
): MatrixModel {
  const { catalogue } = sources;
  const { texts } = catalogue;
  const said = texts.matrix;
  const survey = catalogue.entries.filter((entry) => entry.paper.role === "survey" && visible[entry.index]);
  const bands = bandsOf(catalogue, communitiesFor(sources, state), withRoom(survey, state.selected));
  const entries = bands.flatMap((band) => band.entries);
  const firsts = new Set(bands.map((band) => band.entries[0]));
  const pairs = pairsOf(entries, sources);
  const most = pairs.flat().reduce((largest, pair) => Math.max(largest, pair?.shared ?? 0), 0);
  const cells = entries.map((row, i) =>
    entries.map((column, j) => {
      const pair = pairs[Math.max(i, j)]?.[Math.min(i, j)];
      if (!pair) return null;
      const citation = citationBetween(row, column);
      const drawn = citation !== undefined && passes[catalogue.numberOf(citation)] === 1;
      return {
        ...pair,
        mark: drawn ? citation.confidence : null,
        step: stepOf(pair.shared ?? 0, most),
        text: said.sentences(
          citationText(texts, row, column, citation, drawn),
          sharedText(said, row, column, pair),
        ),
      };
    }),
  );
  const unknown = entries.filter((entry) => !entry.referencesKnown);
  return {
    label: said.label(entries.length),
    orders: ordersOf(sources, state),
    bands: bands.map(({ entries: own, ...band }) => ({ ...band, size: own.length })),
    papers: entries.map((entry) => ({
      id: entry.paper.id,
      label: entry.label,
      title: entry.paper.title,
      slot: entry.group === null ? null : (catalogue.groupById.get(entry.group)?.slot ?? null),
      referencesKnown: entry.referencesKnown,
      selected: state.selected === entry.paper.id,
      first: firsts.has(entry),
    })),
    cells,
    marks: EVIDENCE.map((confidence) => ({
      confidence,
      count: cells.flat().filter((cell) => cell?.mark === confidence).length,
    })).filter(({ count }) => count > 0),
    steps: stepsUpTo(most, texts.count),
    unknown: unknown.length === 0 ? null : said.unknown(unknown.length, entries.length),
    left: entries.length === survey.length ? null : said.left(entries.length, texts.count(survey.length)),
  };
}

function withRoom(survey: readonly Entry[], selected: PaperId | null): readonly Entry[] {
  if (survey.length <= MOST_PAPERS) return survey;
  const weight = (entry: Entry) =>
    entry.paper.id === selected ? Number.POSITIVE_INFINITY : entry.citesCount + entry.citedByCount;
  return [...survey].sort((a, b) => weight(b) - weight(a) || a.index - b.index).slice(0, MOST_PAPERS);
}

type Pair = Pick<MatrixCell, "shared" | "works">;

/** What each paper shares with those before it; where a list was read in part, the number is not told. */
function pairsOf(
  entries: readonly Entry[],
  { analysis: { index }, catalogue: { entries: all, texts } }: Sources,
): Pair[][] {
  return entries.map((one, i) =>
    entries.slice(0, i).map((other) => {
      const both = sharedReferences(index, one.index, other.index).flatMap((work): MatrixWork[] => {
        const entry = all[work];
        return entry ? [{ id: entry.paper.id, label: entry.label }] : [];
      });
      return {
        shared: one.referencesKnown && other.referencesKnown ? both.length : null,
        works: both.sort((a, b) => texts.compare(a.label, b.label) || (a.id < b.id ? -1 : 1)),
      };
    }),
  );
}

function citationBetween(citing: Entry, cited: Entry): Citation | undefined {
  return citing.cites.find((citation) => citation.cited === cited.paper.id);
}

function citationText(
  texts: Texts,
  row: Entry,
  column: Entry,
  citation: Citation | undefined,
  drawn: boolean,
): string {
  const said = texts.matrix;
  if (citation) {
    const cites = said.cites(row.label, column.label, evidenceText(citation, texts));
    return drawn ? cites : said.hidden(cites);
  }
  const back = citationBetween(column, row);
  const none = row.referencesKnown
    ? said.citesNot(row.label, column.label)
    : said.citesUnknown(row.label, column.label);
  return back ? said.reverse(none, column.label, row.label, evidenceText(back, texts)) : none;
}

function sharedText(said: Texts["matrix"], row: Entry, column: Entry, { shared, works }: Pair): string {
  if (shared !== null) return said.shared(shared);
  const unread = [row, column].filter((entry) => !entry.referencesKnown).map(({ label }) => label);
  return said.sharedUnknown(
    unread,
    works.map(({ label }) => label),
  );
}

/** The communities that order the matrix; null for domains, also where there is none to order by. */
function communitiesFor({ clusters }: Sources, state: Pick<State, "matrixOrder">): ClusterFacts | null {
  return state.matrixOrder === "community" && clusters?.communities.length ? clusters : null;
}

function ordersOf(sources: Sources, state: Pick<State, "matrixOrder">): MatrixChoice[] {
  const byCommunity = communitiesFor(sources, state) !== null;
  const { clusters, catalogue } = sources;
  const said = catalogue.texts.matrix;
  const disabled =
    clusters === null ? said.notFound : clusters.communities.length === 0 ? said.noCommunity : null;
  return [
    { value: "domain", label: said.order.domain, chosen: !byCommunity, disabled: null },
    { value: "community", label: said.order.community, chosen: byCommunity, disabled },
  ];
}

/** The step of a count: its square root in quarters of the greatest, so that small counts differ too. */
function stepOf(shared: number, most: number): number {
  return shared === 0 ? 0 : Math.ceil(DARKEST * Math.sqrt(shared / most));
}

function stepsUpTo(most: number, write: (count: number) => string): { step: number; label: string }[] {
  const counts = Array.from({ length: most }, (_, i) => i + 1);
  return Array.from({ length: DARKEST }, (_, i) => i + 1).flatMap((step) => {
    const own = counts.filter((count) => stepOf(count, most) === step);
    const [from, to] = [own[0], own.at(-1)];
    if (from === undefined || to === undefined) return [];
    return [{ step, label: from === to ? write(from) : `${write(from)}–${write(to)}` }];
  });
}
