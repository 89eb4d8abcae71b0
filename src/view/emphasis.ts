import type { Analysis } from "../analysis/analyse.ts";
import { ancestorsOf, descendantsOf } from "../analysis/reachable.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Catalogue } from "./catalogue.ts";
import type { State } from "./state.ts";

/** How loud a mark is: `faint` recedes behind what is `strong`; nothing is either while nothing is highlighted. */
export type Emphasis = "normal" | "strong" | "faint";

export interface EmphasisOfAll {
  readonly papers: readonly Emphasis[];
  readonly links: readonly Emphasis[];
  readonly focused: boolean;
  /** Whether what stands out is a lineage or path rather than a neighbourhood. */
  readonly traced: boolean;
}

/** Papers and citations, by index and by place in the corpus. */
export interface Subgraph {
  readonly papers: ReadonlySet<number>;
  readonly citations: ReadonlySet<number>;
}

/**
 * What the reader's attention is on. The paths asked for stand out before a traced paper's lineage, that
 * before the neighbours of a pointed or selected paper, those before the hits of a search. Pointing at a
 * citation brings it out with the path that implies it, and lets nothing recede.
 */
export function emphasisOf(
  catalogue: Catalogue,
  analysis: Analysis,
  state: State,
  hits: ReadonlySet<PaperId> | null,
  path: Subgraph | null,
  pointed: Subgraph | null,
): EmphasisOfAll {
  const indexOf = (id: PaperId | null) => (id === null ? undefined : catalogue.byId.get(id)?.index);
  if (path !== null) return only(catalogue, path);
  const selected = indexOf(state.selected);
  const under = indexOf(state.pointed);
  if (state.traced && selected !== undefined) return traced(catalogue, analysis, selected);
  const focus = under ?? selected;
  if (focus !== undefined) return neighbourhood(catalogue, focus);
  if (pointed !== null) {
    const links = catalogue.corpus.citations.map(
      (_, i): Emphasis => (pointed.citations.has(i) ? "strong" : "normal"),
    );
    return { papers: [], links, focused: false, traced: true };
  }
  if (hits !== null) {
    return {
      papers: catalogue.entries.map((entry) => (hits.has(entry.paper.id) ? "strong" : "faint")),
      links: catalogue.corpus.citations.map(() => "faint"),
      focused: true,
      traced: false,
    };
  }
  return { papers: [], links: [], focused: false, traced: false };
}

function only(catalogue: Catalogue, { papers, citations }: Subgraph): EmphasisOfAll {
  return {
    papers: catalogue.entries.map((entry) => (papers.has(entry.index) ? "strong" : "faint")),
    links: catalogue.corpus.citations.map((_, i) => (citations.has(i) ? "strong" : "faint")),
    focused: true,
    traced: true,
  };
}

function neighbourhood(catalogue: Catalogue, focus: number): EmphasisOfAll {
  const strong = new Set([focus]);
  const id = catalogue.entries[focus]?.paper.id;
  const links = catalogue.corpus.citations.map(({ citing, cited }): Emphasis => {
    if (citing !== id && cited !== id) return "faint";
    const other = catalogue.byId.get(citing === id ? cited : citing);
    if (other) strong.add(other.index);
    return "strong";
  });
  return {
    papers: catalogue.entries.map((entry) => (strong.has(entry.index) ? "strong" : "faint")),
    links,
    focused: true,
    traced: false,
  };
}

function traced(catalogue: Catalogue, analysis: Analysis, focus: number): EmphasisOfAll {
  const { up, down } = lineageAround(analysis, focus);
  return {
    papers: catalogue.entries.map((entry) =>
      up.has(entry.index) || down.has(entry.index) ? "strong" : "faint",
    ),
    links: catalogue.corpus.citations.map(({ citing, cited }): Emphasis => {
      const a = catalogue.byId.get(citing)?.index ?? -1;
      const b = catalogue.byId.get(cited)?.index ?? -1;
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
