import type { CitationIndex } from "../../columns/citation-index.ts";
import type { PaperId } from "../../corpus/ids.ts";
import { NO_MARKS } from "../../reading/marks.ts";
import { kept } from "../kept.ts";
import type { KnownDomains } from "../panels/domains.ts";
import type { State } from "../state/state.ts";
import type { Sources } from "../view-model.ts";
import type { Subgraph } from "./emphasis.ts";
import type { LargeColumns } from "./large-columns.ts";
import { type Attention, asDrawn, largeEmphasis, loudest } from "./large-emphasis.ts";
import { citationsAmong, shortList } from "./large-listed.ts";
import type { LargeMapModel, SimilarLines } from "./large-map.ts";
import {
  columnOfSpine,
  countsByRegion,
  drawnLinks,
  freshPapers,
  marks,
  namedRegions,
  numbersWhere,
  ownMarks,
  tones,
} from "./large-map-columns.ts";
import { divisionOf, type LargeDivision, largeRegionText } from "./large-regions.ts";
import {
  type MineFilter,
  mineFilter,
  type PassingLinks,
  passingLinks,
  visibleLinks,
  visiblePapers,
} from "./large-visible.ts";

/** What a large map looks things up in, beside the sources of every map. */
export interface LargeSources extends Sources {
  readonly columns: LargeColumns;
  /** By citation of the index: 1 for one that a longer path implies. */
  readonly implied: Uint8Array;
  readonly domains: KnownDomains;
}

/** What stands out, as the rest of the page found it. */
export interface Highlights {
  /** Papers the search found; null while nothing is sought. */
  readonly hits: readonly PaperId[] | null;
  readonly path: Subgraph | null;
  readonly link: Subgraph | null;
  /** The lines of the paper attention is on, where another layer than citations is chosen; null otherwise. */
  readonly similar: SimilarLines | null;
}

/** A large map for a state, with the columns it was made from. */
export interface LargeMap {
  readonly model: LargeMapModel;
  /** By paper: 1 where it is shown. */
  readonly visible: Uint8Array;
  readonly division: LargeDivision;
  /** What is said of the region that is pointed at, else of the focused one; null for none. */
  readonly regionSaid: string | null;
}

/** Links that stand out are drawn one by one: so many can be. */
export const MOST_STRONG_LINKS = 4_000;

const NO_LINKS = new Uint32Array(0);

/** The builder of large maps that keeps what it has built. */
export interface LargeMaps {
  build(sources: LargeSources, state: State, highlights: Highlights): LargeMap;
  /** Builds the columns of a state without highlights in steps, and keeps them. */
  beginning(sources: LargeSources, state: State): Generator<undefined, void>;
}

/**
 * Builds large maps, and keeps every column while the part of the state it depends on stays the same: the
 * answer to a pointer that moves is a few numbers and the neighbours of one paper.
 */
