import { describe, expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/schema.ts";
import { drawSheet, sheetSize, sheetSvg } from "../../src/draw/export/draw-sheet.ts";
import { sheetOf } from "../../src/draw/export/sheet-of.ts";
import { svgSurface } from "../../src/draw/export/svg-surface.ts";
import { shiftedSurface } from "../../src/draw/map/shifted-surface.ts";
import { DARK, LIGHT } from "../../src/view/looks/palette.ts";
import { buildSources } from "../../src/view/sources.ts";
import type { State } from "../../src/view/state/state.ts";
import { HOSTILE, hostileCorpus, keptOnALine } from "../export/hostile.ts";
import { wellFormed } from "../export/well-formed.ts";
import { corpusOf, cycle } from "../graphs.ts";
import { clipCorpus, stateWith } from "../view/models.ts";
import { recordingSurface } from "./recording-surface.ts";

const SIZE = { width: 1200, height: 760 };
const sheet = (corpus: Corpus, choices: Partial<State> = {}, theme = LIGHT, size = SIZE) =>
  sheetOf(buildSources(corpus), stateWith(choices), size, theme);

/** The texts of a picture that a screen reader reads, in its order. */
function textsOf(svg: string): string[] {
  return [...wellFormed(svg).getElementsByTagName("text")]
    .filter((text) => text.getAttribute("aria-hidden") === null)
    .map(({ textContent }) => textContent ?? "");
}

describe("sheetSvg", () => {
  for (const view of ["lineage", "network"] as const)
    test(`draws the ${view} with title, every paper's name, legend and sources as text`, () => {
      const corpus = clipCorpus();
      const svg = sheetSvg(sheet(corpus, { view }));
      const texts = textsOf(svg);
      expect(texts[0] === "CLIP lineage" || texts.includes("CLIP lineage")).toBe(true);
      for (const { label, role } of corpus.papers)
        if (role === "survey" && label) expect(texts).toContain(label);
      for (const name of [
        "Segmentation",
        "from citing to cited paper",
        "the same, only likely",
        "count not known yet",
      ])
        expect(texts).toContain(name);
      expect(texts.at(-1)).toBe("Citation counts: Semantic Scholar, www.semanticscholar.org");
      const root = wellFormed(svg).documentElement;
      expect(root?.getElementsByTagName("title")[0]?.textContent).toBe("CLIP lineage");
      expect(root?.getElementsByTagName("desc")[0]?.textContent).toMatch(
        /19 papers, 89 works around them, 250 citations.*SLIP/,
      );
      expect(root?.getAttribute("role")).toBe("img");
    });

  test("needs nothing else: no script, style sheet, font or picture, and no link", () => {
    const svg = sheetSvg(sheet(clipCorpus()));
    expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|href|url\(|\son\w+=|style=/i);
  });

  test("is the same each time, and has the colours of its theme", () => {
    const corpus = clipCorpus();
    expect(sheetSvg(sheet(corpus))).toBe(sheetSvg(sheet(corpus)));
    expect(sheetSvg(sheet(corpus, {}, DARK))).toContain(`fill="${DARK.background}"`);
    expect(sheetSvg(sheet(corpus, {}, DARK))).not.toContain(`fill="${LIGHT.background}"`);
  });

  test("says what colours and lines mean as they are chosen", () => {
    const words = (choices: Partial<State>) =>
      sheet(clipCorpus(), choices)
        .words.keys.flat()
        .map(({ label }) => label);
    expect(words({ colouring: "generation" })).toContain("generation 3");
    expect(words({ colouring: "year" })).toContain("2022");
    expect(words({ links: "main-path" })).toContain("main path");
    expect(words({ view: "network" })).not.toContain("main path");
    expect(words({ view: "network", layer: "coupling" })).toContain("the wider, the more is shared");
    expect(words({ view: "network", layer: "coupling" })).not.toContain("from citing to cited paper");
    expect(words({ hiddenGroups: ["segmentation"] })).not.toContain("Segmentation");
    expect(words({ context: false })).not.toContain("work around the survey");
  });

  test("shows a sheet of the page that is no map as the lineage", () => {
    expect(sheet(clipCorpus(), { view: "table" }).placement.furniture).not.toBeNull();
  });

  test("holds hostile texts letter for letter", () => {
    for (const text of HOSTILE) {
      const texts = textsOf(sheetSvg(sheet(hostileCorpus(text))));
      expect(
        texts.some((drawn) => keptOnALine(drawn) === keptOnALine(text)),
        text,
      ).toBe(true);
    }
  });

  test("draws an empty corpus, and mutual citations", () => {
    for (const graph of ["", "A", cycle])
      for (const view of ["lineage", "network"] as const) textsOf(sheetSvg(sheet(corpusOf(graph), { view })));
  });

  test("keeps every text within the picture, on a phone too", () => {
    for (const size of [SIZE, { width: 390, height: 500 }]) {
      const made = sheet(clipCorpus(), {}, LIGHT, size);
      const { surface, drawing } = recordingSurface(size.width, sheetSize(made).height);
      drawSheet(surface, made);
      for (const { y } of drawing.texts) expect(y).toBeGreaterThan(0);
      for (const { y, text } of drawing.texts) expect(y, text).toBeLessThan(sheetSize(made).height);
      for (const { x } of drawing.texts.filter(({ style }) => style.color === LIGHT.muted))
        expect(x).toBeLessThan(size.width);
    }
  });
});

describe("shiftedSurface", () => {
  test("draws everything elsewhere, and nothing otherwise", () => {
    const plain = svgSurface(50, 50);
    const moved = svgSurface(50, 50);
    const shifted = shiftedSurface(moved, 10, 20, 30, 30);
    for (const [surface, dx, dy] of [
      [plain, 10, 20],
      [shifted, 0, 0],
    ] as const) {
      surface.rect(1 + dx, 2 + dy, 3, 4, "red");
      surface.line(1 + dx, 2 + dy, 3 + dx, 4 + dy, { color: "red", width: 1 });
      surface.curves([[0 + dx, 0 + dy, 1 + dx, 1 + dy, 2 + dx, 2 + dy, 3 + dx, 3 + dy]], {
        color: "red",
        width: 1,
      });
      surface.polygons([[0 + dx, 0 + dy, 4 + dx, 0 + dy, 4 + dx, 4 + dy]], "red", 0.5);
      surface.outline(
        5 + dx,
        5 + dy,
        2,
        [
          [1, 0],
          [0, 1],
        ],
        "red",
        null,
      );
      surface.text(1 + dx, 1 + dy, "x", { size: 10, color: "red" });
    }
    expect(moved.elements()).toBe(plain.elements());
    expect([shifted.width, shifted.height]).toEqual([30, 30]);
  });
});
