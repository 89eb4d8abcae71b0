import { expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

const TITLE = "A Compact Representation of Things That Move";

/** What a row tells of its paper beside the title: authors, venue, date, remark. */
function told(row: string): string {
  const [entry] = parseSurvey(`- ${row}`).entries;
  expect(entry?.title).toBe(TITLE);
  const { authors = [], venue, date, note } = entry ?? {};
  return [authors.join(" & ") || "-", venue ?? "-", date ?? "-", note ?? "-"].join(" | ");
}

test.each([
  [
    `Wang, Naiyan, and Dit-Yan Yeung. "**${TITLE}**." Advances in neural information processing systems. 2013. [[pdf]](https://x.org/a.pdf) **(First of its kind)** :star::star:`,
    "Naiyan Wang & Dit-Yan Yeung | Advances in neural information processing systems | 2013 | (First of its kind)",
  ],
  [
    `Vinyals, Oriol, et al. "**${TITLE}**". In arXiv preprint arXiv:1411.4555, 2014. [[pdf]](https://arxiv.org/pdf/1411.4555.pdf):star::star:`,
    "Oriol Vinyals | - | 2014 | -",
  ],
  [
    `Qiang Yang and Lianghao Li. "**${TITLE}**." AAAI Spring Symposium: Lifelong Learning. 2013. [[pdf]](https://x.org/a.pdf)`,
    "Qiang Yang & Lianghao Li | AAAI Spring Symposium: Lifelong Learning | 2013 | -",
  ],
  [`${TITLE} [[KDD 2016]](https://x.org/a.pdf)`, "- | KDD | 2016 | -"],
  [`${TITLE} (Journal-2022) [[paper]](https://x.org/a.pdf)`, "- | Journal | 2022 | -"],
  [`20210625 ICML-21 [${TITLE}](https://x.org/a.pdf)`, "- | ICML | 2021-06-25 | -"],
  [`[${TITLE}](https://x.org/a.pdf) Mildenhall et al., ECCV 2020`, "Mildenhall | ECCV | 2020 | -"],
])("%s", (row, expected) => {
  expect(told(row)).toBe(expected);
});
