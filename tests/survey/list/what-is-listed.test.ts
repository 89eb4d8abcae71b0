import { describe, expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

const titles = (markdown: string) => parseSurvey(markdown).entries.map(({ title }) => title);
const domains = (markdown: string) => {
  const { entries, domains } = parseSurvey(markdown);
  return entries.map(({ domain }) => domains.find(({ id }) => id === domain)?.label);
};

const papers =
  "- [Learning by Looking Twice](https://arxiv.org/abs/2101.00001), ICML 2021\n" +
  "- [Seeing Without Labels at Scale](https://arxiv.org/abs/2101.00002), CVPR 2021\n" +
  "- [Masks for Everything in Sight](https://arxiv.org/abs/2101.00003), ICCV 2021\n\n";
const three = [
  "Learning by Looking Twice",
  "Seeing Without Labels at Scale",
  "Masks for Everything in Sight",
];

describe("parseSurvey takes for no paper", () => {
  test.each([
    [
      "a post among posts, whatever its link is called",
      "## Technical blog\n- [English Blog] Transformers in Plain Words [[Link](https://example.medium.com/)]\n" +
        "- Self-Supervision for Everyone. Ann Lee. [[link]](https://annlee.github.io/2020/self).\n" +
        "- [2023/05] Attention Explained in Ten Pictures [[blog](https://blog.example.org/attention)]",
    ],
    [
      "a recording under a heading of recordings, although it has a date and a speaker",
      "## Introductory Videos\n**Diffusion from Scratch in Ten Minutes** \\\n*Deep Reader* \\\n" +
        "[[Video](https://www.youtube.com/watch?v=abc)] \\\n18 Jul 2022",
    ],
    [
      "a tutorial with the name of a conference",
      "## Conference & Workshop\n[Graph Learning for Language Tasks](https://github.com/a/b), **EMNLP'19**\n\n" +
        "[Tutorial on Learning on Networks](http://snap.example.edu/proj/), **WWW'18**",
    ],
    [
      "the source code of a paper, under a heading inside that of the software",
      "## Software\n### Applications\n- Edge Detection\n" +
        '  - Source code for the paper "A Deep Feature for Finding Contours," CVPR, 2015. [[Web]](https://github.com/a/b)',
    ],
    [
      "a topic of a course with its lecture notes",
      "## Topics\n- Training Deep Neural Networks ([Lecture Notes](https://example.org/notes/01.pdf)) ([Playlist](https://www.youtube.com/playlist?list=a))\n" +
        "- Recommending Things to People ([Lecture Notes](https://example.org/notes/02.pdf))",
    ],
    [
      "a workshop with its place and year",
      "## Miscellaneous\n* **Seeing Agents in Simulation Workshop** <br>\nECCV, 2018. [[website]](https://eccv18.github.io/)\n\n" +
        "* **From Simulation to Reality Challenge** <br>\nCVPR, 2020. [[website]](http://svl.example.edu/challenge.html)",
    ],
    [
      "what is told of the list's own changes",
      "## Update log\n*2018/9/18* - update all of recent papers and make some diagrams\n*2018/9/26* - update codes of papers",
    ],
    [
      "a call for papers",
      "## Call for Papers\n- [Journal of Things] [Special Issue on Looking at Crowds](https://www.mdpi.com/journal/things/special_issues/crowds), Deadline 2023",
    ],
    [
      "a book among books",
      "## Books\n### Vision\n- [Vision: Models and Inference](http://www.models.example.com/) - Simon Prince 2012\n- [Vision for Effects](http://fx.example.com/) - Richard Radke 2012",
    ],
    [
      "one of many tools, where some of them have an article",
      "## Data Storage\n- [AStore](https://github.com/a/a) - stores objects in the cloud.\n- [BStore](https://github.com/a/b) - stores columns in memory.\n" +
        "- [CStore](https://github.com/a/c) - a fast database for analysis. Check this [article](https://towardsdatascience.com/c).\n" +
        "- [DStore](https://github.com/a/d) - a data lake for streams of events. See [here](https://dstore.example.org/).\n- [EStore](https://github.com/a/e) - stores everything else.",
    ],
    [
      "a sentence in a list under a heading of papers",
      "## More papers\n- Contributions to this list are very welcome.\n- Please send a pull request with your paper.\n- The newest papers come first.",
    ],
    [
      "a laboratory with a link to the news",
      "## Prominent Research Labs\n- [The Northern Language Group](https://lab.example.edu) - its work is described [here](https://news.example.org/1)",
    ],
  ])("%s", (_, markdown) => {
    expect(titles(`# Awesome things\n\n## Papers\n${papers}${markdown}`)).toEqual(three);
  });

  test("a repository written as the papers beside it, without venue, authors or a link to a paper", () => {
    const markdown =
      "# Awesome biology\n\n## Sequences\n" +
      ["One Model for Proteins", "Reading Genomes with Deep Networks", "Splicing Seen from Inside"]
        .map(
          (title, i) => `**${title}** [[paper](https://arxiv.org/abs/2101.0000${i})]\n\nIt works well.\n\n`,
        )
        .join("") +
      "**MiniModel: a re-implementation of a large one** [[github](https://github.com/a/b)]\n\nAn attempt.\n";
    expect(titles(markdown)).toHaveLength(3);
    expect(
      titles(
        markdown.replace(
          "[[github]",
          "[[github](https://github.com/a/b)][[preprint](https://arxiv.org/abs/2101.00009)][[x]",
        ),
      ),
    ).toHaveLength(4);
    expect(
      titles(
        markdown.replace(
          "**MiniModel: a re-implementation of a large one**",
          "[ICML 2020] **MiniModel: a re-implementation of a large one**",
        ),
      ),
    ).toHaveLength(4);
  });

  test("the list's own paper, where its title is a heading of the second level", () => {
    const own =
      "This is the repository of **A Survey of Looking**, for details see:\n\n**A Survey of Looking at Things** [[Paper](https://arxiv.org/abs/2304.00001)]\n\n";
    expect(titles(`## Awesome Looking\n\n${own}## Papers\n${papers}`)).toEqual(three);
  });
});

describe("parseSurvey takes for a paper", () => {
  test.each([
    [
      "one under the latest papers",
      "## 最新论文\n- [Towards Learning of Causes](https://arxiv.org/abs/2102.11107), 2021",
      "Towards Learning of Causes",
    ],
    [
      "a tool or data set with a link to its paper",
      "## Tools\n- [BioTool](https://tool.example.org/) - [paper](https://doi.org/10.1093/bioinformatics/btp163) - [code](https://github.com/a/b) - Tools for text",
      "BioTool",
    ],
    [
      "a reference without any link among data sets",
      "## Datasets\n- Ann Lee, Bo Chen, A Collection of Labelled Scenes, CVPR, 2015.",
      "A Collection of Labelled Scenes",
    ],
    [
      "what stands under a heading of papers inside one of resources",
      "## More Resources\n### Papers from the Northern Lab\n1. (2021) **Towards Learning of Causes.** [[pdf](https://arxiv.org/pdf/2102.11107.pdf)]",
      "Towards Learning of Causes",
    ],
    [
      "a paper among other resources",
      "## Other resources\n- [Towards Learning of Causes](https://arxiv.org/abs/2102.11107), 2021",
      "Towards Learning of Causes",
    ],
  ])("%s", (_, markdown, title) => {
    expect(titles(`# Awesome things\n\n## Papers\n${papers}${markdown}`)).toEqual([...three, title]);
  });
});

test("under a heading of other things nothing is listed, unless nearly all of the list's papers are there", () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `- [Learning by Looking ${i} Times](https://arxiv.org/abs/2101.000${10 + i}), ICML 2021\n`,
  );
  expect(titles(`# Awesome things\n\n## Updates\n${rows.join("")}`)).toHaveLength(12);
  expect(
    titles(
      `# Awesome things\n\n## Updates\n${rows.slice(0, 6).join("")}\n## Papers\n${rows.slice(6).join("")}`,
    ),
  ).toHaveLength(6);
});

