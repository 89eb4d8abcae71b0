import fc from "fast-check";
import { expect, test } from "vitest";
import { formatEntry, type WritableEntry } from "../../src/survey/format-entry.ts";
import { parseSurvey } from "../../src/survey/parse-survey.ts";

const words = fc
  .array(fc.stringMatching(/^[A-Za-z0-9*_`[\]<>&|~#!?.:\\(){}+$^"'é中文视觉：（）-]{1,12}$/), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `A${parts.join(" ")}z`);
const url = fc
  .tuple(
    fc.constantFrom("https://arxiv.org/abs/2101.00001", "http://x.org/a_b(c)", "https://x.org/é?q=1&amp=2"),
    fc.nat(99),
  )
  .map(([base, n]) => `${base}#${n}`);
const entry: fc.Arbitrary<WritableEntry> = fc.record({
  title: words,
  venue: fc.constantFrom("CVPR", "arXiv", "ACM MM", "ICML Workshop"),
  year: fc.integer({ min: 1990, max: 2040 }),
  organization: fc.option(fc.constantFrom("Meta", "S-Lab", "DAMO Academy")),
  links: fc.record({ paper: fc.option(url), code: fc.option(url) }),
  note: fc.option(words),
  figure: fc.option(url),
});

test("formatEntry writes the survey's own line", () => {
  expect(
    formatEntry({
      title: "One",
      venue: "CVPR",
      year: 2023,
      organization: "Meta",
      links: { paper: "https://x.org/p_q", code: "https://x.org/c" },
      note: null,
      figure: null,
    }),
  ).toBe("- [CVPR 2023] `Meta` | **One** | [[paper]](https://x.org/p_q)[[code]](https://x.org/c)");
});

test("formatEntry and parseSurvey round-trip any entries in any order", () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (entries) => {
      const read = parseSurvey(`### S\n\n**X：**\n\n${entries.map(formatEntry).join("\n\n")}\n`);
      expect(read.problems).toEqual([]);
      const written = read.entries.map(({ title, venue, year, organization, links, note, figure }) => {
        const { paper, code } = links;
        return { title, venue, year, organization, links: { paper, code }, note, figure };
      });
      expect(written).toEqual(entries);
    }),
  );
});
