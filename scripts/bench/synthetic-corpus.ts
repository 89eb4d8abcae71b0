import { randomLcg } from "d3";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";

/** The size of a synthetic corpus; the same values make the same corpus. */
export interface SyntheticOptions {
  readonly papers: number;
  /** At most `papers * (papers - 1) / 2`: a paper cites earlier ones only. */
  readonly citations: number;
  /** From 0 up to but not including 1. */
  readonly seed: number;
  /** Default 10. */
  readonly topics?: number;
}

/** How likely a reference is copied from a paper cited already, and else chosen within the topic. */
const COPIED = 0.3;
const WITHIN_TOPIC = 0.7;

/**
 * A corpus that grows as literatures do: papers come year by year, cite earlier ones of their topic in
 * proportion to how often these are cited (Price 1976) and copy references of what they cite (Vazquez
 * 2003). Paper 0 is the root; every fifth belongs to the survey, the others are context.
 */
export function syntheticCorpus({ papers, citations, seed, topics = 10 }: SyntheticOptions): Corpus {
  const random = randomLcg(seed);
  const pick = (items: readonly number[]) => items[Math.floor(random() * items.length)] ?? 0;
  const topicOf = Array.from({ length: papers }, (_, i) => (i === 0 ? 0 : Math.floor(random() * topics)));
  const references: number[][] = [];
  // Each paper stands in the urns once for itself and once for each citation: drawing is by proportion.
  const everyone: number[] = [];
  const byTopic = Array.from({ length: topics }, (): number[] => []);
  for (const [paper, quota] of quotas(papers, citations).entries()) {
    const topic = byTopic[topicOf[paper] ?? 0] ?? everyone;
    const chosen = new Set<number>();
    for (let tries = 0; chosen.size < quota && tries < 40 * quota; tries++) {
      const copied = chosen.size > 0 && random() < COPIED ? references[pick([...chosen])] : undefined;
      const urn = copied?.length ? copied : topic.length > 0 && random() < WITHIN_TOPIC ? topic : everyone;
      chosen.add(pick(urn));
    }
    for (let other = 0; chosen.size < quota; other++) chosen.add(other);
    references.push([...chosen]);
    for (const cited of [paper, ...chosen]) {
      everyone.push(cited);
      byTopic[topicOf[cited] ?? 0]?.push(cited);
    }
  }
  return parseCorpus({
    version: 1,
    survey: {
      title: `A synthetic survey of ${papers} papers`,
      root: nameOf(0),
      domains: Array.from({ length: topics }, (_, topic) => ({
        id: `topic-${topic}`,
        label: { en: `Topic ${topic + 1}` },
      })),
    },
    papers: references.map((_, i) => ({
      id: nameOf(i),
      role: i % 5 === 0 ? "survey" : "context",
      title: `Synthetic paper ${i}`,
      label: `Paper ${i}`,
      date: dateOf(i / papers),
    })),
    placements: references
      .map((_, i) => ({ paper: nameOf(i), domain: `topic-${topicOf[i]}` }))
      .filter((_, i) => i % 5 === 0),
    citations: references.flatMap((cited, i) =>
      cited.map((other) => ({ citing: nameOf(i), cited: nameOf(other), confidence: "verified" })),
    ),
  });
}

/** How many references each paper has: as even as the number of earlier papers allows, in all `citations`. */
function quotas(papers: number, citations: number): number[] {
  const most = (papers * (papers - 1)) / 2;
  if (citations > most)
    throw new RangeError(`${papers} papers have at most ${most} citations, not ${citations}`);
  const result = Array.from({ length: papers }, () => 0);
  let left = citations;
  for (let paper = papers - 1; paper > 0; paper--) {
    // What the earlier papers cannot take falls to this one.
    const earlierMost = (paper * (paper - 1)) / 2;
    const quota = Math.min(paper, Math.max(Math.round(left / paper), left - earlierMost));
    result[paper] = quota;
    left -= quota;
  }
  return result;
}

function nameOf(i: number): string {
  return `synthetic:${String(i).padStart(6, "0")}`;
}

/** A day of 2021 to 2026; literatures grow, so later years hold more. */
function dateOf(share: number): string {
  const day = new Date(Date.UTC(2021, 0, 1 + Math.floor(Math.sqrt(share) * 6 * 365)));
  return day.toISOString().slice(0, 10);
}