export function largeMaps(): LargeMaps {
  const shownPapers = kept(
    (
      columns: LargeColumns,
      groups: Sources["catalogue"]["groups"],
      hiddenGroups: State["hiddenGroups"],
      years: State["years"],
      context: boolean,
      until: number | null,
      mine: MineFilter | null,
    ) => visiblePapers(columns, groups, { hiddenGroups, years, context, until }, mine),
  );
  const ofMine = kept(mineFilter);
  const own = kept(ownMarks);
  const passing = kept(
    (
      columns: LargeColumns,
      hiddenEvidence: State["hiddenEvidence"],
      intent: State["intent"],
      influentialOnly: boolean,
    ) => passingLinks(columns, { hiddenEvidence, intent, influentialOnly }),
  );
  const shownLinks = kept(visibleLinks);
  const spineOf = kept((lineage: Sources["lineage"], columns: LargeColumns, routes: number) =>
    columnOfSpine(columns, lineage.spine(routes).citations.keys()),
  );
  const drawn = kept(drawnLinks);
  const list = kept(shortList);
  const listedIn = kept((all: Uint32Array, visible: Uint8Array) =>
    all.filter((paper) => visible[paper] === 1),
  );
  const amongListed = kept((listed: Uint32Array, { cited, referenceStart }: CitationIndex, on: Uint8Array) =>
    citationsAmong(listed, { start: referenceStart, cited }, (citation) => on[citation] === 1),
  );
  const undrawn = kept((count: number) => new Uint8Array(count));
  const spineLinks = kept((spine: Uint8Array, pass: PassingLinks, visible: Uint8Array) =>
    asDrawn(Uint32Array.from(numbersWhere(spine)), pass, visible),
  );
  const toned = kept(tones);
  const divided = kept(divisionOf);
  const fresh = kept(freshPapers);
  const attention = kept(attended);
  const emphasised = kept(largeEmphasis);
  const strong = kept(loudest);
  const marked = kept(marks);
  const counts = kept(countsByRegion);
  const named = kept(namedRegions);
  const said = kept(largeRegionText);

  const visibleIn = ({ columns, catalogue, marks: given }: LargeSources, state: State) =>
    shownPapers(
      columns,
      catalogue.groups,
      state.hiddenGroups,
      state.years,
      state.context,
      state.until,
      ofMine(catalogue, state.mine === null ? NO_MARKS : given, state.mine),
    );
  const passingIn = ({ columns }: LargeSources, state: State) =>
    passing(columns, state.hiddenEvidence, state.intent, state.influentialOnly);

  function* beginning(sources: LargeSources, state: State): Generator<undefined, void> {
    const { columns } = sources;
    const visible = visibleIn(sources, state);
    yield;
    const pass = passingIn(sources, state);
    yield;
    const links = shownLinks(columns, pass, visible);
    yield;
    if (state.links !== "main-path") drawn(pass, links, sources.implied, state.links, null);
    yield;
  }

  const build: LargeMaps["build"] = (sources, state, { hits, path, link, similar }) => {
    const { columns, catalogue, analysis, lineage, clusters, implied, newcomers } = sources;
    const { index } = columns;
    const visible = visibleIn(sources, state);
    const pass = passingIn(sources, state);
    const links = shownLinks(columns, pass, visible);
    const spine = spineOf(lineage, columns, state.links === "main-path" ? state.keyRoutes : 0);
    const division = divided(state.view === "network" ? state.regions : "none", catalogue, columns, clusters);
    const placeOf = (region: string | null) => division.regions.findIndex(({ id }) => id === region);
    // A pointer that only passes a region lights its outline: thousands of papers receding takes several frames.
    const focusedRegion = placeOf(state.region);
    const saidRegion = placeOf(state.pointedRegion ?? state.region);
    const layer = state.view === "network" ? state.layer : "citations";
    const numberOf = (id: PaperId | null) => (id === null ? -1 : (catalogue.byId.get(id)?.index ?? -1));
    const [selected, pointed] = [numberOf(state.selected), numberOf(state.pointed)];
    const found = attention(
      catalogue,
      path,
      state.traced ? selected : -1,
      pointed < 0 ? selected : pointed,
      similar,
      link,
      hits,
      focusedRegion,
      division.of,
    );
    const emphasis = emphasised(columns, analysis, found);
    const cited = layer === "citations";
    // A path or a lineage is of citations, whatever joins the rest.
    const singled = cited || found?.on === "path" || found?.on === "lineage";
    const drawnOnes = cited
      ? drawn(pass, links, implied, state.links, state.links === "main-path" ? spine : null)
      : undrawn(index.citing.length);
    const listed = listedIn(list(columns), visible);
    const model: LargeMapModel = {
      view: state.view === "lineage" ? "lineage" : "network",
      count: catalogue.entries.length,
      radius: columns.radius,
      tone: toned(columns, clusters, analysis.generations, state.colouring),
      colouring: state.colouring,
      survey: columns.survey,
      marks: marked(visible, emphasis.levels, state.newMarked ? fresh(sources.catalogue, newcomers) : null),
      citing: index.citing,
      cited: index.cited,
      drawn: drawnOnes,
      listed,
      strong:
        found === null
          ? amongListed(listed, index, drawnOnes)
          : singled
            ? strong(columns, emphasis.strong, pass, links, implied, MOST_STRONG_LINKS)
            : NO_LINKS,
      spine:
        cited && (state.view === "lineage" || state.links === "main-path")
          ? spineLinks(spine, pass, links)
          : NO_LINKS,
      links: state.links,
      layer,
      similar: found?.on === "similar" ? found.lines : null,
      focused: emphasis.levels !== null,
      own: own(catalogue, sources.marks),
      selected,
      pointed,
      root: catalogue.root?.index ?? -1,
      regionOf: division.of,
      regions: named(division, counts(division, visible), state.region, state.pointedRegion),
      labelOrder: columns.labelOrder,
      labelOf: (paper) => catalogue.entries[paper]?.label ?? "",
    };
    return {
      model,
      visible,
      division,
      regionSaid: saidRegion < 0 ? null : said(catalogue.texts, columns, division, saidRegion, links),
    };
  };
  return { build, beginning };
}

/** What attention is on; null when it is nowhere. */
function attended(
  catalogue: Sources["catalogue"],
  path: Subgraph | null,
  traced: number,
  paper: number,
  similar: SimilarLines | null,
  link: Subgraph | null,
  hits: readonly PaperId[] | null,
  region: number,
  of: Int32Array,
): Attention | null {
  if (path !== null) return { on: "path", path };
  if (traced >= 0) return { on: "lineage", paper: traced };
  if (similar !== null) return { on: "similar", lines: similar };
  if (paper >= 0) return { on: "paper", paper };
  if (link !== null) return { on: "link", link };
  if (hits !== null) return { on: "hits", papers: hits.flatMap((id) => catalogue.byId.get(id)?.index ?? []) };
  return region < 0 ? null : { on: "region", region, of };
}
