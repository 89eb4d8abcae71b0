import type { z } from "zod";
import { placeOf } from "../corpus/bad-rows.ts";
import type { AnswerCache, KeptAnswer } from "./answer-cache.ts";
import {
  CitationRowSchema,
  CitationsPageSchema,
  fieldsOf,
  linkFieldsOf,
  type MatchedPaper,
  MatchedPaperSchema,
  MatchSchema,
  ReferenceRowSchema,
  ReferencesPageSchema,
} from "./answers.ts";
import { RequestRefused, UnexpectedResponse } from "./errors.ts";
import { type Exchange, type Question, type Reply, said } from "./exchange.ts";

/**
 * What the source says about one thing, and the day it said so (YYYY-MM-DD). Null when it does not know it.
 */
export interface Answered<T> {
  readonly value: T | null;
  readonly day: string;
}

export type ReferencesPage = z.infer<typeof ReferencesPageSchema>;
export type CitationsPage = z.infer<typeof CitationsPageSchema>;

/** How many requests the answers cost. */
export interface Requests {
  /**
   * What the answers used so far would cost if nothing were kept, without the matches of titles (each
   * is asked once in the life of a corpus): the same whether they were asked now or kept.
   */
  readonly rests: number;
  /** The least that this run's own questions can cost: 500 papers a batch, one page of a list each, one match each. */
  readonly leastPossible: number;
}

/** The endpoints of the Graph API that a refresh needs, each answer checked and kept. */
export interface Client {
  /** The best match for a title, which may be quite another paper; null when there is none. */
  match(title: string): Promise<Answered<MatchedPaper>>;
  /** One page of what the paper cites; null when the source does not know the paper. Messages call it `name`. */
  references(
    address: string,
    offset: number,
    limit: number,
    name?: string,
  ): Promise<Answered<ReferencesPage>>;
  /** One page of what cites the paper, newest first, at most as young as `until` (null: no bound). */
  citations(
    address: string,
    offset: number,
    limit: number,
    window: { from: string | null; until: string | null } | null,
    name?: string,
  ): Promise<Answered<CitationsPage>>;
  /** One paper by itself; null when the source does not know it. */
  paper<T extends z.ZodObject>(address: string, schema: T): Promise<Answered<z.output<T>>>;
  /**
   * Puts the batch question for 1 to 500 addresses. The items are neither checked nor kept yet, and there may
   * not be one for each address.
   */
  batchItems(addresses: readonly string[], fields: string): Promise<readonly unknown[]>;
  /** Notes that a batch had an answer to use for the address, asked now or kept. */
  usedInBatch(address: string, fields: string, how: "asked" | "kept"): void;
  requests(): Requests;
  readonly cache: AnswerCache;
  readonly today: () => string;
  /** Where the answers come from, as part of every cache key. */
  readonly origin: string;
}

export interface ClientEffects {
  readonly exchange: Exchange;
  readonly cache: AnswerCache;
  /** The day, YYYY-MM-DD. */
  readonly today: () => string;
}

/** The most ids one batch may name. */
export const MOST_IDS = 500;

const MATCH = "paper/search/match";
const MATCH_FIELDS = fieldsOf(MatchedPaperSchema);
const REFERENCE_FIELDS = linkFieldsOf(ReferenceRowSchema);
const CITATION_FIELDS = linkFieldsOf(CitationRowSchema);

