import type { PaperId } from "../corpus/ids.ts";
import { LinkedPaperSchema, SurveyPaperSchema, withoutCitations } from "../semantic-scholar/answers.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { askSurvey, type KnownPaper, sortOut } from "./ask-survey.ts";
import { askContext, type ContextChoice, chooseContext } from "./choose-context.ts";
import { CollectedLinks } from "./collected-links.ts";
import type { AskedPaper, Gap, Gathered, GatheredPaper, GatherOptions } from "./gathered.ts";
import { judgeMatch } from "./judge-match.ts";
import { readCitingWorks } from "./read-citing-works.ts";
import { readNestedReferences, readReferences } from "./read-references.ts";
import { recoverLinks } from "./recover-links.ts";
import { titleForms } from "./work-title.ts";

/**
 * Asks for the papers, what they cite, what cites them, and related works. A paper whose question fails
 * becomes a gap with the reason and stops no other; throws only what concerns all (KeyRefused, Interrupted).
 * If the source is lost half-way, the rest becomes gaps. `owners` says which paper a name belonged to so far.
 */
export async function gather(
  papers: readonly AskedPaper[],
  options: GatherOptions,
  client: Client,
  owners: ReadonlyMap<PaperId, PaperId> = new Map(),
): Promise<Gathered> {
  const { linksOnly } = options;
  const rich = linksOnly ? LinkedPaperSchema : SurveyPaperSchema;
  const schema = options.citers === 0 ? withoutCitations(rich) : rich;
  const { known, unknown, unanswered, gaps } = sortOut(
    papers,
    await askSurvey(papers, schema, client),
    owners,
  );

  const { merged, absent } = formerShas(papers, known);
  const links = new CollectedLinks(merged);
  const gathered = await Promise.all(
    known.map(async ({ asked, answer, day }): Promise<GatheredPaper> => {
      const references =
        "references" in answer
          ? readNestedReferences(answer)
          : await readReferences(answer.paperId, answer.referenceCount, client, asked.id);
      const citing = await readCitingWorks(answer.paperId, answer, options.citers, client, asked.id);
      return { asked, answer, sha: answer.paperId, day, references, citing };
    }),
  );
  for (const { sha, references, citing } of gathered) {
    for (const row of references.rows) links.add(sha, row.work.paperId, row);
    for (const row of citing.rows) links.add(row.work.paperId, sha, row);
  }
  gaps.push(...(await recoverLinks(gathered, links, client)));

  const choice = chooseContext(gathered, absent, links, options);
  const context = await askContext(choice, links, client);
  gaps.push(...context.gaps);
  return {
    papers: gathered,
    context: context.works,
    links,
    absent,
    unknown,
    unanswered,
    gaps: [...gaps, ...gathered.flatMap(gapsOf)],
    notices: [...gathered.flatMap(titleNotice), ...noticesOf(choice, options)],
  };
}

/**
 * The shas under which papers were known before: those merged into the sha of today's answer, and those
 * of papers that were not read this time.
 */
function formerShas(
  papers: readonly AskedPaper[],
  known: readonly KnownPaper[],
): { merged: Map<string, string>; absent: Set<string> } {
  const shaOf = new Map(known.map(({ asked, answer }) => [asked, answer.paperId]));
  const current = new Set(shaOf.values());
  const merged = new Map<string, string>();
  const absent = new Set<string>();
  for (const paper of papers) {
    const former = paper.addresses.filter((address) => !address.includes(":") && !current.has(address));
    const sha = shaOf.get(paper) ?? former[0];
    if (sha !== undefined && !shaOf.has(paper)) absent.add(sha);
    for (const address of former) if (sha !== undefined && address !== sha) merged.set(address, sha);
  }
  return { merged, absent };
}

function gapsOf({ asked, answer, references, citing }: GatheredPaper): Gap[] {
  const gaps: Gap[] = [];
  if (references.missing !== null) {
    const { referenceCount } = answer;
    const found = references.rows.length + references.unidentified;
    gaps.push({
      paper: asked.id,
      of: "references",
      reason: references.missing,
      expected: referenceCount,
      found,
    });
  }
  if (citing.missing !== null) {
    const { citationCount } = answer;
    const found = citing.rows.length;
    gaps.push({ paper: asked.id, of: "citations", reason: citing.missing, expected: citationCount, found });
  }
  return gaps;
}

/** A link is believed, but one that leads to a work of another title may be a slip of the pen. */
function titleNotice({ asked, answer }: GatheredPaper): string[] {
  const offered = {
    title: answer.title ?? "",
    author: answer.authors?.[0]?.name ?? null,
    year: answer.year,
  };
  const refusal = offered.title === "" ? null : judgeMatch(asked, offered);
  if (refusal === null || titleForms(asked.title).key === titleForms(offered.title).key) return [];
  return [
    `${asked.id}: Semantic Scholar calls it "${offered.title}", the survey "${asked.title}": ${refusal}`,
  ];
}

function noticesOf({ chosen, leftOut }: ContextChoice, options: GatherOptions): string[] {
  if (leftOut === 0) return [];
  return [
    `${chosen.length + leftOut} related works were found at --context ${options.context}; ` +
      `the ${chosen.length} with the most links are included, ${leftOut} are left out (--context-cap ${options.contextCap})`,
  ];
}