test("a short name that leads to a paper is one, in a table and in quotes where the list sets titles so", () => {
  const table =
    "| Model | Time | Link |\n| --- | --- | --- |\n| T5 | 2019/10 | [Paper](https://arxiv.org/abs/1910.10683) |\n" +
    "| LLaMA | 2023/02 | [Paper](https://arxiv.org/abs/2302.13971) |\n| GLM | 2022/10 | [Paper](https://arxiv.org/abs/2210.02414) |\n";
  expect(titles(`# Models\n\n## Open\n${table}`)).toEqual(["T5", "LLaMA", "GLM"]);
  const quoted = ["Looking Twice at Words", "GPT Understands, Too", "Prefixes for Every Task"].map(
    (title, i) =>
      `1. **"${title}"**. *Xiao Liu et al*. arXiv 2021. [[Paper](https://arxiv.org/abs/2103.1038${i})]\n`,
  );
  expect(titles(`# Models\n\n## Tuning\n${quoted.join("")}`)).toContain("GPT Understands, Too");
});

describe("a heading that repeats the one above it with a year", () => {
  const row = (title: string, id: string) => `- [${title}](https://arxiv.org/abs/${id})\n`;
  const list =
    "# Awesome attacks\n\n## Attack\n### Attack Papers 2023\n" +
    row("Poison in the Training Data", "2301.00001") +
    "### Attacks 2022\n" +
    row("Hidden Changes of a Picture", "2201.00001") +
    "## Defence\n### Defence of Graphs 2021\n" +
    row("A Wall Around the Network", "2101.00001");

  test("dates its papers and is no domain; one that says more is", () => {
    expect(domains(list)).toEqual(["Attack", "Attack", "Defence of Graphs 2021"]);
    expect(parseSurvey(list).entries.map(({ year }) => year)).toEqual([2023, 2022, null]);
  });
});

test("the title of the list tells where and when all of its papers appeared, with a hyphen too", () => {
  const { entries } = parseSurvey(
    `# CVPR-2023-Papers\n\n## Scenes\n- [Seeing in Depth](https://arxiv.org/abs/2304.00001)\n`,
  );
  expect(entries.map(({ venue, year }) => [venue, year])).toEqual([["CVPR", 2023]]);
});
