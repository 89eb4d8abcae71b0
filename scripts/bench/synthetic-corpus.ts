import { randomLcg } from "d3";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { syntheticAuthors, syntheticTitle, topicName } from "./synthetic-titles.ts";

/** The size of a synthetic corpus; the same values make the same corpus. */
export interface SyntheticOptions {
  readonly papers: number;
  /** At most `papers * (papers - 1) / 2`: a paper cites earlier ones only. */
  readonly citations: number;
  /** A whole number, or one from 0 up to but not including 1. */
  readonly seed: number;
  /** Default: a quarter of the square root of the papers, at least 10, at most 190. */
  readonly topics?: number;
}

/** A citation graph that grew in time: the references of paper p are `cited[start[p]]` up to `cited[start[p + 1]]`. */
export interface SyntheticGraph {
  readonly start: Uint32Array;
  readonly cited: Uint32Array;
  /** Of each paper; 0 is the largest. */
  readonly topicOf: Uint8Array;
  readonly topics: number;
}

/** How likely a reference is copied from a paper cited already, and else chosen within the topic. */
const COPIED = 0.3;
const WITHIN_TOPIC = 0.88;
/** The share of citations that make the cited paper likelier to be cited again. */
const REMEMBERED = 0.5;
/** The share of papers that cite the root, beside those that copy it. */
const CITES_ROOT = 0.1;
/** The share of the survey's own papers. */
const SURVEY_SHARE = 0.2;
const FIRST_YEAR = 2012;
const YEARS = 14;

/**
 * A graph that grows as literatures do: papers cite earlier ones of their topic in proportion to how often
 * these are cited (Price 1976) and copy references of what they cite (Vazquez 2003). Paper 0 is the root,
 * which more than others cite. Topics differ in size as words do. Throws a RangeError for more
 * citations than there can be.
 */
export function syntheticGraph({
  papers,
  citations,
  seed,
  topics = topicsOf(papers),
}: SyntheticOptions): SyntheticGraph {
  const random = randomLcg(seed);
  const pick = (items: readonly number[]) => items[Math.floor(random() * items.length)] ?? 0;
  // Newer entries oftener: literatures forget.
  const pickRecent = (items: readonly number[]) => items[Math.floor((1 - random() ** 2) * items.length)] ?? 0;
  const topicOf = drawTopics(papers, topics, random);
  const quota = quotas(papers, citations, random);
  const start = new Uint32Array(papers + 1);
  const cited = new Uint32Array(citations);
  // Each paper stands in the urns for itself and for its citations: drawing is by proportion.
  const everyone: number[] = [];
  const byTopic = Array.from({ length: topics }, (): number[] => []);
  for (let paper = 0; paper < papers; paper++) {
    const topic = byTopic[topicOf[paper] ?? 0] ?? everyone;
    const wanted = quota[paper] ?? 0;
    const chosen: number[] = wanted > 0 && random() < CITES_ROOT ? [0] : [];
    const has = new Set(chosen);
    for (let tries = 0; chosen.length < wanted && tries < 40 * wanted; tries++) {
      const copied = chosen.length > 0 && random() < COPIED ? pick(chosen) : -1;
      const [from, to] = copied === -1 ? [0, 0] : [start[copied] ?? 0, start[copied + 1] ?? 0];
      const urn = topic.length > 0 && random() < WITHIN_TOPIC ? topic : everyone;
      const other = to > from ? (cited[from + Math.floor(random() * (to - from))] ?? 0) : pickRecent(urn);
      if (!has.has(other)) chosen.push(other);
      has.add(other);
    }
    for (let other = 0; chosen.length < wanted; other++) if (!has.has(other)) chosen.push(other);
    const at = start[paper] ?? 0;
    cited.set(
      chosen.sort((a, b) => a - b),
      at,
    );
    start[paper + 1] = at + chosen.length;
    for (const other of [paper, ...chosen]) {
      if (other !== paper && random() >= REMEMBERED) continue;
      everyone.push(other);
      byTopic[topicOf[other] ?? 0]?.push(other);
    }
  }
  return { start, cited, topicOf, topics };
}

