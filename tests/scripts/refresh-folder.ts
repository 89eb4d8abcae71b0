import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AskOptions, askAndWrite } from "../../scripts/refresh/ask.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";

export const OPTIONS: AskOptions = {
  dryRun: false,
  json: false,
  linksOnly: false,
  factsOnly: false,
  citers: 1_000,
  context: 2,
  contextCap: 100,
  pace: 0,
  timeout: 5,
  maxAge: 86_400_000,
  cache: true,
  tries: 3,
};

export interface Told {
  readonly code: number;
  /** Everything that was said, results and warnings. */
  readonly said: string;
  readonly progress: string;
}

/** A folder with a survey, in which a refresh can be run against a test server. */
export interface TestFolder {
  readonly path: string;
  refresh(url: string, options?: Partial<AskOptions>, environment?: NodeJS.ProcessEnv): Promise<Told>;
  text(name?: string): Promise<string | null>;
  corpus(): Promise<Corpus>;
  /** Every file of the folder, kept answers included. */
  everyText(): Promise<string[]>;
  /** The same folder again, somewhere else, without its kept answers. */
  copy(): Promise<TestFolder>;
  remove(): Promise<void>;
}

/** A new temporary folder with these files. */
export async function testFolder(files: Readonly<Record<string, string>>): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), "clip-lineage-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return folderAt(path);
}

/** The folder there, with what it holds. */
export function folderAt(path: string): TestFolder {
  const text = (name = "corpus.json") => readFile(join(path, name), "utf8").catch(() => null);
  return {
    path,
    text,
    async refresh(url, options = {}, environment = {}) {
      const lines: string[] = [];
      const progress: string[] = [];
      const say = (line: string) => void lines.push(line);
      const code = await askAndWrite(
        path,
        { ...OPTIONS, ...options },
        {
          environment: { SEMANTIC_SCHOLAR_API_URL: url, ...environment },
          say,
          warn: say,
          stream: { write: (text) => progress.push(String(text)) > 0 },
          random: () => 0,
        },
      );
      return { code, said: lines.join("\n"), progress: progress.join("") };
    },
    async corpus() {
      return parseCorpus(JSON.parse((await text()) ?? "null"));
    },
    async everyText() {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")));
    },
    async copy() {
      const other = await mkdtemp(join(tmpdir(), "clip-lineage-"));
      await cp(path, other, { recursive: true, filter: (source) => !source.includes(".cache") });
      return folderAt(other);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** What stood in `before` and stands no more in `after`: papers, names, facts of papers, citations, their facts. */
export function lostFacts(before: Corpus, after: Corpus): string[] {
  const lost: string[] = [];
  const byName = new Map(
    after.papers.flatMap((paper) => [paper.id, ...paper.aliases].map((name) => [name, paper])),
  );
  for (const paper of before.papers) {
    const now = byName.get(paper.id);
    if (!now) lost.push(`paper ${paper.id}`);
    for (const alias of paper.aliases) if (byName.get(alias) !== now) lost.push(`alias ${alias}`);
    for (const [key, value] of Object.entries(paper)) {
      const new_ = now?.[key as keyof typeof now];
      if (isSaid(value) && !isSaid(new_) && key !== "lastSeen") lost.push(`${paper.id}.${key}`);
    }
  }
  const idOf = (name: string) => byName.get(name as (typeof before.papers)[number]["id"])?.id;
  const links = new Map(after.citations.map((link) => [`${link.citing} ${link.cited}`, link]));
  for (const link of before.citations) {
    const now = links.get(`${idOf(link.citing)} ${idOf(link.cited)}`);
    if (!now) lost.push(`citation ${link.citing} → ${link.cited}`);
    for (const [key, value] of Object.entries(link)) {
      const new_ = now?.[key as keyof typeof now];
      if (isSaid(value) && !isSaid(new_) && key !== "lastSeen")
        lost.push(`${link.citing} → ${link.cited}.${key}`);
    }
  }
  for (const { paper, domain } of before.placements) {
    if (!after.placements.some((p) => p.paper === idOf(paper) && p.domain === domain))
      lost.push(`place of ${paper}`);
  }
  return lost;
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.values(value).some(isSaid);
  return value !== null && value !== undefined && value !== "";
}
