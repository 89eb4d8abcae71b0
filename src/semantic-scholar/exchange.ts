import ky from "ky";
import { RefusalSchema } from "./answers.ts";
import {
  Interrupted,
  KeyRefused,
  RequestRefused,
  SourceUnreachable,
  TriesExhausted,
  UnexpectedResponse,
} from "./errors.ts";
import { createDoor } from "./outside-text.ts";
import type { Clock, Pace } from "./pace.ts";
import { OversizedBody, readBody } from "./read-body.ts";
import { TimeUp, withinTime } from "./within-time.ts";

/** One request, and the words by which messages speak of it. */
export interface Question {
  readonly method: "GET" | "POST";
  /** Below `/graph/v1/`, percent-encoded. */
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
  readonly body?: { readonly ids: readonly string[] };
  /** As the documentation names it: `GET /paper/{id}/references`. */
  readonly endpoint: string;
  /** Whom it is about: an id, a title, or how many papers. */
  readonly subject: string;
}

/** What came back and is worth reading: 200, or the 400 and 404 of the application itself. */
export interface Reply {
  readonly status: 200 | 400 | 404;
  readonly body: unknown;
}

/** What happens on the wire, for a progress display. */
export type WireEvent =
  | { readonly kind: "asked"; readonly question: Question; readonly attempt: number }
  | { readonly kind: "answered"; readonly question: Question }
  | { readonly kind: "waiting"; readonly question: Question; readonly ms: number; readonly why: string };

export interface ExchangeOptions {
  /** Scheme and host, with or without a slash at the end. */
  readonly baseUrl: string;
  /** Sent as `x-api-key`; null sends none. */
  readonly key: string | null;
  readonly pace: Pace;
  /** Milliseconds for one try, body included; the gateway itself gives up after about 30 s. */
  readonly timeoutMs?: number;
  /** How often a question is put before it counts as unanswered. */
  readonly tries?: number;
  /** Milliseconds before the second try; each further wait is twice as long, 60 s at most. */
  readonly firstWaitMs?: number;
  readonly signal?: AbortSignal;
}

export interface ExchangeEffects {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly report: (event: WireEvent) => void;
}

/** Puts one question and returns the reply; throws one of the errors of `errors.ts`. */
export type Exchange = (question: Question) => Promise<Reply>;

const LONGEST_WAIT_MS = 60_000;
const LONGEST_RETRY_AFTER_MS = 300_000;
/** So many questions in a row without an answer, and the source is given up. */
const STRIKES = 3;
const AT_ONCE = 6;

/** A try that may be repeated; `status` is null when the connection brought no answer at all. */
interface Setback {
  readonly why: string;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}

/**
 * The one way to the source: in pace, at most six questions open at a time, each tried `tries` times (429,
 * 500, 502, 503, 504, time-outs, broken connections, bodies that are not JSON) with waits that double and a
 * jitter of up to a half; a 429 holds everyone. When the source stops answering, every further question fails
 * at once with the same SourceUnreachable. Every text of a reply or an error has come through the door (see
 * createDoor), and an answer too large to be one is not read to its end.
 *
 * The tries are made here and not by ky: a retry has to keep the pace, a 429 has to hold the other callers
 * too, and most faults come after the headers, when ky's own retry has already handed over.
 */
