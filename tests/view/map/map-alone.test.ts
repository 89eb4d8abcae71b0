import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/text/language.ts";
import { largeTextsIn } from "../../../src/text/large-texts.ts";
import { textsIn } from "../../../src/text/texts.ts";
import { companionMap } from "../../../src/view/map/companion-map.ts";
import { mapAlone } from "../../../src/view/map/map-alone.ts";
import { companions, sample } from "../../companion/sample-companion.ts";

const [english, chinese] = await Promise.all(
  LANGUAGES.map(async (language) => ({
    texts: await textsIn(language),
    said: await largeTextsIn(language),
  })),
);

function said(companion: typeof sample, most: number, language = english) {
  if (!language) throw new Error("a language is missing");
  return mapAlone(companion, companionMap(companion), most, language.texts, language.said);
}

describe("mapAlone", () => {
  test("says how large the map is, the limit, what is shown and what is not", () => {
    const alone = said(sample, 2);
    expect(alone.title).toBe("图 lineage");
    expect(alone.mapLabel).toBe("Citation network: 3 papers");
    expect(alone.lead.join(" ")).toContain("3 papers, 3 citations. Up to 2 papers this page does all");
    expect(alone.shown).toEqual([
      "where every paper stands, its size, and the colour of its domain",
      "2 citations, those that no longer path implies",
      "1 domain with their names and sizes",
      "as many names of papers as fit, the most cited first",
    ]);
    expect(alone.missing.join()).toMatch(
      /search, details.*filters.*lineage, domains, matrix and table.*export/,
    );
    expect(alone.regions).toEqual([{ label: "Video", size: "2 papers", slot: 0, shape: "circle" }]);
  });

  test("says the same in Chinese", () => {
    const alone = said(sample, 2, chinese);
    expect(alone.title).toBe("图 谱系");
    expect(alone.lead.join("")).toContain("3篇论文，3条引文。不超过2篇论文时");
    expect(alone.shown[1]).toContain("2条引文");
    expect(alone.missing).toHaveLength(said(sample, 2).missing.length);
  });

  test("lists every region that has a place on the map, the largest first", () => {
    fc.assert(
      fc.property(companions, (companion) => {
        const picture = companionMap(companion);
        const { regions } = said(companion, 1);
        const all = picture.regions.reduce((sum, { count }) => sum + count, 0);
        const large = picture.regions.filter(({ count }) => count > 0 && count * 500 >= all);
        expect(regions.map(({ label }) => label).sort()).toEqual(large.map(({ label }) => label).sort());
        const sizes = regions.map(({ size }) => Number(size.replace(/\D/g, "")));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
    );
  });

  test("has the title of the survey where the root has no name", () => {
    expect(said({ ...sample, labelOf: () => "" }, 1).title).toBe(sample.title);
  });
});
