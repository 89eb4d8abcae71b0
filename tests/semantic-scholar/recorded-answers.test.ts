import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContextPaperSchema, ListedWorkSchema } from "../../src/semantic-scholar/answers.ts";
import { askBatch } from "../../src/semantic-scholar/ask-batch.ts";
import type { Client } from "../../src/semantic-scholar/client.ts";
import { askingClient, memoryCache } from "../api-server/ask.ts";

const SAMPLES = resolve(import.meta.dirname, "../../../shared/semantic-scholar/samples");

interface Sample {
  readonly file: string;
  readonly method: string;
  readonly url: string;
  readonly requestBody: { ids?: string[] } | null;
  readonly status: number;
}

const OURS = /graph\/v1\/paper\/(?!search(\/bulk)?\?)(?!.*\/authors)/;
const PARTIAL = new Set(["citation-item-all-fields.json", "reference-item-all-fields.json"]);

function samples(): Sample[] {
  const index = JSON.parse(readFileSync(join(SAMPLES, "index.json"), "utf8")) as { samples: Sample[] };
  return index.samples.filter((sample) => OURS.test(sample.url) && !PARTIAL.has(sample.file));
}

/** A question like the recorded one, put through the client. */
async function ask(client: Client, sample: Sample): Promise<unknown> {
  const path = decodeURIComponent(new URL(sample.url).pathname.replace("/graph/v1/paper/", ""));
  const search = new URL(sample.url).searchParams;
  if (path === "batch") return askBatch(client, sample.requestBody?.ids ?? [], ContextPaperSchema);
  if (path === "search/match") return client.match(search.get("query") ?? "");
  const [, address = path, list] = /^(.+)\/(references|citations)$/.exec(path) ?? [];
  const page = [Number(search.get("offset") ?? 0), Number(search.get("limit") ?? 100)] as const;
  if (list === "references") return client.references(address, ...page);
  if (list === "citations") return client.citations(address, ...page, null);
  return client.paper(address, ListedWorkSchema);
}

describe.runIf(existsSync(SAMPLES))(
  "the client reads every recorded answer (skipped where they are missing)",
  () => {
    const recorded = existsSync(SAMPLES) ? samples() : [];
    const used = new Set<string>();
    let serving: Sample | null = null;
    const server = createServer((_, response) => {
      if (!serving) return void response.writeHead(500).end();
      used.add(serving.file);
      response.writeHead(serving.status, { "content-type": "application/json" });
      response.end(readFileSync(join(SAMPLES, serving.file)));
    });
    let url = "";
    beforeAll(async () => {
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((done) => server.close(done)));

    test.each(recorded.map((sample) => [sample.file, sample] as const))("%s", async (file, sample) => {
      serving = sample;
      const outcome = await ask(askingClient(url, { cache: memoryCache() }).client, sample).catch(
        (e: Error) => e,
      );
      expect(summary(outcome)).toBe(EXPECTED[file]);
    });

    test("no recorded answer stays unused, and none is expected that is not there", () => {
      expect([...used].sort()).toEqual(recorded.map((sample) => sample.file).sort());
      expect(Object.keys(EXPECTED).sort()).toEqual(recorded.map((sample) => sample.file).sort());
    });
  },
);

function summary(outcome: unknown): string {
  if (outcome instanceof Error) return `${outcome.name}: ${outcome.message.split(": ").at(-1)}`;
  if (outcome instanceof Map) {
    return [...outcome.values()]
      .map((a) =>
        "failure" in a ? "failed" : a.value ? `${a.value.references?.length ?? "no list"}` : "unknown",
      )
      .join(", ");
  }
  const { value } = outcome as { value: Record<string, unknown> | null };
  if (value === null) return "unknown";
  if ("data" in value) {
    const rows = value.data as {
      citedPaper?: { paperId: string | null };
      citingPaper?: { paperId: string | null };
    }[];
    if (rows === null) return "withheld";
    const works = rows.map((row) => row.citedPaper ?? row.citingPaper);
    const known = works.filter((work) => work?.paperId).length;
    return `${known} of ${works.length} known, next ${value.next}`;
  }
  return String(value.title).slice(0, 32);
}

/** What the client makes of each answer. */
const EXPECTED: Record<string, string> = {
  "paper-title-only.json": "Computing Machinery and Intellig",
  "paper-404.json": "unknown",
  "paper-400-bad-field.json": "RequestRefused: [unknown]",
  "batch-403-forbidden.json": "KeyRefused: set SEMANTIC_SCHOLAR_API_KEY",
  "batch-3-known.json": "no list, no list, no list",
  "batch-with-null.json": "unknown, no list, no list, no list",
  "references-page1-next.json": "40 of 50 known, next 50",
  "references-page2-last.json": "4 of 17 known, next null",
  "citations-page1-next.json": "100 of 100 known, next 100",
  "citations-page2-next.json": "100 of 100 known, next 200",
  "citations-page18-next.json": "100 of 100 known, next 1800",
  "citations-page19-last.json": "77 of 81 known, next null",
  "match-hit.json": "Mining association rules between",
  "match-attention-is-all-you-need.json": "Attention is All you Need",
  "match-wrong-hit-flag-of-canada.json": "16. Marketing the Maple Leaf: Th",
  "match-wrong-hit-gravity-hill.json": "Explanation of Gravity Hill of M",
  "match-authors-empty.json": "Convalescent-anti-sars-cov-2-pla",
  "match-404.json": "unknown",
  "match-authors-externalIds.json": "Augmenting large language models",
  "paper-doi-hybrid-oa.json": "Augmenting large language models",
  "paper-doi-no-authors.json": "Convalescent-anti-sars-cov-2-pla",
  "paper-404-doi.json": "unknown",
  "paper-arxiv-doi.json": "PaperQA: Retrieval-Augmented Gen",
  "paper-doi-colon.json": "An essential role of active site",
  "paper-doi-bronze-oa.json": "Developing functional musculoske",
  "paper-doi-2026-02.json": "A Perspective on Explanations of",
  "paper-two-fields.json": "PaperQA: Retrieval-Augmented Gen",
  "citations-offset-cap-400.json": "RequestRefused: offset + limit must be < 10000",
  "citations-offset-9998-next-9999.json": "1 of 1 known, next 9999",
  "references-elided.json": "withheld",
  "references-empty.json": "0 of 0 known, next null",
  "references-2026-with-citingPaperInfo.json": "4 of 5 known, next null",
  "citations-single-page-no-next.json": "7 of 7 known, next null",
  "batch-2026-null-openAccessPdf-unasked.json": "no list, no list, unknown",
  "batch-2026-small-null.json": "no list, no list, unknown",
  "citations-404.json": "unknown",
  "match-hit-2026.json": "A means of assessing maximal oxy",
  "batch-400-no-valid-ids.json": "unknown",
  "citations-contexts-2026.json": "2 of 2 known, next 2",
  "batch-nested-references.json": "0, 38, no list, 0",
  "references-optuna-2026.json": "3 of 3 known, next 3",
  "citations-optuna-2026.json": "3 of 3 known, next 3",
  "batch-nested-both-wrong-citation.json": "0, 3",
  "paper-full-turing.json": "Computing Machinery and Intellig",
};
