import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { addressOf, idOfAddress, idsIn, newIdFor } from "../../src/semantic-scholar/paper-address.ts";

const SHA = "6f870f7f02a8c59c3e23f407f3ef00dd1dcf8fc4";

describe("addressOf", () => {
  test.each([
    ["arxiv:2103.00020", "ARXIV:2103.00020"],
    ["arxiv:hep-th/9901001", "ARXIV:hep-th/9901001"],
    ["doi:10.1023/a:1007154515475", "DOI:10.1023/a:1007154515475"],
    ["acl:N19-1423", "ACL:N19-1423"],
    ["pmid:33319865", "PMID:33319865"],
    ["pmcid:6347556", "PMCID:6347556"],
    ["corpusid:231591445", "CorpusId:231591445"],
    [`s2:${SHA}`, SHA],
    ["pmid:x", null],
    ["title:a-root", null],
    ["arxiv:2103.99", null],
    ["n1", null],
    ["s2:../../etc", null],
  ])("names %s as %s", (id, address) => {
    expect(addressOf(paperId(id))).toBe(address);
  });
});

test.each([
  "arxiv:hep-th/9901001",
  "doi:10.1023/a:1007154515475",
  "acl:2022.acl-long.585",
  "pmid:33319865",
  "pmcid:6347556",
  "corpusid:231591445",
  `s2:${SHA}`,
])("idOfAddress is the inverse of addressOf for %s", (id) => {
  expect(idOfAddress(addressOf(paperId(id)) ?? "")).toBe(id);
});

test("idOfAddress reads a prefix in any case, and nothing else", () => {
  expect(idOfAddress("CORPUSID:231591445")).toBe("corpusid:231591445");
  expect(idOfAddress("URL:https://arxiv.org/abs/2103.00020")).toBeNull();
  expect(idOfAddress("ARXIV:nonsense")).toBeNull();
  expect(idOfAddress("ARXIV:10.1000/x")).toBeNull();
  expect(idOfAddress("")).toBeNull();
});

test.each([
  ["arxiv:2103.00020v2", "arxiv:2103.00020"],
  ["DOI:10.1023/A:1007154515475", "doi:10.1023/a:1007154515475"],
  ["DOI:10.48550/arXiv.2103.00020", "arxiv:2103.00020"],
  [SHA.toUpperCase(), `s2:${SHA}`],
])("idOfAddress names %s as answers do, %s", (address, id) => {
  expect(idOfAddress(address)).toBe(id);
});

describe("idsIn", () => {
  test.each([
    [{ ArXiv: "2103.00020v2", DOI: "10.1000/ABC" }, ["arxiv:2103.00020", "doi:10.1000/abc", `s2:${SHA}`]],
    [{ ArXiv: null, DOI: "10.48550/arXiv.2103.00020" }, ["arxiv:2103.00020", `s2:${SHA}`]],
    [{ ArXiv: "nonsense", DOI: "not a doi" }, [`s2:${SHA}`]],
    [
      { ACL: "N19-1423", PubMed: "33319865", PubMedCentral: "6347556", CorpusId: "231591445" },
      ["acl:N19-1423", "pmid:33319865", "pmcid:6347556", `s2:${SHA}`, "corpusid:231591445"],
    ],
    [{ DOI: `10.1000/${"x".repeat(500)}`, CorpusId: "none" }, [`s2:${SHA}`]],
    [{ ArXiv: null, DOI: `10.1000/${"a".repeat(400)}` }, [`s2:${SHA}`]],
    [{ ArXiv: null, DOI: "10.1000/a\u0007b" }, [`s2:${SHA}`]],
    [null, [`s2:${SHA}`]],
  ])("reads %j", (externalIds, ids) => {
    expect(idsIn({ paperId: SHA, externalIds })).toEqual(ids);
  });

  test("gives a paper without any name the slug of its title", () => {
    expect(newIdFor({ paperId: null, externalIds: null }, "A Root")).toBe("title:a-root");
  });
});
