import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import {
  always,
  every,
  type Fault,
  FORBIDDEN,
  first,
  HTML,
  HTML_AS_SUCCESS,
  INTERNAL,
  nullsEverywhere,
  on,
  RESET,
  TIMED_OUT,
  TOO_MANY,
  TRUNCATED,
} from "../api-server/faults.ts";
import {
  DEEP,
  DRIBBLE,
  FOREIGN,
  foreign,
  LONG,
  REVERSED,
  ROTATED,
  refusing,
  rewritingBatches,
  rewritingTexts,
  SHORT,
} from "../api-server/hostile.ts";
import { emptyLibrary, type Library, link, shaOf, work } from "../api-server/library.ts";
import { lostFacts, type OPTIONS, type TestFolder, testFolder } from "./refresh-folder.ts";

const SURVEY = `---
title: Four papers
author: An author
pubDate: 2023-10-09
---
### Roots

- [ICML 2021] | **A root of many words** | [[paper]](https://arxiv.org/abs/2101.00001)

### Branches

- [ICCV 2022] | **First branch of the root** | [[paper]](https://arxiv.org/abs/2102.00002)
- [ECCV 2022] | **Second branch of the root** | [[paper]](https://arxiv.org/abs/2103.00003)
- [CVPR 2023] | **A leaf known by its title alone** | [[paper]](https://openaccess.thecvf.com/content/CVPR2023/papers/Leaf_A_Leaf_CVPR_2023_paper.pdf)
`;

const [ROOT, FIRST, SECOND, LEAF, OLD, LATE] = [1, 2, 3, 4, 10, 20].map(shaOf) as [string, ...string[]] as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/**
 *   OLD ◄── ROOT ◄── FIRST ◄─┬─ LEAF     an arrow points from the citing to the cited
 *    ▲───────┴────── SECOND ◄┘           LATE cites FIRST, SECOND and LEAF
 */
function library(): Library {
  const said = { contexts: ["We build on it [1]."], intents: ["methodology"], influential: true };
  return {
    ...emptyLibrary(),
    works: [
      work(1, {
        title: "A Root of Many Words",
        arxiv: "2101.00001",
        date: "2021-01-01",
        year: 2021,
        abstract: "A root.",
        tldr: "Root.",
      }),
      work(2, {
        title: "First Branch of the Root",
        arxiv: "2102.00002",
        date: "2021-02-01",
        year: 2021,
        abstract: "One.",
      }),
      work(3, {
        title: "Second Branch of the Root",
        arxiv: "2103.00003",
        date: "2021-03-01",
        year: 2021,
        abstract: "Two.",
      }),
      work(4, {
        title: "A Leaf Known by Its Title Alone",
        doi: "10.1000/LEAF",
        date: "2023-06-01",
        year: 2023,
        authors: ["Lea Leaf"],
        abstract: "Leaf.",
      }),
      work(10, { title: "An old work", doi: "10.1000/old", date: "2015-06-01", year: 2015 }),
      work(20, { title: "A late work", arxiv: "2501.00001", date: "2025-01-01", year: 2025 }),
      work(30, { title: "Quite another leaf", authors: ["Otto Other"], year: 2023 }),
    ],
    links: [
      link(FIRST, ROOT, said),
      link(SECOND, ROOT, said),
      link(LEAF, FIRST, said),
      link(LEAF, SECOND),
      link(ROOT, OLD),
      link(SECOND, OLD),
      link(LATE, FIRST, said),
      link(LATE, SECOND),
      link(LATE, LEAF),
    ],
    unidentified: new Map([[FIRST, 2]]),
  };
}

interface Mode {
  readonly name: string;
  readonly fault?: Fault;
  /** Changes the library behind the server. */
  readonly change?: (library: Library) => void;
  readonly options?: Partial<typeof OPTIONS>;
  readonly environment?: NodeJS.ProcessEnv;
  readonly url?: string;
  readonly code: number;
  readonly says?: RegExp;
  /** The first two are the same bytes as before; what was known stays in any case. */
  readonly corpus: "as without the fault" | "untouched" | "enriched or with gaps";
}

const page = (rewrite: (body: Record<string, unknown>) => unknown) => ({
  rewrite: (body: unknown) => rewrite(body as Record<string, unknown>),
});

