import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { type Asked, assignItems, mayAnswer } from "../../src/semantic-scholar/assign-items.ts";
import { idOfAddress } from "../../src/semantic-scholar/paper-address.ts";
import { shaOf } from "../api-server/library.ts";

/** The item about paper `n`: its sha, arXiv number and DOI, as the source writes them. */
function item(n: number, facts: object = {}) {
  return {
    paperId: shaOf(n),
    externalIds: { ArXiv: `2101.0000${n}`, DOI: `10.1000/Paper.${n}`, CorpusId: n },
    title: `Paper ${n}`,
    year: 2021,
    ...facts,
  };
}

/** The question for paper `n` by one of its names, with its title known. */
function asked(address: string, n: number): Asked {
  const names = [`ARXIV:2101.0000${n}`, `DOI:10.1000/paper.${n}`, shaOf(n)];
  const ids = names.flatMap((name) => idOfAddress(name) ?? []);
  return { address, known: { ids, isTitled: ({ title }) => title === `Paper ${n}` } };
}

const byArxiv = (n: number) => asked(`ARXIV:2101.0000${n}`, n);
const byDoi = (n: number) => asked(`DOI:10.1000/paper.${n}`, n);
const bySha = (n: number) => asked(shaOf(n), n);

/** What each question got: a paper's title, null, "foreign" or "missing". */
function dealt(questions: readonly Asked[], items: readonly unknown[]) {
  return assignItems(questions, items).map((assigned) =>
    assigned.kind === "item"
      ? (assigned.item as { title: string } | null) && (assigned.item as { title: string }).title
      : assigned.kind,
  );
}

describe("assignItems", () => {
  test("deals a batch in order, null where the source knows no paper", () => {
    expect(dealt([byArxiv(1), byDoi(2), bySha(3)], [item(1), null, item(3)])).toEqual([
      "Paper 1",
      null,
      "Paper 3",
    ]);
  });

  test("gives every question its own item, however the batch is shuffled, lengthened or thinned", () => {
    const numbers = [1, 2, 3, 4, 5, 6];
    const order = fc.shuffledSubarray([...numbers, 7, 8, 9], { minLength: 0 });
    const names = fc.array(fc.constantFrom(byArxiv, byDoi, bySha), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(order, names, (present, by) => {
        const questions = numbers.map((n, i) => (by[i] ?? byArxiv)(n));
        const found = dealt(
          questions,
          present.map((n) => item(n)),
        );
        numbers.forEach((n, i) => {
          if (present.includes(n)) expect(found[i]).toBe(`Paper ${n}`);
          else expect(["missing", "foreign"]).toContain(found[i]);
        });
      }),
    );
  });

  test("believes no null in a batch whose items have moved", () => {
    expect(dealt([byArxiv(1), byArxiv(2), byArxiv(3)], [item(2), item(1), null])).toEqual([
      "Paper 1",
      "Paper 2",
      "missing",
    ]);
  });

  test("gives one item to both names of one paper", () => {
    expect(dealt([byArxiv(1), bySha(1)], [item(1), item(1)])).toEqual(["Paper 1", "Paper 1"]);
  });

  test.each([
    ["another arXiv number", byArxiv(1), { paperId: shaOf(1), externalIds: { ArXiv: "2101.00009" } }],
    [
      "another name of a kind not asked by",
      byDoi(1),
      { paperId: shaOf(9), externalIds: { ArXiv: "2101.00009" } },
    ],
    ["another DOI", byDoi(1), { externalIds: { DOI: "10.1000/other" } }],
    ["another sha and title", bySha(1), { paperId: shaOf(9), externalIds: null, title: "Paper 9" }],
    ["no name of it and another title", byArxiv(1), { paperId: shaOf(9), externalIds: null, title: "P" }],
    ["no name of it and no title", byArxiv(1), { paperId: shaOf(9), externalIds: null, title: null }],
  ])("takes an item with %s for one about another paper", (_, question, facts) => {
    expect(dealt([question], [item(1, facts)])).toEqual(["foreign"]);
    expect(mayAnswer(question, item(1, facts))).toBe(false);
  });

  test.each([
    ["its DOI in capitals", byDoi(1), { externalIds: { DOI: "10.1000/PAPER.1" } }],
    ["its arXiv number with a version", byArxiv(1), { externalIds: { ArXiv: "2101.00001v3" } }],
    [
      "arXiv's DOI for its number",
      byArxiv(1),
      { externalIds: { DOI: "10.48550/arXiv.2101.00001" }, title: "Retitled" },
    ],
    [
      "the number for arXiv's DOI",
      asked("DOI:10.48550/arxiv.2101.00001", 1),
      { externalIds: { ArXiv: "2101.00001" }, title: "Retitled" },
    ],
    ["its sha alone", byArxiv(1), { externalIds: null, title: null, year: null }],
    ["its title alone", byDoi(1), { paperId: shaOf(9), externalIds: null }],
    ["the sha it was merged into, its DOI kept", bySha(1), { paperId: shaOf(9), title: "Retitled" }],
    [
      "the corpus number it was merged into",
      asked("CorpusId:1", 1),
      { externalIds: { ArXiv: "2101.00001", CorpusId: "9" }, title: "Retitled" },
    ],
    [
      "the sha it was merged into, its title kept",
      bySha(1),
      { paperId: shaOf(9), externalIds: { DOI: "10.1000/journal" } },
    ],
  ])("takes an item with %s for its answer", (_, question, facts) => {
    expect(assignItems([question], [item(1, facts)])).toMatchObject([{ kind: "item" }]);
    expect(mayAnswer(question, item(1, facts))).toBe(true);
  });

  test("takes an item by its place where nothing is known to compare it with", () => {
    const bare = { paperId: shaOf(1) };
    const question = (address: string) => ({ address });
    expect(assignItems([question("CorpusId:470667"), question("10.2139/x")], [bare, bare])).toMatchObject([
      { kind: "item" },
      { kind: "item" },
    ]);
    expect(dealt([question("CorpusId:470667")], [])).toEqual(["missing"]);
  });

  test("names the paper that an item is about", () => {
    expect(assignItems([byArxiv(1)], [item(9, { authors: [{ name: "Ada" }] })])).toEqual([
      {
        kind: "foreign",
        offered: {
          ids: ["arxiv:2101.00009", "doi:10.1000/paper.9", `s2:${shaOf(9)}`, "corpusid:9"].map(paperId),
          title: "Paper 9",
          author: "Ada",
          year: 2021,
        },
      },
    ]);
  });

  test("leaves what is no item to whoever reads it", () => {
    expect(assignItems([byArxiv(1), byArxiv(2)], [7, item(2)])[0]).toEqual({ kind: "item", item: 7 });
  });
});
