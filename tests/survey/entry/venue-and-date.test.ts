import fc from "fast-check";
import { expect, test } from "vitest";
import { isVenueDate, readVenueDate } from "../../../src/survey/entry/venue-date.ts";
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
    "Oriol Vinyals | arXiv preprint | 2014 | -",
  ],
  [
    `Qiang Yang and Lianghao Li. "**${TITLE}**." AAAI Spring Symposium: Lifelong Learning. 2013. [[pdf]](https://x.org/a.pdf)`,
    "Qiang Yang & Lianghao Li | AAAI Spring Symposium: Lifelong Learning | 2013 | -",
  ],
  [`${TITLE} [[KDD 2016]](https://x.org/a.pdf)`, "- | KDD | 2016 | -"],
  [`${TITLE} (Journal-2022) [[paper]](https://x.org/a.pdf)`, "- | Journal | 2022 | -"],
  [`20210625 ICML-21 [${TITLE}](https://x.org/a.pdf)`, "- | ICML | 2021-06-25 | -"],
  [
    `Krishna, Ranjay, et al. **${TITLE}.** International Journal of Computer Vision 123.1 (2017): 32-73. [[pdf]](https://x.org/a.pdf)`,
    "Ranjay Krishna | International Journal of Computer Vision | 2017 | -",
  ],
  [
    `Hinton, Geoffrey E., Simon Osindero, and Yee-Whye Teh. "${TITLE}." Neural computation 18.7 (2006): 1527-1554. [[pdf]](https://x.org/a.pdf)`,
    "Geoffrey E. Hinton & Simon Osindero & Yee-Whye Teh | Neural computation | 2006 | -",
  ],
  [
    `**Moves**: Plummer, Bryan A., et al. **${TITLE}.** Proceedings of the European Conference on Computer Vision (ECCV). 2018. *Method name: MV* [[pdf]](https://x.org/a.pdf)`,
    "Bryan A. Plummer | Proceedings of the European Conference on Computer Vision (ECCV) | 2018 | Method name: MV",
  ],
  [`**${TITLE}** (2015), G. Hinton et al. [[pdf]](https://x.org/a.pdf)`, "G. Hinton | - | 2015 | -"],
  [
    `**${TITLE}** (2013), M. Zeiler and R. Fergus. [[pdf]](https://x.org/a.pdf)`,
    "M. Zeiler & R. Fergus | - | 2013 | -",
  ],
  [`**${TITLE}** (2014), Y. Kim. [[pdf]](https://x.org/a.pdf)`, "Y. Kim | - | 2014 | -"],
  [
    `**${TITLE}.** *Felix Hill (University of Cambridge) et al. arXiv 2016.* [[paper](https://x.org/a.pdf)]`,
    "Felix Hill | arXiv | 2016 | -",
  ],
  [`[${TITLE}](https://x.org/a.pdf), Can Wang et al., Arxiv 2023`, "Can Wang | Arxiv | 2023 | -"],
  [`[${TITLE}](https://x.org/a.pdf), Yunjie Wu wt al., Arxiv 2023`, "Yunjie Wu | Arxiv | 2023 | -"],
  [
    `Jia Li, Wei Xu, "${TITLE}," arXiv:1509.02634 / ICCV 2015 [[paper]](https://x.org/a.pdf) (2nd ranked in VOC 2012)`,
    "Jia Li & Wei Xu | ICCV | 2015 | (2nd ranked in VOC 2012)",
  ],
  [
    `Li, Jia, et al. "${TITLE}." arXiv preprint arXiv:1909.00001 (2019). (AAAI 2020) [[paper]](https://x.org/a.pdf)`,
    "Jia Li | AAAI | 2020 | -",
  ],
  [
    `"${TITLE}", 2023-06, ICLR(Oral) 24, \`multi-modal\`, [[paper]](https://x.org/a.pdf)`,
    "- | ICLR | 2023-06 | Oral\nmulti-modal",
  ],
  [`20181123 arXiv [${TITLE}](https://x.org/a.pdf)`, "- | arXiv | 2018-11-23 | -"],
  [`[${TITLE}](https://x.org/a.pdf), TGRS 2021, 用于实时建图`, "- | TGRS | 2021 | 用于实时建图"],
  [
    `[${TITLE}](https://x.org/a.pdf) - a high-level review of medicine as of March 2024`,
    "- | - | - | a high-level review of medicine as of March 2024",
  ],
  [`**${TITLE}** (**ISIE**) [[paper](https://x.org/a.pdf)]`, "- | - | - | (ISIE)"],
  [`[${TITLE}](https://x.org/a.pdf)<br>:thumbsup:CVPR 2023`, "- | CVPR | 2023 | -"],
  [`[${TITLE}](https://x.org/a.pdf), Cao et al., Arxiv 2022 | [bibtext](./a.txt)`, "Cao | Arxiv | 2022 | -"],
  [`**"${TITLE}"**. *OpenAI*. arXiv 2023. [[Paper](https://x.org/a.pdf)]`, "- | arXiv | 2023 | -"],
  [
    `Christopher J. C. H. Watkins, ${TITLE}, Ph.D. Thesis, Cambridge University, 1989. [[Thesis]](https://x.org/a.pdf)`,
    "Christopher J. C. H. Watkins | Ph.D. Thesis, Cambridge University | 1989 | -",
  ],
  [`[${TITLE}](https://x.org/a.pdf), 18 okt 2013`, "- | - | 2013-10-18 | -"],
  [`[${TITLE}](https://x.org/a.pdf), Marr Prize, ICCV 2015`, "- | ICCV | 2015 | Marr Prize"],
  [`[${TITLE}](https://x.org/a.pdf) (Journal of Things, pages 2043-2051)`, "- | Journal of Things | - | -"],
  [`[${TITLE}](https://x.org/a.pdf) (Annalen, 1892)`, "- | Annalen | 1892 | -"],
  [`[${TITLE}](https://x.org/a.pdf) [Oct. 18, 2022]`, "- | - | 2022-10-18 | -"],
  [`[${TITLE}](https://x.org/a.pdf) [2023.03]`, "- | - | 2023-03 | -"],
  [`[${TITLE}](https://x.org/a.pdf) Mildenhall et al., ECCV 2020`, "Mildenhall | ECCV | 2020 | -"],
])("%s", (row, expected) => {
  expect(told(row)).toBe(expected);
});

