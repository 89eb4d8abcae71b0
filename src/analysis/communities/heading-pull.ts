import type { Headings } from "./headings.ts";
import { linkStrengths, type UndirectedLinks } from "./undirected-links.ts";

/** A paper whose links say another heading than its own. */
export interface Disagreement {
  readonly paper: number;
  /** The places of both headings in Headings.ids. */
  readonly heading: number;
  readonly pulledTo: number;
  /** Link weight to the papers of a heading beyond what chance would give: to that, and to its own. */
  readonly pull: number;
  readonly ownPull: number;
  /** How many other papers its own heading has; of none no link could agree. */
  readonly companions: number;
  /** The papers of the other heading it is linked to, strongest link first. */
  readonly by: readonly { readonly paper: number; readonly weight: number }[];
}

/** What links say of the headings. */
export interface HeadingPull {
  /** By how much the other heading pulls more, the most first. */
  readonly disagreeing: readonly Disagreement[];
  /**
   * Papers under a heading without a link to another paper under any heading: nothing can be said about
   * these.
   */
  readonly withoutLinks: readonly number[];
}

/**
 * The papers whose links disagree with their heading.
 *
 * Definition: among the links between papers that have a heading, the pull of a heading on a paper is the
 * weight of its links there less `k * K / 2m`, what links dealt at random would give it (k its own strength,
 * K that of the heading's other papers, m all weight): the gain of modularity from putting it there. It
 * disagrees when another heading pulls more than 0 and more than its own, by links to at least
 * `leastLinks` papers (2 by default: one citation can be a courtesy). Ties go to the heading earlier in the
 * survey. Time O(n + links), and for each paper the headings it is linked to.
 */
export function headingPull(
  links: UndirectedLinks,
  headings: Headings,
  { leastLinks = 2 }: { readonly leastLinks?: number } = {},
): HeadingPull {
  const among = amongHeaded(links, headings.of);
  const strengths = linkStrengths(among);
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  const ofHeading = new Float64Array(headings.ids.length);
  const sizes = new Uint32Array(headings.ids.length);
  headings.of.forEach((heading, paper) => {
    if (heading === -1) return;
    ofHeading[heading]! += strengths[paper]!;
    sizes[heading]!++;
  });
  const disagreeing: Disagreement[] = [];
  for (const [paper, partners] of partnersOf(among)) {
    const heading = headings.of[paper]!;
    const pullOf = (to: number) => {
      const strength = ofHeading[to]! - (to === heading ? strengths[paper]! : 0);
      return weightTo(partners, headings.of, to) - (strengths[paper]! * strength) / total;
    };
    const others = [...new Set(partners.map((partner) => headings.of[partner.paper]!))]
      .filter(
        (to) => to !== heading && partners.filter((p) => headings.of[p.paper] === to).length >= leastLinks,
      )
      .map((to) => ({ to, pull: pullOf(to) }))
      .sort((x, y) => y.pull - x.pull || x.to - y.to);
    const [most] = others;
    const ownPull = pullOf(heading);
    if (!most || most.pull <= 0 || most.pull <= ownPull) continue;
    disagreeing.push({
      paper,
      heading,
      pulledTo: most.to,
      pull: most.pull,
      ownPull,
      companions: sizes[heading]! - 1,
      by: partners
        .filter((partner) => headings.of[partner.paper] === most.to)
        .sort((x, y) => y.weight - x.weight || x.paper - y.paper),
    });
  }
  disagreeing.sort((x, y) => y.pull - y.ownPull - (x.pull - x.ownPull) || x.paper - y.paper);
  const withoutLinks = Array.from(headings.of.keys()).filter(
    (paper) => headings.of[paper] !== -1 && strengths[paper] === 0,
  );
  return { disagreeing, withoutLinks };
}

interface Partner {
  readonly paper: number;
  readonly weight: number;
}

function amongHeaded(links: UndirectedLinks, of: Int32Array): UndirectedLinks {
  const kept = Uint32Array.from(links.a.keys()).filter(
    (i) => of[links.a[i]!] !== -1 && of[links.b[i]!] !== -1,
  );
  return {
    papers: links.papers,
    a: kept.map((i) => links.a[i]!),
    b: kept.map((i) => links.b[i]!),
    weights: Float64Array.from(kept, (i) => links.weights[i]!),
  };
}

function partnersOf({ a, b, weights }: UndirectedLinks): Map<number, Partner[]> {
  const partners = new Map<number, Partner[]>();
  const add = (paper: number, partner: Partner) => {
    const list = partners.get(paper);
    if (list) list.push(partner);
    else partners.set(paper, [partner]);
  };
  weights.forEach((weight, i) => {
    add(a[i]!, { paper: b[i]!, weight });
    add(b[i]!, { paper: a[i]!, weight });
  });
  return partners;
}

function weightTo(partners: readonly Partner[], of: Int32Array, heading: number): number {
  return partners.reduce((sum, { paper, weight }) => sum + (of[paper] === heading ? weight : 0), 0);
}
