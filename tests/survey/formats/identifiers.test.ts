import { expect, test } from "vitest";
import { readIdentifiers } from "../../../src/survey/formats/identifiers.ts";

test.each([
  ["10.1000/AbC", "doi:10.1000/abc"],
  ["doi: 10.1000/abc", "doi:10.1000/abc"],
  ["https://doi.org/10.1000/abc", "doi:10.1000/abc"],
  ["arXiv:2103.00020v2", "arxiv:2103.00020"],
  ["2103.00020", "arxiv:2103.00020"],
  ["hep-th/9901001", "arxiv:hep-th/9901001"],
  ["https://arxiv.org/pdf/2103.00020.pdf", "arxiv:2103.00020"],
  ["PMID: 27169098", "pmid:27169098"],
  ["PMC4854029", "pmcid:4854029"],
])("readIdentifiers reads %s", (line, id) => {
  const { papers, problems } = readIdentifiers(`\n${line}\n`);
  expect(problems).toEqual([]);
  expect(papers[0]?.line).toBe(2);
  expect(`${papers[0]?.ref.kind}:${papers[0]?.ref.value}`).toBe(id);
});

test("readIdentifiers takes the comment above as heading, dates a preprint by its number, and says what is no name", () => {
  const { papers, problems } = readIdentifiers(
    "# Masks\n2212.00794\nhello world\n# Video\n10.1000/a\nhttps://example.org/paper.html\n",
  );
  expect(papers).toMatchObject([
    { title: "arXiv:2212.00794", date: "2022-12", venue: "arXiv", paths: [{ label: "Masks" }] },
    { title: "doi:10.1000/a", paths: [{ label: "Video" }] },
    {
      title: "example.org/paper.html",
      links: { paper: "https://example.org/paper.html" },
      ref: { kind: "title" },
    },
  ]);
  expect(problems).toEqual([{ line: 3, message: expect.stringContaining('"hello world"') }]);
});
