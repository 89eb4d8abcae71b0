import type { Citation } from "../../corpus/schema.ts";
import {
  CONTEXT_LABEL_SIZE,
  estimateTextWidth,
  LABEL_SIZE,
  REGION_LABEL_SIZE,
  ROOT_LABEL_SIZE,
} from "../../view/looks/label.ts";
import { type Shape, shapeOfSlot } from "../../view/looks/shapes.ts";
import { CONFIDENCES } from "../../view/map/columns.ts";
import { FAINT, FRESH, isVisible, type MapModel, STRONG } from "../../view/map/map.ts";
import { communitySlot } from "../../view/panels/communities.ts";
import type { LinkLayer } from "../../view/state/state.ts";

/** How much a mark stands out: `faint` recedes behind what is `strong`; nothing is either while nothing is highlighted. */
export type Emphasis = "normal" | "strong" | "faint";

/** A paper as it is drawn one by one, without its place. */
export interface PaperMark {
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
  /** On how many of the three main paths it lies. */
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

/** A line as it is drawn one by one; `citing` and `cited` are papers by number. */
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

/** A region as it is drawn, without its outline. */
export interface RegionMark {
  /** As the state names it. */
  readonly id: string;
  readonly label: string;
  readonly labelWidth: number;
  readonly slot: number;
  readonly emphasis: Emphasis;
}

/** The regions of a map. */
export interface RegionMarks {
  /** The same for the same division of papers; the layout follows it. */
  readonly key: string;
  readonly marks: readonly RegionMark[];
  /** By paper, the region in whose outline it lies: survey papers only; null for none. */
  readonly of: readonly (string | null)[];
}

/** A map as it is drawn one by one: papers by number, lines by that of their citation or by their place in a layer. */
export interface MarkedMap {
  readonly papers: readonly PaperMark[];
  readonly links: readonly LinkMark[];
  /** Whether something is highlighted, so that the rest recedes. */
  readonly focused: boolean;
  /** Whether what is highlighted is a lineage, not a neighbourhood. */
  readonly traced: boolean;
  /** Whether the main path is drawn as the spine, and whether papers say how many weights agree. */
  readonly spineShown: boolean;
  readonly pipsShown: boolean;
  readonly layer: LinkLayer;
  /** The regions of the network; null where there are none. */
  readonly regions: RegionMarks | null;
}

/** The marks of a map. O(n + m). */
export function markedMap(model: MapModel): MarkedMap {
  const { attention, focused, links, view, layer } = model;
  const papers = Array.from(model.marks, (_, paper) => paperMark(model, paper));
  return {
    papers,
    links: layer === "citations" ? citationMarks(model, papers) : lineMarks(model, papers),
    focused,
    traced:
      attention === "path" || attention === "lineage" || (attention === "link" && layer === "citations"),
    spineShown: view === "lineage" || links === "main-path",
    pipsShown: links === "main-path",
    layer,
    regions: regionMarks(model),
  };
}

function paperMark(model: MapModel, paper: number): PaperMark {
  const { survey, tone, colouring, root } = model;
  const [bits, label, mine] = [model.marks[paper]!, model.labelOf(paper), model.own.get(paper)];
  const isRoot = paper === root;
  const listed = survey[paper] === 1;
  const ofGroup = model.slot[paper]! < 0 ? null : model.slot[paper]!;
  const slot = colouring === "community" ? communitySlot(tone[paper]!) : ofGroup;
  const labelSize = isRoot ? ROOT_LABEL_SIZE : listed ? LABEL_SIZE : CONTEXT_LABEL_SIZE;
  return {
    label,
    labelSize,
    labelWidth: estimateTextWidth(label, labelSize),
    role: listed ? "survey" : "context",
    slot,
    shape: slot === null ? "circle" : shapeOfSlot(slot),
    radius: model.radius[paper]!,
    sizeKnown: model.sizeKnown[paper] === 1,
    visible: isVisible(model, paper),
    emphasis: (bits & STRONG) !== 0 ? "strong" : (bits & FAINT) !== 0 ? "faint" : "normal",
    selected: paper === model.selected,
    pointed: paper === model.pointed,
    root: isRoot,
    spine: model.spinePapers[paper]!,
    generation: colouring === "generation" ? tone[paper]! : null,
    yearStep: colouring === "year" ? tone[paper]! : null,
    fresh: (bits & FRESH) !== 0,
    starred: mine?.starred ?? false,
    read: mine?.read ?? false,
    importance: (isRoot ? 1e6 : 0) - model.labelRank[paper]!,
  };
}

function citationMarks(model: MapModel, papers: readonly PaperMark[]): LinkMark[] {
  const { attention, strong, twin } = model;
  const standOut = new Set(attention === null ? [] : strong);
  const emphasisOf = (citation: number, citing: PaperMark, cited: PaperMark): Emphasis => {
    if (standOut.has(citation)) return "strong";
    if (!model.focused) return "normal";
    // Links that lead out of a region stay as they are.
    const leadsOut = citing.emphasis === "strong" || cited.emphasis === "strong";
    return attention === "region" && leadsOut ? "normal" : "faint";
  };
  return Array.from(model.citing, (from, citation): LinkMark => {
    const to = model.cited[citation]!;
    const [citing, cited] = [papers[from]!, papers[to]!];
    return {
      citing: from,
      cited: to,
      confidence: CONFIDENCES[model.confidence[citation]!]!,
      inner: citing.role === "survey" && cited.role === "survey",
      slot: citing.slot,
      visible: model.shown[citation] === 1,
      emphasis: emphasisOf(citation, citing, cited),
      recedes: model.shown[citation] === 1 && model.drawn[citation] === 0,
      spine: model.spineWeight[citation]!,
      mutual: twin[citation]! >= 0,
      fresh: model.freshLinks.has(citation),
      strength: null,
    };
  });
}

function lineMarks(model: MapModel, papers: readonly PaperMark[]): LinkMark[] {
  const { similar, attention, focused, pointedLine } = model;
  if (similar === null) return [];
  const emphasisOf = (line: number, a: PaperMark, b: PaperMark): Emphasis => {
    if (attention === "link") return line === pointedLine ? "strong" : "normal";
    if (!focused) return "normal";
    if (similar.shown[line] === 0) return "faint";
    const [one, other] = [a.emphasis === "strong", b.emphasis === "strong"];
    switch (attention) {
      case "similar":
        return isAttended(model, similar.from[line]!) || isAttended(model, similar.to[line]!)
          ? "strong"
          : "faint";
      case "lineage":
        return one && other ? "strong" : "faint";
      case "region":
        return one && other ? "strong" : one || other ? "normal" : "faint";
      default:
        return "faint";
    }
  };
  return Array.from(similar.from, (from, line): LinkMark => {
    const to = similar.to[line]!;
    const [a, b] = [papers[from]!, papers[to]!];
    return {
      citing: from,
      cited: to,
      confidence: "verified",
      inner: true,
      // A link between two groups takes the colour of neither.
      slot: a.slot === b.slot ? a.slot : null,
      visible: similar.shown[line] === 1 && a.visible && b.visible,
      emphasis: emphasisOf(line, a, b),
      recedes: false,
      spine: 0,
      mutual: false,
      fresh: false,
      strength: similar.strength[line]!,
    };
  });
}

/** Whether attention is on a paper: the one that is pointed at, else the selected one. */
function isAttended({ pointed, selected }: MapModel, paper: number): boolean {
  return paper === (pointed < 0 ? selected : pointed);
}

function regionMarks({ regions, regionOf, survey, division }: MapModel): RegionMarks | null {
  if (regions.length === 0) return null;
  const loud = regions.find(({ pointed }) => pointed) ?? regions.find(({ focused }) => focused);
  return {
    key: division,
    marks: regions.map((region) => ({
      id: region.id,
      label: region.label,
      // Bold letters are a little wider.
      labelWidth: estimateTextWidth(region.label, REGION_LABEL_SIZE) * 1.06,
      slot: region.slot ?? 0,
      emphasis: loud === undefined ? "normal" : region === loud ? "strong" : "faint",
    })),
    of: Array.from(regionOf, (region, paper) => (survey[paper] === 1 ? (regions[region]?.id ?? null) : null)),
  };
}
