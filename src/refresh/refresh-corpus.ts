import type { Corpus } from "../corpus/schema.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { askedPapers } from "./asked-papers.ts";
import { buildCorpus } from "./build-corpus.ts";
import { namesOf } from "./facts.ts";
import { gather } from "./gather.ts";
import type { AskedPaper, Gathered, GatherOptions } from "./gathered.ts";
import { listNotices } from "./list-notices.ts";
import { isAfter } from "./listed-date.ts";
import { matchEntries } from "./match-entries.ts";
import { type CorpusSources, type FileNames, unasked } from "./merge-sources.ts";
import { LIMIT } from "./read-citing-works.ts";
import { ELIDED } from "./read-references.ts";
import type { Resolution } from "./resolve-entries.ts";
import { ownersOf, snapshotOf } from "./snapshot-of.ts";
import { waitingRoot } from "./survey-info.ts";

export interface RefreshOptions extends GatherOptions {
  /** Leave out abstracts, TL;DRs and citing sentences: what others wrote, in a corpus that is to be published. */
  readonly factsOnly: boolean;
}

/** How a refresh went. */
export interface Outcome {
  /** How many survey papers had an answer, even if it is that the source does not know them. */
  readonly answered: number;
  /** Why questions stayed without an answer, of a paper with its id. */
  readonly failures: readonly string[];
  /** Whether something is missing beyond what the limits of the options leave out. */
  readonly inPart: boolean;
}

export interface Refreshed {
  readonly corpus: Corpus;
  readonly outcome: Outcome;
  /** What this run could not read, also where an earlier one could. */
  readonly missing: Corpus["gaps"];
  /** What to report to the user. */
  readonly notices: readonly string[];
}

/**
 * The corpus of the survey with everything the source says now. What was known and is no longer said stays,
 * marked with the day it was last seen; the curation overrules the source. Throws what buildCorpus throws,
 * KeyRefused and Interrupted.
 */
export async function refreshCorpus(
  sources: Pick<CorpusSources, "survey" | "curation" | "previous" | "today">,
  options: RefreshOptions,
  client: Client,
  files?: FileNames,
): Promise<Refreshed> {
  const { context } = options;
  const resolutions = await matchEntries(unasked(sources), client);
  const asked = askedPapers({ ...sources, resolutions, context }, files);
  const gathered = await gather(asked, options, client, ownersOf(sources.previous));
  const requests = client.requests().rests;
  const snapshot = snapshotOf(gathered, sources.previous, requests);
  const corpus = buildCorpus(
    {
      ...sources,
      previous: sources.previous && withoutToldGaps(sources.previous, asked),
      resolutions,
      gathered: snapshot,
      context,
    },
    files,
  );
  const list = files?.survey ?? "survey.md";
  return {
    corpus: options.factsOnly ? factsOnly(corpus) : corpus,
    outcome: outcomeOf(gathered, resolutions),
    missing: [...gathered.gaps],
    notices: [
      ...[waitingRoot(sources.survey, corpus, list) ?? []].flat(),
      ...listNotices(resolutions, list, sources.today ?? null),
      ...lateDates(gathered, sources.today ?? null),
      ...gathered.notices,
    ],
  };
}

/** Dates of the source that cannot be, and so are not believed. */
function lateDates({ papers }: Gathered, today: string | null): string[] {
  return papers.flatMap(({ asked, answer: { publicationDate, year } }) => {
    const date = publicationDate ?? year;
    if (!isAfter(date, today)) return [];
    return [`${asked.id}: Semantic Scholar dates "${asked.title}" ${date}, in the future: ignored`];
  });
}

function outcomeOf({ papers, unknown, gaps }: Gathered, resolutions: readonly Resolution[]): Outcome {
  const failed = resolutions.flatMap((r) => (r.how === "unresolved" && r.unanswered ? [r.reason] : []));
  const survey = new Set(papers.map(({ asked }) => asked.id));
  // Publishers withhold lists by the dozen; only the survey's own are a part that is missing.
  const missing = gaps.filter(
    ({ paper, reason }) => reason !== LIMIT && (reason !== ELIDED || survey.has(paper)),
  );
  return {
    answered: papers.length + unknown.length,
    failures: [
      ...failed,
      ...missing.filter(({ of }) => of === "metadata").map(({ paper, reason }) => `${paper}: ${reason}`),
    ],
    inPart: failed.length + missing.length > 0,
  };
}

/** Drops the gaps of papers that were asked for again: they are reported again or are filled. */
function withoutToldGaps(previous: Corpus, asked: readonly AskedPaper[]): Corpus {
  const again = new Set<string>(asked.map(({ id }) => id));
  const names = new Map(previous.papers.map((paper) => [paper.id, namesOf(paper)]));
  const gaps = previous.gaps.filter(
    ({ paper }) => !(names.get(paper) ?? [paper]).some((name) => again.has(name)),
  );
  return { ...previous, gaps };
}

/** The corpus without what others wrote. */
export function factsOnly(corpus: Corpus): Corpus {
  return {
    ...corpus,
    papers: corpus.papers.map((paper) => ({ ...paper, abstract: null, tldr: null })),
    citations: corpus.citations.map((citation) => ({ ...citation, contexts: [] })),
  };
}
