import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import type { SurveyEntry } from "../../src/survey/survey.ts";

const LINK = '<a href="https://arxiv.org/abs/2101.00001">paper</a>';
const PAPER = "[[paper]](https://arxiv.org/abs/2101.00001)";
const one = (markdown: string): SurveyEntry => {
  const { entries, problems } = parseSurvey(markdown);
  expect(problems).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0] as SurveyEntry;
};
const domainOf = (markdown: string) => {
  const { domains, entries } = parseSurvey(markdown);
  return domains.find((domain) => domain.id === entries[0]?.domain);
};

describe("parseSurvey reads of an entry", () => {
  test("venue, year, organisation, title, links, line and reference", () => {
    expect(one(`# List\n\n- [ICML 2021] \`Lab\` | **A Title** | ${PAPER}[[code]](https://x.org/c)`)).toEqual({
      line: 3,
      title: "A Title",
      label: null,
      authors: [],
      domain: "list",
      otherDomains: [],
      venue: "ICML",
      year: 2021,
      date: "2021",
      organization: "Lab",
      links: {
        paper: "https://arxiv.org/abs/2101.00001",
        code: "https://x.org/c",
        project: null,
        data: null,
        video: null,
      },
      ref: { kind: "arxiv", value: "2101.00001" },
      refs: [{ kind: "arxiv", value: "2101.00001" }],
      note: null,
      figure: null,
    });
  });

  test.each([
    ["a title over two lines", `- [A 2021] | **One\nTitle** | ${PAPER}`],
    ["a dash without a space", `-[A 2021] | **One Title** | ${PAPER}`],
    ["links on the next line after a bar", `- [A 2021] | **One Title**\n| ${PAPER}`],
    ["a full-width bar", `- [A 2021] | **One Title** ｜ ${PAPER}`],
    ["full-width brackets", `- 【A 2021】 | **One Title** | ${PAPER}`],
    ["a short year", `- [A'21] | **One Title** | ${PAPER}`],
    ["a title that is not bold", `- [A 2021] | One Title | ${PAPER}`],
    [
      "a link by reference",
      "- [A 2021] | **One Title** | [[paper]][1]\n\n[1]: https://arxiv.org/abs/2101.00001",
    ],
    ["a rule right below it", `-[A 2021] | **One Title** | ${PAPER}\n---`],
    ["a place inside a blockquote", `> - [A 2021] | **One Title** | ${PAPER}`],
  ])("the same in spite of %s", (_, markdown) => {
    expect(one(markdown)).toMatchObject({
      line: 1,
      title: "One Title",
      venue: "A",
      year: 2021,
      organization: null,
      links: {
        paper: "https://arxiv.org/abs/2101.00001",
        code: null,
        project: null,
        data: null,
        video: null,
      },
    });
  });

  test("entries without a space after the dash as separate papers, also in one paragraph", () => {
    const { entries } = parseSurvey(
      `**X：**\n-[A 2021] | **One** | ${PAPER}\n-[B 2022] | **Two** | ${PAPER}`,
    );
    expect(entries.map(({ line, title }) => [line, title])).toEqual([
      [2, "One"],
      [3, "Two"],
    ]);
  });

  test("the figure, also with a line break before its closing bracket, and its own figure only", () => {
    const list = `- [A 2021] | **One** | ${PAPER}\n\n![|inline](https://x.org/1.png\n)\n\n- [B 2021] | **Two** | ${PAPER}`;
    expect(parseSurvey(list).entries.map((entry) => entry.figure)).toEqual(["https://x.org/1.png", null]);
  });

  test("a link without the full stop behind it", () => {
    expect(one("- [A 2021] | **One** | [[code]](https://x.org/c.)").links.code).toBe("https://x.org/c");
  });

  test("two papers with one short name under two headings as two", () => {
    const { entries } = parseSurvey(
      `### S\n**Training：**\n- [A 2023] | **MaskX: One** | ${PAPER}\n\n**Masks：**\n- [B 2022] | **MaskX** | ${PAPER}`,
    );
    expect(entries.map(({ title, domain }) => [title, domain])).toEqual([
      ["MaskX: One", "training"],
      ["MaskX", "masks"],
    ]);
  });
});

