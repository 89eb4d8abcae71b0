import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRis } from "../../../src/survey/formats/ris.ts";

describe("readRis reads", () => {
  test("a record with its line, names, exact date, DOI and address", () => {
    const text = `\nTY  - JOUR
AU  - Mu, Norman
AU  - Kirillov, Alexander
TI  - SLIP: Self-supervision meets
      Language-Image <i>Pre-training</i>.
T2  - ECCV
DA  - 2022/10/23/
PY  - 2022
DO  - https://doi.org/10.1007/978-3-031-19809-0_30
UR  - https://link.springer.com/x
KW  - Training
ER  - 
`;
    expect(readRis(text).papers).toMatchObject([
      {
        line: 2,
        title: "SLIP: Self-supervision meets Language-Image Pre-training",
        authors: ["Norman Mu", "Alexander Kirillov"],
        venue: "ECCV",
        date: "2022-10-23",
        year: 2022,
        links: { paper: "https://link.springer.com/x" },
        refs: [{ kind: "doi", value: "10.1007/978-3-031-19809-0_30" }],
        paths: [{ label: "Training", section: null }],
      },
    ]);
  });

  test.each([
    ["PY  - 2017\nDA  - JAN 5", "2017-01-05"],
    ["Y1  - 2001/07//", "2001-07"],
    ["PY  - 1989//", "1989"],
    ["PY  - 2019\nDA  - 2019-02-30", "2019-02"],
    ["DA  - 5 March 2020", "2020-03-05"],
    ["PY  - in press", null],
  ])("the date of %j as %s", (lines, date) => {
    expect(readRis(`TY  - JOUR\nTI  - T\n${lines}\nER  - `).papers[0]?.date).toBe(date);
  });

  test("records of programs that leave out the type, the end, or a blank", () => {
    const titles = (text: string) => readRis(text).papers.map((paper) => paper.title);
    expect(titles("AU  - A, B\nTI  - One\nER  - \n\nAU  - C, D\nTI  - Two\nER  - ")).toEqual(["One", "Two"]);
    expect(titles("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two")).toEqual(["One", "Two"]);
    expect(titles("TY - JOUR\nTI - One\nER -\nTY - JOUR\nTI - Two\nER -")).toEqual(["One", "Two"]);
  });

  test("a page of a database for subscribers only where there is no better address", () => {
    const link = (more: string) =>
      readRis(`TY  - JOUR\nTI  - T\nUR  - https://www.scopus.com/x\n${more}ER  - `).papers[0]?.links.paper;
    expect(link("DO  - 10.1000/a\n")).toBe("https://doi.org/10.1000/a");
    expect(link("")).toBe("https://www.scopus.com/x");
  });

  test("remarks, but not what databases write in their place", () => {
    const note = (text: string) => readRis(`TY  - JOUR\nTI  - T\nN1  - ${text}\nER  - `).papers[0]?.note;
    expect(note("Read this first")).toBe("Read this first");
    expect(note("Cited By :9")).toBeNull();
    expect(note("Export Date: 12 May 2022")).toBeNull();
  });

  test("what has no title by its line, and goes on", () => {
    const { papers, problems } = readRis("TY  - JOUR\nAU  - A, B\nER  - \nTY  - JOUR\nTI  - Two\nER  - ");
    expect(papers.map(({ title }) => title)).toEqual(["Two"]);
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining("has no title") }]);
  });
});

describe("readRis reads the tagged text of", () => {
  test("PubMed", () => {
    const text = `PMID- 27169098
DP  - 2016 May 3
TI  - Proteomics: A new perspective
      for cancer.
LID - 10.4103/2277-9175.180636 [doi]
LID - 180636
FAU - Shruthi, Basavaradhya Sahukar
AU  - Shruthi BS
JT  - Advanced biomedical research
PMC - PMC4854029
`;
    expect(readRis(text, "pubmed").papers).toMatchObject([
      {
        title: "Proteomics: A new perspective for cancer",
        authors: ["Basavaradhya Sahukar Shruthi"],
        venue: "Advanced biomedical research",
        date: "2016-05-03",
        refs: [
          { kind: "doi", value: "10.4103/2277-9175.180636" },
          { kind: "pmid", value: "27169098" },
          { kind: "pmcid", value: "4854029" },
        ],
      },
    ]);
  });

  test("Web of Science", () => {
    const text = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Toh, ML
   Lee, A
AF Toh, Ming Liang
   Lee, Ada
TI Mapping the application of GIS in real
   estate
SO SURVEY REVIEW
DE GIS; Real Estate
PD MAR 5
PY 2022
DI 10.1080/00396265.2022.1
ER

EF`;
    expect(readRis(text, "web-of-science")).toMatchObject({
      papers: [
        {
          line: 3,
          title: "Mapping the application of GIS in real estate",
          authors: ["Ming Liang Toh", "Ada Lee"],
          venue: "SURVEY REVIEW",
          date: "2022-03-05",
        },
      ],
    });
  });

  test("EndNote", () => {
    const text =
      "%0 Journal Article\n%A Mu, Norman\n%A Xie, Saining\n%T SLIP\n%J ECCV\n%D 2022\n%R 10.1000/slip\n";
    expect(readRis(text, "endnote").papers).toMatchObject([
      {
        title: "SLIP",
        authors: ["Norman Mu", "Saining Xie"],
        venue: "ECCV",
        year: 2022,
        ref: { value: "10.1000/slip" },
      },
    ]);
  });
});

test("readRis reads back any records", () => {
  const words = fc
    .array(fc.stringMatching(/^[A-Za-z]{2,9}$/), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(" "));
  const record = fc.record({
    title: words,
    family: words,
    given: words,
    venue: words,
    year: fc.integer({ min: 1900, max: 2030 }),
  });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
      const text = records
        .map(
          ({ title, family, given, venue, year }, i) =>
            `TY  - JOUR\nAU  - ${family}, ${given}\nTI  - ${title}\nJF  - ${venue}\nPY  - ${year}\nDO  - 10.1000/${i}\nER  - \n`,
        )
        .join("\n");
      expect(readRis(text).papers).toMatchObject(
        records.map(({ title, family, given, venue, year }, i) => ({
          line: 1 + i * 8,
          title,
          authors: [`${given} ${family}`],
          venue,
          year,
          ref: { kind: "doi", value: `10.1000/${i}` },
        })),
      );
    }),
    { numRuns: 15 },
  );
});
