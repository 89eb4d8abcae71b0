import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { type Camera, radiusOnScreen } from "../../src/draw/map/camera.ts";
import { drawLabels, placeMapLabels } from "../../src/draw/map/draw-labels.ts";
import { drawLinks } from "../../src/draw/map/draw-links.ts";
import { drawPapers } from "../../src/draw/map/draw-papers.ts";
import type { MarkedMap } from "../../src/draw/map/marks.ts";
import { curvesAlong, curvesBetween, type Picture } from "../../src/draw/map/picture.ts";
import type { Surface } from "../../src/draw/map/surface.ts";
import type { LabelSide } from "../../src/layout/boxes.ts";
import { LIGHT } from "../../src/view/looks/palette.ts";
import { buildSources } from "../../src/view/sources.ts";
import type { State } from "../../src/view/state/state.ts";
import { chain, corpusOf, cycle } from "../graphs.ts";
import { markedViewModel } from "../view/marked-model.ts";
import { stateWith } from "../view/models.ts";
import { recordingSurface } from "./recording-surface.ts";

const IN_PLACE = { k: 1, x: 0, y: 0 };

/** Draws links, papers and labels, in the order of the page. */
function drawMap(
  surface: Surface,
  model: MarkedMap,
  picture: Picture,
  labelSides: readonly LabelSide[],
  camera: Camera,
): void {
  drawLinks(surface, model, picture, camera, LIGHT);
  drawPapers(surface, model, picture, camera, LIGHT);
  const labels = placeMapLabels(surface, model, { picture, labelSides }, camera);
  drawLabels(surface, model, picture, labels, camera, LIGHT);
}

/** The map of a corpus with its papers 200 px apart from left to right, drawn on a recording surface. */
function draw(corpus: Corpus, choices: Partial<State> = {}, camera = IN_PLACE) {
  const model = markedViewModel(buildSources(corpus), stateWith({ view: "network", ...choices })).map;
  const positions = Float64Array.from(model.papers.flatMap((_, i) => [100 + 200 * i, 300]));
  const picture: Picture = { positions, curves: curvesBetween(model, positions) };
  const { surface, drawing } = recordingSurface();
  drawMap(
    surface,
    model,
    picture,
    model.papers.map(() => "above" as const),
    camera,
  );
  const xOf = (name: string) => positions[model.papers.findIndex(({ id }) => id === name) * 2] ?? Number.NaN;
  const heads = drawing.polygons.map(({ points: [x = 0, y = 0, ...barbs] }) => ({ x, y, barbs }));
  const marks = drawing.outlines;
  /** The paper whose place is nearest to an x. */
  const nearest = (x: number) =>
    model.papers.toSorted((a, b) => Math.abs(xOf(a.id) - x) - Math.abs(xOf(b.id) - x))[0]?.id;
  return { model, drawing, heads, marks, xOf, nearest };
}

