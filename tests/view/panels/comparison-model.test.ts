import { describe, expect, test } from "vitest";
import { clusterFactsOf } from "../../../src/analysis/communities/cluster-facts-of.ts";
import { buildSources, type Sources } from "../../../src/view/sources.ts";
import { reduce } from "../../../src/view/state/reduce.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { inDomains, sectionsOf, withCommunities } from "../domains.ts";
import { clipCorpus, stateWith } from "../models.ts";

const DOMAINS = { A: "x", B: "x", C: "x", P: "y", Q: "y", R: "y", S: "y" };
/** Two triangles, joined by nothing, and S alone. */
const sources = buildSources(inDomains("A<-B<-C, A<-C, P<-Q<-R, P<-R, S", DOMAINS, {}, null));
const apart = withCommunities(sources, { A: 0, B: 0, C: 0, P: 1, Q: 1, R: 1 });
const build = (of: Sources, choices: Partial<State> = {}) => sectionsOf(of, choices).comparison;

describe("buildComparison", () => {
  test("counts papers by heading and community, and those in no community apart", () => {
    const { table } = build(apart);
    expect(table?.columns.map(({ label, count }) => [label, count])).toEqual([
      ["topic 0", 3],
      ["topic 1", 3],
    ]);
    expect(
      table?.rows.map(({ group, count, cells, outside }) => [
        group.label,
        count,
        cells.map(({ names }) => names),
        outside.names,
      ]),
    ).toEqual([
      ["X", 3, ["A, B and C", ""], ""],
      ["Y", 4, ["", "P, Q and R"], "S"],
    ]);
  });

  test("says how clear the communities are where that is known", () => {
    const said = (modularity: number) => build(withCommunities(sources, { A: 0, B: 1 }, { modularity }));
    expect(said(0.5).communities).toBe("2 communities over citations, resolution 1, modularity 0.50.");
    expect(said(Number.NaN).communities).toBe("2 communities over citations, resolution 1.");
  });

  test("scores groupings that agree with 1, and five times says in a sentence what that means", () => {
    const { scores } = build(apart);
    expect(scores.map(({ text, share }) => [text, share])).toEqual(Array(5).fill(["1.00", 1]));
    for (const { meaning } of scores) expect(meaning).toMatch(/^[^.]+[.?!].*\.$|^[^.]+\.$/);
  });

  test("marks a score below chance with a minus, at the lower end of its scale", () => {
    const crossed = withCommunities(sources, { A: 0, B: 1, P: 0, Q: 1 });
    expect(build(crossed).scores[0]).toMatchObject({ text: "−0.50", share: 0 });
  });

  test("orders communities by where their papers stand, so that what agrees lies on the diagonal", () => {
    const swapped = withCommunities(sources, { A: 1, B: 1, C: 1, P: 0, Q: 0, R: 0 });
    expect(build(swapped).table?.columns.map(({ community }) => community)).toEqual([1, 0]);
  });

  test("heats the fullest cell most, empty ones not at all", () => {
    const uneven = withCommunities(sources, { A: 0, B: 1, C: 1, P: 1, Q: 1, R: 1 });
    expect(build(uneven).table?.rows.map(({ cells }) => cells.map(({ heat }) => heat))).toEqual([
      [2, 4],
      [0, 5],
    ]);
  });

  test("marks the cell the reader chose, and its row and column, until it is chosen again", () => {
    const show = { type: "show-cell", group: "y", community: 1, all: ["x", "y"] } as const;
    const chosen = reduce(stateWith({ view: "domains" }), show);
    expect(chosen).toMatchObject({ hiddenGroups: ["x"], regions: "communities", region: "1" });
    const { table } = build(apart, chosen);
    expect(table?.rows.map((row) => [row.chosen, row.cells.map((cell) => cell.chosen)])).toEqual([
      [false, [false, false]],
      [true, [false, true]],
    ]);
    expect(table?.chosen?.papers.map(({ label }) => label)).toEqual(["P", "Q", "R"]);
    expect(build(apart, reduce(chosen, show)).table?.chosen).toBeNull();
  });

  test("is over the whole survey, whatever is filtered", () => {
    expect(build(apart, { hiddenGroups: ["x"], years: [1999, 1999] }).scores).toEqual(build(apart).scores);
  });

  test("says that communities are being sought, and what needs none, while there are none", () => {
    const model = build(sources, { communityLinks: "coupling" });
    expect(model).toMatchObject({ table: null, scores: [], seeking: true });
    expect(model.communities).toBe("Communities over shared references are being looked for…");
    expect(build(sources).withoutLinks?.papers.map(({ label }) => label)).toEqual(["S"]);
  });

  test("says why communities could not be found, that old ones stay, and that a check goes on", () => {
    expect(
      build({ ...sources, clusterFailure: "Communities could not be found: no memory" }).communities,
    ).toBe("Communities could not be found: no memory");
    expect(build(apart, { resolution: 2 }).communities).toMatch(/resolution 1.*being looked for…$/);
    const rough = withCommunities(sources, { A: 0, B: 0 }, { rough: true });
    expect(build(rough).communities).toMatch(/still being checked…$/);
  });

  test("passes on that chance makes as much structure", () => {
    const noise = withCommunities(sources, { A: 0, P: 0 }, { noStructure: { rewirings: 10, reached: 1 } });
    expect(build(noise).noStructure).toBe(
      "No more structure than chance makes: of 10 shuffles of the same citations, chance does as well 1 time.",
    );
  });

  /** C stands under x with A and B, but cites P, Q and R alone. */
  test("lists papers whose links pull to another heading, with each link and its direction", () => {
    const pulled = buildSources(
      inDomains("A<-B, P<-Q<-R, P<-R, C->P, C->Q, R->C, S", { ...DOMAINS, S: "y" }, {}, null),
    );
    const [found, ...others] = build(pulled).disagreeing;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      paper: { label: "C" },
      heading: { label: "X" },
      pulledTo: { label: "Y" },
      remark: null,
    });
    expect(found?.by.map(({ paper, how }) => `${how} ${paper.label}`)).toEqual([
      "cites P",
      "cites Q",
      "is cited by R",
    ]);
  });

  test("opens a pull by shared references to these, citations among them only where they count", () => {
    const known = Object.fromEntries([..."ABCPQ"].map((id) => [id, { referencesKnown: true }]));
    const pulled = buildSources(
      inDomains(
        "C->P, C->M, C->N, P->M, P->N, Q->M, P->Q, A->U, A->V, B->U, B->V, A->B",
        { A: "x", B: "x", C: "x", P: "y", Q: "y" },
        known,
        null,
      ),
    );
    const by = (communityLinks: State["communityLinks"]) =>
      build(pulled, { communityLinks })
        .disagreeing.find(({ paper }) => paper.label === "C")
        ?.by.map(({ how, paper, shared }) => [how, paper.label, shared?.papers.map(({ label }) => label)]);
    expect(by("coupling")).toEqual([
      ["shares 2 references with", "P", ["M", "N"]],
      ["shares 1 reference with", "Q", ["M"]],
    ]);
    expect(by("both")?.[0]).toEqual(["cites and shares 2 references with", "P", ["M", "N"]]);
  });

  test("lists of very many papers no more than a reader may look through, and counts the rest", () => {
    const ids = Array.from({ length: 200 }, (_, i) => `N${String(i).padStart(3, "0")}`);
    const links = ids.map((id, i) => `${id}->${i < 100 ? "P" : "A"}, ${id}->${i < 100 ? "Q" : "B"}`);
    const domainOf = Object.fromEntries(ids.map((id, i) => [id, i < 100 ? "x" : "y"]));
    const wrong = buildSources(
      inDomains(`${links.join(", ")}, A<-B, P<-Q`, { A: "x", B: "x", P: "y", Q: "y", ...domainOf }, {}, null),
    );
    const { disagreeing, moreDisagreeing } = build(wrong);
    expect(disagreeing).toHaveLength(50);
    expect(moreDisagreeing).toMatch(/^These are the 50 .* of 20\d papers\.$/);
    const silent = buildSources(inDomains(`${ids.join(", ")}, A<-B`, { ...domainOf, A: "x", B: "y" }));
    expect(build(silent).withoutLinks).toMatchObject({ more: expect.stringMatching(/^and 1\d\d others$/) });
  });

  test("says of the only paper of a heading that no link could speak for it", () => {
    const lonely = buildSources(inDomains("P<-Q, C->P, C->Q", { C: "x", P: "y", Q: "y" }, {}, null));
    expect(build(lonely).disagreeing[0]?.remark).toMatch(/only paper under X/);
  });

  test("says how many reference lists are not known and what follows; nothing when all are", () => {
    const known = (flags: Record<string, boolean>) =>
      build(
        buildSources(
          inDomains(
            "A<-B",
            { A: "x", B: "x" },
            Object.fromEntries(
              Object.entries(flags).map(([id, referencesKnown]) => [id, { referencesKnown }]),
            ),
          ),
        ),
      ).unknown;
    expect(known({ A: true, B: true })).toBeNull();
    expect(known({ A: true, B: false })).toMatch(/^The reference list of 1 of 2 papers is not known:/);
    expect(known({ A: false, B: false })).toMatch(/^The reference lists of 2 of 2 papers are not known:/);
  });

  test.each([
    ["headings", corpusOf("A<-B"), /Put headings above its papers/],
    ["citations", inDomains("A, B", { A: "x", B: "y" }), /Refresh the corpus/],
  ])("says what to do about a corpus without %s", (_, corpus, remedy) => {
    expect(build(buildSources(corpus)).empty).toMatch(remedy);
  });

  test("compares nothing where fewer than two papers have both", () => {
    expect(build(withCommunities(sources, { A: 0 }))).toMatchObject({ table: null, scores: [] });
  });

  test("accounts for every paper of the bundled survey, in a community or in none", () => {
    const corpus = clipCorpus();
    const facts = clusterFactsOf(corpus, { links: "citations", resolution: 1 }).rough;
    const { table } = build({ ...buildSources(corpus), clusters: facts });
    for (const { count, cells, outside } of table?.rows ?? [])
      expect(cells.reduce((sum, cell) => sum + cell.count, outside.count)).toBe(count);
    expect(table?.rows.reduce((sum, { count }) => sum + count, 0)).toBe(19);
  });
});
