import { emptySprings, type Springs } from "./springs.ts";

/**
 * A citation graph as rows: what paper p cites is `cited[c]` for c from `referenceStart[p]` up to (not with)
 * `referenceStart[p + 1]`, what cites it `citing[citerCitation[i]]` for i from `citerStart[p]` up to
 * `citerStart[p + 1]`.
 */
export interface CitationRows {
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  readonly referenceStart: Uint32Array;
  readonly citerStart: Uint32Array;
  readonly citerCitation: Uint32Array;
}

/** A paper and its neighbours, as a small system whose other links hold it in place. */
export interface Neighbourhood {
  /** The paper, then those of its neighbours that move, each once: body i of the springs is `papers[i]`. */
  readonly papers: Uint32Array;
  /** Between these, and one from each neighbour to the body after them: the ground, which nothing pulls. */
  readonly springs: Springs;
  /** The numbers of the paper's own citations. */
  readonly links: Uint32Array;
}

/** What does not move here would yield a little: with half of its hold papers follow as far as in the whole graph. */
const HOLD = 0.5;
/** Papers with more links than this are held so firmly that nobody would see them move. */
const MOST_LINKS = 400;
/** Of more neighbours than this those with the fewest links move, which follow farthest. */
const MOST_NEIGHBOURS = 600;

/**
 * The neighbourhood of a paper: itself and those of its neighbours that would be seen to move. Links are as strong as
 * springsOf makes them in the whole graph. Time: the links of these, and O(n) to make room. Throws a RangeError for
 * a paper that is not there.
 */
export function neighbourhoodOf(rows: CitationRows, paper: number): Neighbourhood {
  const { citing, cited, referenceStart, citerStart, citerCitation } = rows;
  const count = referenceStart.length - 1;
  if (!(paper >= 0 && paper < count)) throw new RangeError(`no paper ${paper}; there are ${count}`);
  const linksOf = (p: number) =>
    referenceStart[p + 1]! - referenceStart[p]! + citerStart[p + 1]! - citerStart[p]!;
  const links = linksOfPaper(rows, paper);
  const otherEnd = (c: number) => (citing[c] === paper ? cited[c]! : citing[c]!);
  const mostLinks = leastLinked(links, (c) => linksOf(otherEnd(c)));

  // Bodies are counted from 1, so that 0 says of a paper that it is none.
  const body = new Uint32Array(count);
  const papers = new Uint32Array(links.length + 1);
  papers[0] = paper;
  body[paper] = 1;
  let size = 1;
  for (let i = 0; i < links.length; i++) {
    const other = otherEnd(links[i]!);
    if (body[other] !== 0 || linksOf(other) > mostLinks) continue;
    papers[size++] = other;
    body[other] = size;
  }

  const holds = new Float32Array(size);
  const inner: number[] = [];
  for (let i = 1; i < size; i++) {
    const p = papers[i]!;
    const own = linksOf(p);
    for (let c = referenceStart[p]!; c < referenceStart[p + 1]!; c++) {
      const other = cited[c]!;
      if (body[other] === 0) holds[i]! += pullOn(own, linksOf(other));
      else if (other !== p) inner.push(c);
    }
    for (let at = citerStart[p]!; at < citerStart[p + 1]!; at++) {
      const other = citing[citerCitation[at]!]!;
      if (body[other] === 0) holds[i]! += pullOn(own, linksOf(other));
      // A link between two neighbours is met in the rows of the other; the paper itself has no turn.
      else if (other === paper) inner.push(citerCitation[at]!);
    }
  }

  const springs = emptySprings(inner.length + size - 1);
  for (let i = 0; i < inner.length; i++) {
    const [a, b] = [citing[inner[i]!]!, cited[inner[i]!]!];
    springs.a[i] = body[a]! - 1;
    springs.b[i] = body[b]! - 1;
    springs.pullA[i] = pullOn(linksOf(a), linksOf(b));
    springs.pullB[i] = pullOn(linksOf(b), linksOf(a));
  }
  for (let i = 1; i < size; i++) {
    const at = inner.length + i - 1;
    springs.a[at] = i;
    springs.b[at] = size;
    springs.pullA[at] = HOLD * holds[i]!;
  }
  return { papers: papers.slice(0, size), springs, links };
}

/** The numbers of the citations by a paper, then of it. */
function linksOfPaper(
  { referenceStart, citerStart, citerCitation }: CitationRows,
  paper: number,
): Uint32Array {
  const first = referenceStart[paper]!;
  const references = referenceStart[paper + 1]! - first;
  const citers = citerCitation.subarray(citerStart[paper], citerStart[paper + 1]);
  const links = new Uint32Array(references + citers.length);
  for (let i = 0; i < references; i++) links[i] = first + i;
  links.set(citers, references);
  return links;
}

/** Up to how many links a neighbour may have, so that no more move than should. */
function leastLinked(links: Uint32Array, linksAt: (link: number) => number): number {
  const counts = new Uint32Array(MOST_LINKS + 1);
  for (let i = 0; i < links.length; i++) {
    const at = linksAt(links[i]!);
    if (at <= MOST_LINKS) counts[at]!++;
  }
  let [most, moving] = [0, 0];
  while (most < MOST_LINKS && moving + counts[most + 1]! <= MOST_NEIGHBOURS) {
    most++;
    moving += counts[most]!;
  }
  return most;
}

/** The share of a link's excess length that an end with `own` links makes good, as in springsOf. */
function pullOn(own: number, other: number): number {
  return other / (Math.min(own, other) * (own + other));
}
