import { expect, test } from "vitest";
import { paperRef } from "../../src/survey/paper-ref.ts";

const SHA = "6f870f7f02a8c59c3e23f407f3ef00dd1dcf8fc4";

test.each([
  ["https://arxiv.org/abs/2103.00020", "arxiv", "2103.00020"],
  ["https://browse.arxiv.org/pdf/2211.01335.pdf", "arxiv", "2211.01335"],
  ["http://www.arxiv.org/pdf/2211.01335v3.pdf.", "arxiv", "2211.01335"],
  ["https://arxiv.org/pdf/2112.01071", "arxiv", "2112.01071"],
  ["https://arxiv.org/abs/hep-th/9901001v2", "arxiv", "hep-th/9901001"],
  ["https://arxiv.org/abs/2103.00020?context=cs", "arxiv", "2103.00020"],
  ["https://doi.org/10.48550/arXiv.2103.00020", "arxiv", "2103.00020"],
  ["https://doi.org/10.1000/ABC.1", "doi", "10.1000/abc.1"],
  ["https://link.springer.com/chapter/10.1007/978-3-031-19809-0_30", "doi", "10.1007/978-3-031-19809-0_30"],
  ["https://dl.acm.org/doi/pdf/10.1145/3394171.3413518", "doi", "10.1145/3394171.3413518"],
  ["https://onlinelibrary.wiley.com/doi/10.1002%2Fasi.1/full", "doi", "10.1002/asi.1"],
  [
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001",
    "doi",
    "10.1371/journal.pone.0000001",
  ],
  [`https://www.semanticscholar.org/paper/A-Title/${SHA}`, "s2", SHA],
  [`https://semanticscholar.org/paper/${SHA}?utm_source=api`, "s2", SHA],
  ["https://evil-arxiv.org/abs/2103.00020", "title", "T"],
  ["https://arxiv.org/list/cs.CV/recent", "title", "T"],
  ["https://x.org/%E0%A4%A", "title", "T"],
  ["not a link", "title", "T"],
])("paperRef reads %s as %s %s", (link, kind, value) => {
  expect(paperRef([link], "T")).toEqual({ kind, value });
});

test("paperRef prefers arXiv to DOI to Semantic Scholar, whatever their order", () => {
  const links = [
    `https://semanticscholar.org/paper/${SHA}`,
    "https://doi.org/10.1000/a",
    "https://arxiv.org/abs/2103.00020",
  ];
  expect(paperRef(links, "T").kind).toBe("arxiv");
  expect(paperRef(links.slice(0, 2), "T").kind).toBe("doi");
});
