import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { inDomains, sectionsOf } from "../domains.ts";
import { clipSources } from "../models.ts";

const around = { role: "context" } as const;
/** V is cited by B, C and D of the survey, W by D and E, and K cites D and E. A is the root. */
const sources = buildSources(
  inDomains(
    "A<-B, A<-C, A<-D, A<-E, B->V, C->V, D->V, D->W, E->W, K->D, K->E, K->A",
    { A: "x", B: "x", C: "x", D: "y", E: "y" },
    {
      V: {
        ...around,
        title: "Vision *all* over",
        authors: ["Ada One", "Bea Two"],
        venue: "ICML",
        year: 2019,
      },
      W: { ...around, title: "Words", authors: ["Cy Three"] },
      K: { ...around, title: "Knowing" },
    },
  ),
);
const build = (choices: Partial<State> = {}, of = sources) => sectionsOf(of, choices).gaps;
const titles = (choices: Partial<State>) => build(choices).rows.map(({ title }) => title);

describe("buildGaps", () => {
  test("lists works tied to enough papers of the survey, the closest first", () => {
    expect(titles({ gapsFrom: 3 })).toEqual(["Vision *all* over", "Knowing"]);
    expect(titles({ gapsFrom: 2 })).toEqual(["Vision *all* over", "Knowing", "Words"]);
    expect(titles({ gapsFrom: 4 })).toEqual([]);
  });

  test("names the reason, and the domain in which most stand, the root left out", () => {
    const [vision, knowing] = build().rows;
    expect(vision).toMatchObject({
      detail: "Ada One and others · ICML · 2019",
      reasons: ["cited by 3: B, C and D"],
      group: { label: "X" },
      sure: "2 of 3 of them stand there",
    });
    expect(knowing).toMatchObject({
      detail: "",
      reasons: ["cites 3: A, D and E"],
      group: { label: "Y" },
      sure: "2 of 2 of them stand there",
    });
  });

  test("calls undecided what its neighbours disagree on", () => {
    const split = buildSources(inDomains("A<-B, B->V, C->V", { A: "x", B: "x", C: "y" }, { V: around }));
    expect(build({}, split).rows[0]).toMatchObject({ group: null, sure: "at most 1 of 2 in one domain" });
  });

  test("filters by domain, with the number of works each leaves", () => {
    expect(build().filters.map(({ label, count, chosen }) => [label, count, chosen])).toEqual([
      ["all domains", 3, true],
      ["X", 1, false],
      ["Y", 2, false],
      ["undecided", 0, false],
    ]);
    expect(titles({ gapsIn: "y" })).toEqual(["Knowing", "Words"]);
    expect(titles({ gapsIn: "" })).toEqual([]);
  });

  test("writes the works shown, or one, as lines of a survey, and gives their papers", () => {
    const { markdown, papers } = build({ gapsIn: "x" });
    expect(markdown(null)).toBe("- [ICML 2019] | **Vision \\*all\\* over**");
    expect(papers(paperId("V")).map(({ id }) => id)).toEqual(["V"]);
    const all = build();
    expect(all.markdown(null).split("\n")).toHaveLength(3);
    expect(all.markdown(paperId("W"))).toBe("- **Words**");
    expect(all.papers(null)).toHaveLength(3);
  });

  test("lets the slider reach the most papers a work is tied to", () => {
    expect(build().from).toMatchObject({ value: 2, most: 3, text: "at least 2 papers of the survey" });
    expect(build({ gapsFrom: 9 }).from.most).toBe(9);
  });

  test("shows no more than a reader may look through, and says so", () => {
    const works = Array.from({ length: 130 }, (_, i) => `W${i}`);
    const many = buildSources(
      corpusOf(
        works.map((work) => `A->${work}, B->${work}`).join(", "),
        Object.fromEntries(works.map((work) => [work, around])),
      ),
    );
    const { rows, count, markdown } = build({}, many);
    expect(rows).toHaveLength(100);
    expect(count).toMatch(/^The 100 closest of 130 works/);
    expect(markdown(null).split("\n")).toHaveLength(100);
  });

  test("says what to do about a corpus without citations, and about one without works around it", () => {
    expect(build({}, buildSources(corpusOf("A, B"))).empty).toMatch(/No citation is known/);
    expect(build({}, buildSources(corpusOf("A<-B"))).empty).toMatch(/only the survey’s own papers/);
    expect(build({}, buildSources(corpusOf("A<-B, W", { W: around }))).empty).toMatch(/No work around/);
  });

  test("finds in the bundled corpus only works around the survey, each with enough ties", () => {
    const clip = clipSources();
    const { rows } = build({ gapsFrom: 3 }, clip);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, reasons } of rows) {
      expect(clip.catalogue.byId.get(id)?.paper.role).toBe("context");
      expect(reasons.some((reason) => Number(/\d+/.exec(reason)?.[0]) >= 3)).toBe(true);
    }
  });
});
