import { expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

const read = (markdown: string) =>
  parseSurvey(markdown).entries.map(({ title, venue, date }) => [title, venue, date].join(" | "));
const link = (id: number) => `[arXiv](https://arxiv.org/abs/2101.0000${id})`;

test.each([["Pub. & Date"], ["Venue / Year"], ["Appeared"], ["Where"], [""]])(
  "a column of venues and dates is one, called %j",
  (name) => {
    const table =
      `| Title | arXiv | ${name} |\n|---|---|---|\n` +
      `| A Benchmark for Making Films | ${link(1)} | May, 2025 |\n| Films from a Line of Text | ${link(2)} | NeurIPS, 2024 |\n` +
      `| Moving Pictures without Data | ${link(3)} | CVPR, 2023 |`;
    expect(read(table)).toEqual([
      "A Benchmark for Making Films |  | 2025-05",
      "Films from a Line of Text | NeurIPS | 2024",
      "Moving Pictures without Data | CVPR | 2023",
    ]);
  },
);

test("a row without a name has its title in another of its cells", () => {
  const table =
    "| Paper Link | Method | Type | Published | Keywords |\n|---|---|---|---|---|\n" +
    `| ${link(1)} | MUSIQ | NR | ICCV2021 | Multi-scale |\n| ${link(2)} | NIMA | NR | TIP2018 | Squared EMD loss |\n` +
    `| ${link(3)} | | NR | TIP2022 | VCRNet: Visual Compensation Restoration Network for Quality Assessment |`;
  expect(read(table)).toEqual([
    "MUSIQ | ICCV | 2021",
    "NIMA | TIP | 2018",
    "VCRNet: Visual Compensation Restoration Network for Quality Assessment | TIP | 2022",
  ]);
});