describe("parseSurvey reads as a domain", () => {
  const entry = `- [A 2021] | **One** | ${PAPER}`;
  test.each([
    ["a bold line with a full-width colon", "**Sub：**"],
    ["a bold line with a colon", "**Sub:**"],
    ["a bold line with the colon behind it", "**Sub**："],
    ["a bold line without a colon", "**Sub**"],
    ["a bold line with white space behind it", "**Sub：** "],
  ])("%s", (_, heading) => {
    expect(domainOf(`### Section\n\n${heading}\n\n${entry}`)).toMatchObject({
      label: "Sub",
      section: "Section",
    });
  });

  test("a blockquote between entries that is short and no sentence", () => {
    const { domains } = parseSurvey(`### S\n> (about)\n\n**X：**\n${entry}\n\n> 附：另一个\n\n${entry}`);
    expect(domains.map(({ label, sectionNote }) => [label, sectionNote])).toEqual([
      ["X", "(about)"],
      ["附：另一个", "(about)"],
    ]);
  });

  test("a section without a heading of its own inside it", () => {
    expect(domainOf(`### 其他\n\n${entry}`)).toMatchObject({ id: "其他", label: "其他", section: "其他" });
  });

  test("the same heading in two sections twice, and in one section once", () => {
    const { entries } = parseSurvey(
      `### A\n**X：**\n${entry}\n\n### B\n**X：**\n${entry}\n\n**Y：**\n${entry}\n\n**X：**\n${entry}`,
    );
    expect(entries.map((each) => each.domain)).toEqual(["x", "b-x", "y", "b-x"]);
  });

  test("a bold text whose asterisks Markdown leaves alone before a Chinese word", () => {
    expect(domainOf(`**遥感：**应用很多\n\n${entry}`)).toMatchObject({ label: "遥感", note: "应用很多" });
  });
});

describe("parseSurvey gives a remark", () => {
  const [first, second] = ["One", "Two"].map((title) => `- [A 2021] | **${title}** | ${PAPER}`);
  const notes = (markdown: string) => parseSurvey(markdown).entries.map((entry) => entry.note);

  test("in italics to the entry below it", () => {
    expect(notes(`**X：**\n*faster*\n\n${first}\n\n*broader*\n\n${second}`)).toEqual(["faster", "broader"]);
  });
  test("in italics to the entry above where none follows", () => {
    expect(notes(`${first}\n\n*the end*\n\n### Next\n\n${second}`)).toEqual(["the end", null]);
  });
  test("behind a bold heading to the domain and its first entry", () => {
    const list = `**X：** well done\n${first}\n\n${second}`;
    expect(notes(list)).toEqual(["well done", null]);
    expect(domainOf(list)?.note).toBe("well done");
  });
  test("inside its list item or behind its links to the entry", () => {
    expect(notes(`${first} – neat\n\n  And more.`)).toEqual(["neat\nAnd more."]);
  });
});

describe("parseSurvey leaves out", () => {
  const entry = `- [A 2021] | **One** | ${PAPER}`;
  const hidden = `- [B 2022] | **Hidden** | ${PAPER}`;
  test.each([
    ["in a block", `<!--\n${hidden}\n-->\n\n${entry}`],
    ["in a list that Markdown takes for the end of the comment", `${entry}\n  <!--\n${hidden}\n-->`],
    ["across blank lines", `${entry}\n\ntext <!--\n\n${hidden}\n\n-->`],
  ])("what is commented out %s", (_, markdown) => {
    const { entries, problems } = parseSurvey(markdown);
    expect(entries.map((each) => each.title)).toEqual(["One"]);
    expect(problems).toEqual([]);
  });

  test("nothing that is in HTML, as Markdown or not", () => {
    const html = `<div>\n${entry.replace("One", "Two")}\n</div>\n\n<ul><li>[C 2023] <b>Three</b> ${LINK}</li></ul>`;
    expect(parseSurvey(`${entry}\n\n${html}`).entries.map(({ title, line }) => [title, line])).toEqual([
      ["One", 1],
      ["Two", 4],
      ["Three", 7],
    ]);
  });

  test("nothing because of a comment sign in code", () => {
    expect(parseSurvey(`Write \`<!--\` first.\n\n${entry}\n\n-->`).entries).toHaveLength(1);
  });
});

