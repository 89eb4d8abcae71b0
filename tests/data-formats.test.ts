import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  CITATION_COLUMNS,
  LABEL,
  METADATA,
  PAPER_COLUMNS,
  PAPERS_METADATA,
} from "../src/columns/companion-schema.ts";
import { ChangesSchema } from "../src/corpus/changes.ts";
import { salvageCorpus } from "../src/corpus/parse-corpus.ts";
import { parseChanges } from "../src/corpus/salvage-changes.ts";
import { CorpusSchema } from "../src/corpus/schema.ts";
import { CurationSchema, parseCuration } from "../src/refresh/curation.ts";
import { parseSurvey } from "../src/survey/parse-survey.ts";

const README = readFileSync(join(resolve(import.meta.dirname, ".."), "data/README.md"), "utf8");

function section(heading: string): string {
  const [, after = ""] = README.split(`\n## ${heading}\n`);
  return after.split("\n## ")[0] ?? "";
}

function example(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "m").exec(README)?.[1] ?? "";
}

/** The names of all members that a schema knows, at any depth. */
function membersOf(schema: z.core.$ZodType): Set<string> {
  const members = new Set<string>();
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { properties?: object };
    for (const name of Object.keys(properties ?? {})) members.add(name);
    Object.values(node).forEach(visit);
  };
  visit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return members;
}

function unnamed(members: Iterable<string>, text: string): string[] {
  return [...members].filter((name) => !text.includes(`\`${name}\``));
}

describe("data/README.md", () => {
  test("names every member of every file", () => {
    expect(unnamed(membersOf(CurationSchema), section("curation.json"))).toEqual([]);
    expect(unnamed(membersOf(CorpusSchema), section("corpus.json"))).toEqual([]);
    expect(unnamed(membersOf(ChangesSchema), section("changes.json"))).toEqual([]);
    const columns = [...PAPER_COLUMNS, ...CITATION_COLUMNS].map(([name]) => name);
    const tables = section("papers.arrow and citations.arrow");
    expect(unnamed([...columns, LABEL, ...METADATA, ...PAPERS_METADATA], tables)).toEqual([]);
    expect(membersOf(CorpusSchema).size).toBeGreaterThan(40);
  });

  test("shows a survey that is read whole", () => {
    const survey = parseSurvey(example("markdown"));
    expect(survey.problems).toEqual([]);
    expect(survey).toMatchObject({ author: "Jack Pan", root: "arxiv:2103.00020" });
    expect(survey.entries).toMatchObject([
      { domain: "masking", venue: "CVPR", year: 2023, organization: "Meta" },
    ]);
    expect(survey.entries[0]?.note).toContain("image patches");
  });

  test("shows a curation, a corpus and changes that are read without a fault", () => {
    expect(parseCuration(example("json curation"), "curation.json").pins).toHaveLength(3);
    const { corpus, leftOut } = salvageCorpus(JSON.parse(example("json corpus")));
    expect([corpus.papers.length, corpus.citations.length, leftOut]).toEqual([2, 1, []]);
    expect(parseChanges(JSON.parse(example("json changes"))).runs).toHaveLength(1);
  });
});
