import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check-folder.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus, CorpusInput } from "../../src/corpus/schema.ts";

const CLIP = join(import.meta.dirname, "../../data/clip");
const HEAD = "---\ntitle: T\nroot: arxiv:2103.00020\n---\n\n### One\n\n";
const ROOT = "- [ICML 2021] | **The Root Paper** | [[paper]](https://arxiv.org/abs/2103.00020)\n";

/** The findings of a list under one heading: `rule line`. */
function rules(list: string, more: { corpus?: Corpus; curation?: object; head?: string } = {}): string[] {
  return found(list, more).map(({ rule, line }) => `${rule} ${line}`);
}
function found(list: string, more: { corpus?: Corpus; curation?: object; head?: string } = {}) {
  const curation = more.curation && {
    file: "curation.json",
    text: JSON.stringify({ version: 1, date: "2026-01-01", ...more.curation }, null, 1),
  };
  return checkFolder({
    survey: { file: "survey.md", text: `${more.head ?? HEAD}${list}` },
    curation: curation ?? null,
    corpus: more.corpus ?? null,
  });
}
const corpus = (
  papers: CorpusInput["papers"],
  citations: CorpusInput["citations"] = [],
  more: Partial<CorpusInput> = {},
): Corpus => parseCorpus({ version: 1, survey: { root: "arxiv:2103.00020" }, papers, citations, ...more });
const root = { id: "arxiv:2103.00020", title: "The Root Paper", date: "2021-02-26", venue: "ICML 2021" };

