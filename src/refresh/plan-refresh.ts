import type { Client } from "../semantic-scholar/client.ts";
import { RequestRefused } from "../semantic-scholar/errors.ts";
import type { Exchange, Question } from "../semantic-scholar/exchange.ts";
import { buildCorpus, type CorpusSources, type FileNames } from "./build-corpus.ts";
import { type GatherOptions, gather } from "./gather.ts";
import { matchEntries } from "./match-entries.ts";
import { askedPapers, unasked } from "./refresh-corpus.ts";

/** Requests that would be made: how many, to which endpoint, about whom. */
export interface PlannedRequest {
  readonly endpoint: string;
  readonly subject: string;
  readonly requests: number;
}

/**
 * The requests a refresh would make, without making one: everything up to the first answer that is not
 * kept is known exactly, what depends on that answer is estimated (one page a reference list, one batch
 * for the works around the survey). `clientOver` makes the client over a way to the source.
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
    throw new RequestRefused(question.endpoint, question.subject, 0, "not asked");
  });
  const resolutions = await matchEntries(unasked(sources), client);
  const matches = questions.length;
  const base = buildCorpus({ ...sources, resolutions, context: options.context }, files);
  const gathered = await gather(askedPapers(base), options, client);
  const planned = questions.map(({ endpoint, subject }) => ({ endpoint, subject, requests: 1 }));

  const failed = new Set(gathered.gaps.filter(({ of }) => of === "metadata").map(({ paper }) => paper));
  const unread =
    [...failed].filter((id) => !gathered.unknown.some((asked) => asked.id === id)).length + matches;
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
    planned.push({ endpoint: batch, subject: "the works around the survey, about", requests: 1 });
  }
  return planned;
}