export function createExchange(options: ExchangeOptions, effects: ExchangeEffects): Exchange {
  const { key, pace, signal, timeoutMs = 40_000, tries = 6, firstWaitMs = 2_000 } = options;
  const { clock, random, report } = effects;
  const base = `${options.baseUrl.replace(/\/+$/, "")}/graph/v1/`;
  let end: Error | null = null;
  let everAnswered = false;
  let strikes = 0;
  const lane = createLanes(AT_ONCE);
  const door = createDoor(key);

  async function attempt(question: Question): Promise<Reply | Setback> {
    let status: number | null = null;
    try {
      return await withinTime(timeoutMs, signal, async (ended) => {
        const response = await ky(base + question.path, {
          method: question.method,
          searchParams: question.search,
          ...(question.body ? { json: question.body } : {}),
          headers: { accept: "application/json", ...(key ? { "x-api-key": key } : {}) },
          retry: 0,
          timeout: false,
          throwHttpErrors: false,
          redirect: "error",
          signal: ended,
        });
        status = response.status;
        return read(question, response, await readBody(response.body, ended));
      });
    } catch (error) {
      if (signal?.aborted) throw new Interrupted();
      if (isOurs(error)) throw error;
      if (error instanceof OversizedBody) throw new UnexpectedResponse(whereOf(question), error.message);
      const why =
        error instanceof TimeUp
          ? `no complete answer within ${timeoutMs / 1000} s`
          : door.text(connectionFault(error));
      return { why, status: status === 200 ? null : status, retryAfterMs: null };
    }
  }

  function read(question: Question, response: Response, text: string): Reply | Setback {
    const { status } = response;
    const body = door.value(jsonOf(text));
    if (status === 200 || status === 400 || status === 404) {
      if (body !== undefined) return { status, body };
      if (status === 200) return { why: "the body is not JSON", status, retryAfterMs: null };
      throw new UnexpectedResponse(whereOf(question), `${status} with a body that is not JSON`);
    }
    if (status === 401 || status === 403) throw new KeyRefused(status, key !== null);
    if ([429, 500, 502, 503, 504].includes(status)) {
      return { why: `${status} ${said(body)}`.trim(), status, retryAfterMs: retryAfterOf(response) };
    }
    throw new RequestRefused(question.endpoint, question.subject, status, said(body) || "no reason given");
  }

  function waitBefore(nextTry: number, setback: Setback): number {
    const doubled = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** (nextTry - 2));
    return Math.round(Math.max(doubled * (1 + random() / 2), setback.retryAfterMs ?? 0));
  }

  function giveUp(question: Question, last: Setback): Error {
    const { endpoint, subject } = question;
    const exhausted = new TriesExhausted(endpoint, subject, tries, last.why, last.status);
    // Bad bodies and 5xx can be the fault of one question; silence and a full pool are everybody's.
    const shared = last.status === null || last.status === 429;
    strikes += 1;
    if ((shared && !everAnswered) || strikes >= STRIKES) end = new SourceUnreachable(exhausted);
    return end ?? exhausted;
  }

  async function put(question: Question): Promise<Reply> {
    for (let attemptNumber = 1; ; attemptNumber++) {
      if (end) throw end;
      await orInterrupted(pace.turn(signal), signal);
      if (end) throw end;
      report({ kind: "asked", question, attempt: attemptNumber });
      let outcome: Reply | Setback;
      try {
        outcome = await attempt(question);
      } catch (error) {
        if (error instanceof KeyRefused) end = error;
        throw error;
      }
      if ("body" in outcome) {
        // The first request reached the source late, behind the making of the connection.
        if (!everAnswered) pace.rest();
        everAnswered = true;
        strikes = 0;
        report({ kind: "answered", question });
        return outcome;
      }
      if (attemptNumber === tries) throw giveUp(question, outcome);
      const ms = waitBefore(attemptNumber + 1, outcome);
      report({ kind: "waiting", question, ms, why: outcome.why });
      if (outcome.status === 429) pace.hold(ms);
      else await orInterrupted(clock.sleep(ms, signal), signal);
    }
  }

  return (question) => lane(() => put(question));
}

function whereOf(question: Question): { endpoint: string; subject: string; path: string } {
  return { endpoint: question.endpoint, subject: question.subject, path: "body" };
}

function isOurs(error: unknown): boolean {
  return (
    error instanceof UnexpectedResponse || error instanceof KeyRefused || error instanceof RequestRefused
  );
}

async function orInterrupted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a refusal, from either envelope, in at most 300 characters; "" when there is none. */
export function said(body: unknown): string {
  const refusal = RefusalSchema.safeParse(body);
  const words = (refusal.success && (refusal.data.error ?? refusal.data.message)) || "";
  // Half a character may be left at the cut.
  return words.slice(0, 300).replace(/\p{Cs}$/u, "");
}

/** Nobody has seen this header from this source; should it come, in seconds or as a date, it is obeyed. */
function retryAfterOf(response: Response): number | null {
  const header = response.headers.get("retry-after") ?? "";
  const sent = Date.parse(response.headers.get("date") ?? "");
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - sent;
  return ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : null;
}

function connectionFault(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const detail = cause?.code ?? cause?.message ?? (error as Error).message;
  return `the connection failed: ${detail}`;
}

/** Lets at most `width` tasks run at a time, in the order they came. */
function createLanes(width: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
