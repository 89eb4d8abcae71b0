import { randomLcg } from "d3";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type SyntheticGraphOptions, syntheticGraph } from "./synthetic-graph.ts";
import { syntheticAuthors, syntheticTitle, topicName } from "./synthetic-titles.ts";

/** Every so manieth paper is one of the survey's own. */
const SURVEY_EVERY = 5;
/** How many days of a year a paper may come out on. */
const DAYS = 365;

/**
 * A corpus over a synthetic graph, with made-up titles of the topics' words, authors and dates. Paper 0 is the
 * root; every fifth paper belongs to the survey, under the heading of its topic, the others are context.
 */
export function syntheticCorpus(options: SyntheticGraphOptions): Corpus {
  const { count, citing, cited, topic, topics, year } = syntheticGraph(options);
  const random = randomLcg(options.seed);
  const citers = new Uint32Array(count);
  for (const other of cited) citers[other] = (citers[other] ?? 0) + 1;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const dates = datesOf(year);
  const isSurvey = (i: number) => i % SURVEY_EVERY === 0;
  const topicAt = (i: number) => topic[i] ?? 0;
  return parseCorpus({
    version: 1,
    survey: {
      title: `A synthetic survey of ${count} papers`,
      ...(count > 0 ? { root: nameOf(0) } : {}),
      domains: Array.from({ length: topics }, (_, i) => ({ id: `topic-${i}`, label: { en: topicName(i) } })),
    },
    retrieved: [{ source: "synthetic", at: `${1 + (year.at(-1) ?? 0)}-01-01` }],
    papers: numbers.map((i) => ({
      id: nameOf(i),
      role: isSurvey(i) ? "survey" : "context",
      title: syntheticTitle(topicAt(i), random),
      authors: syntheticAuthors(random),
      date: dates[i],
      citationCount: Math.round((citers[i] ?? 0) * (1 + 4 * random())),
      referencesKnown: true,
    })),
    placements: numbers.filter(isSurvey).map((i) => ({ paper: nameOf(i), domain: `topic-${topicAt(i)}` })),
    citations: Array.from(citing, (from, i) => ({
      citing: nameOf(from),
      cited: nameOf(cited[i] ?? 0),
      sources: ["synthetic"],
      confidence: isSurvey(from) ? "verified" : "reported",
    })),
  });
}

function nameOf(i: number): string {
  return `synthetic:${String(i).padStart(6, "0")}`;
}

/** A day for each paper, evenly through its year in the order of the papers. */
function datesOf(years: Uint16Array): string[] {
  const [first, count] = [new Map<number, number>(), new Map<number, number>()];
  for (const [i, year] of years.entries()) {
    if (!first.has(year)) first.set(year, i);
    count.set(year, (count.get(year) ?? 0) + 1);
  }
  return Array.from(years, (year, i) => {
    const day = Math.floor((DAYS * (i - (first.get(year) ?? 0))) / (count.get(year) ?? 1));
    return new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
  });
}
