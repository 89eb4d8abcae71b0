import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  COLOURS,
  customProperties,
  DARK,
  domainColour,
  domainText,
  generationColour,
  LIGHT,
  onDomain,
  type Theme,
  YEAR_STEPS,
} from "../../../src/view/looks/palette.ts";

const THEMES = [
  ["light", LIGHT],
  ["dark", DARK],
] as const;

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The contrast of two colours by WCAG 2.2 (relative luminance of sRGB). */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = channels(colour).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

type Channels = readonly [number, number, number];

/**
 * How the eyes see: linear sRGB as it is, and as it reaches eyes that lack one kind of cone
 * (Machado, Oliveira & Fernandes 2009, IEEE TVCG 15:1291, severity 1).
 */
const EYES: readonly (readonly [string, readonly [Channels, Channels, Channels]])[] = [
  [
    "all cones",
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    "protanopia",
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    "deuteranopia",
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    "tritanopia",
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
];

/** A colour as these eyes see it, in Oklab (Ottosson 2020), where distances are differences seen. */
function seen(colour: string, eyes: readonly Channels[]): number[] {
  const linear = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const times = (matrix: readonly Channels[], vector: readonly number[]) =>
    matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * (vector[i] ?? 0), 0));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    times(eyes, linear).map((channel) => Math.min(1, Math.max(0, channel))),
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt),
  );
}

/** The pairs of colours that these eyes see less than `least` apart; of neighbours alone, or of all. */
function tooNear(colours: readonly string[], eyes: readonly Channels[], least: number, step?: 1): string[] {
  const places = colours.map((colour) => seen(colour, eyes));
  return places.flatMap((one, i) =>
    places.slice(i + 1, step && i + 1 + step).flatMap((other, j) => {
      const apart = Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)));
      return apart < least ? [`${colours[i]} ${colours[i + 1 + j]}: ${apart.toFixed(3)}`] : [];
    }),
  );
}

/** The hue of a colour in degrees of the sRGB colour wheel. */
function hue(colour: string): number {
  const [r, g, b] = channels(colour);
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
}

describe.each(THEMES)("the %s theme", (_, theme: Theme) => {
  const { background, panel, ink, muted, accent, accentInk, band, domains, generations, years } = theme;

  test.each([
    ["ink", ink],
    ["muted", muted],
    ["accent", accent],
  ])("writes in %s with contrast 4.5 or more on background, panel and band", (_, colour) => {
    for (const ground of [background, panel, band]) {
      expect(contrast(colour, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("writes on the accent with contrast 4.5 or more", () => {
    expect(contrast(accentInk, accent)).toBeGreaterThanOrEqual(4.5);
  });

  test("draws every domain, generation and year with contrast 3 or more on the background", () => {
    for (const colour of [...domains, ...generations, ...years]) {
      expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(EYES)("keeps any two domains 0.085 apart, neighbours 0.1, to eyes with %s", (_, eyes) => {
    expect(tooNear(domains, eyes, 0.085)).toEqual([]);
    expect(tooNear(domains, eyes, 0.1, 1)).toEqual([]);
  });

  test.each(EYES)(
    "keeps any two generations 0.095 and any two years 0.09 apart, to eyes with %s",
    (_, eyes) => {
      expect(tooNear(generations, eyes, 0.095)).toEqual([]);
      expect(tooNear(years, eyes, 0.09)).toEqual([]);
    },
  );

  test("writes in and on the colour of every domain with contrast 4.5 or more", () => {
    for (const [slot, colour] of domains.entries()) {
      expect(contrast(onDomain(theme, slot), colour), colour).toBeGreaterThanOrEqual(4.5);
      for (const ground of [background, panel, band])
        expect(contrast(domainText(theme, slot, ""), ground), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("moves each later generation nearer to the background", () => {
    const contrasts = generations.map((colour) => contrast(colour, background));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => b - a));
  });

  test("has a colour of its own for each domain and for each generation", () => {
    expect(new Set(domains).size).toBe(COLOURS);
    expect(domains).toHaveLength(COLOURS);
    expect(new Set(generations).size).toBe(generations.length);
  });

  test("moves each later year farther from the background", () => {
    const contrasts = years.map((colour) => contrast(colour, background));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    expect(years).toHaveLength(YEAR_STEPS);
  });

  test("keeps the lineage's accent far from the hue of every coloured domain", () => {
    for (const colour of domains) {
      const [r, g, b] = channels(colour);
      if (Math.max(r, g, b) - Math.min(r, g, b) < 40) continue;
      const apart = Math.abs(((hue(colour) - hue(accent) + 540) % 360) - 180);
      expect(apart, `${colour} and ${accent}`).toBeGreaterThan(20);
    }
  });

  test("is written as colours of six digits", () => {
    for (const [name, value] of customProperties(theme)) expect(value, name).toMatch(/^#[\da-f]{6}$/);
  });
});

describe("domainColour", () => {
  test("repeats after ten groups, and gives what it is told where there is no group", () => {
    expect(domainColour(LIGHT, 13, "none")).toBe(domainColour(LIGHT, 3, "none"));
    expect(domainColour(LIGHT, null, "none")).toBe("none");
  });
});

describe("generationColour", () => {
  test("gives later generations the last colour, and what it is told to a paper without one", () => {
    const last = LIGHT.generations.at(-1);
    expect([generationColour(LIGHT, 6, "none"), generationColour(LIGHT, 60, "none")]).toEqual([last, last]);
    expect(generationColour(LIGHT, 0, "none")).toBe(LIGHT.generations[0]);
    expect(generationColour(LIGHT, -1, "none")).toBe("none");
  });
});

describe("customProperties", () => {
  test("names the same properties in both themes", () => {
    const names = THEMES.map(([, theme]) => customProperties(theme).map(([name]) => name));
    expect(names[0]).toEqual(names[1]);
  });

  test("defines every property that the style sheet reads and does not define itself", () => {
    const folder = join(import.meta.dirname, "../../../src/style");
    const style = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    const read = [...style.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? "");
    const defined = new Set([
      ...customProperties(LIGHT).map(([name]) => name),
      ...[...style.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? ""),
    ]);
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((name) => !defined.has(name))).toEqual([]);
  });
});
