import { randomLcg } from "d3";

/** The size of a synthetic citation graph; the same values make the same graph. */
export interface SyntheticGraphOptions {
  readonly papers: number;
  /** At most `papers * (papers - 1) / 2`: a paper cites earlier ones only. */
  readonly citations: number;
  /** From 0 up to but not including 1; default 0.5. */
  readonly seed?: number;
  /** Default a quarter of the root of `papers`, at least 3. */
  readonly topics?: number;
}

/** A citation graph in columns: entry i of `year` and `topic` is paper i, entry e of `citing` and `cited` citation e. */
export interface SyntheticGraph {
  readonly count: number;
  /** Ascending, and for each paper the cited ones ascending; papers stand in the order of time. */
  readonly citing: Uint32Array;
  readonly cited: Uint32Array;
  readonly year: Uint16Array;
  /** 0 for the largest topic. */
  readonly topic: Uint16Array;
  readonly topics: number;
}

/** How likely a reference is copied from a paper cited already, and else chosen within the topic. */
const COPIED = 0.3;
const WITHIN_TOPIC = 0.9;
/** Exponent by which topics get smaller from one to the next. */
const TOPIC_SLOPE = 0.7;
const FIRST_YEAR = 1990;
const YEARS = 35;

/**
 * A graph that grows as literatures do: papers come year by year, more of them each year, cite earlier ones
 * of their topic in proportion to how often these are cited (Price 1976) and copy references of what they cite
 * (Vazquez 2003). Lengths of reference lists are spread exponentially around their mean. Throws a RangeError
 * for more citations than there are pairs.
 */
export function syntheticGraph({
  papers,
  citations,
  seed = 0.5,
  topics = Math.max(3, Math.round(Math.sqrt(papers) / 4)),
}: SyntheticGraphOptions): SyntheticGraph {
  const random = randomLcg(seed);
  const topic = topicsOf(papers, topics, random);
  const lengths = listLengths(papers, citations, random);
  const start = new Uint32Array(papers + 1);
  const cited = new Uint32Array(citations);
  // Each paper stands in the urns once for itself and once for each citation: drawing is by proportion.
  const everyone: number[] = [];
  const urns = Array.from({ length: topics }, (): number[] => []);
  const pick = (urn: ArrayLike<number>) => urn[Math.floor(random() * urn.length)] ?? 0;
  const chosen = new Set<number>();
  for (let paper = 0; paper < papers; paper++) {
    const wanted = lengths[paper] ?? 0;
    const own = urns[topic[paper] ?? 0] ?? [];
    chosen.clear();
    let last = 0;
    for (let tries = 0; chosen.size < wanted && tries < 20 * wanted; tries++) {
      const list = cited.subarray(start[last], start[last + 1]);
      const copies = chosen.size > 0 && list.length > 0 && random() < COPIED;
      last = pick(copies ? list : own.length > 0 && random() < WITHIN_TOPIC ? own : everyone);
      chosen.add(last);
    }
    for (let other = paper - 1; chosen.size < wanted; other--) chosen.add(other);
    const row = Uint32Array.from(chosen).sort();
    const begin = start[paper] ?? 0;
    cited.set(row, begin);
    start[paper + 1] = begin + row.length;
    for (const one of [paper, ...row]) {
      everyone.push(one);
      urns[topic[one] ?? 0]?.push(one);
    }
  }
  const citing = new Uint32Array(citations);
  for (let paper = 0; paper < papers; paper++) citing.fill(paper, start[paper], start[paper + 1]);
  const year = Uint16Array.from(
    { length: papers },
    (_, i) => FIRST_YEAR + Math.floor(YEARS * Math.sqrt(i / papers)),
  );
  return { count: papers, citing, cited, year, topic, topics };
}

/** A topic for each paper; the k-th is chosen in proportion to k to the power of -TOPIC_SLOPE. */
function topicsOf(papers: number, topics: number, random: () => number): Uint16Array {
  let sum = 0;
  const bounds = Array.from({ length: topics }, (_, k) => {
    sum += (k + 1) ** -TOPIC_SLOPE;
    return sum;
  });
  return Uint16Array.from({ length: papers }, () => {
    const at = random() * sum;
    return Math.max(
      0,
      bounds.findIndex((bound) => at < bound),
    );
  });
}

/** How many references each paper has, exponentially spread, at most all earlier papers, in all `citations`. */
function listLengths(papers: number, citations: number, random: () => number): Uint32Array {
  const most = (papers * (papers - 1)) / 2;
  if (citations > most) {
    throw new RangeError(`${papers} papers have at most ${most} citations, not ${citations}`);
  }
  const mean = citations / Math.max(1, papers);
  const lengths = Uint32Array.from({ length: papers }, (_, paper) =>
    Math.min(paper, Math.round(-Math.log(1 - random()) * mean)),
  );
  let missing = citations - lengths.reduce((sum, length) => sum + length, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    for (let paper = papers - 1; paper > 0 && missing !== 0; paper--) {
      const length = (lengths[paper] ?? 0) + step;
      if (length < 0 || length > paper) continue;
      lengths[paper] = length;
      missing -= step;
    }
  }
  return lengths;
}
