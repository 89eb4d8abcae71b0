import { expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

const read = (markdown: string) => {
  const { entries, domains } = parseSurvey(markdown);
  return entries.map(({ line, title, date, ref, domain, authors }) =>
    [
      line,
      title,
      date ?? "-",
      ref.value,
      domains.find(({ id }) => id === domain)?.label,
      authors.length,
    ].join(" | "),
  );
};
const badges = (id: string) =>
  `[![arXiv](https://img.shields.io/badge/arXiv-x.svg)](https://arxiv.org/abs/${id}) [![GitHub](https://badges.example.org/github.svg)](https://github.com/a/b)`;
const section = (title: string, id: string) =>
  `### **${title}**\n\nIt couples an encoder with a decoder, trained on many pictures.\n\n${badges(id)}<br>\nAnn Lee, Bo Chen, Carl Diaz\n\n` +
  `<details>\n<summary>More</summary>\n\n**It** goes on with a comparison to [another model](https://arxiv.org/abs/1901.00009).\n\n</details>\n\n`;

test("headings that are titles, with links and authors among prose below, are papers of the heading above", () => {
  const list =
    `# Models\n\n${badges("2000.00001").replace("2000", "2001")}\n\n## Encoders and decoders\n` +
    section("Flamingo: a Visual Language Model", "2204.14198") +
    section("Perceiving Everything at Once with One Encoder", "2103.03206") +
    section("Step3: Co-Design for Cheap Intelligence", "2507.19427");
  expect(read(list).map((row) => row.replace(/^\d+ \| /, ""))).toEqual([
    "Flamingo: a Visual Language Model | - | 2204.14198 | Encoders and decoders | 3",
    "Perceiving Everything at Once with One Encoder | - | 2103.03206 | Encoders and decoders | 3",
    "Step3: Co-Design for Cheap Intelligence | - | 2507.19427 | Encoders and decoders | 3",
  ]);
});

test("headings that link to their paper are papers", () => {
  const list =
    "# Notes\n\n## 2021\n\n### [Learning by Looking Twice](https://arxiv.org/abs/2101.00001)\n\nA good one.\n\n" +
    "### [Seeing Without Labels at Scale](https://arxiv.org/abs/2101.00002)\n\nBetter.\n\n" +
    "### [Masks for Everything in Sight](https://arxiv.org/abs/2101.00003)\n\nBest.\n";
  expect(read(list)).toEqual([
    "5 | Learning by Looking Twice | 2021 | 2101.00001 | Notes | 0",
    "9 | Seeing Without Labels at Scale | 2021 | 2101.00002 | Notes | 0",
    "13 | Masks for Everything in Sight | 2021 | 2101.00003 | Notes | 0",
  ]);
});

test("one heading with a survey's link below it stays a heading among others with lists", () => {
  const rows = (from: number) =>
    [0, 1, 2]
      .map((i) => `- [A Title of Several Words ${from + i}](https://arxiv.org/abs/2101.0000${from + i})\n`)
      .join("");
  const list = `# Notes\n\n## Learning from Noisy Labels\n${badges("2001.00001")}\n\n${rows(1)}\n## Learning from Few Labels\n${rows(4)}\n## Learning from No Labels\n${rows(7)}`;
  const { domains, entries } = parseSurvey(list);
  expect(domains.map(({ label }) => label)).toEqual([
    "Learning from Noisy Labels",
    "Learning from Few Labels",
    "Learning from No Labels",
  ]);
  expect(entries).toHaveLength(9);
});
