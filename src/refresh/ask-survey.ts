import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { PaperId } from "../corpus/ids.ts";
import type {
  LinkedPaperAnswer,
  LinkedPaperSchema,
  SurveyPaperAnswer,
  SurveyPaperSchema,
} from "../semantic-scholar/answers.ts";
import { askBatch, type BatchAnswer, MOST_NESTED } from "../semantic-scholar/ask-batch.ts";
import type { Answered, Client } from "../semantic-scholar/client.ts";
import { ForeignAnswer } from "../semantic-scholar/errors.ts";
import { idOfAddress, s2Id } from "../semantic-scholar/paper-address.ts";
import type { AskedPaper, Gap } from "./gathered.ts";
import { judgeMatch, knownWork, type TitledWork } from "./judge-match.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";

type Answer = SurveyPaperAnswer | LinkedPaperAnswer;
type Schema = typeof SurveyPaperSchema | typeof LinkedPaperSchema;

/**
 * What the source says about each paper: by its first name, else by its others, else by the match of its
 * title. An answer about another paper counts as none, and remains only when no other name helps.
 */
export async function askSurvey(
  papers: readonly AskedPaper[],
  schema: Schema,
  client: Client,
): Promise<Map<AskedPaper, BatchAnswer<Answer>>> {
  const answers = new Map<AskedPaper, BatchAnswer<Answer>>();
  const ask = async (asked: ReadonlyMap<AskedPaper, string>) => {
    const found = await askAll(asked, schema, client);
    for (const [paper, address] of asked) {
      const answer = found.get(address);
      if (answer && !(answers.has(paper) && isUnknown(answer))) answers.set(paper, answer);
    }
  };
  const most = Math.max(0, ...papers.map(({ addresses }) => addresses.length));
  for (let i = 0; i < most; i++) {
    const open = papers.filter((paper) => paper.addresses[i] !== undefined && isOpen(answers.get(paper)));
    await ask(new Map(open.map((paper) => [paper, paper.addresses[i] ?? ""])));
  }
  const matched = new Map<AskedPaper, string>();
  for (const paper of papers.filter((paper) => isOpen(answers.get(paper)))) {
    const sha = await matchedSha(paper, client);
    if (sha) matched.set(paper, sha);
  }
  await ask(matched);
  return answers;
}

function isOpen(answer: BatchAnswer<Answer> | undefined): boolean {
  return !answer || isUnknown(answer) || ("failure" in answer && answer.failure instanceof ForeignAnswer);
}

function isUnknown(answer: BatchAnswer<Answer>): boolean {
  return "value" in answer && answer.value === null;
}

async function matchedSha(paper: AskedPaper, client: Client): Promise<string | null> {
  try {
    const { value } = await client.match(paper.title);
    if (!value?.paperId) return null;
    const offered = { title: value.title ?? "", author: value.authors?.[0]?.name ?? null, year: value.year };
    return judgeMatch(paper, offered) === null ? value.paperId : null;
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    return null;
  }
}

async function askAll(
  asked: ReadonlyMap<AskedPaper, string>,
  schema: Schema,
  client: Client,
): Promise<Map<string, BatchAnswer<Answer>>> {
  const sorted = [...asked.values()].sort(byCodeUnit);
  const papers = new Map([...asked].map(([paper, address]) => [address, paper]));
  const rowsOf = (paper: Answer) => [
    { expected: Math.min(paper.citationCount ?? 0, MOST_NESTED), found: paper.citations?.length ?? 0 },
    ...("references" in paper && paper.references
      ? [{ expected: Math.min(paper.referenceCount ?? 0, MOST_NESTED), found: paper.references.length }]
      : []),
  ];
  try {
    return await askBatch<Schema>(client, sorted, schema, rowsOf, (address) => {
      const paper = papers.get(address);
      return (
        paper &&
        knownWork(
          paper,
          paper.addresses.flatMap((name) => idOfAddress(name) ?? []),
        )
      );
    });
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    return new Map(sorted.map((address) => [address, { failure: error }]));
  }
}

export interface KnownPaper {
  readonly asked: AskedPaper;
  readonly answer: Answer;
  readonly day: string;
}

/**
 * The answers as papers that the source knows, papers that it does not, papers without an answer, and gaps.
 * An answer that is about another paper than was asked for, that is another paper of the survey (the same
 * sha, or that one's title), or that is known as another paper and titled otherwise, is rejected: two papers
 * with one nickname must not become one. `owners` says which paper a name belonged to so far.
 */
export function sortOut(
  papers: readonly AskedPaper[],
  answers: ReadonlyMap<AskedPaper, BatchAnswer<Answer>>,
  owners: ReadonlyMap<PaperId, PaperId>,
): { known: KnownPaper[]; unknown: AskedPaper[]; unanswered: AskedPaper[]; gaps: Gap[] } {
  const known: KnownPaper[] = [];
  const unknown: AskedPaper[] = [];
  const unanswered: AskedPaper[] = [];
  const gaps: Gap[] = [];
  const gap = (asked: AskedPaper, of: Gap["of"], reason: string) =>
    gaps.push({ paper: asked.id, of, reason, expected: null, found: null });
  for (const asked of papers) {
    const answer = answers.get(asked);
    if (answer && "failure" in answer && answer.failure instanceof ForeignAnswer) {
      gap(asked, "metadata", `Semantic Scholar mistakes it for ${answer.failure.other}`);
    } else if (answer && "failure" in answer) {
      unanswered.push(asked);
      for (const of of ["metadata", "references", "citations"] as const)
        gap(asked, of, reasonOf(answer.failure));
    } else if (!answer?.value) {
      unknown.push(asked);
      gap(asked, "metadata", "Semantic Scholar does not know it");
    } else {
      const other =
        mistakenFor(asked, answer.value, papers) ??
        twinOf(answer, known) ??
        formerOwner(asked, answer.value, owners);
      if (other) gap(asked, "metadata", `Semantic Scholar mistakes it for ${other}`);
      else known.push({ asked, answer: answer.value, day: answer.day });
    }
  }
  return { known, unknown, unanswered, gaps };
}

function twinOf(answer: Answered<Answer>, known: readonly KnownPaper[]): PaperId | undefined {
  return known.find((paper) => paper.answer.paperId === answer.value?.paperId)?.asked.id;
}

function formerOwner(
  asked: AskedPaper,
  answer: Answer,
  owners: ReadonlyMap<PaperId, PaperId>,
): PaperId | undefined {
  const owner = owners.get(s2Id(answer.paperId));
  const same = owner === undefined || owner === (owners.get(asked.id) ?? asked.id);
  return same || judgeMatch(asked, offeredBy(answer)) === null ? undefined : owner;
}

function offeredBy({ title, authors, year }: Answer): TitledWork {
  return { title: title ?? "", author: authors?.[0]?.name ?? null, year };
}

function mistakenFor(asked: AskedPaper, answer: Answer, papers: readonly AskedPaper[]): PaperId | undefined {
  const offered = offeredBy(answer);
  if (offered.title === "" || judgeMatch(asked, offered) === null) return undefined;
  return papers.find((other) => other !== asked && judgeMatch(other, offered) === null)?.id;
}
