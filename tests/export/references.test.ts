import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { parse as readBibtex } from "@retorquere/bibtex-parser";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Paper } from "../../src/corpus/schema.ts";
import { bibtexOf } from "../../src/export/bibtex.ts";
import { cslJsonOf } from "../../src/export/csl.ts";
import { referencesOf } from "../../src/export/reference.ts";
import { risOf } from "../../src/export/ris.ts";
import { clipCorpus } from "../view/models.ts";
import { hostileCorpus, keptOnALine, texts } from "./hostile.ts";

interface ReadItem {
  readonly type: string;
  readonly title: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly literal?: string;
  }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
}
const readRis = (text: string): ReadItem[] => plugins.input.chain(text, { forceType: "@ris/file" });
const survey = (): Paper[] => clipCorpus().papers.filter(({ role }) => role === "survey");
const nameOf = (name: { family?: string; given?: string; literal?: string }) =>
  name.literal ?? [name.given, name.family].filter(Boolean).join(" ");

/** The year at the end of the venue, else the paper's own. */
const yearOf = ({ venue, year, date }: Paper) =>
  /\d{4}$/.exec(venue ?? "")?.[0] ?? String(year ?? date?.slice(0, 4));

describe("bibtexOf", () => {
  test("is read back by another hand: titles, authors, years, DOIs and arXiv numbers", () => {
    const papers = survey();
    const { entries, errors } = readBibtex(bibtexOf(papers), { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(papers.length);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
    papers.forEach((paper, i) => {
      const fields = entries[i]?.fields;
      expect(plain(fields?.title)).toBe(paper.title);
      expect(fields?.year).toBe(yearOf(paper));
      expect(
        fields?.author?.map((name) => [name.firstName, name.prefix, name.lastName].filter(Boolean).join(" ")),
      ).toEqual(paper.authors);
    });
    expect(entries.find(({ fields }) => plain(fields.title).startsWith("SLIP"))?.fields).toMatchObject({
      eprint: "2112.12750",
      doi: "10.1007/978-3-031-19809-0_30",
    });
  });

  test("is read back without a complaint whatever the texts hold, one entry a paper", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const { papers } = hostileCorpus(title, other);
        const { entries, errors } = readBibtex(bibtexOf(papers));
        expect(errors).toEqual([]);
        expect(entries).toHaveLength(papers.length);
      }),
    );
  });
});

describe("risOf", () => {
  test("is read back by another hand: titles, authors, dates, DOIs and links", () => {
    const papers = survey();
    const items = readRis(risOf(papers));
    expect(items).toHaveLength(papers.length);
    papers.forEach((paper, i) => {
      const item = items[i];
      expect(item?.title).toBe(paper.title);
      expect(item?.author?.map(nameOf)).toEqual(paper.authors);
      expect(String(item?.issued?.["date-parts"][0]?.[0])).toBe(yearOf(paper));
    });
    expect(items.find(({ title }) => title.startsWith("SLIP"))?.DOI).toBe("10.1007/978-3-031-19809-0_30");
  });

  test("has one record a paper, whatever its texts hold: no text can end or begin one", () => {
    fc.assert(
      fc.property(texts, texts, (title, other) => {
        const { papers } = hostileCorpus(title, other);
        const text = risOf(papers);
        expect(text.match(/^TY {2}- /gm)).toHaveLength(papers.length);
        expect(text.match(/^ER {2}- $/gm)).toHaveLength(papers.length);
        for (const line of text.split("\r\n").slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z\d] {2}- /);
        expect(readRis(text).map((item) => item.title)).toEqual(papers.map(() => keptOnALine(title)));
      }),
    );
  });
});

describe("cslJsonOf", () => {
  test("is taken by another hand, with every paper in it", () => {
    const papers = survey();
    const items: ReadItem[] = plugins.input.chain(cslJsonOf(papers));
    expect(items.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
    expect(items.map(({ author = [] }) => author.map(nameOf))).toEqual(papers.map(({ authors }) => authors));
  });

  test("keeps hostile texts on a line", () => {
    fc.assert(
      fc.property(texts, (title) => {
        const items = JSON.parse(cslJsonOf(hostileCorpus(title).papers));
        expect(items.map((item: ReadItem) => item.title)).toEqual(Array(3).fill(keptOnALine(title)));
      }),
    );
  });
});

describe("referencesOf", () => {
  const named = (author: string) =>
    referencesOf([{ ...(survey()[0] as Paper), authors: [author] }])[0]?.authors[0];
  test.each([
    ["Ada One", { given: "Ada", family: "One" }],
    ["Gerard de Melo", { given: "Gerard", family: "de Melo" }],
    ["Ludwig van der Rohe", { given: "Ludwig", family: "van der Rohe" }],
    ["OpenAI", { literal: "OpenAI" }],
    ["Centre for Arts and Crafts", { literal: "Centre for Arts and Crafts" }],
    ["One, Ada", { literal: "One, Ada" }],
    ["李飞飞", { literal: "李飞飞" }],
  ])("parts the name %s as BibTeX does", (author, parts) => {
    expect(named(author)).toEqual(parts);
  });

  test("gives no day of another year than the one it was published in", () => {
    const [paper] = survey();
    const of = (facts: Partial<Paper>) => referencesOf([{ ...(paper as Paper), ...facts }])[0];
    const venue = null;
    expect(of({ venue, year: 2022, date: "2021-12-23" })).toMatchObject({ year: "2022", date: null });
    expect(of({ venue, year: null, date: "2021-12" })).toMatchObject({ year: "2021", date: "2021-12" });
    expect(of({ venue, year: null, date: null })).toMatchObject({ year: null, date: null });
    expect(of({ venue: "CVPR 2023", year: 2022, date: "2022-12-01" })).toMatchObject({
      year: "2023",
      date: null,
    });
  });
});

/** A field as its letters: the reader keeps markup for cases and braces. */
function plain(field: unknown): string {
  return String(field).replace(/<[^>]+>|[{}]/g, "");
}
