import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inkLinks, weighLinks } from "../../../../src/draw/map/large/link-ink.ts";
import { toneMap } from "../../../../src/draw/map/large/tone-map.ts";

const CAMERA = { k: 1, x: 0, y: 0 };

function inked(
  lines: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[],
  { width = 20, height = 12, smooth = false, weight = 1, camera = CAMERA } = {},
) {
  const ink = new Float32Array(width * height);
  inkLinks(
    { width, height, ink },
    {
      citing: Uint32Array.from(lines.keys(), (i) => 2 * i),
      cited: Uint32Array.from(lines.keys(), (i) => 2 * i + 1),
      weight: new Float32Array(lines.length).fill(weight),
    },
    {
      x: Float32Array.from(lines.flatMap(([x0, , x1]) => [x0, x1])),
      y: Float32Array.from(lines.flatMap(([, y0, , y1]) => [y0, y1])),
    },
    camera,
    smooth,
  );
  return {
    ink,
    picture: Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => (ink[y * width + x]! > 0 ? "#" : ".")).join(""),
    ),
  };
}

describe("inkLinks", () => {
  test("walks a line pixel by pixel, one in each column", () => {
    expect(inked([[1.5, 1.5, 9.5, 5.5]], { width: 11, height: 7 }).picture).toEqual([
      "...........",
      ".#.........",
      "..##.......",
      "....##.....",
      "......##...",
      "........##.",
      "...........",
    ]);
  });

  test("adds up where lines cross, by their weight", () => {
    const { ink } = inked(
      [
        [0.5, 6.5, 19.5, 6.5],
        [10.5, 0.5, 10.5, 11.5],
      ],
      { weight: 0.5 },
    );
    expect(ink[6 * 20 + 10]).toBe(1);
    expect(ink[6 * 20 + 3]).toBe(0.5);
  });

  test("leaves ink only near the line, within the field, whatever the ends", () => {
    const far = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(far, far, far, far, fc.boolean(), (x0, y0, x1, y1, smooth) => {
        const { ink } = inked([[x0, y0, x1, y1]], { smooth });
        const length = Math.hypot(x1 - x0, y1 - y0);
        ink.forEach((amount, at) => {
          expect(Number.isFinite(amount)).toBe(true);
          if (amount < 1e-3) return;
          const [px, py] = [(at % 20) + 0.5, Math.floor(at / 20) + 0.5];
          const off = Math.abs((x1 - x0) * (py - y0) - (y1 - y0) * (px - x0)) / Math.max(1e-9, length);
          expect(off).toBeLessThan(1.5);
        });
      }),
    );
  });

  test("leaves as much ink smoothed as not", () => {
    const line = [[2.5, 3.2, 16.5, 8.7]] as const;
    const sum = (smooth: boolean) => inked(line, { smooth }).ink.reduce((total, value) => total + value, 0);
    expect(sum(true)).toBeCloseTo(sum(false), 3);
  });

  test("follows the camera and leaves out links of no weight", () => {
    const camera = { k: 2, x: -4, y: 1 };
    expect(inked([[3, 2, 6, 2]], { camera }).picture[5]).toBe("..#######...........");
    expect(inked([[3, 2, 6, 2]], { weight: 0 }).ink.every((amount) => amount === 0)).toBe(true);
  });
});

describe("weighLinks", () => {
  const links = { citing: Uint32Array.of(0, 0, 0), cited: Uint32Array.of(1, 2, 2) };
  const places = { x: Float32Array.of(0, 3, 80), y: Float32Array.of(0, 0, 0) };

  test("gives short links their full weight, long ones less, those not drawn none", () => {
    const { weight } = weighLinks(links, Uint8Array.of(1, 1, 0), places, 100);
    expect(weight[0]).toBe(1);
    expect(weight[1]).toBeGreaterThan(0);
    expect(weight[1]).toBeLessThan(0.5);
    expect(weight[2]).toBe(0);
  });

  test("tells how many pixels all that is drawn crosses at zoom 1", () => {
    const { pixels, ink, weight } = weighLinks(links, Uint8Array.of(1, 1, 0), places, 100);
    expect(pixels).toBe(83);
    expect(ink).toBeCloseTo(3 + 80 * weight[1]!, 4);
  });
});

describe("toneMap", () => {
  const alphas = (values: readonly number[], usual = 0, strength = 1) => {
    const pixels = new Int32Array(values.length);
    toneMap(
      { width: values.length, height: 1, ink: Float32Array.from(values) },
      { colour: 0x123456, strength, usual },
      pixels,
    );
    for (const pixel of pixels) if (pixel !== 0) expect(pixel & 0xffffff).toBe(0x123456);
    return Array.from(pixels, (pixel) => pixel >>> 24);
  };

  test("shows more ink darker, from a single line to a thousand, and nothing where there is none", () => {
    const [none, one, few, many, most] = alphas([0, 1, 4, 15, 1000]) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(none).toBe(0);
    expect(one).toBeGreaterThan(20);
    expect(few).toBeGreaterThan(one);
    expect(many).toBeGreaterThan(few);
    expect(most).toBeGreaterThan(many);
    expect(most).toBeLessThan(200);
  });

  test("shows a line fainter where more is usual, and all of it fainter where it recedes", () => {
    expect(alphas([1], 40)[0]).toBeLessThan(alphas([1], 0)[0]!);
    expect(alphas([1], 40)[0]).toBeGreaterThan(0);
    expect(alphas([5], 0, 0.3)[0]).toBeCloseTo(0.3 * alphas([5])[0]!, -1);
  });
});