const MODES: readonly Mode[] = [
  { name: "a 429 storm that passes", fault: first(2, TOO_MANY), code: 0, corpus: "as without the fault" },
  {
    name: "a 429 storm without end",
    fault: always(TOO_MANY),
    code: 3,
    says: /cannot be reached.*429/,
    corpus: "untouched",
  },
  { name: "500 now and then", fault: every(3, INTERNAL), code: 0, corpus: "as without the fault" },
  { name: "500 without end", fault: always(INTERNAL), code: 3, says: /500/, corpus: "untouched" },
  {
    name: "500 for the references of one paper",
    fault: on(new RegExp(`${SECOND}/references`), INTERNAL),
    code: 1,
    says: /gap: arxiv:2103.00003: references: .*500/,
    corpus: "enriched or with gaps",
  },
  { name: "504 after a delay", fault: first(1, TIMED_OUT), code: 0, corpus: "as without the fault" },
  {
    name: "504 for large batches",
    fault: (seen) => (seen.ids.length > 2 ? TIMED_OUT : null),
    code: 0,
    corpus: "as without the fault",
  },
  {
    name: "a batch too large for one answer",
    fault: (seen) =>
      seen.ids.length > 1
        ? { status: 400, text: '{"error":"Response would exceed maximum size...."}' }
        : null,
    code: 0,
    corpus: "as without the fault",
  },
  { name: "connections reset", fault: every(3, RESET), code: 0, corpus: "as without the fault" },
  {
    name: "every connection reset",
    fault: always(RESET),
    code: 3,
    says: /connection failed/,
    corpus: "untouched",
  },
  { name: "truncated bodies", fault: every(3, TRUNCATED), code: 0, corpus: "as without the fault" },
  {
    name: "every body truncated",
    fault: always(TRUNCATED),
    code: 3,
    says: /not JSON|connection/,
    corpus: "untouched",
  },
  {
    name: "a source lost on the way",
    fault: (_, n) => (n >= 2 ? RESET : null),
    code: 1,
    says: /gap: .*: references: Semantic Scholar cannot be reached/,
    corpus: "enriched or with gaps",
  },
  { name: "HTML from a gateway", fault: first(2, HTML), code: 0, corpus: "as without the fault" },
  { name: "HTML as success", fault: always(HTML_AS_SUCCESS), code: 3, says: /not JSON/, corpus: "untouched" },
  {
    name: "nulls everywhere",
    fault: always({ rewrite: nullsEverywhere }),
    code: 0,
    corpus: "enriched or with gaps",
  },
  {
    name: "a value of another type in one paper",
    fault: on(
      /batch/,
      page((body) =>
        (body as unknown as Record<string, unknown>[]).map((item) =>
          item?.paperId === FIRST ? { ...item, citationCount: "many" } : item,
        ),
      ),
    ),
    code: 1,
    says: /POST \/paper\/batch for ARXIV:2102.00002: unexpected answer at citationCount/,
    corpus: "enriched or with gaps",
  },
  {
    name: "a batch with fewer items than ids",
    fault: on(/batch/, { rewrite: () => [] }),
    code: 3,
    says: /0 items for 4 ids/,
    corpus: "untouched",
  },
  {
    name: "a reference list that is no list",
    fault: on(
      /references/,
      page(() => ({ offset: 0, data: { rows: 7 } })),
    ),
    code: 1,
    says: /GET \/paper\/\{id\}\/references for .*: unexpected answer at data/,
    corpus: "enriched or with gaps",
  },
  {
    name: "elided reference lists",
    change: (library) => void library.elided.add(SECOND),
    code: 1,
    says: /gap: arxiv:2103.00003: references: elided by the publisher \(0 of 2\)/,
    corpus: "as without the fault",
  },
  {
    name: "empty pages that name a next one",
    fault: (seen, n) =>
      /references/.test(seen.path) && n % 2 === 0 && seen.search.get("limit") === "1000"
        ? page((body) => ({ ...body, data: [], next: 1000 }))
        : null,
    code: 0,
    corpus: "as without the fault",
  },
  {
    name: "next past the wall",
    fault: on(
      /references/,
      page((body) => ({ ...body, next: 9_999 })),
    ),
    code: 1,
    says: /gap: .*: references: truncated/,
    corpus: "as without the fault",
  },
  {
    name: "a paper merged into another record",
    change(library) {
      library.works = library.works.map((w) => (w.sha === FIRST ? { ...w, sha: shaOf(222) } : w));
      library.links = library.links.map((l) => ({
        ...l,
        citing: l.citing === FIRST ? shaOf(222) : l.citing,
        cited: l.cited === FIRST ? shaOf(222) : l.cited,
      }));
      library.merged.set(FIRST, shaOf(222));
    },
    code: 0,
    corpus: "enriched or with gaps",
  },
  {
    name: "every link twice",
    fault: on(
      /references|citations/,
      page((body) => ({ ...body, data: [...(body.data as []), ...(body.data as [])] })),
    ),
    code: 0,
    corpus: "as without the fault",
  },
  {
    name: "a paper that is gone",
    change: (library) => {
      library.works = library.works.filter(({ sha }) => sha !== FIRST);
    },
    code: 1,
    says: /gap: arxiv:2102.00002: metadata: Semantic Scholar does not know it/,
    corpus: "enriched or with gaps",
  },
  {
    name: "a batch in which no id is known",
    change: (library) => {
      library.works = [];
    },
    code: 1,
    says: /does not know it/,
    corpus: "enriched or with gaps",
  },
  {
    name: "two papers said to be one",
    change: (library) => {
      library.works = library.works
        .filter(({ sha }) => sha !== FIRST)
        .map((w) => (w.sha === SECOND ? { ...w, doi: "10.1000/first" } : w));
      library.merged.set(FIRST, SECOND);
      library.decoys.set("first branch of the root", SECOND);
    },
    code: 1,
    says: /Semantic Scholar (mistakes it for|does not know)/,
    corpus: "enriched or with gaps",
  },
  {
    name: "a wrong key",
    fault: always(FORBIDDEN),
    environment: { SEMANTIC_SCHOLAR_API_KEY: "s3cret-k3y" },
    code: 2,
    says: /refused the key \(403\): check SEMANTIC_SCHOLAR_API_KEY/,
    corpus: "untouched",
  },
  {
    name: "403 without a key",
    fault: always(FORBIDDEN),
    code: 3,
    says: /set SEMANTIC_SCHOLAR_API_KEY/,
    corpus: "untouched",
  },
  { name: "batches that are rotated", fault: ROTATED, code: 0, corpus: "as without the fault" },
  { name: "batches that are reversed", fault: REVERSED, code: 0, corpus: "as without the fault" },
  { name: "batches that are too long", fault: LONG, code: 0, corpus: "as without the fault" },
  {
    name: "batches that are too short",
    fault: SHORT,
    code: 1,
    says: /gap: .*: metadata: POST \/paper\/batch for .*: 0 items for 1 ids/,
    corpus: "enriched or with gaps",
  },
  {
    name: "batches about other papers",
    fault: FOREIGN,
    code: 3,
    says: /^arxiv:2101.00001: Semantic Scholar mistakes it for arxiv:1905.10000 "A foreign paper, number 0"/m,
    corpus: "untouched",
  },
  {
    name: "one answer about another paper",
    fault: rewritingBatches((items) => items.map((item) => (item?.paperId === FIRST ? foreign(5) : item))),
    code: 1,
    says: /gap: arxiv:2102.00002: metadata: Semantic Scholar mistakes it for arxiv:1905.10005 "A foreign paper, number 5"/,
    corpus: "enriched or with gaps",
  },
  {
    name: "one answer about another paper of the survey",
    fault: rewritingBatches((items) => {
      const second = items.find((item) => item?.paperId === SECOND) ?? null;
      return items.map((item) => (item?.paperId === FIRST ? second : item));
    }),
    code: 1,
    says: /gap: arxiv:2102.00002: metadata: Semantic Scholar mistakes it for arxiv:2103.00003/,
    corpus: "enriched or with gaps",
  },
  {
    name: "answers nested without end",
    fault: always(DEEP),
    code: 3,
    says: /unexpected answer at body: is nested more than 64 deep/,
    corpus: "untouched",
  },
  {
    name: "one list nested without end",
    fault: on(new RegExp(`${SECOND}/references`), DEEP),
    code: 1,
    says: /gap: arxiv:2103.00003: references: .* is nested more than 64 deep/,
    corpus: "enriched or with gaps",
  },
  {
    name: "a dribble without end",
    fault: always(DRIBBLE),
    options: { timeout: 1, tries: 1 },
    code: 3,
    says: /no complete answer within 1 s/,
    corpus: "untouched",
  },
  {
    name: "the key in the words of every refusal",
    fault: refusing(400, ({ key }) => `bad header x-api-key: ${key}, ${btoa(key ?? "")}\u001b[2J`),
    environment: { SEMANTIC_SCHOLAR_API_KEY: "s3cret-k3y" },
    options: { factsOnly: true },
    code: 3,
    says: /refused with 400: bad header x-api-key: \[key\], \[key\]Q== \[2J/,
    corpus: "untouched",
  },
  {
    name: "the key in the words of some refusals",
    fault: (seen, n) =>
      /references/.test(seen.path) ? refusing(400, ({ key }) => `who is ${key}?\u009b31m`)(seen, n) : null,
    environment: { SEMANTIC_SCHOLAR_API_KEY: "s3cret-k3y" },
    code: 1,
    says: /gap: arxiv:2103.00003: references: .*refused with 400: who is \[key\]\? 31m/,
    corpus: "enriched or with gaps",
  },
  {
    name: "the key in every text of every answer",
    fault: rewritingTexts((text, { key }) => `${text} ${key} ${key?.slice(0, 9)} \u202e\u0007`),
    environment: { SEMANTIC_SCHOLAR_API_KEY: "s3cret-k3y" },
    code: 0,
    corpus: "enriched or with gaps",
  },
  {
    name: "no such host",
    url: "http://no-such-host.invalid",
    code: 3,
    says: /ENOTFOUND|EAI_AGAIN/,
    corpus: "untouched",
  },
  {
    name: "a slow drip",
    fault: always({ dripEveryMs: 200 }),
    options: { timeout: 1, tries: 2 },
    code: 3,
    says: /no complete answer within 1 s/,
    corpus: "untouched",
  },
];

let healthy: TestFolder;
let server: ApiServer;
let folder: TestFolder;

beforeAll(async () => {
  healthy = await testFolder({ "survey.md": SURVEY });
  server = await startApiServer(library());
  expect(await healthy.refresh(server.url)).toMatchObject({ code: 0 });
  await server.close();
});
afterAll(() => healthy.remove());
beforeEach(async () => {
  folder = await healthy.copy();
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

describe("a refresh with a corpus from before", () => {
  test("is a fair beginning: every kind of fact is in the corpus", async () => {
    server = await startApiServer(library());
    const corpus = await healthy.corpus();
    expect(corpus.papers.map(({ id, role }) => `${id} ${role}`)).toEqual([
      "arxiv:2101.00001 survey",
      "arxiv:2102.00002 survey",
      "arxiv:2103.00003 survey",
      "arxiv:2501.00001 context",
      "doi:10.1000/leaf survey",
      "doi:10.1000/old context",
    ]);
    expect(corpus.citations).toHaveLength(9);
    expect(corpus.citations[0]).toMatchObject({
      citing: "arxiv:2101.00001",
      cited: "doi:10.1000/old",
      contexts: [],
      influential: false,
    });
    expect(corpus.citations[1]).toMatchObject({
      contexts: ["We build on it [1]."],
      intents: ["methodology"],
      influential: true,
      sources: ["semantic-scholar"],
      confidence: "reported",
    });
    expect(corpus.papers[0]).toMatchObject({ abstract: "A root.", tldr: "Root.", citationCount: 2 });
    expect(corpus.gaps).toEqual([]);
  });

  test.each(MODES.map((mode) => [mode.name, mode] as const))("survives %s", async (_, mode) => {
    const changed = library();
    mode.change?.(changed);
    server = await startApiServer(changed, mode.fault ? { fault: mode.fault } : {});
    const [textBefore, before] = [await folder.text(), await folder.corpus()];
    const told = await folder.refresh(mode.url ?? server.url, mode.options, mode.environment);
    expect(told.code, told.said).toBe(mode.code);
    if (mode.says) expect(told.said).toMatch(mode.says);
    for (const text of [told.said, told.progress, ...(await folder.everyText())]) {
      expect(text).not.toMatch(/s3cret-k3?y?|czNjcmV0LWsz/i);
      expect(text.replace(/\n/g, "")).not.toMatch(/[\p{Cc}\u202e]|\\u00[019]/u);
    }
    expect(lostFacts(before, await folder.corpus())).toEqual([]);
    if (mode.corpus !== "enriched or with gaps") expect(await folder.text()).toBe(textBefore);
  });
});
