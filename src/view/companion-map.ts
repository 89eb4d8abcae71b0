import type { ClusterFacts } from "../analysis/cluster-facts.ts";
import { type Companion, NO_SLOT, ROOT_FLAG, SURVEY_FLAG } from "../companion/companion.ts";
import { communitySlot } from "./communities.ts";
import { largeInitialState } from "./large-initial-state.ts";
import { type LargeMapModel, VISIBLE } from "./large-map.ts";
import { shortName } from "./regions.ts";

/** The map of a companion as it opens: everything shown, nothing selected. */
export function companionMap({ papers, citations, communities, groups, labels }: Companion): LargeMapModel {
  const count = papers.x.length;
  const slot = Int16Array.from(papers.slot, (value) => (value === NO_SLOT ? -1 : value));
  const { colouring, regions: kind, links } = largeInitialState(count, withGroup(papers.slot));
  const byCommunity = kind === "communities";
  const named = new Map(labels.map(({ paper, label }) => [paper, label]));
  return {
    view: "network",
    count,
    radius: papers.radius,
    tone: colouring === "community" ? Int16Array.from(papers.community) : slot,
    colouring,
    survey: papers.flags.map((flags) => (flags & SURVEY_FLAG ? 1 : 0)),
    marks: new Uint8Array(count).fill(VISIBLE),
    citing: citingOf(citations.start, citations.cited.length),
    cited: citations.cited,
    drawn: citations.implied.map((implied) => 1 - implied),
    strong: new Uint32Array(0),
    spine: new Uint32Array(0),
    links,
    focused: false,
    own: new Map(),
    selected: -1,
    pointed: -1,
    root: papers.flags.findIndex((flags) => (flags & ROOT_FLAG) !== 0),
    regionOf: byCommunity ? papers.community : Int32Array.from(slot),
    regions: (byCommunity ? communities : groups).map(({ label, papers: size }, i) => ({
      id: String(i),
      label: byCommunity ? shortName(label.split(", "), label) : label,
      count: size,
      slot: byCommunity ? communitySlot(i) : i,
      focused: false,
      pointed: false,
    })),
    labelOrder: orderOf(labels, papers.radius),
    labelOf: (paper) => named.get(paper) ?? "",
  };
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

function withGroup(slot: Uint8Array): number {
  return slot.reduce((sum, value) => sum + (value === NO_SLOT ? 0 : 1), 0);
}

/** The citing paper of each citation of these rows. */
function citingOf(start: Uint32Array, citations: number): Uint32Array {
  const citing = new Uint32Array(citations);
  for (let paper = 0; paper + 1 < start.length; paper++) citing.fill(paper, start[paper], start[paper + 1]);
  return citing;
}

/** Papers with a label in their order, then the others, the largest first. */
function orderOf(labels: Companion["labels"], radius: Float32Array): Uint32Array {
  const labelled = new Set(labels.map(({ paper }) => paper));
  // Sorted by counting: finer than a sixteenth of a px nobody sees.
  const steps = Uint16Array.from(radius, (px) => Math.min(0xffff, Math.round(px * 16)));
  const most = steps.reduce((largest, step) => Math.max(largest, step), 0);
  const next = new Uint32Array(most + 2);
  steps.forEach((step, paper) => {
    if (!labelled.has(paper)) next[most - step + 1] = (next[most - step + 1] ?? 0) + 1;
  });
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const order = new Uint32Array(radius.length);
  order.set([...labelled]);
  steps.forEach((step, paper) => {
    if (labelled.has(paper)) return;
    const place = next[most - step] ?? 0;
    order[labelled.size + place] = paper;
    next[most - step] = place + 1;
  });
  return order;
}
