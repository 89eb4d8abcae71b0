import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkFlaws } from "../../src/check/link-flaws.ts";

const flaws = (link: string) =>
  linkFlaws(link, "the link").map(({ severity, rule, remedy }) => `${severity} ${rule}: ${remedy}`);

describe("linkFlaws", () => {
  test.each([
    "https://arxiv.org/abs/2103.00020",
    "https://arxiv.org/abs/hep-th/9901001",
    "https://doi.org/10.1109/cvpr52729.2023.02240",
    "https://openaccess.thecvf.com/content/CVPR2023/papers/Li_Scaling_paper.pdf",
    "http://proceedings.mlr.press/v139/radford21a.html",
    "https://github.com/facebookresearch/flip?tab=readme",
    "https://info.arxiv.org/help",
  ])("has nothing to say of %s", (link) => {
    expect(flaws(link)).toEqual([]);
  });

  test.each([
    ["http://arxiv.org/abs/2103.00020", "warning arxiv-link: write https://arxiv.org/abs/2103.00020"],
    ["https://arxiv.org/pdf/2103.00020", "note arxiv-link: write https://arxiv.org/abs/2103.00020"],
    ["https://arxiv.org/pdf/2103.00020v2.pdf", "note arxiv-link: write https://arxiv.org/abs/2103.00020"],
    ["https://arxiv.org/abs/2103.00020v1", "note arxiv-link: write https://arxiv.org/abs/2103.00020"],
    ["https://browse.arxiv.org/abs/2103.00020", "warning arxiv-link: write https://arxiv.org/abs/2103.00020"],
    [
      "https://arxiv.org/abs/2103.0002O",
      "error malformed-id: numbers look like 2103.00020, or hep-th/9901001 before 2007",
    ],
    ["https://doi.org/10.1109", "error malformed-id: DOIs look like 10.1109/cvpr52729.2023.02240"],
    ["http://dx.doi.org/10.1109/x", "note doi-link: write https://doi.org/10.1109/x"],
    ["https://x.org/a?utm_source=mail&id=3&fbclid=1", "warning tracking-link: write https://x.org/a?id=3"],
    ["https://bit.ly/abc", "warning odd-link: write the address it leads to"],
    ["https://me@x.org/", 'warning odd-link: remove "me@"'],
    ["http://localhost:8080/paper.pdf", "error broken-link: use the public address"],
    ["https://192.168.0.1/x", "error broken-link: use the public address"],
    ["https://example.com/paper", "error broken-link: use the public address"],
    ["https://[", "error broken-link: copy the address again"],
  ])("says of %s what to do", (link, expected) => {
    expect(flaws(link)).toEqual([expected]);
  });

  test("throws for no text, and its remedy of an arXiv link leaves nothing to say", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (url, other) => {
        linkFlaws(other, "x");
        for (const { rule, remedy } of linkFlaws(url, "x"))
          if (rule === "arxiv-link") expect(linkFlaws(remedy.replace("write ", ""), "x")).toEqual([]);
      }),
    );
  });
});
