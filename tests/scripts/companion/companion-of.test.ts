import { describe, expect, test } from "vitest";
import { companionOf } from "../../../scripts/companion/companion-of.ts";
import { layOut } from "../../../scripts/companion/lay-out.ts";
import { NO_SLOT } from "../../../src/columns/companion.ts";
import { decodeCompanion } from "../../../src/columns/decode-companion.ts";
import { encodeCompanion } from "../../../src/columns/encode-companion.ts";
import { buildCatalogue } from "../../../src/view/catalogue.ts";
import { radiusScale } from "../../../src/view/radius.ts";
import { plain } from "../../companion/sample-companion.ts";
import { corpusOf } from "../../graphs.ts";
import { largeCorpus } from "./large-corpus.ts";

const FILE = { bytes: 1, sha256: "2" };
const inARow = ({ count }: { count: number }) =>
  Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 50 * i : i));

describe("companionOf", () => {
  const corpus = corpusOf(
    `
      Z<-B<-D, Z<-D
      A
    `,
    {
      Z: { title: "Zero: the root", date: "2020-05-05", citationCount: 100 },
      B: { year: 2021 },
      D: { role: "context", date: "2022-01" },
    },
    {
      citations: [
        { citing: "B", cited: "Z", confidence: "verified" },
        { citing: "D", cited: "B", confidence: "likely" },
        { citing: "D", cited: "Z" },
      ],
      survey: {
        title: "Of four",
        root: "Z",
        domains: [
          { id: "empty", label: { en: "Empty" } },
          { id: "roots", label: { en: "Roots" } },
        ],
      },
      placements: [{ paper: "Z", domain: "roots" }],
    },
  );
  const companion = companionOf(corpus, FILE, inARow);
  // Papers by their ids: A, B, D, Z.
  const { papers, citations } = companion;

  test("puts papers in the order of their ids, with places, dates and the list they are from", () => {
    expect([...papers.x]).toEqual([0, 100, 200, 300]);
    expect([...papers.y]).toEqual([1, 3, 5, 7]);
    const { entries } = buildCatalogue(corpus);
    expect([...papers.day]).toEqual(entries.map(({ day }) => day ?? Number.NaN));
    const scale = radiusScale(buildCatalogue(corpus));
    expect([...papers.radius]).toEqual(entries.map((entry) => Math.fround(scale.of(entry).radius)));
    expect([...papers.survey]).toEqual([1, 1, 0, 1]);
    expect([...papers.sizeKnown]).toEqual([0, 0, 1, 1]);
    expect(companion).toMatchObject({ corpus: FILE, title: "Of four", root: { id: "Z", paper: 3 } });
  });

  test("holds the citations of each paper, what a longer path implies, and the evidence", () => {
    expect([...citations.citing]).toEqual([1, 2, 2]);
    expect([...citations.cited]).toEqual([3, 1, 3]);
    expect([...citations.implied]).toEqual([0, 0, 1]);
    expect([...citations.confidence]).toEqual([0, 1, 2]);
  });

  test("holds generations, groups by their slots, and communities", () => {
    expect([...papers.generation]).toEqual([-1, 1, 2, 0]);
    expect([...papers.slot]).toEqual([NO_SLOT, NO_SLOT, NO_SLOT, 1]);
    expect(companion.groups).toEqual([
      { label: "", papers: 0 },
      { label: "Roots", papers: 1 },
    ]);
    const sizes = companion.communities.map((_, i) => papers.community.filter((own) => own === i).length);
    expect(companion.communities.map(({ papers }) => papers)).toEqual(sizes);
    expect(papers.community[0]).toBe(-1);
  });

  test("names the root first, then the survey's papers, then the related works", () => {
    expect([...papers.labelRank]).toEqual([2, 1, 3, 0]);
    expect(companion.labelOf(3)).toBe("Zero");
    expect(papers.labelZoom[3]).toBe(0);
  });

  test("keeps citations of a cycle, none of which is implied for being set aside", () => {
    const { citations } = companionOf(corpusOf("A<-B<-A"), FILE, inARow);
    expect([...citations.cited]).toEqual([1, 0]);
    expect([...citations.implied]).toEqual([0, 0]);
  });

  test("can be written and read for a corpus of every kind", () => {
    for (const corpus of [corpusOf(""), corpusOf("A"), corpusOf("A<-B"), largeCorpus()]) {
      const companion = companionOf(corpus, FILE, layOut);
      expect(plain(decodeCompanion(encodeCompanion(companion)))).toEqual(plain(companion));
    }
  });
});
