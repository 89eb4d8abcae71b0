import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import { refusalOf, refusalOfBytes } from "../../src/survey/refusal.ts";
import { sourceKindOf } from "../../src/survey/source-kind.ts";

const RECORD = "@article{key,\n  title = {A},\n  year = {2020}\n}\n";

test.each([
  ["a record", RECORD, "bibtex"],
  ["records below JabRef's first line", `% Encoding: UTF-8\n\n${RECORD}`, "bibtex"],
  ["records below a sentence", `This file was created with JabRef 2.10.\n\n${RECORD}${RECORD}`, "bibtex"],
  ["abbreviations alone", '@string{a = "b"}\n', "bibtex"],
  [
    "a list that shows how to cite it",
    `# Papers\n\n- [A](https://arxiv.org/abs/2103.00020)\n\n\`\`\`bibtex\n${RECORD}\`\`\`\n`,
    "markdown",
  ],
  [
    "the same without a fence",
    `# Papers\n\n${"- [A](https://arxiv.org/abs/2103.00020)\n".repeat(20)}\n${RECORD}`,
    "markdown",
  ],
  ["RIS", "TY  - JOUR\nTI  - A\nER  - \n", "ris"],
  ["RIS without types", "AU  - A, B\nTI  - A\nPY  - 2020\nER  - \n", "ris"],
  ["RIS below the words of a database", "Record #1 of 2\nProvider: X\n\nTY  -  JOUR\nTI  -  A\n", "ris"],
  ["PubMed", "PMID- 1\nTI  - A\n", "pubmed"],
  ["Web of Science", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI A\nER\n", "web-of-science"],
  ["EndNote", "%0 Journal Article\n%T A\n", "endnote"],
  ["CSL-JSON", '[{"id": "a", "type": "book", "title": "A"}]', "csl-json"],
  ["broken CSL-JSON", '[{"title": "A"},]', "csl-json"],
  ["a sheet", "Title,Year\nA,2020\n", "sheet"],
  ["Web of Science's tabs", "PT\tAU\tTI\tSO\nJ\tA, B\tT\tNATURE\n", "sheet"],
  ["OpenAlex", '"id","display_name","doi","publication_year"\n"W1","A","",2020\n', "sheet"],
  ["a table of Markdown", "| Title | Year |\n| --- | --- |\n| A | 2020 |\n", "markdown"],
  [
    "such a table below a heading in HTML",
    "<h1>List</h1>\n\n| Date | Paper | Link |\n| --- | --- | --- |\n",
    "markdown",
  ],
  ["another sheet", "Country,Count\nUK,3\n", "markdown"],
  ["identifiers", "# read\n10.1000/a\narXiv:2103.00020\nhttps://example.org/x\n", "identifiers"],
  ["a list of links", "- https://arxiv.org/abs/2103.00020\n", "markdown"],
  ["entries", "- [CVPR 2023] | **A** | [[paper]](https://x.org/a)\n", "markdown"],
  ["a front matter", "---\ntitle: A\nroot: x\n---\n- **A** [paper](https://x.org)\n", "markdown"],
  ["a heading in HTML", "<div align=center>\n\n# List\n\n</div>\n", "markdown"],
  [
    "reStructuredText",
    "Papers\n======\n\n.. contents::\n\n- Ann Lee. Looking Twice. `PDF <https://arxiv.org/abs/2103.00020>`_\n- B. `PDF <https://arxiv.org/abs/2103.00021>`__\n- C. `PDF <https://arxiv.org/abs/2103.00022>`_\n",
    "restructured-text",
  ],
  [
    "a list with one such link",
    "- [A](https://arxiv.org/abs/2103.00020)\n- `B <https://arxiv.org/abs/2103.00021>`_\n",
    "markdown",
  ],
  ["LaTeX", "\\documentclass{article}\n\\begin{document}\nx\\end{document}\n", "latex"],
  ["a page", "<!DOCTYPE html>\n<html><body>x</body></html>", "html-page"],
  ["XML", '<?xml version="1.0"?><xml><records/></xml>', "xml"],
  ["a corpus", '{"version": 1, "survey": {}, "papers": [], "citations": []}', "corpus"],
  ["a curation", '{"version": 1, "date": "2026-11-23", "pins": []}', "curation"],
  ["changes", '{"version": 1, "runs": []}', "changes"],
  ["other JSON", '{"name": "x"}', "json"],
  ["nothing", " \n\n", "empty"],
])("sourceKindOf knows %s", (_, text, kind) => {
  expect(sourceKindOf(text)).toBe(kind);
});

describe("what is no list is named for what it is", () => {
  const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

  test.each([
    ["%PDF-1.7", "this is a PDF"],
    ["\x89PNG\r\n", "this is an image"],
    ["PK\x03\x04....word/document.xml", "this is a Word file"],
    ["PK\x03\x04....xl/workbook.xml", "save the sheet as CSV"],
    ["{\\rtf1", "this is RTF"],
    ["", "is empty"],
  ])("refusalOfBytes says it of %j", (text, said) => {
    expect(refusalOfBytes(bytes(text))).toContain(said);
  });

  test("refusalOfBytes lets text pass, refusalOf lists", () => {
    expect(refusalOfBytes(bytes("- **A**"))).toBeNull();
    expect(refusalOf("bibtex")).toBeNull();
    expect(refusalOf("corpus")).toContain("npm start -- FOLDER");
  });

  test("parseSurvey says it of texts and reads no entry of them", () => {
    expect(parseSurvey("<!doctype html><html></html>")).toMatchObject({
      entries: [],
      problems: [{ line: 1, message: expect.stringContaining("saved from a browser") }],
    });
  });
});

describe("parseSurvey reads any kind", () => {
  test("with domains, several of one paper, and one for papers without", () => {
    const { domains, entries, title } = parseSurvey("Title,Topic\nA,Masks; Video\nB,Masks\nC,\n");
    expect(title).toBeNull();
    expect(domains.map(({ id, label, section }) => [id, label, section])).toEqual([
      ["masks", "Masks", null],
      ["video", "Video", null],
      ["papers", "Papers", null],
    ]);
    expect(entries.map(({ domain, otherDomains }) => [domain, ...otherDomains])).toEqual([
      ["masks", "video"],
      ["masks"],
      ["papers"],
    ]);
  });

  test("that holds nothing, and says so", () => {
    expect(parseSurvey('@string{a = "b"}').problems).toEqual([
      { line: 1, message: "no paper found in this BibTeX file" },
    ]);
  });

  test("without throwing, whatever follows the beginning of one", () => {
    const start = fc.constantFrom(
      RECORD,
      "@article{",
      "TY  - JOUR\n",
      "PT J\n",
      "%0 X\n",
      "PMID- 1\n",
      '[{"title":',
      "Title,DOI\n",
      "Title\tDOI\n",
      "10.1000/a\n",
      "",
    );
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "{",
        "}",
        '"',
        "\\",
        "$",
        "\n",
        ",",
        "@",
        "=",
        "TI  - ",
        "ER  - ",
        "title={",
        "%% === x ===\n",
      ),
    );
    fc.assert(
      fc.property(start, fc.array(piece, { maxLength: 30 }), (head, rest) => {
        expect(parseSurvey(head + rest.join("")).entries).toEqual(expect.any(Array));
      }),
      { numRuns: 150 },
    );
  });
});
