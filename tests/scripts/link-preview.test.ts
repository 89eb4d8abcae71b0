import { describe, expect, test } from "vitest";
import { previewSvg } from "../../scripts/site/link-preview.ts";
import { canWrite, pngOf } from "../../scripts/site/svg-png.ts";
import { corpusOf, diamond } from "../graphs.ts";

/** A machine without any font. */
const NONE = { loadSystemFonts: false };

describe("previewSvg", () => {
  test("draws the lineage of the survey, without the works around it, with its name and numbers", async () => {
    const title = `Ties & <b>knots</b> ${"that go on ".repeat(20)}`;
    const corpus = corpusOf(
      `${diamond}, E->A`,
      { A: { year: 2020 }, E: { role: "context" } },
      { survey: { title, domains: [] } },
    );
    const svg = await previewSvg(corpus, "en");
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/);
    expect(svg).toContain("4 papers, 4 citations among them");
    expect(svg).toContain("Ties &amp; &lt;b&gt;knots&lt;/b&gt;");
    expect(svg).toContain("…</text>");
    expect(svg).not.toContain(">E</text>");
  });

  test("draws a corpus without papers all the same", async () => {
    expect(await previewSvg(corpusOf(""), "zh")).toContain("0篇论文");
  });
});

describe("pngOf", () => {
  test("gives a PNG of the width asked for, without fonts and without a browser", async () => {
    const png = Buffer.from(await pngOf(await previewSvg(corpusOf(diamond), "en"), 1200, NONE));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

test("canWrite says no where no font has the letter, and for one that nobody has", async () => {
  expect(await canWrite("A", NONE)).toBe(false);
  expect(await canWrite("谱", NONE)).toBe(false);
  expect(await canWrite("\u{F8F8}")).toBe(false);
});
