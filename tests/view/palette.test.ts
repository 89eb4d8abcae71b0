import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  COLOURS,
  customProperties,
  DARK,
  domainColour,
  generationColour,
  LIGHT,
  type Theme,
  YEAR_STEPS,
} from "../../src/view/palette.ts";

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
    const style = readFileSync(join(import.meta.dirname, "../../src/style.css"), "utf8");
    const read = [...style.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? "");
    const defined = new Set([
      ...customProperties(LIGHT).map(([name]) => name),
      ...[...style.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? ""),
    ]);
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((name) => !defined.has(name))).toEqual([]);
  });
});