describe("checkFolder", () => {
  test("finds nothing in a list that is in order", () => {
    expect(found(ROOT)).toEqual([]);
    expect(found(ROOT, { corpus: corpus([root]) })).toEqual([]);
  });

  test("finds a root that is not in the list, and none that is written as an address", () => {
    const head = (root: string) => `---\ntitle: T\nroot: ${root}\n---\n\n### One\n\n`;
    expect(rules(ROOT, { head: head("https://arxiv.org/abs/2103.00020v2") })).toEqual([]);
    const [finding, ...more] = found(ROOT, { head: head("arxiv:2103.99999") });
    expect(finding).toMatchObject({ severity: "error", file: "survey.md" });
    expect(finding?.message).toContain('root: no paper "arxiv:2103.99999"');
    expect(more).toEqual([]);
  });

  test("gives each finding a place, what is wrong and what to do", () => {
    const [first] = found(`${ROOT}- [arXiv] | **No Year** | [[paper]](https://arxiv.org/abs/2103.00021)\n`);
    expect(first).toEqual({
      severity: "warning",
      rule: "no-venue-or-year",
      file: "survey.md",
      line: 9,
      message: "“No Year” names no year",
      remedy: 'begin the entry with both, such as "[CVPR 2023]"',
    });
  });

  test.each([
    ["two of one paper under one heading", `${ROOT}${ROOT}`, ["duplicate 9"]],
    ["one paper under two headings", `${ROOT}\n### Two\n\n${ROOT}`, ["two-headings 12"]],
    ["one link with two titles", `${ROOT}${ROOT.replace("The Root Paper", "Another One")}`, ["duplicate 9"]],
    ["one title with two links", `${ROOT}${ROOT.replace("00020", "00021")}`, ["duplicate 9"]],
    ["no link", `${ROOT}- [CVPR 2023] | **Lonely** | \n`, ["no-link 9"]],
    ["no id", `${ROOT}- [CVPR 2023] | **Lonely** | [[paper]](https://x.org/a.pdf)\n`, ["no-id 9"]],
  ])("finds %s", (_, list, expected) => {
    expect(rules(list)).toEqual(expected);
  });

  test("finds entries without a heading, a list without a root, and a list without entries", () => {
    expect(rules(ROOT, { head: "# T\n\n" })).toEqual(["no-root null", "no-domain 3"]);
    expect(rules("Nothing here.\n")).toEqual(["unread 1"]);
  });

  test("finds a root that no entry has, without a curation too, and names the nearest", () => {
    const [finding] = found(ROOT.replace("00020", "00021"));
    expect(finding).toMatchObject({ severity: "error", rule: "survey", line: null });
    expect(finding?.message).toContain(
      'no paper "arxiv:2103.00020"; the nearest is "The Root Paper" on line 8',
    );
  });

  test("says that a root may be an entry that is not identified yet, as a refresh does", () => {
    const list = "- [CVPR 2023] | **Lonely Work** | [[paper]](https://x.org/a.pdf)\n";
    const [finding] = found(list).filter(({ rule }) => rule === "survey");
    expect(finding?.message).toContain("it may be one of the 1 that are not identified yet");
    const titled = found(list, { head: HEAD.replace("arxiv:2103.00020", "title:lonely-works") });
    expect(titled[0]?.message).toContain('the nearest is "Lonely Work" on line 8');
  });

  test("proposes the paper that stands out as the root, and never one that is not in the list", () => {
    const head = "### One\n\n";
    const [bare] = found(ROOT, { head });
    expect(bare).toMatchObject({ rule: "no-root" });
    expect(`${bare?.message} ${bare?.remedy}`).not.toMatch(/\d{4}\.\d{5}/);
    const others = ["2212.00001", "2212.00002", "2212.00003"];
    const cited = parseCorpus({
      version: 1,
      papers: [root, ...others.map((n) => ({ id: `arxiv:${n}`, title: `Paper ${n}`, date: "2022-12" }))],
      citations: others.map((n) => ({ citing: `arxiv:${n}`, cited: root.id })),
    });
    const [finding] = found(ROOT, { head, corpus: cited });
    expect(finding?.message).toContain(
      "“The Root Paper” is taken for it, because 3 other papers of the list cite it",
    );
    expect(finding?.remedy).toContain('"root: arxiv:2103.00020"');
  });

  test("doubts a year that the arXiv number or the calendar contradicts, with its line", () => {
    const list = `${ROOT}- [CVPR 2033] | **A Slip of the Pen** | [[paper]](https://arxiv.org/abs/2304.08485)\n`;
    expect(rules(list)).toEqual(["doubtful-date 9"]);
    const near = list.replace("2033", "2023");
    expect(rules(near)).toEqual([]);
  });

  test("finds what the survey leaves unresolved, with the reason the last refresh gave", () => {
    const list = `${ROOT}- [CVPR 2023] | **Lonely** | [[paper]](https://x.org/a.pdf)\n`;
    const unresolved = [{ line: 9, title: "Lonely", reason: "three papers have this title", candidates: [] }];
    const findings = found(list, { corpus: corpus([root], [], { unresolved }) });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "error unresolved",
      "note no-id",
    ]);
    expect(findings[0]?.message).toContain("three papers have this title");
  });

  test("finds a paper that the corpus has not got yet", () => {
    expect(
      rules(`${ROOT}${ROOT.replace("00020", "00021").replace("Root", "New")}`, { corpus: corpus([root]) }),
    ).toEqual(["not-in-corpus 9"]);
  });

  const second = (venue: string) =>
    `${ROOT}- [${venue}] | **Second Work Here** | [[paper]](https://arxiv.org/abs/2212.00794)\n`;
  const with2 = (facts: Partial<CorpusInput["papers"][number]>) =>
    corpus(
      [root, { id: "arxiv:2212.00794", title: "Second Work Here", date: "2022-12-01", ...facts }],
      [{ citing: "arxiv:2212.00794", cited: root.id }],
    );

  test("says where a preprint was published since", () => {
    const [finding] = found(second("arXiv 2022"), { corpus: with2({ venue: "CVPR 2023" }) });
    expect(finding).toMatchObject({ rule: "published-since", line: 9, remedy: "write [CVPR 2023]" });
    expect(finding?.message).toContain("has since been published: CVPR 2023");
    expect(rules(second("arXiv 2022"), { corpus: with2({ venue: "arXiv.org" }) })).toEqual([]);
    expect(rules(second("arXiv 2022"), { corpus: with2({ venue: null }) })).toEqual([]);
  });

  test.each([
    ["CVPR 2023", "Computer Vision and Pattern Recognition", []],
    ["CVPR 2023", "CVPR 2023", []],
    ["ICCV 2023", "Computer Vision and Pattern Recognition", ["other-venue 9"]],
    ["CVPR 2022", "CVPR 2023", ["other-year 9"]],
    ["CVPR 2021", "arXiv", ["other-year 9"]],
    ["CVPR 2023", "Some Unknown Venue", []],
    ["CVPR 2030", "Some Unknown Venue", ["other-year 9"]],
    ["NeurIPS 2023", "Neural Information Processing Systems", []],
    ["CVPR 2023", "2023 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops", []],
  ])("holds [%s] against %s", (ours, theirs, expected) => {
    expect(rules(second(ours), { corpus: with2({ venue: theirs }) })).toEqual(expected);
  });

  test("finds papers without a way to the root: a warning where the references were read and nobody says why", () => {
    const apart = (facts: object, more: Partial<CorpusInput> = {}) =>
      found(second("CVPR 2023"), {
        corpus: corpus(
          [root, { id: "arxiv:2212.00794", title: "Second Work Here", date: "2022-12-01", ...facts }],
          [],
          more,
        ),
      }).map(({ rule, severity }) => `${severity} ${rule}`);
    expect(apart({ referencesKnown: true })).toEqual(["warning apart-from-root"]);
    expect(apart({})).toEqual(["note apart-from-root"]);
    const findings = [{ paper: "arxiv:2212.00794", text: { en: "It is another clip." } }];
    expect(apart({ referencesKnown: true }, { findings })).toEqual(["note apart-from-root"]);
  });

  test("finds papers that nobody dates", () => {
    expect(rules(second("CVPR 2023"), { corpus: with2({ date: null }) })).toEqual(["no-date 9"]);
  });

  test("finds pins that match nothing and pins whose line has moved, with their lines", () => {
    const pins = [
      { title: "The Root Paper", line: 3, ids: { arxiv: "2103.00020" } },
      { title: "Nobody's Work", ids: { arxiv: "2301.00001" } },
    ];
    const findings = found(ROOT, { curation: { pins } });
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "moved-pin curation.json",
      "idle-pin curation.json",
    ]);
    expect(findings.every(({ line }) => line !== null && line > 1)).toBe(true);
    const named = {
      pins: [pins[1]],
      citations: [
        { citing: "arxiv:2301.00001", cited: "arxiv:2103.00020", confidence: "likely", evidence: "x" },
      ],
    };
    expect(rules(ROOT, { curation: named })).toEqual([]);
  });

  test("finds a curation that is no curation, and one that contradicts itself", () => {
    const broken = checkFolder({
      survey: { file: "survey.md", text: HEAD + ROOT },
      curation: { file: "curation.json", text: "{" },
      corpus: null,
    });
    expect(broken.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error curation"]);
    const unknown = {
      citations: [{ citing: "nobody", cited: "arxiv:2103.00020", confidence: "likely", evidence: "x" }],
    };
    const [finding] = found(ROOT, { curation: unknown });
    expect(finding).toMatchObject({
      rule: "curation",
      file: "curation.json",
      message: 'citations[0].citing: no paper "nobody"',
    });
  });

  test("says of the bundled survey which two preprints were published since", () => {
    const read = (name: string) => ({ file: name, text: readFileSync(join(CLIP, name), "utf8") });
    const findings = checkFolder({
      survey: read("survey.md"),
      curation: read("curation.json"),
      corpus: parseCorpus(JSON.parse(read("corpus.json").text)),
    });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "published-since").map(({ remedy }) => remedy)).toEqual([
      "write [IEEE TGRS 2024]",
      "write [ICLR 2022]",
    ]);
  });

  test("throws for no text, and says the same of the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.string({ maxLength: 30 }),
        (list, json) => {
          const folder = {
            survey: { file: "survey.md", text: `${ROOT}${list}` },
            curation: { file: "curation.json", text: json },
            corpus: null,
          };
          const findings = checkFolder(folder);
          expect(checkFolder(folder)).toEqual(findings);
          for (const { message, remedy } of findings) expect([message, remedy]).not.toContain("");
        },
      ),
    );
  });
});
