import type { Analysis } from "../../analysis/analyse.ts";
import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Citation } from "../../corpus/schema.ts";
import { type Marks, markOf } from "../../reading/marks.ts";
import type { Catalogue } from "../catalogue.ts";
import { estimateTextWidth } from "../looks/label.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import type { Newcomers } from "../panels/changes.ts";
import { communitySlot } from "../panels/communities.ts";
import type { RadiusScale } from "../radius.ts";
import type { LinkLayer, State } from "../state/state.ts";
import type { Emphasis, EmphasisOfAll } from "./emphasis.ts";
import { linkFilter } from "./link-filter.ts";
import { type SimilarityLinks, thresholdOf } from "./link-layers.ts";
import type { RegionMarks } from "./regions.ts";
import type { LineageFacts } from "./spine.ts";
import { yearStepOf } from "./year-steps.ts";

/** Font size of a survey paper's label in px. */
export const LABEL_SIZE = 12.5;
export const ROOT_LABEL_SIZE = 15;
const CONTEXT_LABEL_SIZE = 11;

/** A paper as it stands on the map, without its place; index-aligned with the catalogue's entries. */
export interface PaperMark {
  readonly id: PaperId;
  readonly label: string;
  readonly labelSize: number;
  readonly labelWidth: number;
  readonly role: "survey" | "context";
  /** Of its group or, where colour says so, of its community. */
  readonly slot: number | null;
  readonly shape: Shape;
  /** In px at zoom 1. */
  readonly radius: number;
  /** Whether the size says something; else the mark is a dashed ring. */
  readonly sizeKnown: boolean;
  readonly visible: boolean;
  readonly emphasis: Emphasis;
  readonly selected: boolean;
  readonly pointed: boolean;
  readonly root: boolean;
  /** On how many of the three main paths it lies; 0 where main paths are not asked for. */
  readonly spine: number;
  /** Steps from the root along the longest line, where colour says so; null otherwise. */
  readonly generation: number | null;
  /** Its step on the scale of years, where colour says so; null otherwise, -1 when no year is known. */
  readonly yearStep: number | null;
  /** Whether the newest refresh brought it and the reader wants to see that. */
  readonly fresh: boolean;
  /** What the reader made of it. */
  readonly starred: boolean;
  readonly read: boolean;
  /** Which label wins where two would touch: larger first. */
  readonly importance: number;
}

/** A link as it stands on the map; `citing` and `cited` are indices into the papers. */
export interface LinkMark {
  readonly citing: number;
  readonly cited: number;
  readonly confidence: Citation["confidence"];
  /** Whether both ends are survey papers. */
  readonly inner: boolean;
  readonly slot: number | null;
  readonly visible: boolean;
  readonly emphasis: Emphasis;
  /** Whether the choice of links lets it recede: implied by a longer path, or off the main path. */
  readonly recedes: boolean;
  /** On how many of the three main paths it lies, 0 to 3. */
  readonly spine: number;
  /** Whether the cited paper cites the citing one as well: drawn once, with two heads. */
  readonly mutual: boolean;
  readonly fresh: boolean;
  /** Of a similarity link, which has no arrow: how much both ends share, from 0 to 1; null for a citation. */
  readonly strength: number | null;
}

export interface MapModel {
  readonly papers: readonly PaperMark[];
  readonly links: readonly LinkMark[];
  /** Whether something is highlighted, so that the rest recedes. */
  readonly focused: boolean;
  /** Whether what is highlighted is a lineage, not a neighbourhood. */
  readonly traced: boolean;
  /** Whether the main path is drawn as the spine, and whether papers say how many weights agree. */
  readonly spineShown: boolean;
  readonly pipsShown: boolean;
  /** What the links are: citations in the corpus's order, or the pairs of a layer. */
  readonly layer: LinkLayer;
  /** The regions of the network; null where there are none. */
  readonly regions: RegionMarks | null;
}

export interface MapFacts {
  readonly catalogue: Catalogue;
  readonly analysis: Analysis;
  readonly scale: RadiusScale;
  readonly lineage: LineageFacts;
  readonly newcomers: Newcomers;
  readonly clusters: ClusterFacts | null;
  readonly marks: Marks;
}

/** What the map of the network shows that other maps do not. */
export interface NetworkParts {
  readonly similarity: SimilarityLinks | null;
  readonly regions: RegionMarks | null;
}