describe("drawLinks, drawPapers and drawLabels", () => {
  test("draws links first, then papers, then labels", () => {
    const { verbs } = draw(corpusOf(chain)).drawing;
    expect(verbs.lastIndexOf("curves")).toBeLessThan(verbs.indexOf("text"));
    expect(verbs.lastIndexOf("outline")).toBeLessThan(verbs.indexOf("text"));
    expect(verbs.indexOf("curves")).toBe(0);
  });

  test("draws each visible paper and none that is hidden, and no link to it", () => {
    const years = { A: { year: 2021 }, B: { year: 2022 }, C: { year: 2023 }, D: { year: 2024 } };
    const { drawing, marks, nearest } = draw(corpusOf(chain, years), { years: [2021, 2023] });
    expect([...new Set(marks.map(({ x }) => nearest(x)))].sort()).toEqual(["A", "B", "C"]);
    expect(drawing.curves).toHaveLength(2);
    expect(drawing.texts.map(({ text }) => text).sort()).toEqual(["A", "B", "C"]);
  });

  test("draws only the links that are wanted, each along its own curve", () => {
    const { model } = draw(corpusOf(chain));
    const positions = Float64Array.from(model.papers.flatMap((_, i) => [100 + 200 * i, 300]));
    const picture: Picture = { positions, curves: curvesBetween(model, positions) };
    const curvesOf = (wanted?: Parameters<typeof drawLinks>[5]) => {
      const { surface, drawing } = recordingSurface();
      drawLinks(surface, model, picture, IN_PLACE, LIGHT, wanted);
      return drawing.curves;
    };
    const all = curvesOf();
    expect(all).toHaveLength(model.links.length);
    model.links.forEach((one, i) => {
      expect(curvesOf((link) => link === one)).toEqual([all[i]]);
    });
  });

  test("draws no link that a filter takes away", () => {
    const citations = [
      { citing: "B", cited: "A", confidence: "likely" as const },
      { citing: "C", cited: "A", confidence: "verified" as const },
    ];
    const corpus = corpusOf("A, B, C", {}, { citations });
    expect(draw(corpus).drawing.curves).toHaveLength(2);
    expect(draw(corpus, { hiddenEvidence: ["likely"] }).drawing.curves).toHaveLength(1);
  });

  test("draws a likely link with dashes, and a verified or reported one without", () => {
    for (const confidence of ["likely", "verified", "reported"] as const) {
      const corpus = corpusOf("A, B", {}, { citations: [{ citing: "B", cited: "A", confidence }] });
      const dashes = draw(corpus).drawing.curves.map(({ stroke }) => stroke.dash !== undefined);
      expect(dashes, confidence).toEqual([confidence === "likely"]);
    }
  });

  test("draws a paper whose count nobody knows as a dashed ring, and one that is known as a disc", () => {
    const { marks, nearest } = draw(corpusOf("A<-B", { A: { citationCount: 100 } }));
    const ring = marks.filter(({ stroke }) => stroke?.dash !== undefined);
    expect(ring.map(({ x }) => nearest(x))).toEqual(["B"]);
    expect(ring[0]?.alpha).toBeLessThan(0.5);
  });

  test("points every arrow at the cited paper", () => {
    const { heads, xOf } = draw(corpusOf("A<-B, C->D"));
    expect(heads).toHaveLength(2);
    for (const { x, barbs } of heads) {
      const forward = x < 300 ? xOf("A") : xOf("D");
      const citing = x < 300 ? xOf("B") : xOf("C");
      expect(Math.abs(x - forward)).toBeLessThan(Math.abs(x - citing));
      // The tip is nearer to the cited paper than the barbs.
      for (const barb of barbs.filter((_, i) => i % 2 === 0)) {
        expect(Math.abs(x - forward)).toBeLessThan(Math.abs(barb - forward));
      }
    }
  });

  test("keeps the tip of an arrow off the dot it points at, and near it, at every zoom", () => {
    for (const k of [0.3, 1, 4]) {
      const { heads, model } = draw(corpusOf("A<-B"), {}, { k, x: 0, y: 0 });
      const radius = radiusOnScreen(model.papers[0]?.radius ?? 0, k);
      const [tip] = heads;
      const away = Math.hypot((tip?.x ?? 0) - 100 * k, (tip?.y ?? 0) - 300 * k);
      expect(away).toBeGreaterThan(radius);
      expect(away).toBeLessThan(radius + 6);
    }
  });

  test("draws papers that cite each other as one line with a head at both ends", () => {
    const { drawing, heads, nearest } = draw(corpusOf("C<-D, D<-C"));
    expect(drawing.curves).toHaveLength(1);
    expect(heads.map(({ x }) => nearest(x)).sort()).toEqual(["C", "D"]);
    expect(draw(corpusOf(cycle)).heads).toHaveLength(5);
  });

  test("writes the label of every survey paper that has room, letter for letter", () => {
    const label = "<img src=x onerror=alert(1)>";
    const { drawing } = draw(corpusOf(chain, { C: { label } }));
    expect(drawing.texts.map(({ text }) => text)).toEqual(["A", "B", label, "D"]);
  });

  test("writes labels of works around the survey only from near by, or where they are highlighted", () => {
    const corpus = corpusOf("A->W", { W: { role: "context" } });
    const texts = (choices: Partial<State>, k: number) =>
      draw(corpus, choices, { k, x: 0, y: 0 }).drawing.texts.map(({ text }) => text);
    expect(texts({}, 1)).toEqual(["A"]);
    expect(texts({}, 2)).toEqual(["A", "W"]);
    expect(texts({ selected: paperId("A") }, 1)).toEqual(["A", "W"]);
    expect(texts({ pointed: paperId("W") }, 0.5)).toContain("W");
  });

  test("leaves out labels of papers that are off the surface", () => {
    const { drawing } = draw(corpusOf(chain), {}, { k: 1, x: -5_000, y: 0 });
    expect(drawing.texts).toEqual([]);
  });

  test("rings the paper that is selected and the one that is pointed at", () => {
    const choices = { selected: paperId("A"), pointed: paperId("C") };
    const { marks, nearest } = draw(corpusOf(chain), choices);
    const rings = marks.filter(({ fill, stroke }) => fill === null && stroke !== null);
    expect(rings.map(({ x, stroke }) => [nearest(x), stroke?.color])).toEqual([
      ["A", LIGHT.ink],
      ["C", LIGHT.accent],
    ]);
  });

  test("draws what is faint under what is highlighted", () => {
    const { curves } = draw(corpusOf(chain), { selected: paperId("A") }).drawing;
    expect(curves.map(({ stroke }) => stroke.alpha)).toEqual([0.14, 0.14, 1]);
  });

  test("draws a traced lineage and the main path in the accent, and nothing else in it", () => {
    const accent = (choices: Partial<State>) =>
      draw(corpusOf("A<-B<-C, A<-C, X<-Y"), choices).drawing.curves.filter(
        ({ stroke }) => stroke.color === LIGHT.accent,
      ).length;
    expect(accent({})).toBe(0);
    expect(accent({ selected: paperId("B"), traced: true })).toBe(2);
    expect(accent({ links: "main-path" })).toBe(2);
  });

  test("fades the implied links of the skeleton, draws the others as before, and takes none away", () => {
    const corpus = corpusOf("A<-B<-C, A<-C");
    const alphas = (choices: Partial<State>) =>
      draw(corpus, choices)
        .drawing.curves.map(({ stroke }) => stroke.alpha ?? 1)
        .sort();
    expect(alphas({})).toEqual([0.72, 0.72, 0.72]);
    expect(alphas({ links: "skeleton" })).toEqual([0.2, 0.72, 0.72]);
  });

  test("puts three pips under each paper of the main path, filled by how many weights agree", () => {
    const pips = (choices: Partial<State>) =>
      draw(corpusOf("A<-B, X"), choices).marks.filter(({ radius }) => radius === 2.1);
    expect(pips({})).toEqual([]);
    expect(pips({ links: "main-path" }).map(({ fill }) => fill)).toEqual(Array(6).fill(LIGHT.accent));
  });

  test("colours by generation when asked, and by domain otherwise", () => {
    const fills = (choices: Partial<State>) =>
      draw(corpusOf("A<-B, X"), choices)
        .marks.filter(({ fill }) => fill !== LIGHT.background)
        .map(({ fill }) => fill);
    expect(fills({ colouring: "generation" })).toEqual([
      LIGHT.generations[0],
      LIGHT.generations[1],
      LIGHT.context,
    ]);
    expect(fills({})).toEqual([LIGHT.context, LIGHT.context, LIGHT.context]);
  });

  test("ends a routed line at the rim of its dots at every zoom", () => {
    const model = markedViewModel(buildSources(corpusOf("A<-B")), stateWith()).map;
    const positions = Float64Array.from([100, 100, 400, 100]);
    const radius = model.papers[0]?.radius ?? 0;
    const route = [400 - radius, 100, 300, 100, 200, 100, 100 + radius, 100];
    const picture = { positions, curves: curvesAlong(model, positions, [route]) };
    for (const k of [0.5, 1, 3]) {
      const { surface, drawing } = recordingSurface();
      drawMap(surface, model, picture, [], { k, x: 0, y: 0 });
      const curve = drawing.curves[0]?.curve ?? [];
      expect(curve[0]).toBeCloseTo(400 * k - radiusOnScreen(radius, k), 6);
      expect(curve.at(-2)).toBeCloseTo(100 * k + radiusOnScreen(radius, k) + 2, 6);
    }
  });

  test("draws nothing but nothing for an empty corpus", () => {
    const { drawing } = draw(corpusOf(""));
    expect(drawing.verbs).toEqual([]);
  });
});

describe("radiusOnScreen", () => {
  test("grows with the zoom, slower than distances do, within bounds", () => {
    const zooms = [0.15, 0.5, 1, 2, 4, 12];
    const radii = zooms.map((k) => radiusOnScreen(10, k));
    expect(radii).toEqual(radii.toSorted((a, b) => a - b));
    expect(radiusOnScreen(10, 1)).toBe(10);
    expect([radii[0], radii.at(-1)]).toEqual([6.2, 24]);
  });
});
