import { csvFormatRows } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSheet } from "../../../src/survey/formats/sheet.ts";

describe("readSheet reads", () => {
  test("a plain sheet, with the line of a row behind a cell of several lines", () => {
    const text =
      'Title,Authors,Year,DOI,Code,Topic\n"One, ""the"" first\nof two","Ada Lovelace, Alan Turing",2021,10.1000/a,https://github.com/a/b,Masks; Video\nTwo,"Lovelace, Ada; Turing, Alan",2022,,,Masks\n';
    expect(readSheet(text)).toMatchObject({
      problems: [],
      papers: [
        {
          line: 2,
          title: 'One, "the" first of two',
          authors: ["Ada Lovelace", "Alan Turing"],
          year: 2021,
          links: { paper: "https://doi.org/10.1000/a", code: "https://github.com/a/b" },
          paths: [{ label: "Masks" }, { label: "Video" }],
        },
        { line: 4, title: "Two", authors: ["Ada Lovelace", "Alan Turing"], ref: { kind: "title" } },
      ],
    });
  });

  test.each([
    ["semicolons", "Title;Year;DOI\nA, b;2020;10.1000/x\n"],
    ["tabs", "Title\tYear\tDOI\nA, b\t2020\t10.1000/x\n"],
    ["commas and blanks", 'Title, Year, DOI\n"A, b", 2020, 10.1000/x\n'],
    ["blanks before quotes", '"Title", "Year", "DOI"\n"A, b", "2020", "10.1000/x"\n'],
    ["Excel's hint", "sep=;\nTitle;Year;DOI\nA, b;2020;10.1000/x\n"],
    ["a search above", '"SEARCH","x:ti"\n-----\n\n"Title","Year","DOI"\n"A, b","2020","10.1000/x"\n'],
    ["Chinese names", '标题,年份,DOI\n"A, b",2020,10.1000/x\n'],
  ])("a sheet with %s", (_, text) => {
    expect(readSheet(text).papers).toMatchObject([
      { title: "A, b", year: 2020, ref: { value: "10.1000/x" } },
    ]);
  });

  test("Zotero's columns", () => {
    const text =
      '"Key","Publication Year","Author","Title","Publication Title","DOI","Url","Date","Extra","Manual Tags"\n"K","2021","Radford, Alec; Kim, Jong Wook","CLIP","ICML","","http://arxiv.org/abs/2103.00020","2021-02-26","arXiv: 2103.00020 [cs]","Origin; To read"\n';
    expect(readSheet(text).papers).toMatchObject([
      {
        title: "CLIP",
        authors: ["Alec Radford", "Jong Wook Kim"],
        venue: "ICML",
        date: "2021-02-26",
        refs: [{ kind: "arxiv", value: "2103.00020" }],
      },
    ]);
  });

  test("Scopus's names without their numbers, and Web of Science's codes with a bare quote", () => {
    const scopus =
      '"Author full names","Title","Year","Source title"\n"Liu, Fengyuan (60410297700); Li, C. (588622160)","T","2026","Digital Health"\n';
    expect(readSheet(scopus).papers[0]?.authors).toEqual(["Fengyuan Liu", "C. Li"]);
    const wos =
      'PT\tAF\tTI\tSO\tPY\tDI\nJ\tToh, Ming\t"Yes" is not enough\tNATURE\t2020\t10.1000/a\nJ\tLee, Ada\tPlain\tNATURE\t2021\t\n';
    expect(readSheet(wos).papers).toMatchObject([
      { title: '"Yes" is not enough', authors: ["Ming Toh"] },
      { title: "Plain" },
    ]);
  });

  test("sections around categories, and a category that names its section", () => {
    const paths = (text: string) => readSheet(text).papers.map((paper) => paper.paths);
    expect(paths("Title,Section,Category\nA,Vision,Masks\n")).toEqual([
      [{ label: "Masks", section: "Vision" }],
    ]);
    expect(paths("Title,Category\nA,Vision > Masks\n")).toEqual([[{ label: "Masks", section: "Vision" }]]);
  });

  test("a title in a Markdown link", () => {
    expect(readSheet("Title,Year\n[SLIP](https://arxiv.org/abs/2112.12750),2022\n").papers).toMatchObject([
      { title: "SLIP", ref: { kind: "arxiv", value: "2112.12750" } },
    ]);
  });
});

describe("readSheet says by line", () => {
  test("a row without title and DOI, and cells beyond the columns", () => {
    const { papers, problems } = readSheet("Title,Year\n,2020\nA,2021,x,y\nB,2022\n");
    expect(papers.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(problems).toEqual([
      { line: 2, message: expect.stringContaining("neither a title nor a DOI") },
      { line: 3, message: expect.stringContaining("more cells than the 2 columns") },
    ]);
  });

  test("a quote that is not closed, and keeps the rows after it", () => {
    const rows = Array.from({ length: 900 }, (_, i) => `Paper ${i},2020\n`);
    const { papers, problems } = readSheet(`Title,Year\nFirst,2019\n"Open,2020\n${rows.join("")}`);
    expect(papers).toHaveLength(902);
    expect(problems).toMatchObject([
      { line: 3, message: expect.stringContaining("quote that is not closed") },
    ]);
  });

  test("that no column is called Title", () => {
    expect(readSheet("Country,Count\nUK,3\n").problems[0]?.message).toContain("name the columns");
  });
});

test("readSheet reads back any titles", () => {
  const title = fc
    .string({ minLength: 2, maxLength: 40 })
    .map((text) => `T${text.replace(/[\s\p{C}<>&[\]{}.]+/gu, " ").trim()}x`);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(title, fc.integer({ min: 1900, max: 2030 })), { minLength: 1, maxLength: 10 }),
      (rows) => {
        const text = csvFormatRows([["Year", "Title"], ...rows.map(([name, year]) => [String(year), name])]);
        expect(readSheet(text).papers.map(({ title, year }) => [title, year])).toEqual(
          rows.map(([name, year]) => [name.replace(/ +/g, " ").normalize("NFC"), year]),
        );
      },
    ),
  );
});
