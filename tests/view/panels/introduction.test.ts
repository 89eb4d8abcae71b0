import { describe, expect, test } from "vitest";
import { buildSources } from "../../../src/view/sources.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const introduction = (sources = clipSources()) => buildViewModel(sources, stateWith()).introduction;

describe("buildIntroduction", () => {
  test("explains dot, size, arrow and colour in four lines", () => {
    expect(introduction().reading.map(({ term }) => term)).toEqual([
      "Dot",
      "Size",
      "Arrow",
      "Colour and shape",
    ]);
    expect(introduction().reading[2]?.text).toMatch(/from the citing to the cited paper/);
  });

  test("speaks of no survey and no headings where there are none", () => {
    const role = { role: "context" } as const;
    const [dot, , , colour] = introduction(buildSources(corpusOf("A<-B", { A: role, B: role }))).reading;
    expect([dot?.text, colour?.term]).toEqual(["a paper.", "Colour"]);
  });

  test("says of size what it means in this corpus", () => {
    expect(introduction().reading[1]?.text).toMatch(/dashed ring/);
    expect(introduction(buildSources(corpusOf("A<-B"))).reading[1]?.text).toBe(
      "how often papers of this map cite it.",
    );
  });

  test("tells the generations of the survey from the root on", () => {
    const { generations, root } = introduction(
      buildSources(corpusOf("A<-B<-C, A<-C, A<-D, X, A->W", { W: { role: "context" } })),
    );
    expect(root?.label).toBe("A");
    expect(generations.map(({ count, papers }) => ({ count, papers }))).toEqual([
      { count: "1 paper", papers: "A" },
      { count: "2 papers", papers: "B, D" },
      { count: "1 paper", papers: "C" },
    ]);
  });

  test("says once that no citation is known, instead of naming every paper", () => {
    const { generations, generationsUnknown } = introduction(
      buildSources(corpusOf("A, B, C", {}, { survey: {} })),
    );
    expect(generations).toEqual([]);
    expect(generationsUnknown).toBe("No citation among the listed papers is known yet.");
    expect(introduction().generationsUnknown).toBeNull();
  });

  test("names no more than twenty papers of a generation", () => {
    const names = Array.from({ length: 30 }, (_, i) => `P${i}`);
    const drawn = names.map((name) => `A<-${name}`).join(", ");
    const [, second] = introduction(buildSources(corpusOf(drawn))).generations;
    expect(second?.count).toBe("30 papers");
    expect(second?.papers).toMatch(/ and 10 others$/);
  });

  test("says which paper is taken for a root that the list does not name, and why, or that none is", () => {
    const of = (survey: object) =>
      introduction(
        buildSources(
          corpusOf(
            "A<-B, A<-C, A<-D",
            {},
            {
              survey: { domains: [{ id: "d", label: { en: "D" } }], ...survey },
              placements: [{ paper: "A", domain: "d" }],
            },
          ),
        ),
      );
    const taken = of({ origin: { paper: "A", citedBy: 3 } });
    expect(taken.root?.label).toBe("A");
    expect(taken.origin).toMatch(
      /^The list names no root among its papers\. A is taken for it: .* most others cite, 3 of them/,
    );
    expect(of({}).origin).toMatch(/no paper .* is cited by enough others/);
    expect(of({ root: "A" }).origin).toBeNull();
    expect(introduction(buildSources(corpusOf("A<-B"))).origin).toBeNull();
  });

  test("counts 1, 11, 5 and 1 papers in the generations of the bundled survey", () => {
    expect(introduction().generations.map(({ count }) => count)).toEqual([
      "1 paper",
      "11 papers",
      "5 papers",
      "1 paper",
    ]);
  });

  test("leaves out a generation whose papers all stand around the survey, and keeps the numbers of the others", () => {
    const sources = buildSources(corpusOf("A<-W<-B", { W: { role: "context" } }));
    expect(introduction(sources).generations.map(({ number, papers }) => [number, papers])).toEqual([
      [0, "A"],
      [2, "B"],
    ]);
  });

  test("has neither root nor generations for an empty corpus", () => {
    expect(introduction(buildSources(corpusOf("")))).toMatchObject({ root: null, generations: [] });
  });
});
