import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import { type Companion, NO_SLOT, ROOT_FLAG, SIZE_KNOWN_FLAG, SURVEY_FLAG } from "../../columns/companion.ts";
import { kept } from "../kept.ts";
import { communitySlot } from "../panels/communities.ts";
import { largeInitialState } from "../state/large-initial-state.ts";
import type { State } from "../state/state.ts";
import { type MapModel, VISIBLE } from "./map.ts";
import { shortName } from "./regions.ts";
import { citationsAmong, shortList } from "./short-list.ts";

/** The network of a companion as it opens: everything shown, nothing selected. */
export function companionMap({ papers, citations, communities, groups, labels }: Companion): MapModel {
  const count = papers.x.length;
  const slot = new Int16Array(count);
  const survey = new Uint8Array(count);
  const sizeKnown = new Uint8Array(count);
  let [withGroup, root] = [0, -1];
  // Plain loops in this file: it runs once, before an engine has compiled anything, and a reader waits for it.
  for (let paper = 0; paper < count; paper++) {
    const own = papers.slot[paper]!;
    const flags = papers.flags[paper]!;
    slot[paper] = own === NO_SLOT ? -1 : own;
    if (own !== NO_SLOT) withGroup++;
    if ((flags & SURVEY_FLAG) !== 0) survey[paper] = 1;
    if ((flags & SIZE_KNOWN_FLAG) !== 0) sizeKnown[paper] = 1;
    if ((flags & ROOT_FLAG) !== 0 && root < 0) root = paper;
  }
  const { colouring, regions: kind, links } = largeInitialState(count, withGroup, false);
  const byCommunity = kind === "communities";
  // Links are drawn after the first picture: their columns are made when they are asked for.
  const citing = kept(() => citingOf(citations.start, citations.cited.length));
  const drawn = kept(() => notOf(citations.implied));
  const labelOrder = orderOf(labels, papers.radius);
  const listed = shortList({ survey, labelOrder });
  const named = new Map(labels.map(({ paper, label }) => [paper, label]));
  return {
    view: "network",
    count,
    radius: papers.radius,
    sizeKnown,
    slot,
    tone: colouring === "community" ? new Int16Array(papers.community) : slot,
    colouring,
    survey,
    marks: new Uint8Array(count).fill(VISIBLE),
    get citing() {
      return citing();
    },
    cited: citations.cited,
    confidence: citations.confidence,
    // Which papers cite each other is found with the page: until then a link has one head.
    twin: new Int32Array(0),
    get shown() {
      return drawn();
    },
    get drawn() {
      return drawn();
    },
    listed,
    strong: citationsAmong(listed, citations, (citation) => citations.implied[citation] === 0),
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
    root,
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
    labelRank: new Uint32Array(0),
    labelOf: (paper) => named.get(paper) ?? "",
  };
}

/** The state in which the page of a companion opens, whose map is `picture`. */
export function companionInitialState({ papers }: Companion, { count, listed }: MapModel): State {
  const withGroup = papers.slot.reduce((sum, slot) => sum + (slot === NO_SLOT ? 0 : 1), 0);
  return largeInitialState(count, withGroup, listed.length > 0);
}

/** The communities of a companion as if a worker had just found them. */
export function companionClusters({ papers, communities }: Companion): ClusterFacts {
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

/** The citing paper of each citation of these rows. */
function citingOf(start: Uint32Array, citations: number): Uint32Array {
  const citing = new Uint32Array(citations);
  for (let paper = 0; paper + 1 < start.length; paper++) {
    const end = start[paper + 1]!;
    for (let citation = start[paper]!; citation < end; citation++) citing[citation] = paper;
  }
  return citing;
}

/** Papers with a label in their order, then the others, the largest first. */
function orderOf(labels: Companion["labels"], radius: Float32Array): Uint32Array {
  const count = radius.length;
  const order = new Uint32Array(count);
  const labelled = new Uint8Array(count);
  let placed = 0;
  for (const { paper } of labels) {
    if (labelled[paper] === 1) continue;
    labelled[paper] = 1;
    order[placed++] = paper;
  }
  // Sorted by counting: finer than a sixteenth of a px nobody sees.
  const steps = new Uint16Array(count);
  let most = 0;
  for (let paper = 0; paper < count; paper++) {
    const step = Math.min(0xffff, Math.round(radius[paper]! * 16));
    steps[paper] = step;
    if (step > most) most = step;
  }
  const next = new Uint32Array(most + 2);
  for (let paper = 0; paper < count; paper++) if (labelled[paper] === 0) next[most - steps[paper]! + 1]!++;
  next[0] = placed;
  for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
  for (let paper = 0; paper < count; paper++) {
    if (labelled[paper] === 0) order[next[most - steps[paper]!]!++] = paper;
  }
  return order;
}
