import { expect, test } from "vitest";
import { parseSurvey } from "../../../src/survey/parse-survey.ts";

/** Rows of one list, with the title of each. */
function titles(...rows: string[]): string[] {
  return parseSurvey(rows.map((row) => `- ${row} [[Paper](https://x.org/p.pdf)]`).join("\n")).entries.map(
    ({ title }) => title,
  );
}

test("the title of a reference is what is between its authors and its venue", () => {
  expect(
    titles(
      "Aravindh Mahendran, Andrea Vedaldi, Understanding Deep Image Representations by Inverting Them, CVPR, 2015.",
      "Clement Farabet, Camille Couprie, Scene Parsing with Features, Purity Trees, and Optimal Covers, ICML, 2012.",
      "Alexander Kolesnikov, Christoph Lampert, Seed, Expand and Constrain: Three Principles for Segmentation, ECCV, 2016.",
      "Matthew Zeiler, Rob Fergus, Visualizing and Understanding Convolutional Networks, ECCV, 2014.",
      "Wei Xu, Jie Zhou, Are You Talking to a Machine? Dataset and Methods for Question Answering, NIPS, 2015.",
      "Jie Zhou, Wei Xu, What Do We See in Faces? CVPR, 2015.",
      'Ting Yao, Tao Mei, "Learning Query and Image Similarities\n    with Ranking Canonical Correlation Analysis", ICCV, 2015.',
    ),
  ).toEqual([
    "Understanding Deep Image Representations by Inverting Them",
    "Scene Parsing with Features, Purity Trees, and Optimal Covers",
    "Seed, Expand and Constrain: Three Principles for Segmentation",
    "Visualizing and Understanding Convolutional Networks",
    "Are You Talking to a Machine? Dataset and Methods for Question Answering",
    "What Do We See in Faces?",
    "Learning Query and Image Similarities with Ranking Canonical Correlation Analysis",
  ]);
});

test("authors behind a title end it, whatever is between them", () => {
  expect(
    titles(
      "Wasserstein GAN (2017), M. Arjovsky et al.",
      "Learning a Deep Convolutional Network for Super-Resolution (2014, C. Dong et al.",
      "A Fast and Accurate Dependency Parser using Neural Networks. Chen and Manning.",
      "Improving distributional similarity with lessons learned, O. Levy et al. [[pdf]]",
    ),
  ).toEqual([
    "Wasserstein GAN",
    "Learning a Deep Convolutional Network for Super-Resolution",
    "A Fast and Accurate Dependency Parser using Neural Networks",
    "Improving distributional similarity with lessons learned",
  ]);
});

test("an initial is no word of a title", () => {
  expect(
    titles(
      'Sigurdsson, Gunnar A., et al. "Charades-Ego: A Large-Scale Dataset of Paired Videos." ECCV (2018).',
      'Plummer, Bryan A., et al. "Open-vocabulary Phrase Detection." ECCV (2020).',
    ),
  ).toEqual(["Charades-Ego: A Large-Scale Dataset of Paired Videos", "Open-vocabulary Phrase Detection"]);
});

test("a name with authors behind it is not the title, nor is a bold venue a part of it", () => {
  expect(
    titles(
      "**Distinct Moments (DiDeMo)**: Hendricks, Lisa Anne, et al. **Localizing moments in video with natural language.** ICCV. 2017.",
      "VT-ADL: A Transformer Network for Localization (**ISIE**)",
      "You Only Group Once: Efficient Processing with Token \nRepresentation and Relation Module (**IROS**)",
      "Network Embedding as Matrix Factorization: Unifying DeepWalk, LINE, PTE, and Node2Vec, WSDM 2018",
      "Wei Lin, Kyoung Woon On, Jia Kim, Anton van dan Hengel, Hadamard Product for Low-rank Pooling, ICLR 2017",
      "SemEval-2025 Task 3: Mu-SHROOM, a Shared Task on Hallucinations",
      "Don't Walk, Skip! Online Learning of Network Embeddings, ASONAM 2017",
    ),
  ).toEqual([
    "Localizing moments in video with natural language",
    "VT-ADL: A Transformer Network for Localization",
    "You Only Group Once: Efficient Processing with Token Representation and Relation Module",
    "Network Embedding as Matrix Factorization: Unifying DeepWalk, LINE, PTE, and Node2Vec",
    "Hadamard Product for Low-rank Pooling",
    "SemEval-2025 Task 3: Mu-SHROOM, a Shared Task on Hallucinations",
    "Don't Walk, Skip! Online Learning of Network Embeddings",
  ]);
});

test.each([
  ["**Some Things That Move in the Sun.**", "Some Things That Move in the Sun"],
  ["“Some Things That Move in the Sun”", "Some Things That Move in the Sun"],
  [":fire: :star: Some Things That Move in the Sun", "Some Things That Move in the Sun"],
  ["[MaxViT] Some Things That Move in the Sun", "Some Things That Move in the Sun"],
  ["What Moves in the Sun?", "What Moves in the Sun?"],
  ["*Some Things That Move in the Sun* (**oral**)", "Some Things That Move in the Sun"],
])("the title in %s", (row, title) => {
  expect(titles(row)).toEqual([title]);
});
