import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

interface Paper {
  readonly title: string;
  readonly number: string;
  readonly venue: string;
  readonly year: number;
  readonly authors: readonly string[];
}

const WORDS =
  "Learning Graphs Attention Networks for and with of Masked Images Robust Retrieval Language Transfer Sparse Prompt Fusion Scenes Depth Policies Proteins Tokens".split(
    " ",
  );
const word = fc.constantFrom(...WORDS);
const title = fc
  .tuple(
    fc.option(fc.constantFrom("SLIP", "MaxViT", "GPT-4V", "3D-Net"), { nil: null }),
    fc.constantFrom("Learning", "Robust", "Masked"),
    fc.array(word, { minLength: 3, maxLength: 7 }),
    fc.constantFrom("Networks", "Images", "Retrieval"),
    fc.constantFrom("", "?"),
  )
  .map(
    ([label, first, words, last, end]) =>
      `${label === null ? "" : `${label}: `}${[first, ...words, last].join(" ")}${end}`,
  );
const author = fc
  .tuple(
    fc.constantFrom("Norman", "Saining", "Yi", "Ana María", "J."),
    fc.constantFrom("Mu", "Xie", "García", "O'Neil", "van der Berg"),
  )
  .map((names) => names.join(" "));
const paper: fc.Arbitrary<Paper> = fc.record({
  title,
  number: fc.integer({ min: 1, max: 99_999 }).map((n) => `2103.${String(n).padStart(5, "0")}`),
  venue: fc.constantFrom("CVPR", "ICML", "NeurIPS", "arXiv", "ACL"),
  year: fc.integer({ min: 1995, max: 2024 }),
  authors: fc.uniqueArray(author, { minLength: 2, maxLength: 4 }),
});
const papers = fc.uniqueArray(paper, { minLength: 3, maxLength: 8, selector: ({ number }) => number });

const link = ({ number }: Paper) => `https://arxiv.org/abs/${number}`;
const rows =
  (row: (paper: Paper) => string, head = "") =>
  (all: readonly Paper[]) =>
    head + all.map(row).join("");
const table = "| Title | Venue | Year | Link |\n|---|---|---|---|\n";

/** Ways in which people write lists, each with its own place for the title. */
const CONVENTIONS: readonly (readonly [name: string, write: (all: readonly Paper[]) => string])[] = [
  [
    "linked titles",
    rows((p) => `- [${p.title}](${link(p)}), ${p.authors.join(", ")}, ${p.venue} ${p.year}\n`),
  ],
  [
    "bold titles",
    rows(
      (p) =>
        `1. **${p.title}** ${p.venue} ${p.year}. [paper](${link(p)})\n\n    *${p.authors.join(", ")}*\n\n`,
    ),
  ],
  ["plain titles before links", rows((p) => `* [${p.venue} ${p.year}] ${p.title} [[Paper](${link(p)})]\n`)],
  [
    "titles on lines of their own",
    rows(
      (p) =>
        `**${p.title}** \\\n*${p.authors.join(", ")}* \\\n${p.venue} ${p.year}. [[Paper](${link(p)})]\n\n`,
    ),
  ],
  ["quoted titles", rows((p) => `- "${p.title}", ${p.venue} ${p.year}, [[paper]](${link(p)})\n`)],
  ["tables", rows((p) => `| ${p.title} | ${p.venue} | ${p.year} | [arXiv](${link(p)}) |\n`, table)],
  [
    "tables of HTML",
    (all) =>
      `<table><tr><th>Title</th><th>Venue</th></tr>${all.map((p) => `<tr><td><a href="${link(p)}">${p.title}</a></td><td>${p.venue} ${p.year}</td></tr>\n`).join("")}</table>`,
  ],
  [
    "sub-items",
    rows(
      (p) =>
        `- **${p.title} (${p.venue} ${p.year})**\n  - ${p.authors.join(", ")}\n  - [[Paper]](${link(p)})\n`,
    ),
  ],
  ["labelled addresses", rows((p) => `**${p.title}**\n\n- Paper: ${link(p)}\n- Code: None\n\n`)],
  [
    "references",
    rows((p) => `- ${p.authors.join(", ")}. "${p.title}." ${p.venue}, ${p.year}. arXiv:${p.number}\n`),
  ],
];

test.each(CONVENTIONS)("whatever papers are written as %s are read back", (_, write) => {
  fc.assert(
    fc.property(papers, (all) => {
      const { entries } = parseSurvey(`# List\n\n## Models\n\n${write(all)}\n`);
      expect(entries.map((entry) => [entry.title, entry.ref.value])).toEqual(
        all.map((p) => [p.title, p.number]),
      );
    }),
    { numRuns: 60 },
  );
});
