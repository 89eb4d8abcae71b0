import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CorpusInput } from "../../src/corpus/schema.ts";
import { bibtexOf } from "../../src/export/bibtex.ts";
import { corpusOf } from "../graphs.ts";

const paperOf = (facts: Partial<CorpusInput["papers"][number]>, id = "A") => {
  const [paper] = corpusOf(id, { [id]: facts }).papers;
  if (!paper) throw new Error("the corpus has no paper");
  return paper;
};
const bibtex = (facts: Partial<CorpusInput["papers"][number]>, id = "A") => bibtexOf([paperOf(facts, id)]);

describe("bibtexOf", () => {
  test("writes what is known of a paper", () => {
    const facts = {
      title: "Learning Things",
      authors: ["Ada One", "Bea Two"],
      year: 2021,
      venue: "International Conference on Machine Learning",
      aliases: ["doi:10.1/x_y"],
    };
    expect(bibtex(facts, "arxiv:2103.00020")).toBe(
      [
        "@inproceedings{one2021learning,",
        "  author = {Ada One and Bea Two},",
        "  title = {{Learning Things}},",
        "  booktitle = {International Conference on Machine Learning},",
        "  year = {2021},",
        "  eprint = {2103.00020},",
        "  archiveprefix = {arXiv},",
        "  doi = {10.1/x_y},",
        "}",
      ].join("\n"),
    );
  });

  test("invents no field for what is not known", () => {
    expect(bibtex({ title: "Words" })).toBe("@misc{words,\n  title = {{Words}},\n}");
    expect(bibtex({ title: "Words", date: "2020-05" })).toContain("year = {2020}");
  });

  test.each([
    ["Journal of Things", "article", "journal"],
    ["IEEE Transactions on Words", "article", "journal"],
    ["Proceedings of Sorts", "inproceedings", "booktitle"],
    ["CVPR", "misc", "howpublished"],
  ])("takes the type from the name of the venue: %s", (venue, type, field) => {
    const entry = bibtex({ title: "T", venue });
    expect(entry).toMatch(new RegExp(`^@${type}\\{`));
    expect(entry).toContain(`${field} = {${venue}}`);
  });

  test("names no preprint server as the place of publication", () => {
    expect(bibtex({ title: "T", venue: "arXiv.org" }, "arxiv:2103.00020")).not.toContain("howpublished");
  });

  test("escapes what TeX would take for its own", () => {
    expect(bibtex({ title: "50% of $A_i & #1 ~ {x} \\ ^" })).toContain(
      "title = {{50\\% of \\$A\\_i \\& \\#1 \\textasciitilde{} \\textbraceleft{}x\\textbraceright{} \\textbackslash{} \\textasciicircum{}}}",
    );
  });

  test("keeps a name with an and of its own together", () => {
    expect(bibtex({ title: "T", authors: ["Centre for Arts and Crafts", "Ada One"] })).toContain(
      "author = {{Centre for Arts and Crafts} and Ada One}",
    );
  });

  test("gives each paper a key of its own", () => {
    const papers = ["A", "B", "C"].map((id) =>
      paperOf({ title: "Same", authors: ["Ada One"], year: 2020 }, id),
    );
    const keys = [...bibtexOf(papers).matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    expect(keys).toEqual(["one2020same", "one2020same-2", "one2020same-3"]);
    expect(bibtexOf([])).toBe("");
  });

  test("leaves braces balanced and keys plain, whatever a title, author or venue holds", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 30 }).filter((t) => t.trim() !== "");
    fc.assert(
      fc.property(text, text, text, (title, author, venue) => {
        const entry = bibtex({ title, authors: [author], venue });
        let depth = 0;
        const depths = [...entry.slice(entry.indexOf("{"))].map((letter) => {
          if (letter === "{") depth++;
          else if (letter === "}") depth--;
          return depth;
        });
        expect(depths.indexOf(0)).toBe(depths.length - 1);
        expect(entry).toMatch(/^@\w+\{[a-z0-9-]+,\n/);
      }),
    );
  });
});
