import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aclId,
  arxivNumber,
  corpusNumber,
  doiName,
  idsOf,
  paperId,
  preferredId,
  pubMedCentralNumber,
  pubMedNumber,
  s2Sha,
  titleSlug,
} from "../../src/corpus/ids.ts";

describe("arxivNumber", () => {
  test.each([
    ["2103.00020", "2103.00020"],
    ["arXiv:2103.00020v2", "2103.00020"],
    [" 2111.09888.pdf ", "2111.09888"],
    ["2111.09888v1.pdf.", "2111.09888"],
    ["hep-th/9901001v3", "hep-th/9901001"],
    ["math.GT/0309136", "math/0309136"],
    ["cond-mat.mes-hall/0309136", "cond-mat/0309136"],
  ])("reads %j as %j", (text, number) => {
    expect(arxivNumber(text)).toBe(number);
  });

  test.each([
    "2113.00020",
    "2103.0002",
    "2103.00O20",
    "0703.0001",
    "cs/9913001",
    "or/9901001",
    "10.1000/182",
    "",
  ])("refuses %j", (text) => {
    expect(arxivNumber(text)).toBeNull();
  });
});

test("doiName drops resolver, prefix and closing punctuation and is lower case", () => {
  expect(doiName("https://doi.org/10.1109/CVPR52729.2023.02240.")).toBe("10.1109/cvpr52729.2023.02240");
  expect(doiName("doi: 10.1007/978-3-031-19809-0_30")).toBe("10.1007/978-3-031-19809-0_30");
  expect(doiName("11.1000/182")).toBeNull();
  expect(doiName("10.1000/")).toBeNull();
});

test("doiName keeps a closing bracket whose opening one is inside", () => {
  expect(doiName("10.1061/(ASCE)0733-9364(2002)128:1(1)")).toBe("10.1061/(asce)0733-9364(2002)128:1(1)");
  expect(doiName("10.1061/(ASCE)0733-9364(2002)128:1(1)).")).toBe("10.1061/(asce)0733-9364(2002)128:1(1)");
  expect(doiName("10.1000/a]")).toBe("10.1000/a");
  expect(doiName(`10.1000/a${")".repeat(100_000)}`)).toBe("10.1000/a");
});

test("ids of catalogues have one form each", () => {
  expect(["n19-1423", "ACL:N19-1423v2", "2022.ACL-long.585"].map(aclId)).toEqual([
    "N19-1423",
    "N19-1423",
    "2022.acl-long.585",
  ]);
  expect(["33319865", "PMID: 33319865"].map(pubMedNumber)).toEqual(["33319865", "33319865"]);
  expect(["PMC6347556", "6347556", "PMCID: PMC6347556.2"].map(pubMedCentralNumber)).toEqual([
    "6347556",
    "6347556",
    "6347556",
  ]);
  expect(["CorpusID:231591445", "231591445"].map(corpusNumber)).toEqual(["231591445", "231591445"]);
  expect([aclId("N19"), pubMedNumber("x1"), pubMedCentralNumber("PMC"), corpusNumber("0")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("s2Sha is 40 hexadecimal digits", () => {
  const sha = "6f870f7f02a8c59c3e23f407f3ef00dd1dcf8fc4";
  expect(s2Sha(`s2:${sha.toUpperCase()}`)).toBe(sha);
  expect(s2Sha(sha.slice(1))).toBeNull();
});

test("titleSlug keeps the letters of any script and is never empty", () => {
  expect(titleSlug("Fairface: Kärkkäinen & Joo")).toBe("fairface-karkkainen-joo");
  expect(titleSlug("3D点云 CLIP")).toBe("3d点云-clip");
  expect(titleSlug("?!")).toBe("untitled");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const slug = titleSlug(title);
      expect(slug).toMatch(/^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u);
      expect(titleSlug(slug)).toBe(slug);
    }),
  );
});

test("preferredId takes the surest name before the title", () => {
  const known = { arxiv: "2103.00020", doi: "10.1000/182", s2: "a".repeat(40) };
  expect(preferredId(known, "CLIP")).toBe("arxiv:2103.00020");
  expect(preferredId({ ...known, arxiv: undefined }, "CLIP")).toBe("doi:10.1000/182");
  expect(preferredId({ s2: known.s2 }, "CLIP")).toBe(`s2:${known.s2}`);
  expect(preferredId({ pmid: "1", pmcid: "2", acl: "N19-1423" }, "CLIP")).toBe("acl:N19-1423");
  expect(preferredId({ s2: known.s2, corpusid: "5" }, "CLIP")).toBe(`s2:${known.s2}`);
  expect(preferredId({}, "CLIP")).toBe("title:clip");
  expect(idsOf(known)).toHaveLength(3);
  expect(idsOf({})).toEqual([]);
});

test("paperId refuses what cannot be printed on one line", () => {
  expect(paperId("any name of a graph from elsewhere")).toBe("any name of a graph from elsewhere");
  for (const text of ["", " a", "a ", "a\nb", "a\u0000b", "x".repeat(401)]) {
    expect(() => paperId(text)).toThrow("not a paper id");
  }
});
