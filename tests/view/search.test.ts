import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { buildSearch, termsOf } from "../../src/view/search.ts";
import { corpusOf } from "../graphs.ts";
import { clipSources } from "./models.ts";

const { catalogue, search } = clipSources();
const labels = (query: string) => search(query).map((id) => catalogue.byId.get(id)?.label);

const small = buildSearch(
  buildCatalogue(
    corpusOf(
      "A, B, C",
      {
        A: { title: "语义分割的对比学习", authors: ["王 小明"], year: 2021 },
        B: { title: "Étude of masks", authors: ["José Núñez"], venue: "ICML" },
        C: { title: "A study of masks", role: "context", year: 1998 },
      },
      {
        survey: { domains: [{ id: "d", label: { en: "D" } }] },
        placements: [{ paper: "A", domain: "d", venue: "CVPR 2022", organization: "Tsinghua" }],
      },
    ),
  ),
);

describe("search", () => {
  test.each([
    ["label", "SLIP", "SLIP"],
    ["label with a hyphen", "clip-nerf", "CLIP-NeRF"],
    ["words of the title in any order", "visual transferable learning", "CLIP"],
    ["author", "Radford", "CLIP"],
    ["author and year", "radford 2021", "CLIP"],
    ["the beginning of a word", "pointcl", "PointCLIP"],
    ["a title with a typing error", "transferrable visual models", "CLIP"],
    ["a title with a letter left out", "segmentaton", "OVSeg"],
  ])("finds a paper by %s", (_, query, label) => {
    expect(labels(query)).toContain(label);
  });

  test("puts the paper of that name first", () => {
    for (const label of ["CLIP", "SLIP", "FLIP", "OVSeg", "RemoteCLIP", "A-CLIP"]) {
      expect(labels(label)[0]).toBe(label);
    }
  });

  test("finds every paper of the survey by its label and by its title", () => {
    for (const { paper, label } of catalogue.entries.filter((entry) => entry.paper.role === "survey")) {
      expect(search(label), label).toContain(paper.id);
      expect(search(paper.title), paper.title).toContain(paper.id);
    }
  });

  test("finds by venue as the survey writes it, by organisation and by year", () => {
    expect([small("cvpr"), small("ICML"), small("tsinghua"), small("1998")]).toEqual([
      ["A"],
      ["B"],
      ["A"],
      ["C"],
    ]);
  });

  test("finds Chinese by any part of it, and names with and without accents", () => {
    expect([small("分割"), small("对比学习"), small("小明")]).toEqual([["A"], ["A"], ["A"]]);
    expect([small("nunez"), small("Núñez"), small("etude")]).toEqual([["B"], ["B"], ["B"]]);
  });

  test("puts a paper of the survey before a work around it", () => {
    expect(small("masks")).toEqual(["B", "C"]);
  });

  test("wants every word, and takes a year as it is", () => {
    expect(small("masks cvpr")).toEqual([]);
    expect(small("1999")).toEqual([]);
  });

  test.each(["", "   ", "\t\n", "!!!", "xyzzyq"])("finds nothing for %j", (query) => {
    expect(search(query)).toEqual([]);
  });

  test("looks up a word once, however often it is asked for, and completes the last", () => {
    expect(termsOf("a A á a a")).toEqual(["a"]);
    expect(termsOf("view of a View ma")).toEqual(["of", "a", "view", "ma"]);
    expect(termsOf("的 的的")).toEqual(["的"]);
    expect(new Set(search("clip ".repeat(60)))).toEqual(new Set(search("clip")));
  });

  test("never throws, and finds each paper at most once", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constant("constructor")),
        (query) => {
          const found = search(query);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
