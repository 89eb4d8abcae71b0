import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { describe as describePaper } from "../../src/view/panels/announcement.ts";
import { buildSources } from "../../src/view/sources.ts";
import { reduce } from "../../src/view/state/reduce.ts";
import { INITIAL_STATE, type State } from "../../src/view/state/state.ts";
import { titleOf } from "../../src/view/view-model.ts";
import { chain, corpusOf, missingReferenceCorpus } from "../graphs.ts";
import { markedViewModel } from "./marked-model.ts";
import { actions, addressedStates, clipCorpus, clipSources, entryOf, stateWith } from "./models.ts";

const clip = clipSources();
const model = (choices: Partial<State> = {}, sources = clip) => markedViewModel(sources, stateWith(choices));

describe("buildViewModel", () => {
  test("marks the 19 papers of the bundled survey as the stored picture of them has it", async () => {
    const { papers } = model({ links: "main-path", colouring: "generation" }).map;
    const lines = papers
      .filter(({ role }) => role === "survey")
      .map(({ id, label, slot, shape, radius, sizeKnown, generation, spine }) =>
        JSON.stringify({
          id,
          label,
          slot,
          shape,
          radius: Math.round(radius * 10) / 10,
          sizeKnown,
          generation,
          spine,
        }),
      );
    await expect(`[\n${lines.join(",\n")}\n]\n`).toMatchFileSnapshot(
      join(import.meta.dirname, "../fixtures/view/clip-survey-marks.json"),
    );
  });

  test("is the same for the same corpus and state", () => {
    expect(model({ links: "skeleton" })).toEqual(model({ links: "skeleton" }, buildSources(clipCorpus())));
  });

  test("does not depend on the order in which the corpus lists its papers", () => {
    const corpus = clipCorpus();
    const turned = buildSources(parseCorpus({ ...corpus, papers: corpus.papers.toReversed() }));
    expect(model({ selected: paperId("arxiv:2112.12750"), traced: true }, turned)).toEqual(
      model({ selected: paperId("arxiv:2112.12750"), traced: true }),
    );
  });

  test("never throws, whatever a link asks for", () => {
    const sources = buildSources(corpusOf("A<-B<-C, A<-C, X", { X: { year: 1999, role: "context" } }));
    fc.assert(
      fc.property(addressedStates, (state) => {
        expect(markedViewModel(sources, state).map.papers).toHaveLength(4);
      }),
      { numRuns: 150 },
    );
  });

  test("never throws, whatever the reader does", () => {
    const sources = buildSources(corpusOf("A<-B<-C, A<-C", { A: { date: "2021-02" } }));
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 20 }), (sequence) => {
        const state = sequence.reduce(reduce, INITIAL_STATE);
        const { details, map } = markedViewModel(sources, state);
        expect(details?.id ?? null).toBe(state.selected);
        expect(map.papers.filter(({ selected }) => selected).length).toBe(state.selected === null ? 0 : 1);
      }),
      { numRuns: 150 },
    );
  });

  test("draws any corpus with the required fields alone, an empty one too", () => {
    expect(model({}, buildSources(corpusOf(chain, {}, { survey: {} }))).title).toBe("Untitled survey");
    expect(model({}, buildSources(corpusOf(""))).nothing).toMatch(/^This corpus holds no papers\./);
  });

  test("names the page after the root, and the tab after the paper selected", () => {
    expect(model().documentTitle).toBe("CLIP lineage");
    expect(model({ selected: paperId("arxiv:2112.12750") }).documentTitle).toBe("SLIP · CLIP lineage");
    expect(titleOf(clip.catalogue)).toBe("CLIP lineage");
  });

  test("says what the map is and how many papers it shows", () => {
    expect(model().mapLabel).toMatch(/^Lineage by date and domain: \d+ papers$/);
    expect(model({ view: "network", context: false }).mapLabel).toBe("Citation network: 19 papers");
  });

  test("says when the filters leave no paper, and only then", () => {
    expect(model({ years: [1901, 1902], context: false }).nothing).toBe("No paper passes the filters.");
    expect(model().nothing).toBeNull();
  });

  test("says what a link asked for in vain", () => {
    expect(markedViewModel(clip, stateWith(), ["x", "<b>y</b>"]).warning).toBe(
      "This link names what the map does not have: x and <b>y</b>.",
    );
    expect(model().warning).toBeNull();
  });
});

