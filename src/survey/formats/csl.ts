import * as z from "zod";
import { headingText } from "../one-line.ts";
import type { ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { jsonRecords } from "./json-records.ts";
import { type ListedRecord, listedPaper } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";
import { personName } from "./person-name.ts";
import { mostExactDate } from "./read-date.ts";

/** A text, also where a program wrote a number or, as Crossref does, a list of one. */
const Text = z
  .union([z.string(), z.number().transform(String), z.array(z.string()).transform((all) => all[0] ?? "")])
  .catch("");
const Name = z
  .object({
    family: Text.default(""),
    given: Text.default(""),
    literal: Text.default(""),
    name: Text.default(""),
    suffix: Text.default(""),
    "dropping-particle": Text.default(""),
    "non-dropping-particle": Text.default(""),
  })
  .catch({
    family: "",
    given: "",
    literal: "",
    name: "",
    suffix: "",
    "dropping-particle": "",
    "non-dropping-particle": "",
  });
const Issued = z
  .object({
    "date-parts": z
      .array(z.array(z.union([z.string(), z.number()]).nullable()))
      .catch([])
      .default([]),
    raw: Text.default(""),
    literal: Text.default(""),
  })
  .transform((date) => [
    (date["date-parts"][0] ?? []).filter((part) => part !== null).join("-"),
    date.raw,
    date.literal,
  ])
  .or(z.string().transform((text) => [text]))
  .catch([]);
const Item = z.object({
  title: Text.default(""),
  "title-short": Text.default(""),
  author: z.array(Name).catch([]).default([]),
  editor: z.array(Name).catch([]).default([]),
  "container-title": Text.default(""),
  "event-title": Text.default(""),
  event: Text.default(""),
  "collection-title": Text.default(""),
  publisher: Text.default(""),
  issued: Issued.default([]),
  published: Issued.default([]),
  DOI: Text.default(""),
  URL: Text.default(""),
  PMID: Text.default(""),
  PMCID: Text.default(""),
  number: Text.default(""),
  note: Text.default(""),
  annote: Text.default(""),
  keyword: z
    .union([z.string().transform((text) => text.split(/[,;]/)), z.array(z.string())])
    .catch([])
    .default([]),
  categories: z.array(z.string()).catch([]).default([]),
});

/** Lines such as "arXiv: 2103.00020 [cs]" or "PMID: 1", which Zotero keeps among the remarks. */
const NUMBER_LINE =
  /^\s*(?:arxiv|pmid|pmcid|doi|issn|isbn|citation key|[\w ]{2,24}):\s*\S+(?:\s*\[[\w.-]+\])?\s*$/i;

/** The papers of CSL-JSON, as Zotero, Pandoc, Manubot and Crossref write it. */
export function readCsl(text: string): PaperList {
  const problems: SurveyProblem[] = [];
  const alone = objectOf(text);
  const one = alone !== null && ("title" in alone || "DOI" in alone);
  const records = one ? [{ line: 1, text }] : jsonRecords(text);
  const papers = records.flatMap(({ line, text: json }): ListedPaper[] => {
    const value = objectOf(json);
    if (value === null) {
      problems.push({
        line,
        message: "the record is not JSON; export the list again, or correct its commas and quotes",
      });
      return [];
    }
    const paper = listedPaper(recordOf(line, z.parse(Item, value)));
    if (paper === null)
      problems.push({ line, message: 'the record has no title; give it a "title", or a "DOI"' });
    return paper ? [paper] : [];
  });
  return paperList(papers, problems, {
    name: "keywords",
    made: false,
    remedy: "give each paper a few keywords of your own choice",
  });
}

function objectOf(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function recordOf(line: number, item: z.infer<typeof Item>): ListedRecord {
  const notes = item.note.split("\n");
  const numbers = notes.filter((text) => NUMBER_LINE.test(text));
  const lineOf = (name: RegExp) => numbers.find((text) => name.test(text))?.replace(/^[^:]*:\s*/, "") ?? "";
  const people = item.author.length > 0 ? item.author : item.editor;
  return {
    line,
    title: item.title || item["title-short"],
    authors: people.map(nameOf),
    venue:
      item["container-title"] ||
      item["event-title"] ||
      item.event ||
      item["collection-title"] ||
      arxivOf(item.publisher),
    date: mostExactDate([...item.issued, ...item.published]),
    dois: [item.DOI, lineOf(/^\s*doi/i)],
    arxiv: [item.number, item.publisher, ...numbers, item["container-title"]].filter((text) =>
      /arxiv/i.test(text),
    ),
    pmid: item.PMID || lineOf(/^\s*pmid/i),
    pmcid: item.PMCID || lineOf(/^\s*pmcid/i),
    urls: [item.URL],
    note: [...notes.filter((text) => !NUMBER_LINE.test(text)), item.annote].join("\n"),
    paths: [...item.keyword, ...item.categories]
      .map((label) => ({ label: headingText(label), section: null }))
      .filter(({ label }) => label !== ""),
  };
}

function arxivOf(publisher: string): string {
  return /arxiv/i.test(publisher) ? "arXiv" : "";
}

function nameOf(name: z.infer<typeof Name>): string {
  const particles = [name["dropping-particle"], name["non-dropping-particle"]];
  const parts = [name.given, ...particles, name.family, name.suffix].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : personName(name.literal || name.name);
}
