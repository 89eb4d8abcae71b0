import { byCodeUnit } from "../corpus/format-corpus.ts";
import { ContextPaperSchema } from "../semantic-scholar/answers.ts";
import { askBatch, MOST_NESTED } from "../semantic-scholar/ask-batch.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { idsIn, newIdFor } from "../semantic-scholar/paper-address.ts";
import type { CollectedLinks } from "./collected-links.ts";
import type { Gap, GatheredPaper, GatheredWork, GatherOptions } from "./gathered.ts";
import { knownWork } from "./judge-match.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";
import { ELIDED, type LinkRow } from "./read-references.ts";

export interface ContextChoice {
  readonly chosen: readonly (LinkRow["work"] & { readonly day: string })[];
  /** How many more pass the threshold and are cut off by the cap. */
  readonly leftOut: number;
}

/**
 * Related works: those that cite at least `context` of its papers, or that at least so many of them cite; at
 * most `contextCap`, those with the most links first, then the most cited. `absent` are shas of survey papers
 * that were not read.
 */
export function chooseContext(
  papers: readonly GatheredPaper[],
  absent: ReadonlySet<string>,
  links: CollectedLinks,
  { context, contextCap }: GatherOptions,
): ContextChoice {
  if (context === 0) return { chosen: [], leftOut: 0 };
  const survey = new Set([...papers.map(({ sha }) => sha), ...absent]);
  const works = new Map<string, LinkRow["work"] & { day: string }>();
  for (const { references, citing, day } of papers) {
    for (const { work } of [...references.rows, ...citing.rows]) {
      if (!survey.has(links.nameOf(work.paperId)) && !works.has(work.paperId))
        works.set(work.paperId, { ...work, day });
    }
  }
  const candidates = [...works.values()].flatMap((work) => {
    const cites = links.citedBy(work.paperId).filter((sha) => survey.has(sha)).length;
    const cited = links.citersOf(work.paperId).filter((sha) => survey.has(sha)).length;
    return Math.max(cites, cited) >= context ? [{ work, links: cites + cited }] : [];
  });
  candidates.sort(
    (a, b) =>
      b.links - a.links ||
      (b.work.citationCount ?? 0) - (a.work.citationCount ?? 0) ||
      byCodeUnit(a.work.paperId, b.work.paperId),
  );
  const chosen = candidates.slice(0, contextCap).map(({ work }) => work);
  return { chosen, leftOut: candidates.length - chosen.length };
}

/**
 * Asks for the chosen works and what they cite, and adds the links among them to `links`. A work that
 * could not be asked stays, with what the lists say of it, and becomes a gap.
 */
export async function askContext(
  { chosen }: ContextChoice,
  links: CollectedLinks,
  client: Client,
): Promise<{ works: GatheredWork[]; gaps: Gap[] }> {
  const works = new Map(chosen.map((work) => [work.paperId, work]));
  const addresses = [...works.keys()].sort(byCodeUnit);
  let answers: Awaited<ReturnType<typeof askBatch<typeof ContextPaperSchema>>>;
  try {
    answers = await askBatch(
      client,
      addresses,
      ContextPaperSchema,
      ({ referenceCount, references }) =>
        references
          ? [{ expected: Math.min(referenceCount ?? 0, MOST_NESTED), found: references.length }]
          : [],
      (address) => {
        const work = works.get(address);
        return work && knownWork({ title: work.title ?? "", author: null, year: work.year }, idsIn(work));
      },
    );
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    answers = new Map(addresses.map((address) => [address, { failure: error }]));
  }
  const gaps: Gap[] = [];
  const gathered = chosen.map(({ day, ...work }): GatheredWork => {
    const found = answers.get(work.paperId);
    const paper = newIdFor(work, work.title ?? "");
    if (!found || "failure" in found || found.value === null) {
      const reason = found && "failure" in found ? reasonOf(found.failure) : "no longer known to the source";
      gaps.push({ paper, of: "references", reason, expected: work.referenceCount, found: null });
      return { work, answer: null, day, referencesRead: false };
    }
    const { references, referenceCount } = found.value;
    if (references === null && referenceCount !== 0) {
      gaps.push({ paper, of: "references", reason: ELIDED, expected: referenceCount, found: null });
    }
    for (const { paperId } of references ?? []) {
      if (paperId) links.add(work.paperId, paperId, { contexts: null, intents: null, isInfluential: null });
    }
    return { work, answer: found.value, day: found.day, referencesRead: (references?.length ?? 0) > 0 };
  });
  return { works: gathered, gaps };
}
