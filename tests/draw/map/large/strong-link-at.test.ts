import { describe, expect, test } from "vitest";
import { loudLinkAt, strongLinkAt } from "../../../../src/draw/map/large/strong-link-at.ts";
import { type MapModel, VISIBLE } from "../../../../src/view/map/map.ts";

const links = { citing: Uint32Array.of(0, 2, 0), cited: Uint32Array.of(1, 3, 0) };
const places = { x: Float32Array.of(0, 200, 0, 200), y: Float32Array.of(0, 0, 100, 100) };
const at = (x: number, y: number, candidates = Uint32Array.of(0, 1), camera = { k: 1, x: 0, y: 0 }) =>
  strongLinkAt(candidates, links, places, camera, x, y);

describe("strongLinkAt", () => {
  test("finds a link where it is drawn, bowed to the left of the way from citing to cited", () => {
    expect(at(100, -18)).toBe(0);
    expect(at(100, 82)).toBe(1);
    expect(at(100, 0)).toBeNull();
    expect(at(2, -1)).toBe(0);
  });

  test("finds only candidates, and follows the camera", () => {
    expect(at(100, -18, Uint32Array.of(1))).toBeNull();
    expect(at(60, 1, Uint32Array.of(0), { k: 0.5, x: 10, y: 10 })).toBe(0);
  });

  test("finds none among too many, and survives a link without length", () => {
    expect(at(100, -18, new Uint32Array(1_001))).toBeNull();
    expect(at(0, 0, Uint32Array.of(2))).toBe(2);
  });
});

describe("loudLinkAt", () => {
  const model = {
    ...links,
    layer: "citations",
    strong: Uint32Array.of(0, 1),
    spine: Uint32Array.of(1),
    similar: null,
    marks: new Uint8Array(4).fill(VISIBLE),
  } as unknown as MapModel;
  const loud = (choices: Partial<MapModel>, x: number, y: number) =>
    loudLinkAt({ ...model, ...choices }, places, { k: 1, x: 0, y: 0 }, x, y);

  test("finds a link that stands out, those of the spine first", () => {
    expect(loud({}, 100, -18)).toBe(0);
    expect(loud({ spine: Uint32Array.of(2) }, 2, -1)).toBe(2);
    expect(loud({ strong: new Uint32Array(0) }, 100, -18)).toBeNull();
  });

  test("finds in a layer of similarity its lines by their place, where both ends are shown", () => {
    const similar = {
      from: Uint32Array.of(0, 0),
      to: Uint32Array.of(3, 1),
      strength: Float32Array.of(1, 1),
      shown: Uint8Array.of(1, 1),
    };
    expect(loud({ layer: "coupling", similar }, 100, -18)).toBe(1);
    expect(loud({ layer: "coupling", similar: null }, 100, -18)).toBeNull();
    const marks = Uint8Array.of(VISIBLE, 0, VISIBLE, VISIBLE);
    expect(loud({ layer: "coupling", similar, marks }, 100, -18)).toBeNull();
  });
});
