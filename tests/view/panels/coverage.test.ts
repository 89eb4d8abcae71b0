import { describe, expect, test } from "vitest";
import { indexOfCorpus } from "../../../src/columns/citation-index.ts";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { buildCatalogue, type Catalogue } from "../../../src/view/catalogue.ts";
import { mapColumns } from "../../../src/view/map/columns.ts";
import { buildCoverage, innerCounts } from "../../../src/view/panels/coverage.ts";
import { radiusScale } from "../../../src/view/radius.ts";
import { NO_LIMITS } from "../../../src/view/state/limits.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf, missingReferenceCorpus } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

/** The coverage of a catalogue on a small map. */
function coverageOf(catalogue: Catalogue, oddOnesOut: readonly PaperId[], leftOut: readonly string[] = []) {
  const columns = mapColumns(catalogue, indexOfCorpus(catalogue.corpus), radiusScale(catalogue));
  return buildCoverage(catalogue, oddOnesOut, leftOut, NO_LIMITS, innerCounts(columns));
}

describe("buildCoverage", () => {
  test("says of the bundled corpus how whole it is, to the paper", () => {
    const { coverage } = buildViewModel(clipSources(), stateWith());
    expect(coverage.resolved).toBe("19 of 19 papers resolved");
    expect(coverage.references).toBe("reference lists known for 9 of 19");
    expect(coverage.citations).toBe("27 citations among them (17 verified, 10 likely)");
    expect(coverage.dated).toMatch(/^Data of \d+ \w+ \d{4} from /);
    expect(coverage.rootLabel).toBe("CLIP");
    expect(coverage.unresolved).toEqual([]);
  });

  test("names Per-Clip VOS as odd, with what reading it showed", () => {
    const { oddOnesOut } = buildViewModel(clipSources(), stateWith()).coverage;
    expect(oddOnesOut.map(({ label }) => label)).toEqual(["Per-Clip VOS"]);
    expect(oddOnesOut[0]?.text).toMatch(/53 of its references were read and CLIP is not among them/);
  });

  test("counts an entry that no paper was found for, and lists it with line and reason", () => {
    const unresolved = [
      { line: 132, title: "<b>Lost</b>", reason: "two candidates" },
      { title: "Elsewhere", reason: "no match" },
    ];
    const coverage = coverageOf(buildCatalogue(corpusOf("A<-B", {}, { unresolved })), []);
    expect(coverage.resolved).toBe("2 of 4 papers resolved");
    expect(coverage.unresolved).toEqual([
      { paper: null, text: "line 132 <b>Lost</b>: two candidates" },
      { paper: null, text: "Elsewhere: no match" },
    ]);
  });

  test("tells papers that only their titles name from those that are resolved, each with its paper", () => {
    const unresolved = [{ paper: "B", line: 3, title: "B", reason: "no such title" }];
    const facts = { B: { identified: false } } as const;
    const coverage = coverageOf(buildCatalogue(corpusOf("A<-B", facts, { unresolved })), []);
    expect(coverage.resolved).toBe("1 of 2 papers resolved");
    expect(coverage.unresolved).toEqual([{ paper: "B", text: "line 3 B: no such title" }]);
  });

  test("counts what is left out of the data, and names as much as the foot has room for", () => {
    const catalogue = buildCatalogue(corpusOf("A<-B"));
    const leftOut = Array.from({ length: 150 }, (_, i) => `corpus.json: papers[${i}]: wrong`);
    const coverage = coverageOf(catalogue, [], leftOut);
    expect(coverage.leftOutCount).toBe(150);
    expect(coverage.leftOut).toEqual(leftOut.slice(0, 100));
    expect(coverageOf(catalogue, [])).toMatchObject({ leftOutCount: 0, leftOut: [] });
    expect(buildViewModel({ ...clipSources(), leftOut }, stateWith()).coverage.leftOutCount).toBe(150);
  });

  test("tells a paper whose list says nothing from one whose list nobody has read", () => {
    const catalogue = buildCatalogue(missingReferenceCorpus());
    const { oddOnesOut } = coverageOf(catalogue, [paperId("B"), paperId("C")]);
    expect(oddOnesOut.map(({ text }) => text)).toEqual([
      "Its reference list is known and leads to no citation path.",
      "No citation path is known; its reference list was not read yet.",
    ]);
  });

  test("names twenty papers apart, and says how many more there are", () => {
    const names = Array.from({ length: 23 }, (_, i) => `P${i}`);
    const { oddOnesOut, moreOddOnesOut } = coverageOf(
      buildCatalogue(corpusOf(names.join(", "))),
      names.map(paperId),
    );
    expect([oddOnesOut.length, moreOddOnesOut]).toEqual([20, 3]);
  });

  test("says when and whence the newest data is, and naming each source once", () => {
    const dated = (retrieved: { source: string; at: string }[]) =>
      coverageOf(buildCatalogue(corpusOf("A", {}, { retrieved })), []);
    expect(dated([]).dated).toBe("Data without a date");
    const both = dated([
      { source: "curation", at: "2023-10-09" },
      { source: "semantic-scholar", at: "2026-11-23" },
      { source: "semantic-scholar", at: "2026-11-20" },
    ]);
    expect(both.dated).toBe(
      "Data of 23 November 2026 from the papers’ own reference lists and Semantic Scholar",
    );
    expect([both.semanticScholarAsked, dated([]).semanticScholarAsked]).toEqual([true, false]);
  });

  test("counts links from a database apart from those that were read", () => {
    const coverage = coverageOf(buildCatalogue(corpusOf("A<-B, A<-C, A<-W", { W: { role: "context" } })), []);
    expect(coverage.citations).toBe("2 citations among them (2 reported)");
    expect(coverageOf(buildCatalogue(corpusOf("A")), []).citations).toBe("0 citations among them");
  });
});
