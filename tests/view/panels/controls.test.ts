import { describe, expect, test } from "vitest";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { chain, corpusOf, cycle, diamond } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

const clip = clipSources();
const controls = (choices: Partial<State> = {}) => buildViewModel(clip, stateWith(choices)).controls;
const drawn = (text: string, choices: Partial<State> = {}, dates = {}) =>
  buildViewModel(buildSources(corpusOf(text, dates)), stateWith(choices)).controls;

describe("buildControls", () => {
  test("says how many citations there are and how many carry the lineage", () => {
    expect(controls().linksText).toBe("27 citations, 20 carry the lineage");
    expect(drawn("A<-B").linksText).toBe("1 citation, 1 carry the lineage");
  });

  test("marks the choice of links that is made", () => {
    const chosen = controls({ links: "skeleton" }).links.filter((choice) => choice.chosen);
    expect(chosen.map(({ mode }) => mode)).toEqual(["skeleton"]);
  });

  test("offers key routes and explains the main path only while that is chosen", () => {
    for (const links of ["all", "skeleton"] as const) {
      const { keyRoutes, explanation } = controls({ links });
      expect([keyRoutes, explanation]).toEqual([null, null]);
    }
    const { keyRoutes, explanation } = controls({ links: "main-path" });
    expect(keyRoutes).toEqual({ value: 0, most: 20, text: "heaviest path alone" });
    expect(explanation?.join(" ")).toContain("not that they did");
  });

  test("offers no more key routes than there are citations", () => {
    expect(drawn(chain, { links: "main-path" }).keyRoutes?.most).toBe(3);
    expect(drawn(chain, { links: "main-path", keyRoutes: 1 }).keyRoutes?.text).toBe(
      "the 1 heaviest citation and their best continuation",
    );
  });

  test("says on how many papers of a main path all three weights agree", () => {
    expect(controls({ links: "main-path" }).linksText).toBe(
      "4 papers on a main path, 4 of them by all three weights",
    );
  });

  test("says whether paths tie", () => {
    const said = (text: string) => drawn(text, { links: "main-path" }).explanation?.join(" ");
    expect(said(chain)).toContain("No other path weighs as much.");
    expect(said(diamond)).toContain(
      "Several paths weigh the same and all are drawn (2, 2, 2 by the three weights).",
    );
  });

  test("lists papers that cite one another, and what was set aside to count paths", () => {
    const dates = { C: { date: "2021-01-01" }, D: { date: "2022-01-01" } };
    expect(drawn(cycle, {}, dates).cycles).toEqual([
      "C and D cite one another. To count generations and paths, C → D is set aside: it runs against the dates. It stays on the map.",
    ]);
    expect(controls().cycles).toEqual([]);
  });

  test("lists several citations set aside in the plural", () => {
    const dates = { A: { date: "2020" }, B: { date: "2021" }, C: { date: "2022" } };
    expect(drawn("A->B, B->A, B->C, C->B", {}, dates).cycles).toEqual([
      "A, B and C cite one another. To count generations and paths, A → B and B → C are set aside: they run against the dates. They stay on the map.",
    ]);
  });
});
