import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formatCorpus } from "../../src/corpus/format-corpus.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { papersWithKnownReferences } from "../../src/corpus/references-known.ts";
import { buildCorpus } from "../../src/refresh/build-corpus.ts";
import { parseCuration } from "../../src/refresh/curation.ts";
import { pinnedPaper } from "../../src/refresh/curation-facts.ts";
import { printedWorks } from "../../src/refresh/printed-works.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

const folder = resolve(import.meta.dirname, "../../data/clip");
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
const curation = parseCuration(textOf("curation.json"), "curation.json");
const corpus = parseCorpus(JSON.parse(textOf("corpus.json")));

const labels = new Map(corpus.papers.map(({ id, label }) => [id as string, label]));
const idOf = (label: string) => corpus.papers.find((paper) => paper.label === label)?.id;
const survey = new Set(corpus.papers.filter(({ role }) => role === "survey").map(({ id }) => id));
const within = corpus.citations.filter(({ citing, cited }) => survey.has(citing) && survey.has(cited));

describe("data/clip/curation.json", () => {
  test("holds 19 pins, 27 citations, 148 non-citations and 704 references of nine lists", () => {
    const { pins, citations, nonCitations, referenceLists } = curation;
    expect([pins.length, citations.length, nonCitations.length, referenceLists.length]).toEqual([
      19, 27, 148, 9,
    ]);
    expect(citations.filter(({ confidence }) => confidence === "verified")).toHaveLength(17);
    expect(referenceLists.flatMap(({ references }) => references)).toHaveLength(704);
    expect(new Set(pins.map(({ label }) => label)).size).toBe(19);
  });

  test("has reference lists that say the same of the 19 as the curated citations", () => {
    const papers = curation.pins.map(pinnedPaper);
    const byKey = new Map(curation.pins.map((pin, i) => [pin.key, papers[i]?.id]));
    const lists = curation.referenceLists.flatMap((list) => {
      const paper = byKey.get(list.paper);
      return paper === undefined ? [] : [{ ...list, paper }];
    });
    expect(lists).toHaveLength(9);
    const pinned = new Set(papers.map(({ id }) => id));
    const listed = printedWorks(lists, papers, "curation").citations.filter(({ cited }) => pinned.has(cited));
    const readers = new Set(lists.map(({ paper }) => paper));
    const curated = curation.citations
      .map(({ citing, cited }) => ({ citing: byKey.get(citing), cited: byKey.get(cited) }))
      .filter(({ citing }) => citing !== undefined && readers.has(citing));
    const pairs = (links: readonly { citing: unknown; cited: unknown }[]) =>
      links.map(({ citing, cited }) => `${citing} → ${cited}`).sort();
    expect(pairs(listed)).toEqual(pairs(curated));
  });
});

describe("data/clip/corpus.json", () => {
  test("has the 19 papers, each with a date, authors and a label", () => {
    expect(survey.size).toBe(19);
    expect(corpus.unresolved).toEqual([]);
    for (const paper of corpus.papers.filter(({ role }) => role === "survey")) {
      expect(paper).toMatchObject({
        date: expect.any(String),
        label: expect.any(String),
        venue: expect.any(String),
      });
      expect(paper.authors.length).toBeGreaterThan(2);
    }
    expect(corpus.survey.root).toBe(idOf("CLIP"));
  });

  test("has 27 citations among them, 17 verified and 10 likely, each with its evidence", () => {
    expect(within).toHaveLength(27);
    expect(within.filter(({ confidence }) => confidence === "verified")).toHaveLength(17);
    expect(within.filter(({ confidence }) => confidence === "likely")).toHaveLength(10);
    for (const { evidence, sources } of corpus.citations) {
      expect(evidence).not.toBeNull();
      expect(sources).toContain("curation");
    }
  });

  test("lists the ten papers whose references are not known, and knows nine", () => {
    expect(corpus.gaps).toHaveLength(10);
    expect(papersWithKnownReferences(corpus).size).toBe(9);
  });

  test("has around them the works that at least two of them cite, each once", () => {
    const context = corpus.papers.filter(({ role }) => role === "context");
    expect(context).toHaveLength(89);
    for (const { id } of context) {
      expect(corpus.citations.filter(({ cited }) => cited === id).length).toBeGreaterThanOrEqual(2);
    }
  });

  test("merges the ViT of six lists, and leaves apart what is only close", () => {
    const citersOf = (id: string) =>
      corpus.citations.filter(({ cited }) => cited === id).map(({ citing }) => labels.get(citing));
    const vit = "title:an-image-is-worth-16x16-words-transformers-for-image-recognition-at-scale";
    expect(citersOf(vit).sort()).toEqual(["CLIP", "FLIP", "OVSeg", "PointCLIP", "PointCLIP V2", "SLIP"]);
    expect(citersOf("title:imagenet-a-large-scale-hierarchical-image-database")).toHaveLength(4);
    expect(citersOf("title:learning-to-prompt-for-vision-language-models")).toHaveLength(4);
    expect(citersOf("title:conditional-prompt-learning-for-vision-language-models")).toEqual([]);
  });

  test("leaves Per-Clip VOS without a path to the root, and says why in both languages", () => {
    const pcvos = idOf("Per-Clip VOS");
    const reached = new Set([pcvos]);
    for (const from of reached) {
      for (const { citing, cited } of corpus.citations) if (citing === from) reached.add(cited);
    }
    expect(reached.has(idOf("CLIP"))).toBe(false);
    expect(reached.size).toBeGreaterThan(1);
    expect(corpus.findings.map(({ paper, text }) => [paper, Object.keys(text)])).toEqual([
      [pcvos, ["zh", "en"]],
    ]);
  });

  test("is written the way formatCorpus writes it", () => {
    expect(formatCorpus(corpus)).toBe(textOf("corpus.json"));
  });

  test.runIf(existsSync(join(folder, "survey.md")))("is what survey.md and curation.json give", () => {
    const markdown = parseSurvey(textOf("survey.md"));
    expect(formatCorpus(buildCorpus({ survey: markdown, curation, previous: corpus }))).toBe(
      textOf("corpus.json"),
    );
  });
});
