import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClusterFacts } from "../../../src/analysis/communities/cluster-facts.ts";
import { paperId } from "../../../src/corpus/ids.ts";
import { lateModels } from "../../../src/view/late-models.ts";
import { type MatrixModel, MOST_PAPERS } from "../../../src/view/panels/matrix.ts";
import { buildSources, type Sources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const clip = clipSources();

function matrix(of: Sources, choices: Partial<State> = {}): MatrixModel {
  const { matrix: built } = buildViewModel(of, stateWith({ view: "matrix", ...choices }), [], lateModels());
  if (!built) throw new Error("the matrix view has no matrix");
  return built;
}
const cellOf = (model: MatrixModel, row: string, column: string) => {
  const at = (label: string) => model.papers.findIndex((paper) => paper.label === label);
  return model.cells[at(row)]?.[at(column)] ?? null;
};
const namesOf = (model: MatrixModel) => model.papers.map(({ label }) => label);

/**
 * A and B have read lists, U's was not read; V, W and X are works around them.
 *
 * ```
 * A → V, W       A and B share W, and B cites A
 * B → W, X, A
 * U → W, A       what else it cites is not known
 * ```
 */
const small = buildSources(
  corpusOf(
    "A->V, A->W, B->W, B->X, B->A, U->W, U->A",
    {
      A: { date: "2021", referencesKnown: true },
      B: { date: "2022", referencesKnown: true },
      U: { date: "2020", referencesKnown: false },
      V: { role: "context" },
      W: { role: "context" },
      X: { role: "context" },
    },
    {
      survey: {
        root: "A",
        domains: [
          { id: "x", label: { en: "Xylo" } },
          { id: "y", label: { en: "Yacht" } },
        ],
      },
      placements: [
        { paper: "A", domain: "y" },
        { paper: "B", domain: "x" },
      ],
    },
  ),
);

const clustersOf = (communityOf: number[], labels: string[]): ClusterFacts => ({
  links: "citations",
  resolution: 1,
  communityOf: Int32Array.from(communityOf),
  communities: labels.map((label, id) => ({
    id,
    label,
    hub: "",
    terms: [],
    papers: communityOf.flatMap((community, paper) => (community === id ? [paper] : [])),
  })),
  modularity: 0.4,
  stability: Float64Array.from(communityOf, () => 1),
  runs: 100,
  noStructure: null,
});

describe("buildMatrix", () => {
  test("is asked only where the matrix is shown", () => {
    expect(buildViewModel(clip, stateWith()).matrix).toBeNull();
  });

  test("marks a cell exactly where the row's paper cites the column's, with its evidence", () => {
    const model = matrix(clip);
    expect(model.papers).toHaveLength(19);
    model.papers.forEach((row, i) => {
      model.papers.forEach((column, j) => {
        const citation = clip.catalogue.byId.get(row.id)?.cites.find(({ cited }) => cited === column.id);
        if (i === j) expect(model.cells[i]?.[j]).toBeNull();
        else expect(model.cells[i]?.[j]?.mark).toBe(citation?.confidence ?? null);
      });
    });
    expect(model.marks.reduce((sum, { count }) => sum + count, 0)).toBe(27);
  });

  test("gives two papers the same number of shared references whichever stands in the row", () => {
    const { papers, cells } = matrix(clip);
    papers.forEach((_, i) => {
      papers.forEach((_, j) => {
        expect(cells[i]?.[j]?.shared).toBe(cells[j]?.[i]?.shared);
        expect(cells[i]?.[j]?.works).toEqual(cells[j]?.[i]?.works);
      });
    });
  });

  test("opens a number to the works behind it: those that both cite, each once", () => {
    const model = matrix(clip);
    const citesOf = (row: number) =>
      new Set(
        clip.catalogue.byId.get(model.papers[row]?.id ?? paperId("?"))?.cites.map(({ cited }) => cited),
      );
    model.cells.forEach((row, i) => {
      row.forEach((cell, j) => {
        if (cell === null) return;
        const both = [...citesOf(i)].filter((id) => citesOf(j).has(id));
        expect(cell.works.map(({ id }) => id).sort()).toEqual(both.sort());
        if (cell.shared !== null) expect(cell.shared).toBe(both.length);
      });
    });
  });

  test("keeps unknown apart from zero: no number where a list was not read, a number everywhere else", () => {
    const { papers, cells, unknown } = matrix(clip);
    papers.forEach((row, i) => {
      papers.forEach((column, j) => {
        const cell = cells[i]?.[j];
        if (cell) expect(cell.shared !== null).toBe(row.referencesKnown && column.referencesKnown);
      });
    });
    expect(unknown).toBe("unknown, not zero: 10 of 19 lists not read in full");
    expect(cellOf(matrix(small), "A", "U")).toMatchObject({ shared: null, step: 0, works: [{ id: "W" }] });
  });

  test("says of two papers what is known, and no more", () => {
    const model = matrix(small);
    expect(cellOf(model, "B", "A")?.text).toBe("B cites A, reported. They share 1 reference on this map.");
    expect(cellOf(model, "A", "B")?.text).toBe(
      "A does not cite B; B cites A, reported. They share 1 reference on this map.",
    );
    expect(cellOf(model, "U", "B")?.text).toBe(
      "No citation of B is known from U, whose reference list was not read in full. " +
        "How many references they share is not known, as the list of U was not read in full; " +
        "both are known to cite A and W.",
    );
    expect(cellOf(matrix(clip), "FLIP", "SLIP")?.text).toBe(
      "FLIP cites SLIP, verified: reference [46]. They share 14 references on this map.",
    );
  });

  test("keeps the papers of a domain together, in the survey's order, the older first, the rest last", () => {
    const model = matrix(small);
    expect(model.bands.map(({ label, size }) => [label, size])).toEqual([
      ["Xylo", 1],
      ["Yacht", 1],
      ["Under no heading", 1],
    ]);
    expect(namesOf(model)).toEqual(["B", "A", "U"]);
    const { bands, papers } = matrix(clip);
    expect(bands.map(({ label }) => label)).toEqual(clip.catalogue.groups.map(({ label }) => label));
    expect(papers.filter(({ first }) => first)).toHaveLength(bands.length);
    let at = 0;
    for (const band of bands) {
      const days = papers.slice(at, at + band.size).map(({ id }) => clip.catalogue.byId.get(id)?.day ?? 0);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(papers.slice(at, at + band.size).every(({ slot }) => slot === band.slot)).toBe(true);
      at += band.size;
    }
    expect(at).toBe(papers.length);
  });

  test("orders by community once communities are found, and says why not before", () => {
    const choice = (of: Sources, matrixOrder: State["matrixOrder"]) =>
      matrix(of, { matrixOrder }).orders.map(({ chosen, disabled }) => [chosen, disabled]);
    expect(choice(small, "community")).toEqual([
      [true, null],
      [false, "Communities are not found yet."],
    ]);
    expect(namesOf(matrix(small, { matrixOrder: "community" }))).toEqual(namesOf(matrix(small)));
    // By paper: A, B, U, V, W, X.
    const found = { ...small, clusters: clustersOf([1, -1, 1, 0, 0, 0], ["tongues", "images"]) };
    expect(choice(found, "community")).toEqual([
      [false, null],
      [true, null],
    ]);
    const model = matrix(found, { matrixOrder: "community" });
    expect(namesOf(model)).toEqual(["U", "A", "B"]);
    expect(model.bands.map(({ label, slot, size }) => [label, slot, size])).toEqual([
      ["images", null, 2],
      ["In no community", null, 1],
    ]);
    const none = { ...small, clusters: clustersOf([-1, -1, -1, -1, -1, -1], []) };
    expect(choice(none, "community")[1]?.[1]).toBe("The links between these papers form no community.");
  });

  test("says the same of two papers in either order, and under every filter that leaves both", () => {
    const all = matrix(clip);
    const entries = clip.catalogue.entries;
    const clusters = clustersOf(
      entries.map(({ index }) => (index % 4) - 1),
      ["a", "b", "c"],
    );
    const groups = clip.catalogue.groups.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(groups), fc.boolean(), (hiddenGroups, byCommunity) => {
        const matrixOrder = byCommunity ? "community" : "domain";
        const model = matrix({ ...clip, clusters }, { hiddenGroups, matrixOrder });
        const left = entries.filter(
          ({ paper, group }) => paper.role === "survey" && !hiddenGroups.includes(group ?? ""),
        );
        expect(new Set(namesOf(model))).toEqual(new Set(left.map(({ label }) => label)));
        model.cells.forEach((row, i) => {
          row.forEach((cell, j) => {
            const [a, b] = [model.papers[i]?.label ?? "", model.papers[j]?.label ?? ""];
            expect(cell?.text).toBe(i === j ? undefined : cellOf(all, a, b)?.text);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  test("hides the marks of evidence the reader switched off, and says so", () => {
    const model = matrix(clip, { hiddenEvidence: ["verified"] });
    expect(model.marks.map(({ confidence }) => confidence)).toEqual(["likely"]);
    expect(cellOf(model, "FLIP", "SLIP")).toMatchObject({ mark: null, shared: 14 });
    expect(cellOf(model, "FLIP", "SLIP")?.text).toContain("(not marked: the filters hide it)");
  });

  test("shades a cell the darker the more is shared, and the key names every shade once", () => {
    const { cells, steps } = matrix(clip);
    const known = cells.flat().flatMap((cell) => (cell?.shared ? [cell] : []));
    for (const a of known)
      for (const b of known)
        if ((a.shared ?? 0) < (b.shared ?? 0)) expect(a.step).toBeLessThanOrEqual(b.step);
    expect(steps).toEqual([
      { step: 1, label: "1" },
      { step: 2, label: "2–6" },
      { step: 3, label: "7–15" },
      { step: 4, label: "16–27" },
    ]);
    expect(matrix(small).steps).toEqual([{ step: 4, label: "1" }]);
  });

  test("shows of a large survey the papers with the most citations and the selected one", () => {
    const star = Array.from({ length: 80 }, (_, i) => `P${String(i).padStart(2, "0")}`);
    // Each paper cites all before it up to the tenth: the later ones have fewer links.
    const links = star.flatMap((paper, i) =>
      star.slice(0, Math.min(i, 10)).map((cited) => `${paper}->${cited}`),
    );
    const many = buildSources(corpusOf([...links, "Lone"].join(", ")));
    const model = matrix(many, { selected: paperId("Lone") });
    expect(model.papers).toHaveLength(MOST_PAPERS);
    expect(namesOf(model)).toContain("Lone");
    expect(namesOf(model)).toEqual(expect.arrayContaining(star.slice(0, 10)));
    expect(model.left).toMatch(/^Shown are the 60 papers of 81 /);
    expect(namesOf(matrix(many))).not.toContain("Lone");
    expect(matrix(clip).left).toBeNull();
  });

  test("is empty where no paper of the survey is left", () => {
    expect(matrix(clip, { years: [1999, 1999] })).toMatchObject({
      papers: [],
      cells: [],
      bands: [],
      steps: [],
    });
    expect(matrix(buildSources(corpusOf("")))).toMatchObject({ papers: [], unknown: null, left: null });
  });
});
