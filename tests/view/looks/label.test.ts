import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateTextWidth, shortLabel, surname } from "../../../src/view/looks/label.ts";

const paper = (title: string, more: { label?: string; authors?: string[]; year?: number } = {}) => ({
  label: more.label ?? null,
  title,
  authors: more.authors ?? [],
  year: more.year ?? null,
});

describe("shortLabel", () => {
  test.each([
    ["its own label", paper("SLIP: Self-supervision", { label: "SLIP!" }), "SLIP!"],
    [
      "what stands before the colon",
      paper("SLIP: Self-supervision meets Language-Image Pre-training"),
      "SLIP",
    ],
    [
      "up to three words before it",
      paper("Mask Auto Encoder: scalable vision learners"),
      "Mask Auto Encoder",
    ],
    [
      "what stands before a full-width colon",
      paper("中文预训练：一个关于图像和文本的很长很长很长很长的标题"),
      "中文预训练",
    ],
    ["a short title as it is", paper("Deep residual learning"), "Deep residual learning"],
    [
      "author and year for a long title",
      paper("Language models are unsupervised multitask learners", { authors: ["Alec Radford"], year: 2019 }),
      "Radford 2019",
    ],
    [
      "author and year where the head is long",
      paper("On the many ways to: say something", { authors: ["Ada Lovelace"], year: 1843 }),
      "Lovelace 1843",
    ],
    ["the title cut where no author is known", paper("A".repeat(40), { year: 2020 }), `${"A".repeat(25)}…`],
    [
      "the title cut where no year is known",
      paper("Words and more words and yet more words", { authors: ["Ada Lovelace"] }),
      "Words and more words and…",
    ],
    ["no time of day for a colon", paper("At 12:30"), "At 12:30"],
  ])("is %s", (_, given, label) => {
    expect(shortLabel(given)).toBe(label);
  });

  test("never cuts a letter in two", () => {
    expect(shortLabel(paper("🙂".repeat(40)))).toBe(`${"🙂".repeat(25)}…`);
  });

  test("is never empty for a paper that has a title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (title) => {
        expect(shortLabel(paper(title)).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("surname", () => {
  test.each([
    ["Alec Radford", "Radford"],
    ["  Alec  Radford ", "Radford"],
    ["Radford", "Radford"],
    ["王小明", "王小明"],
  ])("of %j is %j", (author, family) => {
    expect(surname(author)).toBe(family);
  });
});

describe("estimateTextWidth", () => {
  test("grows with every letter and with the size", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.integer({ min: 6, max: 30 }),
        (text, more, size) => {
          expect(estimateTextWidth(text + more, size)).toBeGreaterThan(estimateTextWidth(text, size));
          expect(estimateTextWidth(more, size + 1)).toBeGreaterThan(estimateTextWidth(more, size));
        },
      ),
    );
  });

  test("gives an ideograph the whole size, and a narrow letter less than a wide one", () => {
    expect(estimateTextWidth("训练", 10)).toBe(20);
    expect(estimateTextWidth("ill", 10)).toBeLessThan(estimateTextWidth("WWW", 10));
    expect(estimateTextWidth("", 10)).toBe(0);
  });
});
