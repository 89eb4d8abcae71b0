import { analyse } from "../../analysis/analyse.ts";
import { summarise, withSummary } from "../../analysis/summary.ts";
import { indexOfCorpus } from "../../columns/citation-index.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Corpus } from "../../corpus/schema.ts";
import { NO_MARKS } from "../../reading/marks.ts";
import type { EmbedTexts } from "../../text/embed-texts.ts";
import type { Texts } from "../../text/texts.ts";
import { buildCatalogue, type Catalogue, type Entry } from "../catalogue.ts";
import { mapColumns } from "../map/columns.ts";
import type { MapModel } from "../map/map.ts";
import { type MapParts, type MapSources, mapParts, passingOf } from "../map/map-model.ts";
import { lineageFacts } from "../map/spine.ts";
import { type RadiusScale, radiusScale } from "../radius.ts";
import { NO_LIMITS } from "../state/limits.ts";
import type { State } from "../state/state.ts";
import { titleOf } from "../view-model.ts";
import { describe } from "./announcement.ts";
import { buildCompact, type CompactModel } from "./compact.ts";
import { linksOf } from "./details.ts";
import { embeddedPart } from "./embedded-part.ts";
import { buildLegend } from "./legend.ts";

/** A paper as a list or an event names it. */
export interface EmbeddedPaper {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  readonly year: number | null;
  /** Where it can be read; null when no place is known. */
  readonly url: string | null;
}

/** What a map in somebody else's page shows and says. */
export interface EmbeddedModel {
  readonly texts: Texts;
  readonly embed: EmbedTexts;
  readonly head: CompactModel;
  readonly view: "lineage" | "network";
  readonly map: MapModel;
  readonly mapLabel: string;
  /** The papers of the survey, oldest first, each in one sentence: the map for those who cannot see it. */
  readonly list: readonly (EmbeddedPaper & { readonly text: string; readonly selected: boolean })[];
  readonly selected: (EmbeddedPaper & { readonly byline: string }) | null;
  readonly announcement: string;
  /** What is not shown or not there; [] when there is nothing to say. */
  readonly notes: readonly string[];
}

/** What does not change with the state, made once for a corpus and a language. */
export interface EmbeddedSources extends MapSources {
  readonly scale: RadiusScale;
  /** What the element says beyond what the page does. */
  readonly embed: EmbedTexts;
  /** The number of all papers of a corpus of which only a part is shown; null when all are. */
  readonly of: number | null;
  /** How many parts of the data could not be used. */
  readonly leftOut: number;
}

/** The sources of a map in somebody else's page: of a large corpus only its survey. */
export function embeddedSources(whole: Corpus, texts: Texts, embed: EmbedTexts): EmbeddedSources {
  const { corpus, of } = embeddedPart(whole);
  const index = indexOfCorpus(corpus);
  const catalogue = buildCatalogue(corpus, texts, index);
  const scale = radiusScale(catalogue);
  const full = analyse(corpus, index);
  const summary = summarise(full);
  const analysis = withSummary(full, summary);
  return {
    catalogue,
    analysis,
    columns: mapColumns(catalogue, index, scale),
    implied: summary.implied,
    scale,
    lineage: lineageFacts(analysis, summary),
    newcomers: { papers: new Set(), citations: new Set() },
    clusters: null,
    marks: NO_MARKS,
    embed,
    of,
    leftOut: 0,
  };
}

/** What a map in somebody else's page follows from. */
interface EmbeddedGiven {
  readonly sources: EmbeddedSources;
  readonly state: State;
}

/** What a map in somebody else's page never highlights. */
const NOTHING = { lines: null, attended: null, pointed: null, layers: null };

/** Makes the maps in somebody else's page, and keeps of each what the next one shares. */
export function embeddedModels(): (
  sources: EmbeddedSources,
  state: State,
  unknown?: string | null,
) => EmbeddedModel {
  const parts = mapParts<EmbeddedGiven>(
    passingOf(),
    { hits: () => null, path: () => null, pointed: () => null, similar: () => NOTHING },
    NO_LIMITS,
  );
  return (sources, state, unknown = null) => buildEmbedded(sources, state, unknown, parts);
}

/** The map in somebody else's page for a state; `unknown` is a paper that is asked for and not there. */
function buildEmbedded(
  sources: EmbeddedSources,
  state: State,
  unknown: string | null,
  parts: MapParts<EmbeddedGiven>,
): EmbeddedModel {
  const { catalogue, scale, embed, of, leftOut } = sources;
  const { texts, entries } = catalogue;
  const given = { sources, state };
  const survey = entries.filter(({ paper }) => paper.role === "survey").sort(byTime);
  const generationOf = () => null;
  const attended = state.pointed ?? state.selected;
  const selected = state.selected === null ? undefined : catalogue.byId.get(state.selected);
  const spoken = attended === null ? undefined : catalogue.byId.get(attended);
  const title = titleOf(catalogue);
  const shown = parts.visible(given).reduce((sum, one) => sum + one, 0);
  return {
    texts,
    embed,
    head: buildCompact(
      { texts, title, legend: buildLegend(catalogue, scale, generationOf, state), communities: null },
      state,
    ),
    view: state.view === "network" ? "network" : "lineage",
    map: parts.model(given),
    mapLabel: embed.mapLabel(title, texts.count(shown)),
    list: survey.map((entry) => ({
      ...embeddedPaper(catalogue, entry),
      text: describe(sources, entry),
      selected: entry === selected,
    })),
    selected: selected
      ? { ...embeddedPaper(catalogue, selected), byline: bylineOf(selected, texts, embed) }
      : null,
    announcement: spoken ? describe(sources, spoken) : "",
    notes: [
      ...(unknown === null ? [] : [embed.unknown(unknown)]),
      ...(shown === 0 ? [embed.empty] : []),
      ...(of === null ? [] : [embed.part(texts.count(entries.length), texts.count(of))]),
      ...(leftOut === 0 ? [] : [texts.coverage.leftOut(leftOut)]),
    ],
  };
}

function embeddedPaper({ texts }: Catalogue, entry: Entry): EmbeddedPaper {
  const { paper, label, year } = entry;
  const [best] = linksOf(texts.details, entry);
  return { id: paper.id, label, title: paper.title, year, url: best?.href ?? null };
}

/** Whose it is, where it stands and when: `Mu, Kirillov and others · ECCV · 2021`. */
function bylineOf({ paper, placements, year }: Entry, texts: Texts, embed: EmbedTexts): string {
  const [first, second, ...others] = paper.authors;
  const authors =
    others.length > 0 && first && second
      ? embed.andOthers(`${first}, ${second}`)
      : texts.listed(paper.authors);
  const venue = placements.find((placement) => placement.venue)?.venue ?? paper.venue;
  const when = year === null || /\b\d{4}\b/.test(venue ?? "") ? null : String(year);
  return [authors, venue, when].filter(Boolean).join(" · ");
}

function byTime(a: Entry, b: Entry): number {
  return (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || a.index - b.index;
}
