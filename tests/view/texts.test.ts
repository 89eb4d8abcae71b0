import { expect, test } from "vitest";
import { counted, formatCount, formatDate, inLanguage, listed } from "../../src/view/texts.ts";

test("formatCount parts thousands", () => {
  expect([0, 999, 50_664].map(formatCount)).toEqual(["0", "999", "50,664"]);
});

test("formatDate says no more than is known", () => {
  expect(["2022-12-01", "2021-11", "2019"].map(formatDate)).toEqual([
    "1 December 2022",
    "November 2021",
    "2019",
  ]);
});

test("inLanguage takes the first language it has, else any", () => {
  const texts = { zh: "视频", en: "Video" };
  expect(inLanguage(texts, "en", "zh")).toBe("Video");
  expect(inLanguage(texts, "fr", "zh")).toBe("视频");
  expect(inLanguage({ zh: "视频" }, "en")).toBe("视频");
  expect(inLanguage({}, "en")).toBe("");
});

test("counted says one and many", () => {
  expect([counted(0, "paper"), counted(1, "paper"), counted(1_234, "paper")]).toEqual([
    "0 papers",
    "1 paper",
    "1,234 papers",
  ]);
  expect(counted(2, "reference list is", "reference lists are")).toBe("2 reference lists are");
});

test("listed puts and before the last", () => {
  expect([listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])]).toEqual([
    "",
    "A",
    "A and B",
    "A, B and C",
  ]);
});
