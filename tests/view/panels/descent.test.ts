import { describe, expect, test } from "vitest";
import type { CorpusInput } from "../../../src/corpus/schema.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { corpusOf, cycle, diamond } from "../../graphs.ts";
import { clipSources, entryOf } from "../models.ts";

type Facts = Record<string, Partial<CorpusInput["papers"][number]>>;

function finder(text: string, facts: Facts = {}, more: Partial<CorpusInput> = {}) {
  const sources = buildSources(corpusOf(text, facts, more));
  const index = (name: string) => entryOf(sources.catalogue, name).index;
  return (from: string, to: string) => sources.findPaths(index(from), index(to));
}

const ways = ({ descents }: ReturnType<ReturnType<typeof finder>>) =>
  descents.map(
    ({ name, hops, ties }) =>
      `${name}: ${hops.map(({ label }) => label).join(" ")}${ties ? `, ${ties}` : ""}`,
  );

describe("pathFinder", () => {
  test("says once what is shortest, longest and heaviest at once", () => {
    const found = finder("A<-B<-C")("A", "C");
    expect(ways(found)).toEqual(["shortest, longest and heaviest way: A B C"]);
    expect([found.heading, found.remark]).toEqual(["How C descends from A", "The only way."]);
  });

  test("tells the shortest from the longest, and says how many ways there are", () => {
    const found = finder("A<-B<-C<-D, A<-D")("A", "D");
    expect(ways(found)[0]).toBe("shortest way: A D");
    expect(ways(found)[1]).toMatch(/^longest and heaviest way: A B C D$/);
    expect(found.remark).toBe("2 ways in all.");
  });

  test("shows ties as ties", () => {
    expect(ways(finder(diamond)("A", "D"))).toEqual([
      "shortest, longest and heaviest way: A B D, one of 2 such ways",
    ]);
  });

  test("finds the same ways whichever end is given first", () => {
    const find = finder("A<-B<-C<-D, A<-C");
    expect(find("D", "A")).toEqual(find("A", "D"));
  });

  test("says of each hop when it appeared and what is known of the citation", () => {
    const find = finder(
      "A, B, C",
      { A: { date: "2021-02-26" }, B: { date: "2021-12" }, C: { year: 2022 } },
      {
        citations: [
          { citing: "B", cited: "A", confidence: "verified", evidence: "reference [46]" },
          {
            citing: "C",
            cited: "B",
            sources: ["semantic-scholar"],
            influential: true,
            intents: ["methodology", "result"],
            contexts: ["We build on B <b>."],
          },
        ],
      },
    );
    const [way] = find("A", "C").descents;
    expect(
      way?.hops.map(({ date, evidence, intents, influential, contexts }) => ({
        date,
        evidence,
        intents,
        influential,
        contexts,
      })),
    ).toEqual([
      { date: "26 February 2021", evidence: null, intents: null, influential: false, contexts: [] },
      {
        date: "December 2021",
        evidence: "verified: reference [46]",
        intents: null,
        influential: false,
        contexts: [],
      },
      {
        date: "2022",
        evidence: "reported by Semantic Scholar",
        intents: "methodology, result",
        influential: true,
        contexts: ["We build on B <b>."],
      },
    ]);
  });

  test("gives the map the papers and citations of every way it shows, and no others", () => {
    const { catalogue, findPaths } = buildSources(corpusOf("A<-B<-C<-D, A<-D, A<-X"));
    const found = findPaths(entryOf(catalogue, "A").index, entryOf(catalogue, "D").index);
    expect([...found.papers].map((i) => catalogue.entries[i]?.label).sort()).toEqual(["A", "B", "C", "D"]);
    expect([...found.citations].sort()).toEqual([0, 1, 2, 3]);
  });

  test("prefers ways among the papers of the survey, and takes works around it where there are none", () => {
    const facts: Facts = { W: { role: "context" } };
    expect(ways(finder("A<-B, A<-W<-B", facts)("A", "B"))).toEqual([
      "shortest, longest and heaviest way: A B",
    ]);
    expect(ways(finder("A<-W<-B", facts)("A", "B"))).toEqual(["shortest, longest and heaviest way: A W B"]);
  });

  test("finds a way through papers that cite each other", () => {
    const found = finder(cycle, { C: { date: "2021" }, D: { date: "2022" } })("C", "D");
    expect(ways(found)).toEqual(["shortest, longest and heaviest way: C D"]);
  });

  test("says that no path is known, names the common ancestors and the lists nobody has read", () => {
    const find = finder("A<-B, A<-C, X", {
      B: { referencesKnown: true },
      C: { referencesKnown: false },
      X: { referencesKnown: false },
    });
    const siblings = find("B", "C");
    expect(siblings.descents).toEqual([]);
    expect(siblings.heading).toBe("C and B");
    expect(siblings.remark).toBe(
      "No citation path between B and C is known. Both descend from A. The reference list of C is not known yet.",
    );
    expect(find("C", "X").remark).toBe(
      "No citation path between C and X is known. The reference lists of C and X are not known yet.",
    );
    expect([siblings.papers.size, siblings.citations.size]).toEqual([2, 0]);
  });

  test("names works around the survey as common ground only where the survey has none", () => {
    const find = finder(
      "B->V, C->V, B->W, C->W",
      { V: { role: "context" }, W: { role: "context" } },
      { survey: {} },
    );
    expect(find("B", "C").remark).toContain("Both cite or build on 2 works around the survey.");
  });

  test("leads 17 of the 18 follow-ups of the bundled survey back to CLIP, and says so of the other", () => {
    const { catalogue, findPaths } = clipSources();
    const root = entryOf(catalogue, "CLIP");
    const others = catalogue.entries.filter((entry) => entry.paper.role === "survey" && entry !== root);
    const lost = others.filter((entry) => findPaths(root.index, entry.index).descents.length === 0);
    expect(lost.map(({ label }) => label)).toEqual(["Per-Clip VOS"]);
    expect(findPaths(root.index, entryOf(catalogue, "Per-Clip VOS").index).remark).toMatch(
      /^No citation path between CLIP and Per-Clip VOS is known\./,
    );
    for (const { index, label } of others) {
      for (const { hops } of findPaths(root.index, index).descents) {
        expect([hops[0]?.label, hops.at(-1)?.label]).toEqual(["CLIP", label]);
        expect(hops.slice(1).every(({ evidence }) => evidence !== null)).toBe(true);
      }
    }
  });
});
