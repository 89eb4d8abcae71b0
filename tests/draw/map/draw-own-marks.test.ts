import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { drawOwnMarks } from "../../../src/draw/map/draw-own-marks.ts";
import { NO_MARK } from "../../../src/reading/marks.ts";
import { LIGHT } from "../../../src/view/looks/palette.ts";
import { buildSources } from "../../../src/view/sources.ts";
import type { State } from "../../../src/view/state/state.ts";
import { corpusOf } from "../../graphs.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { stateWith } from "../../view/models.ts";
import { recordingSurface } from "../recording-surface.ts";

function draw(choices: Partial<State> = {}) {
  const marks = new Map([
    [paperId("A"), { ...NO_MARK, starred: true }],
    [paperId("B"), { ...NO_MARK, read: true }],
  ]);
  const sources = { ...buildSources(corpusOf("A<-B, C", { A: { year: 2020 }, B: { year: 2021 } })), marks };
  const { map } = markedViewModel(sources, stateWith(choices));
  const picture = { positions: Float64Array.of(100, 100, 300, 100, 500, 100), curves: new Float64Array() };
  const { surface, drawing } = recordingSurface();
  drawOwnMarks(surface, map, picture, { k: 1, x: 0, y: 0 }, LIGHT);
  return drawing;
}

describe("drawOwnMarks", () => {
  test("draws a star above and beside what is starred, a tick below what is read, and nothing elsewhere", () => {
    const { outlines, lines } = draw();
    expect(outlines.filter(({ fill }) => fill === LIGHT.ink)).toHaveLength(1);
    for (const { x, y } of outlines) expect(x > 100 && x < 120 && y < 100).toBe(true);
    expect(lines.filter(({ stroke }) => stroke.color === LIGHT.ink)).toHaveLength(2);
    for (const { x1, y2 } of lines) expect(x1 > 300 && x1 < 330 && y2 > 95).toBe(true);
  });

  test("draws none of a paper that is hidden", () => {
    const { outlines, lines } = draw({ years: [2021, 2021] });
    expect(outlines).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
  });
});
