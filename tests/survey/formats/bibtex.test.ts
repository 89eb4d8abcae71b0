import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBibtex } from "../../../src/survey/formats/bibtex.ts";

const only = (text: string) => {
  const [paper] = readBibtex(text).papers;
  if (!paper) throw new Error("no paper");
  return paper;
};

describe("readBibtex reads of a record", () => {
  test("title, authors, venue, month, DOI and the line it starts on", () => {
    const text = String.raw`% a list

@inproceedings{key,
  title     = {{SLIP}: Self-supervision Meets \emph{Language-Image} Pre-training.},
  author    = {Mu, Norman and {NASA Team} and King, Jr., Martin Luther and Ludwig van Beethoven and others},
  booktitle = "ECCV",
  year      = 2022,
  month     = oct,
  doi       = {10.1007/978-3-031-19809-0\_30},
}`;
    expect(readBibtex(text)).toMatchObject({
      problems: [],
      papers: [
        {
          line: 3,
          title: "SLIP: Self-supervision Meets Language-Image Pre-training",
          authors: ["Norman Mu", "NASA Team", "Martin Luther King Jr.", "Ludwig van Beethoven"],
          venue: "ECCV",
          year: 2022,
          date: "2022-10",
          ref: { kind: "doi", value: "10.1007/978-3-031-19809-0_30" },
          links: { paper: "https://doi.org/10.1007/978-3-031-19809-0_30", code: null },
          note: null,
        },
      ],
    });
  });

  test.each([
    ["$S^2$-Mamba for $x < y$", "S²-Mamba for x<y"],
    [String.raw`From {\"U}ber to na\"{\i}ve \& {\'E}t{\'e} --- 5\%`, "From Über to naïve & Été — 5%"],
    [String.raw`{A} 360{\deg} View`, "A 360° View"],
    ["Is it a < b, or a > b?", "Is it a < b, or a > b?"],
    ["Learning in the U.S.", "Learning in the U.S."],
    ["A Cost of $5 Million", "A Cost of $5 Million"],
    ["{{Double Braces}}", "Double Braces"],
    [String.raw`A \LaTeX{} Companion to $\mu$J`, "A LaTeX Companion to μJ"],
  ])("the title %s as text", (tex, title) => {
    expect(only(`@misc{k, title = {${tex}}, year = {2020}}`).title).toBe(title);
  });

  test.each([
    ["eprint = {2212.00794}, archivePrefix = {arXiv}", "arxiv:2212.00794"],
    ["journal = {arXiv preprint arXiv:1503.02531}", "arxiv:1503.02531"],
    ["journal = {CoRR}, volume = {abs/1706.03762}", "arxiv:1706.03762"],
    ["doi = {https://doi.org/10.48550/arXiv.2301.00001}", "arxiv:2301.00001"],
    ["howpublished = {\\url{https://arxiv.org/abs/2103.00020}}", "arxiv:2103.00020"],
    ["pmid = {27169098}", "pmid:27169098"],
    ["doi = {doi:10.1000/AbC}", "doi:10.1000/abc"],
  ])("the id in %s", (fields, id) => {
    const { ref } = only(`@article{k, title = {T}, ${fields}}`);
    expect(`${ref.kind}:${ref.value}`).toBe(id);
  });

  test("a preprint as of arXiv, in the month of its number where no better date is known", () => {
    const { venue, date } = only(
      "@article{k, title={T}, journal={arXiv preprint arXiv:1503.02531}, year={2015}}",
    );
    expect({ venue, date }).toEqual({ venue: "arXiv", date: "2015-03" });
  });

  test("a repository as its code, a remark but no address or date of access as its note", () => {
    const paper = only("@misc{k, title={T}, url={https://github.com/a/b}, note={Best paper award}}");
    expect(paper).toMatchObject({
      links: { paper: null, code: "https://github.com/a/b" },
      note: "Best paper award",
    });
    expect(only("@misc{k, title={T}, note={Accessed: 2020-01-01}}").note).toBeNull();
  });

  test("fields around an abstract, whatever that holds", () => {
    const text = String.raw`@misc{a, title={A}, abstract = {Costs $5, {nested} \} and title={B}}, year={2020}, doi={10.1000/a}}`;
    expect(only(text)).toMatchObject({ title: "A", year: 2020, ref: { value: "10.1000/a" } });
  });

  test("what a crossref has of it; the volume referred to is no paper", () => {
    const text =
      "@inproceedings{a, title={A}, crossref={p}}\n@proceedings{p, title={Proc. of X}, year={2015}}";
    expect(readBibtex(text).papers).toMatchObject([{ title: "A", venue: "Proc. of X", year: 2015 }]);
  });

  test("abbreviations that the file defines", () => {
    expect(
      only('@string{pami = "IEEE PAMI"}\n@article{k, title={T}, journal = pami # { Letters}}').venue,
    ).toBe("IEEE PAMI Letters");
  });
});

