import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixedColour, packedColour } from "../../../../src/draw/map/large/packed-colour.ts";
import { createPaperRaster } from "../../../../src/draw/map/large/paper-raster.ts";

const INK = packedColour("#204060");
const CAMERA = { k: 1, x: 0, y: 0 };

function written(
  places: readonly (readonly [x: number, y: number, radius: number])[],
  { width = 40, height = 30, scale = 1, growth = 1, rim = 0, colour = INK, camera = CAMERA } = {},
) {
  const pixels = new Int32Array(width * height);
  const count = createPaperRaster().write(
    { width, height, pixels },
    {
      x: Float32Array.from(places, ([x]) => x),
      y: Float32Array.from(places, ([, y]) => y),
      radius: Float32Array.from(places, ([, , radius]) => radius),
      colour: new Int32Array(places.length).fill(colour),
      order: Uint32Array.from(places.keys()),
      rim,
    },
    camera,
    scale,
    growth,
  );
  return { pixels, count, at: (x: number, y: number) => pixels[y * width + x]! };
}

const alphaSum = (pixels: Int32Array) => pixels.reduce((sum, pixel) => sum + (pixel >>> 24), 0) / 255;

describe("createPaperRaster", () => {
  test("writes a disc whose pixels add up to its area, wherever its middle lies in a pixel", () => {
    const place = fc.double({ min: 14, max: 16, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 4, max: 40 }), (x, y, quarters) => {
        const radius = quarters / 4;
        const { pixels } = written([[x, y, radius]], { width: 32, height: 32 });
        expect(Math.abs(alphaSum(pixels) - Math.PI * radius ** 2)).toBeLessThan(0.3 + 0.12 * radius ** 2);
      }),
    );
  });

  test("is whole inside, clear outside and of the paper's colour everywhere", () => {
    const { pixels, at } = written([[20, 15, 6]]);
    expect(at(20, 15)).toBe(INK);
    expect(at(20, 4)).toBe(0);
    for (const pixel of pixels) if (pixel !== 0) expect(pixel & 0xffffff).toBe(INK & 0xffffff);
  });

  test("shows what is smaller than a pixel as a share of it", () => {
    const shown = [0.25, 0.5, 1].map((radius) => alphaSum(written([[20.5, 15.5, radius]]).pixels));
    expect(shown[0]).toBeGreaterThan(0);
    expect(shown[0]!).toBeLessThan(shown[1]!);
    expect(shown[1]!).toBeLessThan(shown[2]!);
  });

  test("cuts discs at every edge and leaves out those outside, hidden or nowhere", () => {
    const { count, pixels } = written([
      [0, 0, 8],
      [40, 30, 8],
      [-30, 10, 8],
      [Number.NaN, 10, 8],
      [20, 300, 8],
    ]);
    expect(count).toBe(2);
    expect(alphaSum(pixels)).toBeGreaterThan(0.4 * Math.PI * 64);
    expect(written([[20, 15, 6]], { colour: 0 }).count).toBe(0);
  });

  test("wraps nothing around from one side of the image to the other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12, max: 52 }),
        fc.integer({ min: -12, max: 42 }),
        fc.boolean(),
        (x, y, rimmed) => {
          const { pixels } = written([[x, y, 9]], { rim: rimmed ? INK : 0 });
          pixels.forEach((pixel, i) => {
            if (pixel === 0) return;
            expect(Math.hypot((i % 40) + 0.5 - x, Math.floor(i / 40) + 0.5 - y)).toBeLessThan(12);
          });
        },
      ),
    );
  });

  test("writes later papers over earlier ones, apart from them by a rim where there is one", () => {
    const rim = packedColour("#ffffff");
    const under = { x: 16, y: 15, colour: packedColour("#aa0000") };
    const pixels = new Int32Array(40 * 30);
    createPaperRaster().write(
      { width: 40, height: 30, pixels },
      {
        x: Float32Array.of(under.x, 22),
        y: Float32Array.of(under.y, 15),
        radius: Float32Array.of(8, 4),
        colour: Int32Array.of(under.colour, INK),
        order: Uint32Array.of(0, 1),
        rim,
      },
      CAMERA,
      1,
      1,
    );
    const row = Array.from(pixels.subarray(15 * 40, 16 * 40));
    expect(row[22]).toBe(INK);
    expect(row[12]).toBe(under.colour);
    const green = (row[17]! >>> 8) & 255;
    expect(green).toBeGreaterThan(0xc0);
  });

  test("follows camera, resolution and growth", () => {
    const { at } = written([[5, 5, 2]], { camera: { k: 2, x: 1, y: -3 }, scale: 1.5, growth: 1.5 });
    expect(at(16, 10)).toBe(INK);
    expect(at(16, 14)).toBe(INK);
    expect(at(16, 16)).toBe(0);
  });
});

describe("packedColour", () => {
  test("puts red in the lowest byte and alpha in the highest", () => {
    expect(packedColour("#010203") >>> 0).toBe(0xff030201);
    expect(packedColour("#ffffff", 0) >>> 0).toBe(0x00ffffff);
  });

  test("refuses what is not #rrggbb", () => {
    expect(() => packedColour("red")).toThrow("no colour of the form #rrggbb: red");
  });
});

describe("mixedColour", () => {
  test("lies between two colours and is opaque", () => {
    expect(mixedColour(packedColour("#ff0000"), packedColour("#0000ff"), 0.2)).toBe(packedColour("#3300cc"));
    expect(mixedColour(INK, packedColour("#ffffff"), 1)).toBe(INK);
  });
});
