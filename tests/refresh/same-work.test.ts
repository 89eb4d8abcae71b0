import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestSpelling } from "../../src/refresh/best-spelling.ts";
import { groupWorks, type PrintedWork, sameWork, WorkIndex } from "../../src/refresh/same-work.ts";

/** "Author Year: Title", as in a reference list; `-` for what is not printed. */
function work(text: string): PrintedWork {
  const [, author = "-", year = "-", title = ""] = /^(\S+(?: \S+)*?) (\d{4}|-): (.*)$/.exec(text) ?? [];
  return { title, author: author === "-" ? null : author, year: year === "-" ? null : Number(year) };
}

describe("sameWork holds one work in two spellings", () => {
  test.each([
    [
      "capitals",
      "Dong 2022: MaskCLIP: Masked self-distillation",
      "Dong 2022: Maskclip: Masked Self-Distillation",
    ],
    [
      "a dash for a colon",
      "Grill 2020: Bootstrap your own latent - a new approach to self-supervised learning",
      "Grill 2020: Bootstrap your own latent: A new approach to self-supervised learning",
    ],
    [
      "two dashes for one",
      "Bossard 2014: Food-101 - mining discriminative components with random forests",
      "Bossard 2014: Food-101 -- mining discriminative components with random forests",
    ],
    [
      "a hyphen lost at a line's end",
      "Zhong 2022: Regionclip: Region-based language-image pretraining",
      "Zhong 2022: Regionclip: Regionbased language-image pretraining",
    ],
    [
      "pretraining and pre-training",
      "Li 2022: Language-image pretraining",
      "Li 2022: Language-image pre-training",
    ],
    [
      "British and American",
      "Li 2021: Modelling colour behaviour by generalised analysers",
      "Li 2021: Modeling color behavior by generalized analyzers",
    ],
    [
      "accents",
      "Kärkkäinen 2019: Über faces in naïve data sets",
      "Karkkainen 2019: Uber faces in naive data sets",
    ],
    [
      "preprint and conference",
      "Dosovitskiy 2020: An image is worth 16x16 words: Transformers for image recognition at scale",
      "Dosovitskiy 2021: An image is worth 16x16 words: Transformers for image recognition at scale",
    ],
    [
      "preprint and journal two years later",
      "Helber 2017: Eurosat: A novel dataset and deep learning benchmark",
      "Helber 2019: Eurosat: A novel dataset and deep learning benchmark",
    ],
    [
      "another order of the words",
      "Chen 2019: Uniter: Learning universal image-text representations",
      "Chen 2020: UNITER: universal image-text representation learning",
    ],
    [
      "a subtitle left out",
      "Liu 2019: RoBERTa",
      "Liu 2019: RoBERTa: A robustly optimized BERT pretraining approach",
    ],
    [
      "a question without its answer",
      "Pratt 2022: What does a platypus look like",
      "Pratt 2022: What does a platypus look like? Generating customized prompts",
    ],
    [
      "more of the author's name",
      "Sariyildiz 2020: Learning visual representations with caption annotations",
      "Bulent Sariyildiz 2020: Learning visual representations with caption annotations",
    ],
    [
      "a full name",
      "Mu 2022: SLIP: Self-supervision meets language-image pre-training",
      "Norman Mu 2021: SLIP: Self-supervision Meets Language-Image Pre-training",
    ],
    [
      "no author and no year",
      "- -: Learning transferable visual models from natural language supervision",
      "Radford 2021: Learning transferable visual models from natural language supervision",
    ],
  ])("%s", (_, a, b) => {
    expect(sameWork(work(a), work(b))).not.toBeNull();
    expect(sameWork(work(b), work(a))).toBe(sameWork(work(a), work(b)));
  });
});