/** The client of the API at `origin` (scheme and host). */
export function createClient(origin: string, { exchange, cache, today }: ClientEffects): Client {
  let single = 0;
  let singleAsked = 0;
  const inBatches = new Map<string, Set<string>>();
  const askedInBatches = new Set<string>();

  async function ask<T>(question: Question, schema: z.ZodType<T>): Promise<Answered<T>> {
    const key = cacheKey(origin, question);
    const count = (answer: Answered<T>, asked: boolean) => {
      if (isEmptyPromise(answer.value)) return;
      if (question.path !== MATCH) single += 1;
      if (asked) singleAsked += 1;
    };
    const kept = await cache.read(key);
    const known = kept && tryRead(kept, schema);
    if (known) {
      count(known, false);
      return known;
    }
    const reply = await exchange(question);
    const answer = readReply(question, reply, schema, today());
    count(answer, true);
    await cache.write(key, { status: reply.status, body: reply.body, day: answer.day });
    return answer;
  }

  return {
    cache,
    today,
    origin,
    usedInBatch(address, fields, how) {
      const used = inBatches.get(fields) ?? new Set();
      inBatches.set(fields, used.add(address));
      if (how === "asked") askedInBatches.add(address);
    },
    requests() {
      const batches = [...inBatches.values()].map(({ size }) => Math.ceil(size / MOST_IDS));
      return {
        rests: single + batches.reduce((a, b) => a + b, 0),
        leastPossible: singleAsked + Math.ceil(askedInBatches.size / MOST_IDS),
      };
    },
    async match(title) {
      const query = title.replace(/\s+/g, " ").trim();
      const answer = await ask(
        {
          method: "GET",
          path: MATCH,
          search: { query, fields: MATCH_FIELDS },
          endpoint: "GET /paper/search/match",
          subject: `“${query}”`,
        },
        MatchSchema,
      );
      return { value: answer.value?.data[0] ?? null, day: answer.day };
    },
    references(address, offset, limit, name = address) {
      const question = listQuestion("references", address, REFERENCE_FIELDS, offset, limit);
      return ask({ ...question, subject: name }, ReferencesPageSchema);
    },
    citations(address, offset, limit, window, name = address) {
      const question = {
        ...listQuestion("citations", address, CITATION_FIELDS, offset, limit),
        subject: name,
      };
      if (!window) return ask(question, CitationsPageSchema);
      const publicationDateOrYear = `${window.from ?? ""}:${window.until ?? ""}`;
      return ask({ ...question, search: { ...question.search, publicationDateOrYear } }, CitationsPageSchema);
    },
    paper(address, schema) {
      return ask(
        {
          method: "GET",
          path: `paper/${encodeAddress(address)}`,
          search: { fields: fieldsOf(schema) },
          endpoint: "GET /paper/{id}",
          subject: address,
        },
        schema,
      ) as Promise<Answered<z.output<typeof schema>>>;
    },
    async batchItems(addresses, fields) {
      const question: Question = {
        method: "POST",
        path: "paper/batch",
        search: { fields },
        body: { ids: addresses },
        endpoint: "POST /paper/batch",
        subject: addresses.length === 1 ? (addresses[0] ?? "") : `${addresses.length} papers`,
      };
      const { status, body } = await exchange(question);
      if (status === 400 && said(body) === "No valid paper ids given") return addresses.map(() => null);
      if (status !== 200) {
        throw new RequestRefused(
          question.endpoint,
          question.subject,
          status,
          said(body) || "no reason given",
        );
      }
      // A few items too many may still hold those that were asked for.
      const ofItems = Array.isArray(body) ? body.length : null;
      if (ofItems === null || ofItems > addresses.length + MOST_IDS) {
        throw new UnexpectedResponse(
          { endpoint: question.endpoint, subject: question.subject, path: "body" },
          ofItems === null
            ? "is not an array with one item for each id"
            : `${ofItems} items for ${addresses.length} ids`,
        );
      }
      return body as unknown[];
    },
  };
}

/** A page without rows that promises more is a fault of the source and no part of what an answer costs. */
function isEmptyPromise(value: unknown): boolean {
  const { data, next } = (value ?? {}) as { data?: unknown; next?: unknown };
  return Array.isArray(data) && data.length === 0 && typeof next === "number";
}

function listQuestion(
  list: "references" | "citations",
  address: string,
  fields: string,
  offset: number,
  limit: number,
): Question {
  return {
    method: "GET",
    path: `paper/${encodeAddress(address)}/${list}`,
    search: { fields, offset: String(offset), limit: String(limit) },
    endpoint: `GET /paper/{id}/${list}`,
    subject: address,
  };
}

/** The address as part of a path: slashes and colons of a DOI stay, everything else is encoded. */
function encodeAddress(address: string): string {
  return encodeURIComponent(address).replace(/%2F/g, "/").replace(/%3A/g, ":");
}

function cacheKey(origin: string, { method, path, search }: Question): string {
  return `${method} ${origin} ${path}?${new URLSearchParams(search)}`;
}

function tryRead<T>(kept: KeptAnswer, schema: z.ZodType<T>): Answered<T> | null {
  if (kept.status === 404) return { value: null, day: kept.day };
  const parsed = schema.safeParse(kept.body);
  return parsed.success ? { value: parsed.data, day: kept.day } : null;
}

function readReply<T>(question: Question, reply: Reply, schema: z.ZodType<T>, day: string): Answered<T> {
  if (reply.status === 404 && said(reply.body)) return { value: null, day };
  if (reply.status !== 200) {
    const reason = said(reply.body) || "no reason given";
    throw new RequestRefused(question.endpoint, question.subject, reply.status, reason);
  }
  const parsed = schema.safeParse(reply.body);
  if (parsed.success) return { value: parsed.data, day };
  throw unexpected(question, parsed.error);
}

/** The first thing that is wrong with an answer, as an UnexpectedResponse with the zod error as its cause. */
export function unexpected(
  where: { readonly endpoint: string; readonly subject: string },
  error: z.ZodError,
): UnexpectedResponse {
  const issue = error.issues[0];
  return new UnexpectedResponse(
    {
      endpoint: where.endpoint,
      subject: where.subject,
      path: issue ? placeOf(issue.path).replace(/^corpus$/, "body") : "body",
    },
    issue?.message ?? "does not match",
    error,
  );
}