/**
 * A corpus over such a graph, with made-up titles of the topics' words, authors and dates; every fifth paper
 * belongs to the survey, under the heading of its topic, the others are context.
 */
export function syntheticCorpus(options: SyntheticOptions): Corpus {
  const { start, cited, topicOf, topics } = syntheticGraph(options);
  const { papers } = options;
  const random = randomLcg(options.seed);
  const citers = new Uint32Array(papers);
  for (const other of cited) citers[other] = (citers[other] ?? 0) + 1;
  const numbers = Array.from({ length: papers }, (_, i) => i);
  const isSurvey = (i: number) => i % (1 / SURVEY_SHARE) === 0;
  const topicAt = (i: number) => topicOf[i] ?? 0;
  return parseCorpus({
    version: 1,
    survey: {
      title: `A synthetic survey of ${papers} papers`,
      root: nameOf(0),
      domains: Array.from({ length: topics }, (_, topic) => ({
        id: `topic-${topic}`,
        label: { en: topicName(topic) },
      })),
    },
    retrieved: [{ source: "synthetic", at: `${FIRST_YEAR + YEARS}-01-01` }],
    papers: numbers.map((i) => ({
      id: nameOf(i),
      role: isSurvey(i) ? "survey" : "context",
      title: syntheticTitle(topicAt(i), random),
      authors: syntheticAuthors(random),
      date: dateOf(i / papers),
      citationCount: Math.round((citers[i] ?? 0) * (1 + 4 * random())),
      referencesKnown: true,
    })),
    placements: numbers.filter(isSurvey).map((i) => ({ paper: nameOf(i), domain: `topic-${topicAt(i)}` })),
    citations: numbers.flatMap((i) =>
      Array.from(cited.subarray(start[i], start[i + 1]), (other) => ({
        citing: nameOf(i),
        cited: nameOf(other),
        sources: ["synthetic"],
        confidence: isSurvey(i) ? "verified" : "reported",
      })),
    ),
  });
}

function topicsOf(papers: number): number {
  return Math.min(190, Math.max(10, Math.round(Math.sqrt(papers) / 4)));
}

/** A topic for each paper, the k-th largest with weight k^-0.7. */
function drawTopics(papers: number, topics: number, random: () => number): Uint8Array {
  let sum = 0;
  const upTo = Array.from({ length: topics }, (_, topic) => {
    sum += (topic + 1) ** -0.7;
    return sum;
  });
  return Uint8Array.from({ length: papers }, (_, paper) => {
    if (paper === 0) return 0;
    const at = random() * sum;
    return upTo.findIndex((end) => at < end);
  });
}

/**
 * How many references each paper has: in all `citations`, first as even as the number of earlier papers
 * allows, then passed on at random among papers, so that lists are of different lengths.
 */
function quotas(papers: number, citations: number, random: () => number): Uint32Array {
  const most = (papers * (papers - 1)) / 2;
  if (citations > most)
    throw new RangeError(`${papers} papers have at most ${most} citations, not ${citations}`);
  const result = new Uint32Array(papers);
  let left = citations;
  for (let paper = papers - 1; paper > 0; paper--) {
    // What the earlier papers cannot take falls to this one.
    const earlierMost = (paper * (paper - 1)) / 2;
    const quota = Math.min(paper, Math.max(Math.round(left / paper), left - earlierMost));
    result[paper] = quota;
    left -= quota;
  }
  for (let paper = 1; paper < papers; paper++) {
    const other = 1 + Math.floor(random() * (papers - 1));
    if (other === paper) continue;
    const passed = Math.min(Math.floor(random() * (result[paper] ?? 0)), other - (result[other] ?? 0));
    result[paper] = (result[paper] ?? 0) - passed;
    result[other] = (result[other] ?? 0) + passed;
  }
  return result;
}

function nameOf(i: number): string {
  return `synthetic:${String(i).padStart(6, "0")}`;
}

/** A day of the years covered; literatures grow, so later years hold more. */
function dateOf(share: number): string {
  const day = new Date(Date.UTC(FIRST_YEAR, 0, 1 + Math.floor(Math.sqrt(share) * YEARS * 365)));
  return day.toISOString().slice(0, 10);
}
