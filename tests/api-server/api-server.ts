import { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { batchItems, type Desk, describe, ELIDED, openDesk, unidentified } from "./answers.ts";
import { type Fault, FORBIDDEN, type Sabotage, type Seen, TOO_MANY } from "./faults.ts";
import type { Library, Link } from "./library.ts";

export interface ApiServer {
  readonly url: string;
  /** Every request in the order it came. */
  readonly seen: readonly Seen[];
  /** How many were answered with 429 for coming too fast. */
  readonly tooFast: () => number;
  /** How many answers somebody is still waiting for. */
  readonly underway: () => number;
  /** What goes wrong from now on; the count of requests for it starts again. */
  sabotage(fault: Fault | null): void;
  /** Tells the server that the library was changed. */
  reload(): void;
  close(): Promise<void>;
}

export interface ApiServerOptions {
  readonly fault?: Fault;
  /** The least milliseconds between two requests; closer ones are answered with 429. */
  readonly intervalMs?: number;
  /** The only key that is let in; without it every request needs none. */
  readonly key?: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * A local server that behaves like the Graph API as far as a refresh uses it: batch, paper,
 * references, citations, match, with its limits, its silences and, on request, its faults.
 */
export async function startApiServer(library: Library, options: ApiServerOptions = {}): Promise<ApiServer> {
  const seen: Seen[] = [];
  const started = performance.now();
  let desk = openDesk(library);
  let fault = options.fault ?? null;
  let count = 0;
  let fast = 0;
  let underway = 0;
  let last = Number.NEGATIVE_INFINITY;

  const server = createServer(async (request, response) => {
    underway += 1;
    response.on("close", () => {
      underway -= 1;
    });
    const question = await readQuestion(request, started);
    seen.push(question);
    const sooner = question.at - last < (options.intervalMs ?? 0);
    last = question.at;
    const n = count++;
    if (sooner) fast += 1;
    const wrong =
      (options.key && question.key !== options.key ? FORBIDDEN : null) ??
      (sooner ? TOO_MANY : null) ??
      fault?.(question, n) ??
      null;
    if (wrong && "after" in wrong) await wrong.after;
    send(response, answerTo(desk, question), wrong);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    tooFast: () => fast,
    underway: () => underway,
    sabotage(next) {
      fault = next;
      count = 0;
    },
    reload() {
      desk = openDesk(library);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readQuestion(request: IncomingMessage, started: number): Promise<Seen> {
  const at = performance.now() - started;
  const url = new URL(request.url ?? "/", "http://localhost");
  let text = "";
  for await (const chunk of request) text += chunk;
  const ids = text ? ((JSON.parse(text) as { ids?: string[] }).ids ?? []) : [];
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname.replace("/graph/v1/", "")),
    search: url.searchParams,
    ids,
    key: (request.headers["x-api-key"] as string | undefined) ?? null,
    at,
  };
}

function send(response: ServerResponse, answer: Answer, wrong: Sabotage | null): void {
  if (wrong && "reset" in wrong) {
    response.socket?.resetAndDestroy();
    return;
  }
  if (wrong && "status" in wrong) {
    setTimeout(() => {
      response.writeHead(wrong.status, { "content-type": "application/json", ...wrong.headers });
      response.end(wrong.text);
    }, wrong.afterMs ?? 0);
    return;
  }
  if (wrong && "pour" in wrong) {
    response.writeHead(200, { "content-type": "application/json" });
    void pour(response, wrong.pour(), wrong.everyMs ?? 0);
    return;
  }
  const body = wrong && "rewrite" in wrong ? wrong.rewrite(answer.body) : answer.body;
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(answer.status, { "content-type": "application/json" });
  if (wrong && "truncate" in wrong) response.end(text.slice(0, Math.floor(text.length / 2)));
  else if (wrong && "dripEveryMs" in wrong) drip(response, text, wrong.dripEveryMs);
  else response.end(text);
}

function drip(response: ServerResponse, text: string, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (response.destroyed || sent >= text.length) {
      clearInterval(timer);
      response.end();
    } else {
      response.write(text[sent++]);
    }
  }, everyMs);
  response.on("close", () => clearInterval(timer));
}

async function pour(response: ServerResponse, pieces: Iterable<string>, everyMs: number): Promise<void> {
  const resume = new EventEmitter();
  response.on("drain", () => resume.emit("go"));
  response.on("close", () => resume.emit("go"));
  for (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await new Promise((resolve) => resume.once("go", resolve));
    if (everyMs > 0) await wait(everyMs);
  }
  response.end();
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function answerTo(desk: Desk, { method, path, search, ids }: Seen): Answer {
  const fields = (search.get("fields") ?? "paperId,title").split(",");
  if (method === "POST" && path === "paper/batch") {
    if (ids.length > 500) return refusal(400, "No more than 500 paper ids can be given");
    const items = batchItems(desk, ids, fields);
    if (items.every((item) => item === null)) return refusal(400, "No valid paper ids given");
    return { status: 200, body: items };
  }
  if (path === "paper/search/match") return matchAnswer(desk, search.get("query") ?? "", fields);
  const list = /^paper\/(.+)\/(references|citations)$/.exec(path);
  const address = list?.[1] ?? path.replace(/^paper\//, "");
  const work = desk.find(address);
  if (!work) return refusal(404, `Paper with id ${address} not found`);
  if (!list) return { status: 200, body: describe(desk, work, fields) };
  return list[2] === "references"
    ? referencesAnswer(desk, work.sha, search, fields)
    : citationsAnswer(desk, work.sha, search, fields);
}

function matchAnswer(desk: Desk, query: string, fields: readonly string[]): Answer {
  const work = desk.match(query);
  if (!work) return refusal(404, "Title match not found");
  return { status: 200, body: { data: [{ ...describe(desk, work, fields), matchScore: 133.3 }] } };
}

function referencesAnswer(
  desk: Desk,
  sha: string,
  search: URLSearchParams,
  fields: readonly string[],
): Answer {
  const title = desk.workOf(sha)?.title;
  if (desk.isElided(sha)) {
    return { status: 200, body: { data: null, citingPaperInfo: { openAccessPdf: ELIDED, title } } };
  }
  const rows = [
    ...desk.referencesOf(sha).map((link) => linkRow(desk, link, link.cited, "citedPaper", fields)),
    ...Array.from({ length: desk.unidentifiedOf(sha) }, (_, i) => ({ citedPaper: unidentified(i, fields) })),
  ];
  return page(rows, search, { citingPaperInfo: { openAccessPdf: { disclaimer: "Notice." }, title } });
}

function citationsAnswer(
  desk: Desk,
  sha: string,
  search: URLSearchParams,
  fields: readonly string[],
): Answer {
  const window = search.get("publicationDateOrYear");
  const [from = "", until = ""] = window?.split(":") ?? [];
  const links = desk.citationsOf(sha).filter(({ citing }) => {
    if (!window) return true;
    // A bound of a year or a month stands for all of it.
    const date = desk.workOf(citing)?.date;
    return !!date && date >= from && (until === "" || date.slice(0, until.length) <= until);
  });
  const rows = links.map((link) => () => linkRow(desk, link, link.citing, "citingPaper", fields));
  return page(rows, search, {});
}

function linkRow(desk: Desk, link: Link, other: string, key: string, fields: readonly string[]): unknown {
  const work = desk.workOf(other);
  const about = fields.filter((field) => !["contexts", "intents", "isInfluential"].includes(field));
  return {
    ...(fields.includes("contexts") ? { contexts: link.contexts } : {}),
    ...(fields.includes("intents") ? { intents: link.intents } : {}),
    ...(fields.includes("isInfluential") ? { isInfluential: link.influential } : {}),
    [key]: work ? describe(desk, work, about) : unidentified(0, about),
  };
}

function page(rows: readonly unknown[], search: URLSearchParams, envelope: object): Answer {
  const offset = Number(search.get("offset") ?? 0);
  const limit = Number(search.get("limit") ?? 100);
  if (limit > 1000) return refusal(400, "'limit' must be <= 1000");
  if (offset + limit >= 10_000) return refusal(400, "offset + limit must be < 10000");
  const end = offset + limit;
  const data = rows.slice(offset, end).map((row) => (typeof row === "function" ? row() : row));
  return {
    status: 200,
    body: { offset, ...envelope, ...(end < rows.length ? { next: end } : {}), data },
  };
}
