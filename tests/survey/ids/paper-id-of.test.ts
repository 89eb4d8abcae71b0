import { expect, test } from "vitest";
import { paperIdOf } from "../../../src/survey/ids/paper-id-of.ts";

test.each([
  ["https://arxiv.org/abs/2103.00020v2", "arxiv:2103.00020"],
  ["arXiv:2103.00020v2", "arxiv:2103.00020"],
  ["arxiv:2103.00020", "arxiv:2103.00020"],
  [" 2103.00020 ", "arxiv:2103.00020"],
  ["ARXIV: math.GT/0309136", "arxiv:math/0309136"],
  ["10.1000/AbC", "doi:10.1000/abc"],
  ["DOI:10.1000/AbC", "doi:10.1000/abc"],
  ["https://doi.org/10.1000/AbC", "doi:10.1000/abc"],
  ["PMID 33319865", "pmid:33319865"],
  ["pmcid:PMC6347556", "pmcid:6347556"],
  ["ACL:n19-1423", "doi:10.18653/v1/n19-1423"],
  ["CorpusId:231591445", "corpusid:231591445"],
  ["S2:6F870F7F02A8C59C3E23F407F3EF00DD1DCF8FC4", "s2:6f870f7f02a8c59c3e23f407f3ef00dd1dcf8fc4"],
  ["title:a-root", "title:a-root"],
  ["a name of a graph", "a name of a graph"],
  ["https://openreview.net/forum?id=x", "https://openreview.net/forum?id=x"],
])("paperIdOf reads %j as %s", (text, id) => {
  expect(paperIdOf(text)).toBe(id);
});

test("paperIdOf refuses what cannot be an id", () => {
  expect(paperIdOf("")).toBeNull();
  expect(paperIdOf("x".repeat(401))).toBeNull();
});
