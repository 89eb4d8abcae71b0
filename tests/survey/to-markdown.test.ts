import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSurvey } from "../../src/survey/parse-survey.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { toMarkdown } from "../../src/survey/to-markdown.ts";

/** Papers by title and domains by label: the same entry under two headings is one paper. */
function contentOf({ title, author, date, root, groups, domains, entries }: Survey) {
  const labels = new Map(domains.map(({ id, section, label }) => [id, `${section ?? ""} › ${label}`]));
  const papers = new Map<string, { under: Set<string> }>();
  for (const { line: _, domain, otherDomains, ref: __, ...entry } of entries) {
    const under = [domain, ...otherDomains].map((id) => labels.get(id) ?? "");
    const known = papers.get(entry.title);
    if (known) for (const label of under) known.under.add(label);
    else papers.set(entry.title, { ...entry, under: new Set(under) });
  }
  const about = domains.map(({ id, section, label, labels, sections, group, note }) => ({
    id,
    section,
    label,
    labels,
    sections,
    group,
    note,
  }));
  return { title, author, date, root, groups, papers, about: new Set(about) };
}

test("toMarkdown writes the list of a reference manager in the survey's own form", () => {
  const survey = parseSurvey(`@string{x = "y"}
@inproceedings{a, title={One}, author={Mu, Norman and Xie, Saining}, booktitle={ECCV [Workshops]}, year=2022, month=oct,
  doi={10.1000/a}, eprint={2112.12750}, archiveprefix={arXiv}, url={https://github.com/a/b}, groups={Masks, Video}, note={Read *this* first}}
@misc{b, title={Two}}
@comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Training\\;0\\;1\\;;
2 StaticGroup:Masks\\;0\\;1\\;;
}
`);
  const entry = `*Read \\*this\\* first*

- [ECCV (Workshops) 2022-10] | **One** | [[paper]](https://arxiv.org/abs/2112.12750)[[code]](https://github.com/a/b)[[doi]](https://doi.org/10.1000/a)

  *Norman Mu, Saining Xie*`;
  expect(toMarkdown(survey)).toBe(`**Video:**

${entry}

**Papers:**

- **Two**

### Training

**Masks:**

${entry}
`);
});

test("toMarkdown gives the bundled survey back, with its groups and translations", () => {
  const survey = parseSurvey(readFileSync(new URL("../../data/clip/survey.md", import.meta.url), "utf8"));
  const read = parseSurvey(toMarkdown(survey));
  expect(read.problems).toEqual([]);
  expect(contentOf(read)).toEqual(contentOf(survey));
});

test("toMarkdown is read back as it was", () => {
  const words = fc
    .array(fc.stringMatching(/^[A-Za-z0-9é中*_`[\]<>&|~#!?()+$^'-]{1,9}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => `A${parts.join(" ")}z`);
  const category = fc.constantFrom(
    "Masks",
    "Video",
    "Vision > Detection",
    "Vision > 3D & NeRF",
    "Text > Detection",
  );
  const row = fc.record({
    title: words,
    venue: fc.constantFrom("CVPR", "ACM MM", "Nature Methods"),
    year: fc.integer({ min: 1990, max: 2030 }),
    categories: fc.uniqueArray(category, { minLength: 1, maxLength: 2 }),
    code: fc.constantFrom("", "https://github.com/a/b_c"),
    note: fc.oneof(fc.constant(""), words),
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ title }) => title }),
      (rows) => {
        const sheet = rows.map(({ title, venue, year, categories, code, note }, i) =>
          [title, venue, String(year), `10.1000/${i}`, code, categories.join("; "), note]
            .map(quoted)
            .join(","),
        );
        const survey = parseSurvey(`Title,Venue,Year,DOI,Code,Category,Note\n${sheet.join("\n")}\n`);
        expect(survey.entries).toHaveLength(rows.length);
        const read = contentOf(parseSurvey(toMarkdown(survey)));
        const written = contentOf(survey);
        expect(read.papers).toEqual(written.papers);
        expect(new Set([...read.about].map(({ section, label }) => [section, label]))).toEqual(
          new Set([...written.about].map(({ section, label }) => [section, label])),
        );
      },
    ),
    { numRuns: 40 },
  );
});
