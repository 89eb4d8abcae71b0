import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import { type CompanionPapers, type DrawnCitations, NO_SLOT } from "../../columns/companion.ts";
import { communitySlot } from "../panels/communities.ts";
import { largeInitialState } from "../state/large-initial-state.ts";
import type { State } from "../state/state.ts";
import { type MapModel, VISIBLE } from "./map.ts";
import { shortName } from "./regions.ts";
import { citationsAmong, shortList } from "./short-list.ts";

/** The network of a companion as it opens: all papers shown, nothing selected, and citations not there yet. */
export function companionMap({ papers, root, communities, groups, labelOf }: CompanionPapers): MapModel {
  const count = papers.x.length;
  const slot = new Int16Array(count);
  let withGroup = 0;
  // Plain loops in this file: it runs once, before an engine has compiled anything, and a reader waits for it.
  for (let paper = 0; paper < count; paper++) {
    const own = papers.slot[paper]!;
    slot[paper] = own === NO_SLOT ? -1 : own;
    if (own !== NO_SLOT) withGroup++;
  }
  const { colouring, regions: kind, links } = largeInitialState(count, withGroup, false);
  const byCommunity = kind === "communities";
  const labelOrder = orderOf(papers.labelRank);
  return {
    view: "network",
    count,
    radius: papers.radius,
    sizeKnown: papers.sizeKnown,
    slot,
    tone: colouring === "community" ? new Int16Array(papers.community) : slot,
    colouring,
    survey: papers.survey,
    marks: new Uint8Array(count).fill(VISIBLE),
    citing: new Uint32Array(0),
    cited: new Uint32Array(0),
    confidence: new Uint8Array(0),
    // Which papers cite each other is found with the page: until then a link has one head.
    twin: new Int32Array(0),
    shown: new Uint8Array(0),
    drawn: new Uint8Array(0),
    listed: shortList({ survey: papers.survey, labelOrder }),
    strong: new Uint32Array(0),
    spine: new Uint32Array(0),
    spinePapers: new Uint8Array(0),
    spineWeight: new Uint8Array(0),
    freshLinks: new Set(),
    links,
    layer: "citations",
    similar: null,
    pointedLine: -1,
    attention: null,
    focused: false,
    own: new Map(),
    selected: -1,
    pointed: -1,
    root: root?.paper ?? -1,
    regionOf: byCommunity ? papers.community : new Int32Array(slot),
    regions: (byCommunity ? communities : groups).map(({ label, papers: size }, i) => ({
      id: String(i),
      label: byCommunity ? shortName(label.split(", "), label) : label,
      count: size,
      slot: byCommunity ? communitySlot(i) : i,
      focused: false,
      pointed: false,
    })),
    division: kind,
    labelOrder,
    labelRank: papers.labelRank,
    labelOf,
  };
}

/** The map with the citations of its papers, all but the implied ones drawn. */
export function withCitations(
  map: MapModel,
  { citing, cited, implied, confidence }: DrawnCitations,
): MapModel {
  const drawn = notOf(implied);
  const rows = { start: startsOf(citing, map.count), cited };
  const strong = citationsAmong(map.listed, rows, (citation) => drawn[citation] === 1);
  return { ...map, citing, cited, confidence, shown: drawn, drawn, strong };
}

/** The state in which the page of a companion opens, whose map is `picture`. */
export function companionInitialState({ papers }: CompanionPapers, { count, listed }: MapModel): State {
  const withGroup = papers.slot.reduce((sum, slot) => sum + (slot === NO_SLOT ? 0 : 1), 0);
  return largeInitialState(count, withGroup, listed.length > 0);
}

/** The communities of a companion as if a worker had just found them. */
export function companionClusters({ papers, communities }: CompanionPapers): ClusterFacts {
  const members = communities.map((): number[] => []);
  papers.community.forEach((community, paper) => {
    members[community]?.push(paper);
  });
  return {
    links: "citations",
    resolution: 1,
    communityOf: papers.community,
    communities: communities.map(({ label }, id) => ({
      id,
      label,
      hub: "",
      terms: label.split(", "),
      papers: members[id] ?? [],
    })),
    modularity: Number.NaN,
    stability: new Float64Array(papers.x.length).fill(Number.NaN),
    runs: 0,
    noStructure: null,
    unmeasured: true,
  };
}

function notOf(bits: Uint8Array): Uint8Array {
  const not = new Uint8Array(bits.length);
  for (let i = 0; i < bits.length; i++) not[i] = 1 - bits[i]!;
  return not;
}

/** Where the citations of each of so many papers begin, and where the last ones end; `citing` ascends. */
function startsOf(citing: Uint32Array, count: number): Uint32Array {
  const start = new Uint32Array(count + 1);
  for (let citation = 0; citation < citing.length; citation++) start[citing[citation]! + 1]!++;
  for (let paper = 0; paper < count; paper++) start[paper + 1]! += start[paper]!;
  return start;
}

/** The papers by their ranks. */
function orderOf(rank: Uint32Array): Uint32Array {
  const order = new Uint32Array(rank.length);
  for (let paper = 0; paper < rank.length; paper++) order[rank[paper]!] = paper;
  return order;
}
