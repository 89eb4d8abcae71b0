import { analyse } from "../../src/analysis/analyse.ts";
import { clusterFactsOf } from "../../src/analysis/communities/cluster-facts-of.ts";
import { type CitationIndex, indexOfCorpus } from "../../src/columns/citation-index.ts";
import { type Companion, type NamedRegion, NO_SLOT, type PaperColumns } from "../../src/columns/companion.ts";
import type { Citation, Corpus } from "../../src/corpus/schema.ts";
import type { EngineGraph } from "../../src/layout/engine/engine-graph.ts";
import { labelZooms } from "../../src/layout/network/label-zoom.ts";
import { ENGLISH } from "../../src/text/en/texts.ts";
import { buildCatalogue, type Catalogue } from "../../src/view/catalogue.ts";
import { labelOrder } from "../../src/view/label-order.ts";
import { estimateTextWidth, LABEL_SIZE, ROOT_LABEL_SIZE } from "../../src/view/looks/label.ts";
import { communityLabel } from "../../src/view/panels/communities.ts";
import { type RadiusScale, radiusScale } from "../../src/view/radius.ts";

/** So many labels are there before the titles are: more than fit on a screen, wherever one looks first. */
const LABELS = 4_000;
const CONFIDENCES: readonly Citation["confidence"][] = ["verified", "likely", "reported"];

/**
 * The companion of a corpus whose `corpus.json` has this mark: what the analysis, the rough communities by citations,
 * the scale of radii and the layout say of it. `layOut` gives the places (x and y in turn) of a graph whose papers are numbered as the companion's. Implied are the citations that a longer
 * path among all papers implies; those that were set aside to break a cycle are not.
 */
export function companionOf(
  corpus: Corpus,
  file: Companion["corpus"],
  layOut: (graph: EngineGraph) => Float32Array,
): Companion {
  const index = indexOfCorpus(corpus);
  const catalogue = buildCatalogue(corpus, ENGLISH, index);
  const scale = radiusScale(catalogue);
  const { generations, whole } = analyse(corpus, index);
  const { rough } = clusterFactsOf(corpus, { links: "citations", resolution: 1 }, index);
  const radius = Float32Array.from(catalogue.entries, (entry) => scale.of(entry).radius);
  const { citing, cited } = index;
  const places = layOut({ count: index.ids.length, citing, cited, radius });
  const x = places.filter((_, i) => i % 2 === 0);
  const y = places.filter((_, i) => i % 2 === 1);
  const order = labelOrder(catalogue, scale);
  const width = Float32Array.from(catalogue.entries, (entry) =>
    estimateTextWidth(entry.label, entry === catalogue.root ? ROOT_LABEL_SIZE : LABEL_SIZE),
  );
  const labelRank = rankIn(order);
  const { root } = catalogue;
  return {
    corpus: file,
    title: corpus.survey.title,
    root: root === null ? null : { id: root.paper.id, paper: root.index },
    groups: groupsOf(catalogue),
    communities: rough.communities.map((community) => ({
      label: communityLabel(community, ENGLISH),
      papers: community.papers.length,
    })),
    papers: {
      x,
      y,
      radius,
      ...factColumns(catalogue, scale),
      community: rough.communityOf,
      generation: generations,
      labelZoom: labelZooms({ x, y, radius, width }, order),
      labelRank,
    },
    citations: {
      citing,
      cited,
      implied: impliedBy(index, whole),
      confidence: Uint8Array.from(corpus.citations, ({ confidence }) => CONFIDENCES.indexOf(confidence)),
    },
    labelOf: (paper) =>
      (labelRank[paper] ?? LABELS) < LABELS ? (catalogue.entries[paper]?.label ?? "") : "",
  };
}

/** By paper: its place in an order of all papers. */
function rankIn(order: Uint32Array): Uint32Array {
  const rank = new Uint32Array(order.length);
  order.forEach((paper, place) => {
    rank[paper] = place;
  });
  return rank;
}

function factColumns(
  { entries, groupById }: Catalogue,
  scale: RadiusScale,
): Pick<PaperColumns, "day" | "slot" | "survey" | "sizeKnown"> {
  return {
    day: Float32Array.from(entries, ({ day }) => day ?? Number.NaN),
    slot: Uint8Array.from(entries, ({ group }) => slotOf(groupById.get(group ?? "")?.slot)),
    survey: Uint8Array.from(entries, ({ paper }) => (paper.role === "survey" ? 1 : 0)),
    sizeKnown: Uint8Array.from(entries, (entry) => (scale.of(entry).known ? 1 : 0)),
  };
}

/** The slot as a byte; groups after the 255th have none, nor have they a colour of their own. */
function slotOf(slot: number | undefined): number {
  return slot === undefined || slot >= NO_SLOT ? NO_SLOT : slot;
}

/** By slot; a slot whose group has no paper is empty. */
function groupsOf({ groups }: Catalogue): NamedRegion[] {
  const regions: NamedRegion[] = [];
  for (const { slot, label, papers } of groups) {
    while (regions.length < slot) regions.push({ label: "", papers: 0 });
    regions.push({ label, papers: papers.length });
  }
  return regions.slice(0, NO_SLOT);
}

/** By citation of the index: 1 for one that a longer path among all papers implies. */
function impliedBy(
  index: CitationIndex,
  { graph, reduction }: ReturnType<typeof analyse>["whole"],
): Uint8Array {
  const implied = new Uint8Array(index.citing.length);
  for (const citation of reduction.removed) implied[graph.inWhole[citation] ?? -1] = 1;
  return implied;
}