describe("sameWork tells apart what is only close", () => {
  test.each([
    [
      "two works on one data set",
      "Russakovsky 2015: Imagenet large scale visual recognition challenge",
      "Deng 2009: ImageNet: A large-scale hierarchical image database",
    ],
    [
      "a work and its sequel",
      "Zhou 2022: Learning to prompt for vision-language models",
      "Zhou 2022: Conditional prompt learning for vision-language models",
    ],
    [
      "one title within another",
      "Du 2022: Learning to prompt for open-vocabulary object detection with vision-language model",
      "Zhou 2022: Learning to prompt for vision-language models",
    ],
    [
      "a conference paper and its extension",
      "Yang 2020: Collaborative video object segmentation by foreground-background integration",
      "Yang 2021: Collaborative video object segmentation by multi-scale foreground-background integration",
    ],
    ["a name with a plus", "Qi 2017: PointNet", "Qi 2017: PointNet++"],
    [
      "a name with a plus, in full",
      "Qi 2017: Pointnet: Deep learning on point sets for 3d classification and segmentation",
      "Qi 2017: Pointnet++: Deep hierarchical feature learning on point sets in a metric space",
    ],
    [
      "a second version",
      "Liu 2021: Swin transformer: Hierarchical vision transformer using shifted windows",
      "Liu 2022: Swin transformer v2: Scaling up capacity and resolution",
    ],
    [
      "one name, two authors",
      "com/tiangexiang/CurveNet 2021: curvenet",
      "Muzahid 2020: Curvenet: Curvature-based multitask learning deep networks for 3d object recognition",
    ],
    [
      "a title others have used",
      "Deng 2012: The mnist database of handwritten digits",
      "LeCun -: The mnist database of handwritten digits",
    ],
    [
      "a part and the whole",
      "Bucher 2019: Zero-shot semantic segmentation",
      "Ding 2022: Decoupling zero-shot semantic segmentation",
    ],
    [
      "two models of one team and year",
      "Lin 2021: M6: A chinese multimodal pretrainer",
      "Lin 2021: M6-10T: A sharing-delinking paradigm for efficient multi-trillion parameter pretraining",
    ],
    [
      "one title five years apart",
      "Everingham 2010: The pascal visual object classes (voc) challenge",
      "Everingham 2015: The pascal visual object classes (voc) challenge",
    ],
    ["one name with two subtitles", "Li 2021: SLOT: A survey", "Li 2021: SLOT: An empirical study"],
    ["two short titles without authors", "- -: Deep learning", "LeCun 2015: Deep learning"],
    [
      "a third MaskCLIP",
      "Ding 2022: Open-vocabulary panoptic segmentation with maskclip",
      "Dong 2022: MaskCLIP: Masked self-distillation advances contrastive language-image pretraining",
    ],
    ["no letters at all", "Li 2020: ???", "Li 2020: !!!"],
  ])("%s", (_, a, b) => {
    expect(sameWork(work(a), work(b))).toBeNull();
    expect(sameWork(work(b), work(a))).toBeNull();
  });
});

describe("groupWorks", () => {
  const full = work("Li 2021: SLOT: A survey");
  const other = work("Li 2021: SLOT: An empirical study");
  const bare = work("Li 2021: SLOT");

  test("puts a title without subtitle to the one work it can mean", () => {
    expect(groupWorks([bare, full])).toHaveLength(1);
  });

  test("leaves it alone when it could mean two, and never glues these", () => {
    expect(groupWorks([full, bare, other])).toEqual([[full], [bare], [other]]);
  });

  test("keeps every printed work in exactly one group, whatever the order", () => {
    const titles = fc.constantFrom(
      "SLOT: A survey",
      "SLOT",
      "Slot: a Survey",
      "SLOT: An empirical study",
      "On slots",
    );
    const printed = fc.array(
      fc.record({
        title: titles,
        author: fc.constantFrom("Li", "Mu", null),
        year: fc.constantFrom(2019, 2020, 2025, null),
      }),
    );
    const asSets = (groups: PrintedWork[][]) => new Set(groups.map((group) => new Set(group)));
    fc.assert(
      fc.property(printed, (works) => {
        const groups = groupWorks(works);
        expect(groups.flat()).toHaveLength(works.length);
        expect(new Set(groups.flat())).toEqual(new Set(works));
        expect(asSets(groupWorks(works.toReversed()))).toEqual(asSets(groups));
      }),
    );
  });
});

test("WorkIndex.find takes the surest match and none of two equally sure ones", () => {
  const [plain, long] = [work("Li 2021: SLOT"), work("Li 2021: SLOT: A survey")];
  expect(new WorkIndex([long, plain]).find(work("Li 2021: Slot"))).toBe(plain);
  expect(new WorkIndex([long]).find(plain)).toBe(long);
  expect(new WorkIndex([work("Li 2020: SLOT: A survey"), long]).find(long)).toBeNull();
  expect(new WorkIndex<PrintedWork>().find(long)).toBeNull();
});

test("bestSpelling prefers the subtitle, inner capitals, hyphens, then the usual", () => {
  expect(bestSpelling(["RoBERTa", "Roberta: a robust approach"])).toBe("Roberta: a robust approach");
  expect(bestSpelling(["Imagenet: A database", "Imagenet: A database", "ImageNet: A database"])).toBe(
    "ImageNet: A database",
  );
  expect(bestSpelling(["Regionbased pretraining", "Region-based pretraining"])).toBe(
    "Region-based pretraining",
  );
  expect(bestSpelling(["Seen once here", "seen twice here", "seen twice here"])).toBe("seen twice here");
  expect(() => bestSpelling([])).toThrow("no title");
});