/** The marks of the map for a state; papers in the catalogue's order, links in the corpus's or the layer's. */
export function buildMap(
  { catalogue, analysis, scale, lineage, newcomers, clusters, marks }: MapFacts,
  state: State,
  visible: readonly boolean[],
  emphasis: EmphasisOfAll,
  { similarity, regions }: NetworkParts = { similarity: null, regions: null },
): MapModel {
  const spine = lineage.spine(state.links === "main-path" ? state.keyRoutes : 0);
  const recedes = (citation: number) => {
    if (state.links === "skeleton") return lineage.isImplied(citation);
    return state.links === "main-path" && !spine.citations.has(citation);
  };
  const passes = linkFilter(catalogue.corpus, state);
  const passing = new Map(
    catalogue.corpus.citations.flatMap((citation, i) =>
      passes(citation) ? [[pairOf(citation), i] as const] : [],
    ),
  );
  const papers = catalogue.entries.map((entry): PaperMark => {
    const { paper, index } = entry;
    const root = catalogue.root === entry;
    const { starred, read } = markOf(marks, paper.id);
    const ofGroup = entry.group === null ? null : (catalogue.groupById.get(entry.group)?.slot ?? null);
    const byCommunity = state.colouring === "community";
    const slot = byCommunity ? communitySlot(clusters?.communityOf[index] ?? -1) : ofGroup;
    const { radius, known } = scale.of(entry);
    const labelSize = root ? ROOT_LABEL_SIZE : paper.role === "survey" ? LABEL_SIZE : CONTEXT_LABEL_SIZE;
    const degree = entry.cites.length + entry.citedBy.length;
    return {
      id: paper.id,
      label: entry.label,
      labelSize,
      labelWidth: estimateTextWidth(entry.label, labelSize),
      role: paper.role,
      slot,
      shape: slot === null ? "circle" : shapeOfSlot(slot),
      radius,
      sizeKnown: known,
      visible: visible[index] ?? false,
      emphasis: emphasis.papers[index] ?? "normal",
      selected: state.selected === paper.id,
      pointed: state.pointed === paper.id,
      root,
      fresh: state.newMarked && newcomers.papers.has(paper.id),
      starred,
      read,
      spine: spine.papers[index] ?? 0,
      generation: state.colouring === "generation" ? Math.max(-1, analysis.generations[index] ?? -1) : null,
      yearStep: state.colouring === "year" ? yearStepOf(catalogue, entry) : null,
      importance: (root ? 1e6 : paper.role === "survey" ? 1e4 : 0) + radius * 10 + degree,
    };
  });
  const citations = () =>
    catalogue.corpus.citations.map((citation, i): LinkMark => {
      const citing = catalogue.byId.get(citation.citing)?.index ?? -1;
      const cited = catalogue.byId.get(citation.cited)?.index ?? -1;
      const back = passing.get(pairOf({ citing: citation.cited, cited: citation.citing }));
      const mutual = back !== undefined;
      const shown = passes(citation) && !(mutual && citation.citing > citation.cited);
      // A line that stands for two citations is as loud as the louder of them.
      const both = mutual ? [i, back] : [i];
      return {
        citing,
        cited,
        confidence: citation.confidence,
        inner: papers[citing]?.role === "survey" && papers[cited]?.role === "survey",
        slot: papers[citing]?.slot ?? null,
        visible: shown && (papers[citing]?.visible ?? false) && (papers[cited]?.visible ?? false),
        emphasis: loudest(both.map((place) => emphasis.links[place] ?? "normal")),
        recedes: both.every(recedes),
        spine: Math.max(...both.map((place) => spine.citations.get(place) ?? 0)),
        mutual,
        fresh: state.newMarked && newcomers.citations.has(i),
        strength: null,
      };
    });
  return {
    papers,
    links: similarity
      ? similarityMarks(similarity, papers, emphasis, thresholdOf(similarity, state))
      : citations(),
    layer: similarity?.layer ?? "citations",
    regions,
    focused: emphasis.focused,
    traced: emphasis.traced,
    spineShown: state.view === "lineage" || state.links === "main-path",
    pipsShown: state.links === "main-path",
  };
}

function similarityMarks(
  { pairs, most }: SimilarityLinks,
  papers: readonly PaperMark[],
  emphasis: EmphasisOfAll,
  threshold: number,
): LinkMark[] {
  return pairs.map(({ a, b, shared }, i) => {
    const [one, other] = [papers[a], papers[b]];
    return {
      citing: a,
      cited: b,
      confidence: "verified",
      inner: true,
      // A link between two groups takes the colour of neither.
      slot: one?.slot === other?.slot ? (one?.slot ?? null) : null,
      visible: shared >= threshold && one?.visible === true && other?.visible === true,
      emphasis: emphasis.links[i] ?? "normal",
      recedes: false,
      spine: 0,
      mutual: false,
      fresh: false,
      strength: shared / Math.max(1, most),
    };
  });
}

function pairOf({ citing, cited }: Pick<Citation, "citing" | "cited">): string {
  return `${citing}\n${cited}`;
}

function loudest(emphases: readonly Emphasis[]): Emphasis {
  return (["strong", "normal"] as const).find((emphasis) => emphases.includes(emphasis)) ?? "faint";
}
