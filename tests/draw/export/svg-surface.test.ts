import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { svgSurface } from "../../../src/draw/export/svg-surface.ts";
import { HOSTILE, kept, texts } from "../../export/hostile.ts";
import { wellFormed } from "../../export/well-formed.ts";

const document = (elements: string) =>
  wellFormed(`<svg xmlns="http://www.w3.org/2000/svg">${elements}</svg>`);

describe("svgSurface", () => {
  test("writes each verb as an element, places to the hundredth of a px", () => {
    const surface = svgSurface(300, 200);
    surface.rect(0, 1.23456, 10, 20, "#fff", 0.5);
    surface.line(0, 0, 9, 9, { color: "red", width: 1, dash: [2, 2] });
    surface.curves([[0, 0, 1, 1, 2, 2, 3, 3]], { color: "#000", width: 1.5, alpha: 0.72 });
    surface.polygons([[0, 0, 4, 0, 4, 4]], "blue");
    surface.outline(5, 5, 2, null, "blue", null);
    surface.outline(
      5,
      5,
      2,
      [
        [1, 0],
        [0, 1],
      ],
      null,
      { color: "red", width: 2 },
    );
    expect(surface.elements().split("\n")).toEqual([
      '<rect x="0" y="1.23" width="10" height="20" fill="#fff" fill-opacity="0.5"/>',
      '<path d="M0 0L9 9" fill="none" stroke="red" stroke-width="1" stroke-dasharray="2 2"/>',
      '<path d="M0 0C1 1 2 2 3 3" fill="none" stroke="#000" stroke-width="1.5" stroke-opacity="0.72"/>',
      '<path d="M0 0L4 0L4 4Z" fill="blue"/>',
      '<circle cx="5" cy="5" r="2" fill="blue"/>',
      '<path d="M7 5L5 7Z" fill="none" stroke="red" stroke-width="2"/>',
    ]);
    document(surface.elements());
  });

  test("writes nothing for no curves and no polygons", () => {
    const surface = svgSurface(10, 10);
    surface.curves([], { color: "red", width: 1 });
    surface.polygons([], "red");
    expect(surface.elements()).toBe("");
  });

  test("keeps text as text, its halo under it and out of the way of a screen reader", () => {
    const surface = svgSurface(10, 10);
    surface.text(1, 2, "SLIP", { size: 12, color: "#000", halo: "#fff", anchor: "end", weight: 700 });
    const [halo, text] = [...document(surface.elements()).getElementsByTagName("text")];
    expect([halo, text].map((element) => element?.textContent)).toEqual(["SLIP", "SLIP"]);
    expect([halo, text].map((element) => element?.getAttribute("aria-hidden"))).toEqual(["true", null]);
    expect(text?.getAttribute("text-anchor")).toBe("end");
  });

  test("lets no text, colour or number out of its place", () => {
    fc.assert(
      fc.property(texts, texts, fc.double(), (text, color, number) => {
        const surface = svgSurface(10, 10);
        surface.text(number, 2, text, { size: 12, color });
        surface.rect(number, number, number, number, color, number);
        surface.curves([[number, 0, 1, 1, 2, 2, 3, number]], { color, width: number });
        const read = document(surface.elements());
        expect(read.documentElement?.childNodes).toHaveLength(5);
        expect(read.getElementsByTagName("text")[0]?.textContent).toBe(kept(text));
        expect(surface.elements()).not.toMatch(/NaN|Infinity/);
      }),
      { examples: HOSTILE.map((text): [string, string, number] => [text, text, Number.NaN]) },
    );
  });
});
