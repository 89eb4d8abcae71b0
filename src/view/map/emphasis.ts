import type { Analysis } from "../../analysis/analyse.ts";
import { ancestorsOf, descendantsOf } from "../../analysis/lineage/reachable.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";

/** How loud a mark is: `faint` recedes behind what is `strong`; nothing is either while nothing is highlighted. */
export type Emphasis = "normal" | "strong" | "faint";

export interface EmphasisOfAll {
  readonly papers: readonly Emphasis[];
  readonly links: readonly Emphasis[];
  readonly focused: boolean;
  /** Whether what stands out is a lineage or path rather than a neighbourhood. */
  readonly traced: boolean;
}

/** Papers and citations by number. */
export interface Subgraph {
  readonly papers: ReadonlySet<number>;
  readonly citations: ReadonlySet<number>;
}

/** The two ends of a link by catalogue index. */
export interface LinkEnds {
  readonly citing: number;
  readonly cited: number;
}

/** What else stands on the map: its links where they are no citations, and the region attention is on. */
export interface Surroundings {
  /** By place of the link; null for one that is not shown. By default the citations. */
  readonly ends?: readonly (LinkEnds | null)[];
  readonly region?: ReadonlySet<number> | null;
}

/**
 * What the reader's attention is on. The paths asked for stand out before a traced paper's lineage, that
 * before the neighbours of a pointed or selected paper, those before the hits of a search, those before a
 * region. Pointing at a citation brings it out with the path that implies it, and lets nothing recede.
 */
export function emphasisOf(
  catalogue: Catalogue,
  analysis: Analysis,
  state: State,
  hits: ReadonlySet<PaperId> | null,
  path: Subgraph | null,
  pointed: Subgraph | null,
  { ends, region = null }: Surroundings = {},
): EmphasisOfAll {
  const links = ends ?? citationEnds(catalogue);
  const citations = ends === undefined;
  const indexOf = (id: PaperId | null) => (id === null ? undefined : catalogue.byId.get(id)?.index);
  if (path !== null) return only(catalogue, path, citations ? null : links);
  const selected = indexOf(state.selected);
  const under = indexOf(state.pointed);
  if (state.traced && selected !== undefined) return traced(catalogue, analysis, selected, links);
  const focus = under ?? selected;
  if (focus !== undefined) return neighbourhood(catalogue, focus, links);
  if (pointed !== null) {
    const loud = links.map((_, i): Emphasis => (pointed.citations.has(i) ? "strong" : "normal"));
    return { papers: [], links: loud, focused: false, traced: citations };
  }
  if (hits !== null) {
    return {
      papers: catalogue.entries.map((entry) => (hits.has(entry.paper.id) ? "strong" : "faint")),
      links: links.map(() => "faint"),
      focused: true,
      traced: false,
    };
  }
  if (region !== null) return around(catalogue, region, links);
  return { papers: [], links: [], focused: false, traced: false };
}

function citationEnds({ corpus, byId }: Catalogue): LinkEnds[] {
  return corpus.citations.map(({ citing, cited }) => ({
    citing: byId.get(citing)?.index ?? -1,
    cited: byId.get(cited)?.index ?? -1,
  }));
}

/** A region with its inner links; links that lead out of it, and where to, stay as they are. */
function around(
  { entries }: Catalogue,
  region: ReadonlySet<number>,
  ends: readonly (LinkEnds | null)[],
): EmphasisOfAll {
  const touched = new Set<number>();
  const links = ends.map((link): Emphasis => {
    if (link === null) return "faint";
    const [from, to] = [region.has(link.citing), region.has(link.cited)];
    if (from && to) return "strong";
    if (!from && !to) return "faint";
    touched.add(from ? link.cited : link.citing);
    return "normal";
  });
  const papers = entries.map(({ index }): Emphasis => {
    if (region.has(index)) return "strong";
    return touched.has(index) ? "normal" : "faint";
  });
  return { papers, links, focused: true, traced: false };
}

/** With the links of another layer, none of which is a step of a path, `others` recede. */
function only(
  catalogue: Catalogue,
  { papers, citations }: Subgraph,
  others: readonly unknown[] | null,
): EmphasisOfAll {
  return {
    papers: catalogue.entries.map((entry) => (papers.has(entry.index) ? "strong" : "faint")),
    links:
      others?.map(() => "faint") ??
      catalogue.corpus.citations.map((_, i) => (citations.has(i) ? "strong" : "faint")),
    focused: true,
    traced: true,
  };
}

function neighbourhood(
  catalogue: Catalogue,
  focus: number,
  ends: readonly (LinkEnds | null)[],
): EmphasisOfAll {
  const strong = new Set([focus]);
  const links = ends.map((link): Emphasis => {
    if (link?.citing !== focus && link?.cited !== focus) return "faint";
    strong.add(link.citing).add(link.cited);
    return "strong";
  });
  return {
    papers: catalogue.entries.map((entry) => (strong.has(entry.index) ? "strong" : "faint")),
    links,
    focused: true,
    traced: false,
  };
}

function traced(
  catalogue: Catalogue,
  analysis: Analysis,
  focus: number,
  ends: readonly (LinkEnds | null)[],
): EmphasisOfAll {
  const { up, down } = lineageAround(analysis, focus);
  return {
    papers: catalogue.entries.map((entry) =>
      up.has(entry.index) || down.has(entry.index) ? "strong" : "faint",
    ),
    links: ends.map((link): Emphasis => {
      if (link === null) return "faint";
      const [a, b] = [link.citing, link.cited];
      return (up.has(a) && up.has(b)) || (down.has(a) && down.has(b)) ? "strong" : "faint";
    }),
    focused: true,
    traced: true,
  };
}

/**
 * The paper with its ancestors that stand on a citation path from the root (all ancestors where there
 * is no root or no such path), and the paper with its descendants; catalogue indices.
 */
export function lineageAround(
  { index, root }: Pick<Analysis, "index" | "root">,
  paper: number,
): { up: Set<number>; down: Set<number> } {
  const ancestors = [...ancestorsOf(index, paper)];
  const down = new Set([paper, ...descendantsOf(index, paper)]);
  if (root === paper) return { up: new Set([paper]), down };
  const fromRoot = root === null ? null : new Set([root, ...descendantsOf(index, root)]);
  const up = fromRoot?.has(paper) ? ancestors.filter((ancestor) => fromRoot.has(ancestor)) : ancestors;
  return { up: new Set([paper, ...up]), down };
}
