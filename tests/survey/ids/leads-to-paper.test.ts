import { expect, test } from "vitest";
import { leadsToPaper } from "../../../src/survey/ids/leads-to-paper.ts";
import { PAPER_PAGES } from "../../../src/survey/ids/paper-pages.ts";

const PAPERS = [
  "https://openreview.net/forum?id=YicbFdNTTy",
  "https://openaccess.thecvf.com/content/CVPR2023/html/Li_Scaling_CVPR_2023_paper.html",
  "https://www.ecva.net/papers/eccv_2020/papers_ECCV/html/1_ECCV_2020_paper.php",
  "https://proceedings.mlr.press/v139/radford21a.html",
  "https://papers.nips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html",
  "https://jmlr.org/papers/v21/20-074.html",
  "https://ojs.aaai.org/index.php/AAAI/article/view/33058",
  "https://www.ijcai.org/Proceedings/15/Papers/299.pdf",
  "https://www.ijcai.org/proceedings/2015/299",
  "https://www.isca-archive.org/interspeech_2025/pawlowski25_interspeech.html",
  "https://www.usenix.org/conference/usenixsecurity21/presentation/carlini-extracting",
  "http://www.vldb.org/pvldb/vol13/p3313-kraska.pdf",
  "https://ceur-ws.org/Vol-2621/CIRCLE20_26.pdf",
  "http://www.roboticsproceedings.org/rss15/p01.html",
  "https://aclanthology.org/P13-1006",
  "http://www.kdd.org/kdd2018/accepted-papers/view/large-scale-learnable-graph-convolutional-networks",
  "https://ieeexplore.ieee.org/document/8486671",
  "https://www.computer.org/csdl/journal/tp/2021/01/08758997/1b1xb",
  "https://dl.acm.org/citation.cfm?id=3271788",
  "https://www.sciencedirect.com/science/article/abs/pii/S0165168407003337",
  "https://www.cell.com/cell/fulltext/S0092-8674(19)30040-1",
  "http://science.sciencemag.org/content/313/5786/504",
  "https://www.nature.com/articles/nature14539",
  "https://www.mdpi.com/2072-4292/12/10/1662",
  "https://academic.oup.com/bioinformatics/article/34/13/i457/5045793",
  "https://link.springer.com/chapter/10.1007/978-3-031-19809-0_30",
  "https://pubs.aip.org/aip/jcp/article/148/24/241722/956478",
  "https://www.jstor.org/stable/2346178",
  "https://projecteuclid.org/euclid.aos/1013203451",
  "https://chemrxiv.org/engage/chemrxiv/article-details/60c74a1e567dfe0b04ec4e02",
  "https://www.biorxiv.org/node/37703.abstract",
  "https://f1000research.com/articles/5-1234/v1",
  "https://www.jmir.org/2020/5/e12345",
  "https://distill.pub/2017/momentum/",
  "https://eprint.iacr.org/2017/715",
  "https://www.transacl.org/ojs/index.php/tacl/article/view/570",
  "https://www.microsoft.com/en-us/research/publication/flaml-a-fast-and-lightweight-automl-library/",
  "https://research.google/pubs/pub47859/",
  "https://arxiv.org/abs/2112.1275",
  "https://doi.org/2020.06.02.129270",
  "https://www.semanticscholar.org/paper/A-Title",
  "https://paperswithcode.com/paper/learning-transferable-visual-models",
  "https://www.themoonlight.io/paper/share/9e1233aa-e417-448a-9032-05a11bff5a66",
  "https://www.scholar-inbox.com/paper/Zheng2026ARXIV_PRISM",
  "https://www.researchgate.net/publication/328688614_Binarized_Attributed_Network_Embedding",
  "https://www.academia.edu/12345/A_Title",
  "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.58.4547",
  "https://dblp.org/rec/conf/cvpr/HeZRS16.html",
  "https://openalex.org/W2194775991",
  "https://ui.adsabs.harvard.edu/abs/2016A%26A...594A..13P/abstract",
  "https://inspirehep.net/literature/451647",
  "https://europepmc.org/article/PPR/PPR12345",
  "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6347556/",
  "https://core.ac.uk/outputs/12345",
  "https://hdl.handle.net/1721.1/12345",
  "https://hal.science/hal-01234567",
  "https://deepai.org/publication/a-title-of-a-paper",
  "https://www.catalyzex.com/paper/a-title",
  "https://arxiv.org/abs/2103.00020",
  "https://www.cs.toronto.edu/~hinton/absps/ncfast.pdf",
  "https://pdfs.semanticscholar.org/2e2f/39232771711248940f68c3c1d6bd0a22c3e4.pdf",
];

test.each(PAPERS)("leadsToPaper says yes to %s", (url) => {
  expect(leadsToPaper(url)).toBe(true);
});

test.each(PAPER_PAGES.map(({ hosts, pattern }) => [hosts.join(" "), hosts, pattern] as const))(
  "leadsToPaper has an example for %s",
  (_, hosts, pattern) => {
    const example = PAPERS.some(
      (url) =>
        hosts.some((host) => url.includes(host)) &&
        pattern.test(decodeURIComponent(url).replace(/^[a-z:]*\/\/[^/]*/, "")),
    );
    expect(example).toBe(true);
  },
);

test.each([
  "https://github.com/openai/CLIP",
  "https://openai.com/research/clip",
  "https://img.shields.io/badge/arXiv-2103.00020-b31b1b.svg",
  "https://zenodo.org/records/4280482",
  "https://huggingface.co/datasets/laion/laion400m",
  "https://www.youtube.com/watch?v=abc",
  "https://arxiv.org/list/cs.CV/recent",
  "https://x.org/talks/clip-slides.pdf",
  "https://openreview.net/group?id=ICLR.cc",
  "https://openaccess.thecvf.com/CVPR2023",
  "https://scholar.google.com/citations?user=abc",
  "#contents",
  "",
])("leadsToPaper says no to %s", (url) => {
  expect(leadsToPaper(url)).toBe(false);
});
