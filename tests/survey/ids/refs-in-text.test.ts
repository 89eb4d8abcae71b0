import fc from "fast-check";
import { expect, test } from "vitest";
import { refsInText } from "../../../src/survey/ids/refs-in-text.ts";

test.each([
  ["ECCV 2022. arXiv:2112.12750v2 [cs.CV].", "arxiv:2112.12750", "arXiv:2112.12750v2 [cs.CV]"],
  ["arXiv preprint arXiv:1207.0580, 2012", "arxiv:1207.0580", "arXiv preprint arXiv:1207.0580"],
  ["ArXiv abs/1706.03762", "arxiv:1706.03762", "ArXiv abs/1706.03762"],
  ["CoRR abs/1706.03762 (2017)", "arxiv:1706.03762", "CoRR abs/1706.03762"],
  ["see hep-th/9901001v2.", "arxiv:hep-th/9901001", "hep-th/9901001v2"],
  [
    "(doi:10.1061/(ASCE)0733-9364(2002)128:1(1)).",
    "doi:10.1061/(asce)0733-9364(2002)128:1(1)",
    "doi:10.1061/(ASCE)0733-9364(2002)128:1(1)",
  ],
  ["66(5), 688. DOI 10.1037/h0037350.", "doi:10.1037/h0037350", "DOI 10.1037/h0037350"],
  ["bare 10.1234/x.y; more", "doi:10.1234/x.y", "10.1234/x.y"],
  ["见10.1234/x。然后", "doi:10.1234/x", "10.1234/x"],
  ["at https://doi.org/10.1037/h0037350, and", "doi:10.1037/h0037350", "https://doi.org/10.1037/h0037350"],
  [
    "see (https://doi.org/10.1016/S0010-4655(00)00228-9) or",
    "doi:10.1016/s0010-4655(00)00228-9",
    "https://doi.org/10.1016/S0010-4655(00)00228-9",
  ],
  [
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
    "doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
  ],
  ["arxiv.org/abs/2103.00020, too", "arxiv:2103.00020", "arxiv.org/abs/2103.00020"],
  ["PMID: 33319865; next", "pmid:33319865", "PMID: 33319865"],
  ["PMCID: PMC6347556", "pmcid:6347556", "PMCID: PMC6347556"],
  ["CorpusID:231591445", "corpusid:231591445", "CorpusID:231591445"],
])("refsInText finds in %j %s as %j", (text, name, written) => {
  const [ref, ...more] = refsInText(text);
  expect(ref && `${ref.kind}:${ref.value}`).toBe(name);
  expect(ref && text.slice(ref.index, ref.index + ref.length)).toBe(written);
  expect(ref?.url).toBe(/^(?:https?:|arxiv\.org)/.test(written) ? written : null);
  expect(more).toEqual([]);
});

test.each([
  "pages 2043-2051, number 1905.11946, volume 10.5, version v10.1234",
  "10.5/3 and 110.1234/5",
  "and/or/1234567, arXiv 2023, arXiv:2113.00020",
  "https://github.com/a/b/blob/10.1000/abc",
  "PMID and PMC",
])("refsInText finds nothing in %j", (text) => {
  expect(refsInText(text)).toEqual([]);
});

test("refsInText gives names in the order of the text, two of one place with the same offsets", () => {
  const refs = refsInText("https://aclanthology.org/N19-1423/ and arXiv:1810.04805");
  expect(refs.map(({ kind, index }) => [kind, index])).toEqual([
    ["doi", 0],
    ["acl", 0],
    ["arxiv", 39],
  ]);
});

test("refsInText keeps every place inside the text", () => {
  const piece = fc.constantFrom(
    "10.1234/",
    "arXiv:",
    "2103.00020",
    "https://",
    "doi.org/",
    "<a:b>3",
    ")",
    "(",
    " ",
    ".",
    "PMC123456",
    "是",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      for (const { index, length } of refsInText(text)) {
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index + length).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
