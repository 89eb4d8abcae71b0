import { expect, test } from "vitest";
import { chain, corpusOf, cycle, diamond, graphOf, missingReferenceCorpus } from "./graphs.ts";

test("graphOf reads arrows both ways, chains and lone papers", () => {
  expect(graphOf("A<-B, C->A\nX <- Y <- Z, L")).toEqual({
    papers: ["A", "B", "C", "X", "Y", "Z", "L"],
    citations: [
      { citing: "B", cited: "A" },
      { citing: "C", cited: "A" },
      { citing: "Y", cited: "X" },
      { citing: "Z", cited: "Y" },
    ],
  });
  expect(graphOf("")).toEqual({ papers: [], citations: [] });
  expect(() => graphOf("A<-")).toThrow('a name is missing in "A<-"');
});

test("corpusOf makes a corpus whose root is the first paper", () => {
  expect(corpusOf(chain).survey.root).toBe("A");
  expect(corpusOf(diamond).citations).toHaveLength(4);
  expect(corpusOf(cycle).papers.map((paper) => paper.id)).toEqual(["A", "B", "C", "D"]);
  expect(corpusOf("").survey.root).toBeNull();
  expect(corpusOf("A<-B", { B: { year: 2020 } }).papers[1]?.year).toBe(2020);
});

test("missingReferenceCorpus lists the gap of the paper whose references nobody has read", () => {
  expect(missingReferenceCorpus().gaps).toMatchObject([{ paper: "C", of: "references" }]);
});
