import { describe, expect, test } from "vitest";
import { canvasSurface } from "../../../src/draw/map/canvas-surface.ts";

/** A canvas context that writes down its calls, with the properties that were set at each. */
function recordingContext() {
  const calls: string[] = [];
  const set: Record<string, unknown> = {};
  const context = new Proxy(set, {
    get: (target, name: string) =>
      name in target ? target[name] : (...given: unknown[]) => calls.push(`${name} ${JSON.stringify(given)}`),
    set: (target, name: string, value) => {
      target[name] = value;
      return true;
    },
  });
  return { surface: canvasSurface(context as unknown as CanvasRenderingContext2D, 300, 200), calls, set };
}

describe("canvasSurface", () => {
  test("strokes curves that share a stroke in one go, piece by piece", () => {
    const { surface, calls, set } = recordingContext();
    surface.curves(
      [
        [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6],
        [9, 9, 8, 8, 7, 7, 6, 6],
      ],
      { color: "red", width: 2, dash: [5, 4] },
    );
    expect(calls).toEqual([
      "setLineDash [[5,4]]",
      "beginPath []",
      "moveTo [0,0]",
      "bezierCurveTo [1,1,2,2,3,3]",
      "bezierCurveTo [4,4,5,5,6,6]",
      "moveTo [9,9]",
      "bezierCurveTo [8,8,7,7,6,6]",
      "stroke []",
    ]);
    expect([set.strokeStyle, set.lineWidth, set.globalAlpha]).toEqual(["red", 2, 1]);
  });

  test("strokes many curves one by one, and fills many polygons a few hundred at a time", () => {
    const { surface, calls } = recordingContext();
    const many = Array.from({ length: 700 }, (_, i) => [i, 0, i, 1, i, 2, i, 3]);
    surface.curves(many, { color: "red", width: 2 });
    expect(calls.filter((call) => call === "stroke []")).toHaveLength(700);
    expect(calls.filter((call) => call.startsWith("moveTo"))).toHaveLength(700);
    surface.polygons(many, "red");
    expect(calls.filter((call) => call === "fill []")).toHaveLength(3);
    expect(calls.filter((call) => call.startsWith("moveTo"))).toHaveLength(1400);
  });

  test("draws a fine line as thin as the device can", () => {
    const { surface, set } = recordingContext();
    set.getTransform = () => ({ a: 2 });
    surface.curves([[0, 0, 1, 1, 2, 2, 3, 3]], { color: "red", width: 1, fine: true });
    expect(set.lineWidth).toBe(0.5);
  });

  test("draws nothing for no curves", () => {
    const { surface, calls } = recordingContext();
    surface.curves([], { color: "red", width: 1 });
    expect(calls).toEqual([]);
  });

  test("takes the dashes back for the next line", () => {
    const { surface, calls } = recordingContext();
    surface.line(0, 0, 9, 9, { color: "red", width: 1, dash: [2, 2] });
    surface.line(0, 0, 9, 9, { color: "red", width: 1 });
    expect(calls.filter((call) => call.startsWith("setLineDash"))).toEqual([
      "setLineDash [[2,2]]",
      "setLineDash [[]]",
    ]);
  });

  test("scales corners by the radius, and draws a circle without them", () => {
    const { surface, calls } = recordingContext();
    surface.outline(
      10,
      20,
      2,
      [
        [0, -1],
        [1, 1],
        [-1, 1],
      ],
      "red",
      null,
    );
    surface.outline(10, 20, 5, null, null, { color: "red", width: 1 });
    expect(calls).toEqual([
      "beginPath []",
      "moveTo [10,18]",
      "lineTo [12,22]",
      "lineTo [8,22]",
      "closePath []",
      "fill []",
      "beginPath []",
      `arc [10,20,5,0,${2 * Math.PI}]`,
      "setLineDash [[]]",
      "stroke []",
    ]);
  });

  test("writes text letter for letter, its halo under it", () => {
    const { surface, calls, set } = recordingContext();
    surface.text(5, 6, "<b>SLIP</b>", { size: 12, color: "black", halo: "white", anchor: "middle" });
    expect(calls).toEqual([
      "setLineDash [[]]",
      'strokeText ["<b>SLIP</b>",5,6]',
      'fillText ["<b>SLIP</b>",5,6]',
    ]);
    expect([set.textAlign, set.textBaseline]).toEqual(["center", "middle"]);
  });
});
