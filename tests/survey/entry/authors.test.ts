import fc from "fast-check";
import { expect, test } from "vitest";
import { leadingAuthors, readAuthors } from "../../../src/survey/entry/authors.ts";

test.each([
  ["Mu, N., & Kirillov, A.", ["N. Mu", "A. Kirillov"]],
  ["Simonyan, Karen, and Andrew Zisserman", ["Karen Simonyan", "Andrew Zisserman"]],
  [
    "Ba, Jimmy Lei, Jamie Ryan Kiros, and Geoffrey E. Hinton",
    ["Jimmy Lei Ba", "Jamie Ryan Kiros", "Geoffrey E. Hinton"],
  ],
  ["Plummer, Bryan A., et al.", ["Bryan A. Plummer"]],
  ["Jia Li, An Liu, Wei Feng, Can Qin", ["Jia Li", "An Liu", "Wei Feng", "Can Qin"]],
  ["Jia Li, kayhan Batmanghelich, Wei Feng", ["Jia Li", "kayhan Batmanghelich", "Wei Feng"]],
  ["Jia Li, Tse-Hsun (Peter) Chen", ["Jia Li", "Tse-Hsun (Peter) Chen"]],
  [
    "Dinesh Rao*, UC Berkeley; Ruohan Gao, University of Texas at Austin; Kristen Grauman",
    ["Dinesh Rao", "Ruohan Gao", "Kristen Grauman"],
  ],
  ["Jia Li (Google), Wei Feng (UC Berkeley) et al.", ["Jia Li", "Wei Feng"]],
  ["Du et al.", ["Du"]],
  ["SAM 3D Team et al.", ["SAM 3D Team"]],
  ["Cyprien de Masson d'Autume, Lei Yu", ["Cyprien de Masson d'Autume", "Lei Yu"]],
  ["J. C. H. Watkins, R. S. Sutton", ["J. C. H. Watkins", "R. S. Sutton"]],
])("%s names its authors", (text, names) => {
  expect(readAuthors(text)).toEqual(names);
});

test.each([
  "Attention Is All You Need",
  "DeepWalk, LINE, PTE, and Node2Vec",
  "Image Segmentation, Tracking and Retrieval",
  "代码",
  "ICCV, CVPR, ECCV",
  "Wei Xu, Jia Li, CVPR, ECCV",
  "",
])("%s names none", (text) => {
  expect(readAuthors(text)).toBeNull();
});

const GIVEN = ["Norman", "Wei", "Åsa", "José", "Jean-Luc", "Zoë", "Yu-An"];
const SURNAMES = ["Kirillov", "Xie", "van der Berg", "Müller", "O'Brien", "Goodfellow", "Le"];
const person = fc
  .tuple(fc.constantFrom(...GIVEN), fc.constantFrom("", " A.", " J. K."), fc.constantFrom(...SURNAMES))
  .map(([given, middle, surname]) => `${given}${middle} ${surname}`);
const people = fc.array(person, { minLength: 2, maxLength: 12 });

test("whatever people are listed are read back, however they are joined and marked", () => {
  const forms: ((names: string[]) => string)[] = [
    (names) => names.join(", "),
    (names) => names.join("; "),
    (names) => `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}.`,
    (names) => names.map((name) => `${name}*`).join(", "),
    (names) => `${names.join(", ")} et al.`,
    (names) => names.map((name) => `${name} (Some University)`).join(", "),
  ];
  fc.assert(
    fc.property(people, fc.constantFrom(...forms), (names, form) => {
      expect(readAuthors(form(names))).toEqual(names);
    }),
    { numRuns: 300 },
  );
});

test("authors in front of a title are told from it", () => {
  fc.assert(
    fc.property(people, (names) => {
      const text = `${names.join(", ")}, Learning transferable representations of things, ICML 2021`;
      const found = leadingAuthors(text);
      expect(found?.names).toEqual(names);
      expect(text.slice(found?.end)).toMatch(/^Learning/);
    }),
    { numRuns: 200 },
  );
});
