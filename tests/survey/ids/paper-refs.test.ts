import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOST_RULES } from "../../../src/survey/ids/host-rules.ts";
import { paperRef, paperRefs } from "../../../src/survey/ids/paper-refs.ts";

const SHA = "6f870f7f02a8c59c3e23f407f3ef00dd1dcf8fc4";

/** A law for every row of the table of hosts: an address and the surest name that it gives. */
const BY_HOST: readonly (readonly [link: string, name: string])[] = [
  ["https://arxiv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["https://browse.arxiv.org/pdf/2211.01335.pdf", "arxiv:2211.01335"],
  ["http://www.arxiv.org/pdf/2211.01335v3.pdf.", "arxiv:2211.01335"],
  ["https://arxiv.org/pdf/2112.01071", "arxiv:2112.01071"],
  ["https://arxiv.org/abs/hep-th/9901001v2", "arxiv:hep-th/9901001"],
  ["https://arxiv.org/abs/math.GT/0309136", "arxiv:math/0309136"],
  ["http://arxiv.org/abs/cond-mat.mes-hall/0309136", "arxiv:cond-mat/0309136"],
  ["https://arxiv.org/abs/2103.00020?context=cs", "arxiv:2103.00020"],
  ["https://arxiv.org/abs/2103.00020v2.pdf#page=3", "arxiv:2103.00020"],
  ["http://arxiv.org/abs/arXiv:2103.00020", "arxiv:2103.00020"],
  ["https://arxiv.org/html/2403.00020v1/#S3", "arxiv:2403.00020"],
  ["https://arxiv.org/ftp/arxiv/papers/0706/0706.1234.pdf", "arxiv:0706.1234"],
  ["arxiv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["//arxiv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["http://https://arxiv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["https://arxiv.org/abs/ 2103.00020", "arxiv:2103.00020"],
  ["http://xxx.lanl.gov/abs/hep-th/9901001", "arxiv:hep-th/9901001"],
  ["https://cn.arxiv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["https://ar5iv.labs.arxiv.org/html/2103.00020", "arxiv:2103.00020"],
  ["https://ar5iv.org/abs/2103.00020", "arxiv:2103.00020"],
  ["https://www.alphaxiv.org/overview/2103.00020v2", "arxiv:2103.00020"],
  ["https://papers.cool/arxiv/2103.00020", "arxiv:2103.00020"],
  ["https://www.arxiv-vanity.com/papers/2103.00020/", "arxiv:2103.00020"],
  ["https://www.catalyzex.com/paper/arxiv:2103.00020", "arxiv:2103.00020"],
  ["https://arxiv-org.translate.goog/abs/2103.00020?_x_tr_sl=en", "arxiv:2103.00020"],
  ["https://huggingface.co/papers/2103.00021", "arxiv:2103.00021"],
  ["https://api.semanticscholar.org/arXiv:2103.00020", "arxiv:2103.00020"],
  ["https://dblp.org/rec/journals/corr/abs-2103-00020.html", "arxiv:2103.00020"],
  ["https://ui.adsabs.harvard.edu/abs/2021arXiv210300020R/abstract", "arxiv:2103.00020"],
  ["https://ui.adsabs.harvard.edu/abs/2013arXiv1312.6114K", "arxiv:1312.6114"],
  ["https://www.biorxiv.org/content/early/2017/12/06/230086", "doi:10.1101/230086"],
  ["https://www.biorxiv.org/content/biorxiv/early/2019/04/29/622803.full.pdf", "doi:10.1101/622803"],
  ["https://www.biorxiv.org/content/early/2020/03/27/2020.03.27.011312", "doi:10.1101/2020.03.27.011312"],
  ["https://www.biorxiv.org/cgi/content/short/622803v1", "doi:10.1101/622803"],
  ["https://www.researchsquare.com/article/rs-3096289/v1", "doi:10.21203/rs.3.rs-3096289/v1"],
  ["https://www.researchsquare.com/article/rs-3096289/latest", "doi:10.21203/rs.3.rs-3096289/v1"],
  ["https://www.preprints.org/manuscript/202301.0001/v2", "doi:10.20944/preprints202301.0001.v2"],
  ["https://osf.io/preprints/psyarxiv/abcde", "doi:10.31234/osf.io/abcde"],
  ["https://psyarxiv.com/abcde/", "doi:10.31234/osf.io/abcde"],
  ["https://edarxiv.org/hcgzj/", "doi:10.35542/osf.io/hcgzj"],
  ["https://osf.io/preprints/edarxiv/hcgzj", "doi:10.35542/osf.io/hcgzj"],
  ["https://osf.io/preprints/socarxiv/xy7z9", "doi:10.31235/osf.io/xy7z9"],
  ["https://osf.io/preprints/osf/xy7z9_v1", "doi:10.31219/osf.io/xy7z9_v1"],
  ["https://osf.io/preprints/xy7z9", "doi:10.31219/osf.io/xy7z9"],
  ["https://www.nature.com/articles/s41586-021-03819-2", "doi:10.1038/s41586-021-03819-2"],
  ["https://www.nature.com/articles/nature14539.pdf", "doi:10.1038/nature14539"],
  ["https://www.nature.com/articles/s41586-021-03819-2_reference.pdf", "doi:10.1038/s41586-021-03819-2"],
  ["https://www.nature.com/articles/nmeth.4627/figures/1", "doi:10.1038/nmeth.4627"],
  ["http://www.nature.com/nature/journal/v529/n7587/full/nature16961.html", "doi:10.1038/nature16961"],
  ["https://elifesciences.org/articles/46935", "doi:10.7554/elife.46935"],
  ["https://peerj.com/articles/1317/", "doi:10.7717/peerj.1317"],
  ["https://peerj.com/articles/cs-693/", "doi:10.7717/peerj-cs.693"],
  ["https://peerj.com/preprints/2083v1/", "doi:10.7287/peerj.preprints.2083"],
  ["https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4335905", "doi:10.2139/ssrn.4335905"],
  ["https://ssrn.com/abstract=4335905", "doi:10.2139/ssrn.4335905"],
  ["https://www.ijcai.org/proceedings/2019/0366.pdf", "doi:10.24963/ijcai.2019/366"],
  ["https://zenodo.org/records/4280482", "doi:10.5281/zenodo.4280482"],
  ["http://dl.acm.org/citation.cfm?doid=1961189.1961199", "doi:10.1145/1961189.1961199"],
  [
    "https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbac102/6554124?login=true#1",
    "doi:10.1093/bib/bbac102",
  ],
  [
    "https://direct.mit.edu/neco/article-abstract/doi/10.1162/neco_a_01234/98765/A-Title",
    "doi:10.1162/neco_a_01234",
  ],
  ["https://aclanthology.org/N19-1423/", "doi:10.18653/v1/n19-1423"],
  ["https://aclanthology.org/2022.acl-long.585v2.pdf", "doi:10.18653/v1/2022.acl-long.585"],
  ["https://www.aclweb.org/anthology/K/K17/K17-1018.pdf", "doi:10.18653/v1/k17-1018"],
  ["https://aclanthology.info/papers/D14-1162/glove", "doi:10.3115/v1/d14-1162"],
  ["https://aclanthology.org/2020.lrec-1.494.bib", "acl:2020.lrec-1.494"],
  ["https://aclanthology.org/P13-1006", "acl:P13-1006"],
  ["https://pubmed.ncbi.nlm.nih.gov/33319865/", "pmid:33319865"],
  ["https://www.ncbi.nlm.nih.gov/pubmed/27191382", "pmid:27191382"],
  ["https://europepmc.org/article/MED/27191382", "pmid:27191382"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6347556/pdf/main.pdf", "pmcid:6347556"],
  ["https://europepmc.org/article/pmc/6347556", "pmcid:6347556"],
  ["https://api.semanticscholar.org/CorpusID:231591445", "corpusid:231591445"],
  [`https://www.semanticscholar.org/paper/A-Title/${SHA}`, `s2:${SHA}`],
  [`https://semanticscholar.org/paper/${SHA}?utm_source=api`, `s2:${SHA}`],
  [`https://www.semanticscholar.org/reader/${SHA}`, `s2:${SHA}`],
  [`https://api.semanticscholar.org/${SHA}`, `s2:${SHA}`],
  [`https://www.connectedpapers.com/main/${SHA}/A-Title/graph`, `s2:${SHA}`],
];

function nameIn(link: string): string | null {
  const [ref] = paperRefs([link]);
  return ref ? `${ref.kind}:${ref.value}` : null;
}

describe("paperRefs", () => {
  test.each(BY_HOST)("reads %s as %s", (link, name) => {
    expect(nameIn(link)).toBe(name);
  });

  test.each(HOST_RULES.map((rule) => [rule.hosts.join(" "), rule] as const))(
    "has an example for the rule of %s",
    (_, { hosts, pattern }) => {
      const example = BY_HOST.some(
        ([link]) =>
          hosts.some((host) => link.includes(host)) && pattern.test(link.replace(/^[a-z:]*\/\/[^/]*/, "")),
      );
      expect(example).toBe(true);
    },
  );

  test.each([
    ["https://doi.org/10.1000/ABC.1", "10.1000/abc.1"],
    ["https://doi.org/10.1061/(ASCE)0733-9364(2002)128:1(1)", "10.1061/(asce)0733-9364(2002)128:1(1)"],
    ["https://doi.org/10.3319/TAO.2009.05.25.02%28IWNOP%29", "10.3319/tao.2009.05.25.02(iwnop)"],
    ["https://doi.org/10.1016/S0010-4655(00)00228-9).", "10.1016/s0010-4655(00)00228-9"],
    [
      "https://onlinelibrary.wiley.com/doi/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2/abstract",
      "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ],
    [
      "https://doi.org/10.1002/(SICI)1099-0763(199607)10:3%3C221::AID-X%3E3.0.CO;2-#",
      "10.1002/(sici)1099-0763(199607)10:3<221::aid-x>3.0.co;2-#",
    ],
    ["https://link.springer.com/chapter/10.1007/978-3-031-19809-0_30", "10.1007/978-3-031-19809-0_30"],
    [
      "https://link.springer.com/content/pdf/10.1007%2F978-3-319-46448-0_8.pdf",
      "10.1007/978-3-319-46448-0_8",
    ],
    ["https://dl.acm.org/doi/pdf/10.1145/3394171.3413518", "10.1145/3394171.3413518"],
    ["https://onlinelibrary.wiley.com/doi/10.1002%2Fasi.1/full", "10.1002/asi.1"],
    [
      "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001",
      "10.1371/journal.pone.0000001",
    ],
    [
      "https://journals.plos.org/plosone/article/figure?id=10.1371/journal.pone.0000001.g002",
      "10.1371/journal.pone.0000001",
    ],
    [
      "http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0000001",
      "10.1371/journal.pone.0000001",
    ],
    ["https://www.frontiersin.org/articles/10.3389/frai.2023.1199350/full", "10.3389/frai.2023.1199350"],
    ["https://www.biorxiv.org/content/10.1101/622803v1.full", "10.1101/622803"],
    [
      "https://www.biorxiv.org/content/10.1101/2020.03.27.011312v12.full-text?utm_source=x",
      "10.1101/2020.03.27.011312",
    ],
    ["https://www.biorxiv.org/content/10.64898/2025.12.10.693508v1.full.pdf", "10.64898/2025.12.10.693508"],
    ["https://genome.cshlp.org/lookup/doi/10.1101/gr.107524.110", "10.1101/gr.107524.110"],
    ["https://doi.org/10.21203/rs.3.rs-3096289/v1", "10.21203/rs.3.rs-3096289/v1"],
    ["https://doi.org/10.26434/chemrxiv-2022-zhd87", "10.26434/chemrxiv-2022-zhd87"],
    [
      "https://iopscience.iop.org/article/10.1088/1742-6596/123/1/012345/meta",
      "10.1088/1742-6596/123/1/012345",
    ],
    ["https://pubs.acs.org/doi/suppl/10.1021/ci049613b/suppl_file/ci049613b_s.pdf", "10.1021/ci049613b"],
    [
      "https://onlinelibrary.wiley.com/action/downloadSupplement?doi=10.1002%2Fasi.1&file=asi-s1.docx",
      "10.1002/asi.1",
    ],
    ["https://genomebiology.biomedcentral.com/articles/10.1186/gb-2008-9-s2-s1", "10.1186/gb-2008-9-s2-s1"],
    ["https://www.example.org/paper?ref=1&doi=10.1000/abc&x=2", "10.1000/abc"],
    ["https://web.archive.org/web/20200101000000/https://doi.org/10.1000/abc", "10.1000/abc"],
    ["doi:10.1000/ABC", "10.1000/abc"],
  ])("finds where the DOI of %s ends: %s", (link, doi) => {
    expect(nameIn(link)).toBe(`doi:${doi}`);
  });

  test("reads arXiv's own DOI as the number it holds", () => {
    expect(nameIn("https://doi.org/10.48550/arXiv.2103.00020v2")).toBe("arxiv:2103.00020");
    expect(nameIn("10.48550/arXiv.hep-th/9901001")).toBe("arxiv:hep-th/9901001");
  });

  test.each([
    "https://evil-arxiv.org/abs/2103.00020",
    "https://arxiv.org/list/cs.CV/recent",
    "https://arxiv.org/abs/2113.00020",
    "https://arxiv.org/abs/2211.052152207.13686",
    "https://arxiv.org/html/2403.00020v1/x1.png",
    "https://github.com/a/b/blob/main/papers/10.1000/abc.md",
    "https://github.com/a/b/releases/tag/v10.5",
    "https://img.shields.io/badge/arXiv-2103.00020-b31b1b.svg",
    "https://user-images.githubusercontent.com/1234/10.1000/2103.00020.png",
    "https://huggingface.co/datasets/a/2103.00020",
    "https://citeseerx.ist.psu.edu/viewdoc/download?doi=10.1.1.359.7510&rep=rep1",
    "http://delivery.acm.org/10.1145/3340000/3330852/p696-zou.pdf?id=3330852",
    "https://dl.acm.org/doi/10.5555/3618408.3620080",
    "https://www.nature.com/articles/",
    "https://www.mdpi.com/2072-4292/12/10/1662",
    "https://aclanthology.org/volumes/2022.acl-long/",
    "https://openreview.net/forum?id=YicbFdNTTy",
    "https://x.org/%E0%A4%A",
    "https://10.5/3",
    "not a link",
    "",
    `https://doi.org/10.1000/${"a".repeat(3_000)}`,
  ])("finds no name in %s", (link) => {
    expect(paperRefs([link])).toEqual([]);
  });

  test("gives a paper of the ACL Anthology both its names, whichever is linked", () => {
    const both = [
      { kind: "doi", value: "10.18653/v1/n19-1423" },
      { kind: "acl", value: "N19-1423" },
    ];
    expect(paperRefs(["https://aclanthology.org/N19-1423.pdf"])).toEqual(both);
    expect(paperRefs(["https://doi.org/10.18653/v1/N19-1423"])).toEqual(both);
  });

  test("puts the surest name first and data sets last, whatever the order of the links", () => {
    const links = [
      `https://semanticscholar.org/paper/${SHA}`,
      "https://zenodo.org/record/1",
      "https://doi.org/10.1000/a",
      "https://arxiv.org/abs/2103.00020",
      "http://arxiv.org/pdf/2103.00020v2",
    ];
    expect(paperRefs(links).map(({ kind, value }) => `${kind}:${value}`)).toEqual([
      "arxiv:2103.00020",
      "doi:10.1000/a",
      "doi:10.5281/zenodo.1",
      `s2:${SHA}`,
    ]);
    expect(paperRef(links, "T").kind).toBe("arxiv");
    expect(paperRef(["https://x.org"], "T")).toEqual({ kind: "title", value: "T" });
  });

  test("throws for no text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => paperRefs([text, `https://doi.org/10.1000/${text}`]).length >= 0,
      ),
    );
  });

  test("reads the DOI of a text back from every way to link it", () => {
    const suffix = fc.stringMatching(/^[a-z\d](?:[a-z\d.()_-]{0,20}[a-z\d])?$/).filter((text) => {
      const open = [...text].reduce(
        (depth, sign) => (depth < 0 ? depth : depth + (sign === "(" ? 1 : sign === ")" ? -1 : 0)),
        0,
      );
      return open === 0 && !/[.-](?:pdf|html?|xml|full|s\d+)/.test(text);
    });
    fc.assert(
      fc.property(suffix, (text) => {
        const doi = `10.1234/${text}`;
        for (const link of [
          `https://doi.org/${doi}`,
          `https://doi.org/${encodeURIComponent(doi)}`,
          `http://dx.doi.org/${doi.toUpperCase()}.`,
          `https://x.org/doi/abs/${doi}/full?x=1#y`,
          `https://x.org/article?id=${doi}&type=printable`,
          `doi:${doi}`,
        ]) {
          expect(nameIn(link)).toBe(`doi:${doi}`);
        }
      }),
    );
  });
});