describe("parseSurvey says by line", () => {
  const entry = `- [A 2021] | **One** | ${PAPER}`;
  test.each([
    ["a title whose asterisks do not close", `${entry}\n- [B 2022] | **Two | ${PAPER}`, 2, "does not close"],
    ["an entry without a title", `${entry}\n- [B 2022] ${PAPER}`, 2, "reads as the title of a paper"],
    ["an item among entries that is none", `${entry}\n- Two, 2022`, 2, "no [VENUE YEAR]"],
    [
      "an entry in a code block",
      `${entry}\n\n\`\`\`\n- [B 2022] | **Two** | ${PAPER}\n\`\`\``,
      4,
      "in a code block",
    ],
    ["a comment without end", `${entry}\n\n<!-- later\n${entry}`, 3, "no -->"],
    [
      "a link that leads out of the web",
      "- [B 2022] | **Two** | [[paper]](javascript:alert(1))",
      1,
      "not an http(s)",
    ],
    [
      "a link that holds white space",
      "- [B 2022] | **Two** | [[paper]](https://x.org/a b)",
      1,
      "white space",
    ],
    ["a damaged character", `${entry}\n\nab\ufffdc`, 3, "U+FFFD"],
  ])("%s", (_, markdown, line, message) => {
    expect(parseSurvey(markdown).problems).toEqual([{ line, message: expect.stringContaining(message) }]);
  });

  test("that a text holds no entry", () => {
    for (const text of ["hello", "# Title\n\n- a\n- b"]) {
      expect(parseSurvey(text)).toMatchObject({
        entries: [],
        problems: [{ line: 1, message: /no paper found/ }].map((p) => ({
          ...p,
          message: expect.stringMatching(p.message),
        })),
      });
    }
  });
});

test("parseSurvey gives the same for other line ends and a byte order mark", () => {
  const list = `---\ntitle: T\n---\n# H\n\n**X：**\n- [A 2021] | **One\nTitle** | ${PAPER}`;
  const plain = parseSurvey(list);
  expect(plain.entries[0]?.line).toBe(7);
  expect(parseSurvey(`\ufeff${list.replaceAll("\n", "\r\n")}`)).toEqual(plain);
  expect(parseSurvey(list.replaceAll("\n", "\r"))).toEqual(plain);
});

describe("data/clip/survey.md", () => {
  const survey = parseSurvey(readFileSync(new URL("../../data/clip/survey.md", import.meta.url), "utf8"));

  test("holds 19 complete entries and no problem", () => {
    expect(survey.problems).toEqual([]);
    expect(survey.entries).toHaveLength(19);
    for (const { venue, year, note, links } of survey.entries) {
      expect([venue, year, note, links.paper]).not.toContain(null);
    }
    expect(survey.entries.filter((entry) => entry.figure === null).map((entry) => entry.title)).toEqual([
      "Quality Not Quantity: On the Interaction between Dataset Design and Robustness of CLIP",
    ]);
  });

  test("puts the papers into ten groups, labelled in Chinese and English", () => {
    const counts = new Map(survey.groups.map((group) => [group.id, 0]));
    for (const entry of survey.entries) {
      const group = survey.domains.find((domain) => domain.id === entry.domain)?.group ?? "";
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([2, 4, 1, 3, 1, 2, 3, 1, 1, 1]);
    const labels = [
      ...survey.groups.map((group) => group.label),
      ...survey.domains.map((domain) => domain.labels),
    ];
    for (const label of labels) expect(Object.keys(label).sort()).toEqual(["en", "zh"]);
  });

  test("says that Per-Clip VOS is no work on CLIP", () => {
    const note = survey.entries.find((entry) => entry.title.startsWith("Per-Clip"))?.note;
    expect(note).toMatch(/视频片段.*没有引用CLIP/);
  });
});

const ORIGINAL = new URL("../../../shared/seed/clip-survey.zh.md", import.meta.url);
describe.runIf(existsSync(ORIGINAL))("the author's own file, where it lies beside the project", () => {
  test("gives the facts of the project's edition", () => {
    const facts = (url: URL) => {
      const { entries, domains, problems } = parseSurvey(readFileSync(url, "utf8"));
      expect(problems).toEqual([]);
      return entries.map(({ line: _, note: __, domain, ...rest }) => {
        const { label, section } = domains.find(({ id }) => id === domain) ?? {};
        return { ...rest, label, section };
      });
    };
    expect(facts(ORIGINAL)).toEqual(facts(new URL("../../data/clip/survey.md", import.meta.url)));
  });
});
