import type { Client } from "../semantic-scholar/client.ts";
import { NotAsked } from "../semantic-scholar/errors.ts";
import type { Exchange, Question } from "../semantic-scholar/exchange.ts";
import { askedPapers } from "./asked-papers.ts";
import { gather } from "./gather.ts";
import type { GatherOptions } from "./gathered.ts";
import { matchEntries } from "./match-entries.ts";
import { type CorpusSources, type FileNames, unasked } from "./merge-sources.ts";

/** Requests that would be made: how many, to which endpoint, about whom. */
export interface PlannedRequest {
  readonly endpoint: string;
  readonly subject: string;
  readonly requests: number;
}

/**
 * The requests a refresh would make, without making one: everything up to the first answer that is not kept
 * is known exactly, what depends on that answer is estimated (one page a reference list, one batch for
 * related works). `clientOver` makes the client over an exchange.
 */
export async function planRefresh(
  sources: Pick<CorpusSources, "survey" | "curation" | "previous" | "today">,
  options: GatherOptions,
  clientOver: (exchange: Exchange) => Client,
  files?: FileNames,
): Promise<PlannedRequest[]> {
  const questions: Question[] = [];
  const client = clientOver(async (question) => {
    questions.push(question);
    throw new NotAsked(question.endpoint, question.subject);
  });
  const resolutions = await matchEntries(unasked(sources), client);
  const matches = questions.length;
  const asked = askedPapers({ ...sources, resolutions, context: options.context }, files);
  const { unanswered } = await gather(asked, options, client);
  const planned = questions.map(({ endpoint, subject }) => ({ endpoint, subject, requests: 1 }));

  const unread = unanswered.length + matches;
  if (unread === 0) return planned;
  const batch = "POST /paper/batch";
  if (matches > 0 && !planned.some(({ endpoint }) => endpoint === batch)) {
    planned.push({ endpoint: batch, subject: `${matches} papers`, requests: 1 });
  }
  if (!options.linksOnly) {
    const subject = `the reference lists of ${unread} papers`;
    planned.push({ endpoint: "GET /paper/{id}/references", subject, requests: unread });
  }
  if (options.context > 0) {
    planned.push({ endpoint: batch, subject: "related works (estimated)", requests: 1 });
  }
  return planned;
}
