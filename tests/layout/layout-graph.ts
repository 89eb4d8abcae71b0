import { paperId } from "../../src/corpus/ids.ts";
import type { LayoutLink, LayoutPaper } from "../../src/layout/input.ts";
import { graphOf } from "../graphs.ts";

/** What a test wants to say of a paper; everything else is ordinary. */
export type Facts = Partial<Omit<LayoutPaper, "id">>;

export interface LayoutGraph {
  readonly papers: readonly LayoutPaper[];
  readonly links: readonly LayoutLink[];
}

/** An ordinary survey paper of 2022 with a label of 60 px. */
export function layoutPaper(id: string, facts: Facts = {}): LayoutPaper {
  return {
    id: paperId(id),
    role: "survey",
    group: "one",
    radius: 7,
    day: 19_000,
    datePrecision: "day",
    labelWidth: 60,
    importance: 1,
    ...facts,
  };
}

/** The graph drawn in `text` (see graphs.ts) as a layout sees it; `facts` by name. */
export function layoutGraph(
  text: string,
  facts: (name: string, index: number) => Facts = () => ({}),
): LayoutGraph {
  const { papers, citations } = graphOf(text);
  return {
    papers: papers.map((name, i) => layoutPaper(name, facts(name, i))),
    links: citations.map(({ citing, cited }) => ({
      citing: papers.indexOf(citing),
      cited: papers.indexOf(cited),
      strength: 1,
    })),
  };
}

/**
 * A field as surveys have it: a root that all `survey` papers cite, each also citing the one before it,
 * in six groups over three years, and `context` works of known year that two or three of them cite.
 */
export function fieldGraph(survey: number, context: number): LayoutGraph {
  const papers = [
    layoutPaper("s000", { radius: 22, importance: 1_000, day: 18_684, labelWidth: 45, group: "g0" }),
    ...Array.from({ length: survey - 1 }, (_, i) =>
      layoutPaper(`s${String(i + 1).padStart(3, "0")}`, {
        group: `g${(i * 7) % 6}`,
        day: 18_800 + ((i * 211) % 800),
        labelWidth: 30 + ((i * 37) % 120),
        radius: 6 + (i % 4),
      }),
    ),
    ...Array.from({ length: context }, (_, i) =>
      layoutPaper(`w${String(i).padStart(3, "0")}`, {
        role: "context",
        group: null,
        radius: 3.2,
        labelWidth: 0,
        day: 18_080 - 365 * ((i * i) % 12),
        datePrecision: "year",
      }),
    ),
  ];
  const links: LayoutLink[] = [];
  for (let i = 1; i < survey; i++) {
    links.push({ citing: i, cited: 0, strength: 1 });
    if (i > 1 && i % 2 === 0) {
      const [a, b] = [papers[i], papers[i - 1]];
      const later = (a?.day ?? 0) >= (b?.day ?? 0);
      links.push({ citing: later ? i : i - 1, cited: later ? i - 1 : i, strength: 1 });
    }
  }
  for (let i = 0; i < context; i++) {
    const citers = new Set([(i * 3) % survey, (i * 5 + 1) % survey, (i * i) % survey]);
    for (const citing of citers) links.push({ citing, cited: survey + i, strength: 0.25 });
  }
  return { papers, links };
}

/** The graph with its papers in another order, and for each paper its place in the old one. */
export function reordered(graph: LayoutGraph, order: readonly number[]): LayoutGraph {
  const placeOf = new Map(order.map((old, place) => [old, place]));
  return {
    papers: order.map((old) => graph.papers[old] as LayoutPaper),
    links: graph.links
      .map(({ citing, cited, strength }) => ({
        citing: placeOf.get(citing) as number,
        cited: placeOf.get(cited) as number,
        strength,
      }))
      .reverse(),
  };
}

/** The positions by paper id. */
export function byId(graph: LayoutGraph, positions: Float64Array): Map<string, [number, number]> {
  return new Map(
    graph.papers.map((paper, i) => [paper.id, [positions[2 * i] as number, positions[2 * i + 1] as number]]),
  );
}
