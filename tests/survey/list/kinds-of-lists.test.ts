import { describe, expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

/** What was read, short enough to stand in a table: title, venue, date, surest id. */
function read(markdown: string): string[] {
  const { entries } = parseSurvey(markdown);
  return entries.map(({ title, venue, date, ref }) =>
    [title, venue ?? "-", date ?? "-", ref.kind === "title" ? "-" : ref.value].join(" | "),
  );
}

const SLIP = "SLIP: Self-supervision meets Language-Image Pre-training";
const FLIP = "Scaling Language-Image Pre-training via Masking";
const MASK = "Attentive Mask CLIP";

describe("parseSurvey reads a list whose", () => {
  test.each([
    [
      "titles are alone on their lines, with authors and links below",
      `**${SLIP}** \\\n*Norman Mu, Alexander Kirillov* \\\nECCV 2022. [[Paper](https://arxiv.org/abs/2112.12750)]\n\n` +
        `[**CVPR 2023**] ${FLIP} \\\n_Yanghao Li, Haoqi Fan_ \\\n[[paper](https://arxiv.org/abs/2212.00794)]`,
      [`${SLIP} | ECCV | 2022 | 2112.12750`, `${FLIP} | CVPR | 2023 | 2212.00794`],
    ],
    [
      "titles are plain or bold, with a picture and a list of facts below",
      `${FLIP}\n\n- intro: Meta AI\n- arxiv:https://arxiv.org/abs/2212.00794\n- github: TODO\n\n` +
        `**${MASK}**\n\n![img](https://example.org/a.png)\n\n- Google Brain\n- arxiv: <https://arxiv.org/abs/2212.08653>`,
      [`${FLIP} | - | - | 2212.00794`, `${MASK} | - | - | 2212.08653`],
    ],
    [
      "titles are plain and nothing else, under a heading of papers",
      `# A course\n\n# References\n## Pre-training\n* ${FLIP}\n* ${MASK} ([code](https://github.com/a/b))\n* Network In Network\n`,
      [`${FLIP} | - | - | -`, `${MASK} | - | - | -`, "Network In Network | - | - | -"],
    ],
    [
      "authors are items of their own by a stray space",
      `* **${FLIP}** <br>\n* Yanghao Li*, Haoqi Fan*, Ronghang Hu* <br>\nCVPR, 2023. [[Paper]](https://arxiv.org/abs/2212.00794)\n\n` +
        `* **${MASK}** <br>\n*Yifan Yang, Weiquan Huang* <br>\nICCV, 2023. [[Paper]](https://arxiv.org/abs/2212.08653)`,
      [`${FLIP} | CVPR | 2023 | 2212.00794`, `${MASK} | ICCV | 2023 | 2212.08653`],
    ],
    [
      "titles have emoji shortcodes in front",
      `:game_die::gem: <b>${FLIP} (2023 CVPR)</b> [[Paper]](https://arxiv.org/abs/2212.00794)\n\n` +
        `:2nd_place_medal: :page_facing_up: [${MASK}](https://arxiv.org/abs/2212.08653)`,
      [`${FLIP} | CVPR | 2023 | 2212.00794`, `${MASK} | - | - | 2212.08653`],
    ],
    [
      "titles are links, with anything behind them",
      `- [${FLIP}](https://arxiv.org/abs/2212.00794), CVPR 2023\n` +
        "- [SLIP](https://arxiv.org/abs/2112.12750): Self-supervision meets Language-Image Pre-training | ECCV 2022\n" +
        `- [2023/10] **[${MASK}](https://arxiv.org/abs/2212.08653)**`,
      [
        `${FLIP} | CVPR | 2023 | 2212.00794`,
        `${SLIP} | ECCV | 2022 | 2112.12750`,
        `${MASK} | - | 2023-10 | 2212.08653`,
      ],
    ],
    [
      "rows are those of a table",
      `| Title | Venue | Code |\n| --- | --- | --- |\n` +
        `| [**${SLIP}**](https://arxiv.org/abs/2112.12750) | ECCV 2022 | [Github](https://github.com/a/b) |\n` +
        `| [**${MASK}**](https://arxiv.org/abs/2212.08653) | ICCV 2023 | - |`,
      [`${SLIP} | ECCV | 2022 | 2112.12750`, `${MASK} | ICCV | 2023 | 2212.08653`],
    ],
    [
      "table names its columns in Chinese and keeps the link apart",
      `| 论文 | 会议 | 年份 | 链接 |\n|---|---|---|---|\n| ${SLIP} | ECCV | 2022 | [arXiv](https://arxiv.org/abs/2112.12750) |`,
      [`${SLIP} | ECCV | 2022 | 2112.12750`],
    ],
    [
      "table is HTML with cells that reach down",
      `<table>\n<tr><th>Kind</th><th>Year</th><th>Paper</th></tr>\n<tr><td rowspan="2">A</td><td>2021</td>` +
        `<td><a href="https://arxiv.org/abs/2112.12750">${SLIP}</a></td></tr>\n\n` +
        `<tr><td>2022</td><td><a href="https://arxiv.org/abs/2212.00794">${FLIP}</a></td></tr></table>`,
      [`${SLIP} | - | 2021 | 2112.12750`, `${FLIP} | - | 2022 | 2212.00794`],
    ],
    [
      "titles are plain, with venue and year in brackets",
      "* The Case for Learned Index Structures (SIGMOD 2018)\n* ALEX: An Updatable Adaptive Learned Index (SIGMOD 2020)",
      [
        "The Case for Learned Index Structures | SIGMOD | 2018 | -",
        "ALEX: An Updatable Adaptive Learned Index | SIGMOD | 2020 | -",
      ],
    ],
    [
      "rows are references",
      "- Rubin, D. B. (1974). Estimating causal effects of treatments in randomized and nonrandomized studies. *Journal of Educational Psychology*, 66(5), 688–701. https://doi.org/10.1037/h0037350\n" +
        `- [1] N. Mu, A. Kirillov, D. Wagner and S. Xie, "${SLIP}," ECCV 2022. arXiv:2112.12750\n` +
        `- [ICCV 2023] ${MASK}. Yifan Yang et al. https://arxiv.org/abs/2212.08653`,
      [
        "Estimating causal effects of treatments in randomized and nonrandomized studies | Journal of Educational Psychology | 1974 | 10.1037/h0037350",
        `${SLIP} | ECCV | 2022 | 2112.12750`,
        `${MASK} | ICCV | 2023 | 2212.08653`,
      ],
    ],
    [
      "links and authors are in sub-items",
      "- **Provably Powerful Graph Networks (NeurIPS 2019)**\n  - Haggai Maron, Heli Ben-Hamu\n  - [[Paper]](https://arxiv.org/abs/1905.11136)",
      ["Provably Powerful Graph Networks | NeurIPS | 2019 | 1905.11136"],
    ],
    [
      "links are labelled addresses below a bold title",
      `**${SLIP}**\n\n- Paper: https://arxiv.org/abs/2112.12750\n- Code: None\n\n**${FLIP}**\n\n- Paper(Oral): https://arxiv.org/abs/2212.00794`,
      [`${SLIP} | - | - | 2112.12750`, `${FLIP} | - | - | 2212.00794`],
    ],
    [
      "names stand above the titles",
      "- **HypER**\n  - Hypernetwork Knowledge Graph Embeddings, Arxiv'18\n  - [[paper]](https://arxiv.org/abs/1808.07018)",
      ["Hypernetwork Knowledge Graph Embeddings | Arxiv | 2018 | 1808.07018"],
    ],
    [
      "items lack the bold, or have badges for links, or boxes to tick",
      `* [CVPR 2023] ${FLIP} [[Paper](https://arxiv.org/abs/2212.00794)]\n` +
        `* ${SLIP} [![arXiv](https://img.shields.io/x.svg)](https://arxiv.org/abs/2112.12750)\n` +
        `* [ ] [ICCV 2023] **${MASK}** [[paper](https://arxiv.org/abs/2212.08653)]`,
      [
        `${FLIP} | CVPR | 2023 | 2212.00794`,
        `${SLIP} | - | - | 2112.12750`,
        `${MASK} | ICCV | 2023 | 2212.08653`,
      ],
    ],
    [
      "links have labels of any kind",
      "- **A primer on deep learning in genomics** [[Nature Genetics paper](https://www.nature.com/articles/s41588-018-0295-5)]\n" +
        "- **Visual Instruction Tuning** [arXiv:2304.08485](https://arxiv.org/abs/2304.08485)\n" +
        "- **Introduction to Graph Neural Networks.** [book](https://doi.org/10.2200/S00980ED1V01Y202001AIM045)",
      [
        "A primer on deep learning in genomics | - | - | 10.1038/s41588-018-0295-5",
        "Visual Instruction Tuning | - | - | 2304.08485",
        "Introduction to Graph Neural Networks | - | - | 10.2200/s00980ed1v01y202001aim045",
      ],
    ],
    [
      "titles are in bold italics, quotes or HTML",
      `- ***${MASK}***, A. Autor, B. Autor. [[paper]](https://arxiv.org/abs/2212.08653)\n` +
        `- [2023.05] **SEGALL** : "Segall: one model for all" [[paper](https://arxiv.org/abs/2305.00001)]\n` +
        `<ul><li><b>${FLIP}</b> <a href="https://arxiv.org/abs/2212.00794">paper</a></li></ul>`,
      [
        `${MASK} | - | - | 2212.08653`,
        "Segall: one model for all | - | 2023-05 | 2305.00001",
        `${FLIP} | - | - | 2212.00794`,
      ],
    ],
  ])("%s", (_, markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

describe("parseSurvey takes for no paper", () => {
  const entry = `- [${SLIP}](https://arxiv.org/abs/2112.12750)`;
  test.each([
    [
      "a table of contents",
      "## Contents\n- [Surveys of the field](#surveys)\n- [Models and data](#models)\n\n## Surveys",
    ],
    [
      "a list of related lists",
      "## Related lists\n- [Awesome CLIP papers](https://arxiv.org/abs/2101.00001)\n\n## Papers",
    ],
    [
      "the list's own paper",
      "# List\n\nThis list belongs to **A Survey of Prompting** [[Paper](https://arxiv.org/abs/2101.00001)].\n\n## Papers",
    ],
    ["a legend of the format", "> * (Venue Year) **Title**, authors [[Paper](URL)]\n\n## Papers"],
    ["its citation box", "## Citation\n```bibtex\n@article{a, title={B}}\n```\n\n## Papers"],
    ["what is struck out", "- ~~[An old paper with errors](https://arxiv.org/abs/2101.00001)~~"],
  ])("%s", (_, before) => {
    expect(parseSurvey(`${before}\n\n${entry}\n`).entries.map(({ title }) => title)).toEqual([SLIP]);
  });
});

describe("parseSurvey finds the domain of a paper", () => {
  const entry = `- [${SLIP}](https://arxiv.org/abs/2112.12750)`;
  test.each([
    [
      "under an innermost heading without badges, emoji and numbers",
      "## 2. Vision\n### 2.1 Video :movie_camera: [[Back to Top](#top)]",
      "Video",
      "Vision",
    ],
    ["in a folded part", "## Vision\n<details><summary>Segmentation</summary>\n", "Segmentation", "Vision"],
    ["under a heading in HTML", '<h2 align="center">Video</h2>\n', "Video", "Video"],
    ["beside headings that only date", "## Vision\n### 2022\n\n**CVPR**", "Vision", "Vision"],
    ["under an item above it", "## Vision\n\n* Video", "Video", "Vision"],
  ])("%s", (_, headings, label, section) => {
    const nested = headings.endsWith("* Video");
    const { domains } = parseSurvey(
      `# List\n${headings}\n${nested ? `  ${entry}\n  ${entry}` : `\n${entry}`}\n`,
    );
    expect(domains).toMatchObject([{ label, section }]);
  });

  test("and takes venue and year from headings that date", () => {
    const { entries } = parseSurvey(`# List\n## Vision\n### 2022\n\n**CVPR**\n\n${entry}`);
    expect(entries).toMatchObject([{ venue: "CVPR", year: 2022 }]);
  });
});

test("parseSurvey keeps authors, labels and links apart", () => {
  const { entries } = parseSurvey(
    "- **[MaxViT]** MaxViT: Multi-Axis Vision Transformer (**oral**) [[paper](https://arxiv.org/abs/2204.01697)] [[project page](https://maxvit.org/)] [[code](https://github.com/google/maxvit)] ![](https://img.shields.io/github/stars/x)\n" +
      "  - Zhengzhong Tu, Hossein Talebi, and Peyman Milanfar",
  );
  expect(entries).toMatchObject([
    {
      title: "MaxViT: Multi-Axis Vision Transformer",
      label: "MaxViT",
      authors: ["Zhengzhong Tu", "Hossein Talebi", "Peyman Milanfar"],
      note: "oral",
      figure: null,
      links: {
        paper: "https://arxiv.org/abs/2204.01697",
        code: "https://github.com/google/maxvit",
        project: "https://maxvit.org/",
      },
    },
  ]);
});

test("parseSurvey is not led astray by one odd row", () => {
  const rows = [SLIP, FLIP, MASK].map(
    (title, i) => `- [${title}](https://arxiv.org/abs/2112.0000${i + 1}), **Best paper**`,
  );
  const odd =
    "- Norman Mu et al. **A title that is bold in this row alone** [pdf](https://arxiv.org/abs/2112.00009)";
  expect(parseSurvey([...rows, odd].join("\n")).entries.map(({ title }) => title)).toEqual([
    SLIP,
    FLIP,
    MASK,
    "A title that is bold in this row alone",
  ]);
});