const VENUES = [
  "ICML",
  "Nature Communications",
  "Journal of Machine Learning Research",
  "Proceedings of the European Conference on Computer Vision (ECCV)",
  "IEEE Transactions on Neural Networks and Learning Systems",
  "Advances in neural information processing systems",
];
const FORMS: readonly ((venue: string, year: number, n: number) => string)[] = [
  (venue, year) => `${venue} ${year}`,
  (venue, year) => `${venue}, ${year}.`,
  (venue, year) => `In ${venue}. ${year}`,
  (venue, year, n) => `${venue} ${n}.${n} (${year}): ${n}-${n + 9}.`,
  (venue, year, n) => `${venue}, vol. ${n}, no. 4, pp. ${n}-${n + 9}, ${year}`,
  (venue, year, n) => `${venue}, ${n}(${n}), ${n}-${n + 9}, ${year}`,
  (venue, year, n) => `${venue} ${year}, pages ${n}-${n + 9}`,
  (venue, year, n) => `${venue}. ${year}: ${n + 1000}-${n + 1009}`,
];

test("whatever venue and year are told with whatever volume and pages are read back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VENUES),
      fc.integer({ min: 1850, max: 2030 }),
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(...FORMS),
      (venue, year, n, form) => {
        const text = form(venue, year, n);
        expect(isVenueDate(text)).toBe(true);
        expect(readVenueDate(text)).toMatchObject({ venue, year });
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  "G. Hinton et al., 2015",
  "1st ranked in VOC2012",
  "a high-level review of applications in medicine as of March 2024",
  "2020 and before",
  "M. Zeiler, 2013",
  "social engineering",
  "Vision Transformers for Dense Prediction: A Survey",
])("%s is no venue", (text) => {
  expect(isVenueDate(text)).toBe(false);
});