describe("readBibtex takes as domains", () => {
  const paths = (text: string) =>
    readBibtex(text).papers.map((paper) =>
      paper.paths.map(({ section, label }) => [section, label].filter(Boolean).join(" › ")),
    );

  test("JabRef's groups in their tree, several of one paper", () => {
    const text = String.raw`@misc{a, title={A}, groups={Masks, Video}, keywords={x, y}}
@misc{b, title={B}}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Training\;0\;1\;\;\;\;;
2 StaticGroup:Masks\;0\;1\;\;\;\;;
1 StaticGroup:Video\;0\;1\;\;\;\;;
}`;
    expect(paths(text)).toEqual([["Training › Masks", "Video"], []]);
  });

  test("ruled comments above records", () => {
    const text =
      "%% ===== Datasets =====\n@misc{a, title={A}}\n% just a word\n@misc{b, title={B}}\n%%%%% Metrics %%%%%\n@misc{c, title={C}}";
    expect(paths(text)).toEqual([["Datasets"], ["Datasets"], ["Metrics"]]);
  });

  test("keywords used again and again, and says why others are none", () => {
    const records = (keyword: (i: number) => string) =>
      Array.from({ length: 30 }, (_, i) => `@misc{k${i}, title={Paper ${i}}, keywords={${keyword(i)}}}`).join(
        "\n",
      );
    expect(paths(records((i) => ["Detection", "Video"][i % 2] ?? ""))[1]).toEqual(["Video"]);
    const mess = readBibtex(records((i) => `a${i}, b${i}`));
    expect(mess.papers.every((paper) => paper.paths.length === 0)).toBe(true);
    expect(mess.problems.map(({ message }) => message).join()).toContain(
      "60 keywords on 30 papers are too many",
    );
  });
});

describe("readBibtex keeps and says by line", () => {
  test.each([
    ["a forgotten comma", "@misc{a,\n title={A}\n year={2020}\n}", "A"],
    ["a brace too many", "@misc{{a,\n title={A},\n year={2020}\n}", "A"],
    ["a record that is not closed", "@misc{a,\n title={A},\n year={2020}\n", "A"],
    ["no comma after the key", "@misc{a\n title={A},\n year={2020}\n}", "A"],
  ])("%s, and the records after it", (_, broken, title) => {
    const { papers, problems } = readBibtex(`\n${broken}\n\n@misc{b, title={B}, year={2021}}`);
    expect(papers).toMatchObject([
      { title, year: 2020 },
      { title: "B", year: 2021 },
    ]);
    for (const { line } of problems) expect(line).toBe(2);
  });

  test("a title that nothing closes, without losing the next record", () => {
    const { papers, problems } = readBibtex("@misc{a, title={A, year=2020\n@misc{b, title={B}}");
    expect(papers.map((paper) => paper.title)).toContain("B");
    expect(problems[0]).toMatchObject({ line: 1, message: expect.stringContaining("close its braces") });
  });

  test("a record without a title, and one that is listed twice", () => {
    const text =
      "@misc{a, year={2020}}\n@misc{b, title={B}, doi={10.1000/b}}\n@misc{c, title={C}, doi={10.1000/B}}";
    expect(readBibtex(text).problems).toEqual([
      { line: 1, message: expect.stringContaining("has no title") },
      { line: 3, message: expect.stringContaining("also listed on line 2 (same doi:10.1000/b)") },
    ]);
  });
});

test("readBibtex reads back any records", () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
  const record = fc.record({
    title: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
    authors: fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 4 }),
    year: fc.integer({ min: 1900, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    venue: word,
    number: fc.integer({ min: 1, max: 99_999 }),
  });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
      const text = records
        .map(
          ({ title, authors, year, month, venue, number }, i) =>
            `@article{key${i},\n title = {{${title}}},\n author = {${authors.map(([given, family]) => `${family}, ${given}`).join(" and ")}},\n journal = {${venue}}, year = ${year}, month = {${month}}, doi = {10.1000/${i}.${number}}\n}`,
        )
        .join("\n\n");
      const { papers } = readBibtex(text);
      expect(papers).toMatchObject(
        records.map(({ title, authors, year, month, venue, number }, i) => ({
          line: 1 + i * 6,
          title,
          authors: authors.map((name) => name.join(" ")),
          venue,
          date: `${year}-${String(month).padStart(2, "0")}`,
          ref: { kind: "doi", value: `10.1000/${i}.${number}` },
        })),
      );
    }),
    { numRuns: 15 },
  );
});