describe("buildViewModel, searching", () => {
  test("opens with the best papers first, and closes with the query", () => {
    const { search } = model({ query: "slip" });
    expect([search.open, search.results[0]?.label, search.message]).toEqual([true, "SLIP", null]);
    expect(search.results[0]?.detail).toMatch(/ · 2021$/);
    expect(model().search).toMatchObject({ open: false, results: [], message: null });
  });

  test("offers at most twelve, and keeps the keyboard on one of them", () => {
    const { search } = model({ query: "c", searchAt: 99 });
    expect(search.results.length).toBeLessThanOrEqual(12);
    expect(search.active).toBe(search.results.length - 1);
    expect(model({ query: "xyzzy", searchAt: 3 }).search.active).toBe(0);
  });

  test("says that nothing matches, with the query as it was typed", () => {
    expect(model({ query: " <b>xyzzy " }).search.message).toBe("No paper matches “<b>xyzzy”.");
  });
});

describe("buildViewModel, finding paths", () => {
  const [clipId, slip, odd] = ["arxiv:2103.00020", "arxiv:2112.12750", "arxiv:2208.01924"].map(paperId) as [
    ReturnType<typeof paperId>,
    ReturnType<typeof paperId>,
    ReturnType<typeof paperId>,
  ];

  test("waits for the other end, then shows the ways and brings them out on the map", () => {
    expect(model({ path: { from: slip, to: null } }).path).toEqual({ from: "SLIP", to: null, found: null });
    const { path, map } = model({ path: { from: slip, to: clipId } });
    expect([path?.from, path?.to, path?.found?.heading]).toEqual([
      "SLIP",
      "CLIP",
      "How SLIP descends from CLIP",
    ]);
    const strong = map.papers.filter(({ emphasis }) => emphasis === "strong").map(({ label }) => label);
    expect(strong).toEqual(expect.arrayContaining(["CLIP", "SLIP"]));
  });

  test("shows both papers where no way is known", () => {
    const { path, map } = model({ path: { from: odd, to: clipId } });
    expect(path?.found?.descents).toEqual([]);
    expect(map.papers.filter(({ emphasis }) => emphasis === "strong")).toHaveLength(2);
  });

  test("has no path for a paper that is not there", () => {
    expect(model({ path: { from: paperId("nobody"), to: slip } }).path).toBeNull();
  });
});

describe("buildViewModel, pointing at a citation", () => {
  const sources = buildSources(corpusOf("A<-B<-C, A<-C"));

  test("says what it is, what is known of it and what implies it, and brings the path out", () => {
    const { tooltip, map } = model({ pointedLink: 1 }, sources);
    expect(tooltip).toBe("C cites A · reported · implied by A > B > C");
    expect(map.links.map(({ emphasis }) => emphasis)).toEqual(["strong", "strong", "strong"]);
    expect(model({ pointedLink: 0 }, sources).tooltip).toBe("B cites A · reported");
  });

  test("names both directions of a line that stands for two citations, unless one is filtered away", () => {
    const mutual = buildSources(
      corpusOf(
        "A, B",
        {},
        {
          citations: [
            { citing: "A", cited: "B", confidence: "likely" },
            { citing: "B", cited: "A", confidence: "verified" },
          ],
        },
      ),
    );
    const said = (choices: Partial<State>) => model({ pointedLink: 0, ...choices }, mutual).tooltip;
    expect(said({})).toBe("A cites B · likely · and B cites A · verified");
    expect(said({ hiddenEvidence: ["verified"] })).toBe("A cites B · likely");
  });

  test("says nothing where there is none", () => {
    expect([model({}, sources).tooltip, model({ pointedLink: 99 }, sources).tooltip]).toEqual([null, null]);
  });
});

describe("describe", () => {
  const said = (sources: ReturnType<typeof buildSources>, name: string) =>
    describePaper(sources, entryOf(sources.catalogue, name));

  test("says in one sentence what a paper is, cites, is cited by, and its generation", () => {
    const facts = { B: { year: 2022 }, W: { role: "context" as const }, V: { role: "context" as const } };
    const sources = buildSources(corpusOf("A<-B<-C, B->W, B->V, B<-D", facts));
    expect(said(sources, "B")).toBe(
      "B, 2022; cites A and 2 works around the survey; cited by C and D; generation 1.",
    );
    expect(said(sources, "W")).toMatch(/^W, work around the survey; /);
  });

  test("tells a paper that cites nothing here from one of which it is not known", () => {
    const sources = buildSources(missingReferenceCorpus());
    expect(said(sources, "C")).toBe("C; what it cites is not known yet; not cited on this map.");
    const { catalogue } = clip;
    expect(describePaper(clip, entryOf(catalogue, "Per-Clip VOS"))).not.toMatch(/generation/);
  });

  test("is what a screen reader says of the paper pointed at, else of the one selected", () => {
    const sources = buildSources(corpusOf(chain));
    expect(model({ selected: paperId("A"), pointed: paperId("B") }, sources).announcement).toMatch(/^B; /);
    expect(model({ selected: paperId("A") }, sources).announcement).toMatch(/^A; /);
    expect(model({}, sources).announcement).toBe("");
  });
});
