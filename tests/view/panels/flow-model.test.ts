import { describe, expect, test } from "vitest";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { inDomains, sectionsOf } from "../domains.ts";
import { clipSources } from "../models.ts";

/**
 * ```
 * x  A(2020) ← B(2021) ┐
 * y      └ ← C(2021) ← D(2022), which also cites B
 * ```
 */
const sources = buildSources(
  inDomains(
    "A<-B, A<-C, C<-D, B<-D",
    { A: "x", B: "x", C: "y", D: "y" },
    { A: { year: 2020 }, B: { year: 2021 }, C: { year: 2021 }, D: { year: 2022 } },
  ),
);
const build = (choices: Partial<State> = {}, of = sources) => sectionsOf(of, choices).flow;
const ends = ({ from, to }: ReturnType<typeof build>["bands"][number]) =>
  `${from.lane}/${from.column} > ${to.lane}/${to.column}`;

describe("buildFlow", () => {
  test("counts the papers of each domain by year", () => {
    const { columns, lanes } = build();
    expect(columns.map(({ label }) => label)).toEqual(["2020", "2021", "2022"]);
    expect(lanes.map(({ group, papers, nodes }) => [group.label, papers, nodes])).toEqual([
      [
        "X",
        2,
        [
          { column: 0, count: 1 },
          { column: 1, count: 1 },
        ],
      ],
      [
        "Y",
        2,
        [
          { column: 1, count: 1 },
          { column: 2, count: 1 },
        ],
      ],
    ]);
  });

  test("leads bands from the domain and year that fed to those that were fed", () => {
    expect(build().bands.map(ends).sort()).toEqual(["0/0 > 0/1", "0/0 > 1/1", "0/1 > 1/2", "1/1 > 1/2"]);
  });

  test("lights the bands of the chosen domain, all while none is chosen", () => {
    expect(build().bands.every(({ lit }) => lit)).toBe(true);
    const lit = (region: string) =>
      build({ region, regions: "domains" })
        .bands.filter((band) => band.lit)
        .map(ends);
    expect(lit("x").sort()).toEqual(["0/0 > 0/1", "0/0 > 1/1", "0/1 > 1/2"]);
    expect(build({ region: "0", regions: "communities" }).bands.every((band) => band.lit)).toBe(true);
  });

  test("gives the share of a domain’s citations that stays in it, none where it cites nothing", () => {
    expect(build().lanes.map(({ within }) => within?.text)).toEqual(["100%", "33%"]);
    const silent = buildSources(inDomains("A<-B", { A: "x", B: "y" }, { A: { year: 2020 } }));
    expect(build({}, silent).lanes.map(({ within }) => within?.text ?? null)).toEqual([null, "0%"]);
  });

  test("lists the same flows as rows with the papers of each citation, older first", () => {
    expect(build().rows.map(({ from, to, count, papers }) => [from.label, to.label, count, papers])).toEqual([
      ["X", "Y", 2, "A → C, B → D"],
      ["X", "X", 1, "A → B"],
      ["Y", "Y", 1, "C → D"],
    ]);
  });

  test("keeps citations of papers without a year in the table alone, and says so", () => {
    const undated = buildSources(inDomains("A<-B", { A: "x", B: "y" }, { A: { year: 2020 } }));
    const { bands, rows, leftOut } = build({}, undated);
    expect([bands.length, rows.length]).toEqual([0, 1]);
    expect(leftOut).toEqual([expect.stringMatching(/^1 citation of papers without a year/)]);
    expect(build().leftOut).toEqual([]);
  });

  test("draws of very many bands the broadest, those of the chosen domain first, and says so", () => {
    const ids = Array.from({ length: 170 }, (_, i) => `D${String(i).padStart(3, "0")}`);
    const star = buildSources(
      inDomains(
        ids.map((id) => `A<-${id}`).join(", "),
        { A: "a", ...Object.fromEntries(ids.map((id) => [id, id.toLowerCase()])) },
        Object.fromEntries(["A", ...ids].map((id, i) => [id, { year: 2000 + Math.min(i, 1) }])),
      ),
    );
    const { bands, leftOut, rows } = build({ region: "d169", regions: "domains" }, star);
    expect(bands).toHaveLength(120);
    expect(bands[0]?.text).toMatch(/^D169 of 2001 took from A of 2000/);
    expect(leftOut).toEqual([expect.stringMatching(/^The picture has the 120 broadest of 170 bands/)]);
    expect(rows).toHaveLength(170);
  });

  test("gives many years few columns that together hold every paper", () => {
    const long = buildSources(
      inDomains("A<-B", { A: "x", B: "x" }, { A: { year: 1931 }, B: { year: 2024 } }),
    );
    const { columns, lanes } = build({}, long);
    expect(columns.length).toBeLessThanOrEqual(12);
    expect([columns[0]?.label, columns.at(-1)?.label]).toEqual(["1930–39", "2020–29"]);
    expect(lanes[0]?.nodes.map(({ count }) => count)).toEqual([1, 1]);
  });

  test("says what to do about a corpus without domains, and about one without years", () => {
    expect(build({}, buildSources(corpusOf("A<-B"))).empty).toMatch(/Put headings/);
    expect(build({}, buildSources(inDomains("A<-B", { A: "x", B: "y" }))).empty).toMatch(/Name years/);
  });

  test("draws as many citations of the bundled survey as carry its lineage", () => {
    const clip = clipSources();
    const drawn = build({}, clip).bands.reduce((sum, { count }) => sum + count, 0);
    expect(drawn).toBe(clip.lineage.carrying);
  });
});
