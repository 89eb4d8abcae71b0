import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { communitiesOf } from "../../../src/analysis/communities/communities.ts";
import { communityHubs } from "../../../src/analysis/communities/community-hubs.ts";
import { communityLabels } from "../../../src/analysis/communities/community-labels.ts";
import { undirectedLinks } from "../../../src/analysis/communities/undirected-links.ts";
import { ids, indexOf } from "../drawn.ts";

const titles = [
  "Learning Point Clouds with CLIP",
  "CLIP for Point Cloud Segmentation: a New Model",
  "Learning a Model of Point Clouds",
  "Point cloud completion using CLIP",
  "Video Retrieval with CLIP",
  "A Model for Learning Video Retrieval",
  "CLIP for Long Video Retrieval",
  "Learning Video Retrieval and CLIP",
];
const of = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);

describe("communityLabels", () => {
  test("names the topic that tells a community from the others, a pair of words before its parts", () => {
    expect(communityLabels(titles, of, 2)).toEqual([
      { terms: ["Point Clouds"], papers: [4] },
      { terms: ["Video Retrieval"], papers: [4] },
    ]);
  });

  test("has no term for a community that holds only the field's general words", () => {
    const general = ["Learning with CLIP", "A CLIP model", "Learning models", "CLIP learning"];
    const label = communityLabels([...general, ...general], Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), 2);
    expect(label.map(({ terms }) => terms)).toEqual([[], []]);
  });

  test("takes neither stop words, numbers nor words of one paper only", () => {
    const [label] = communityLabels(
      ["The new 2023 zebra", "The new 2023 apple", "on cars", "on buses"],
      Int32Array.of(0, 0, 1, 1),
      2,
    );
    expect(label?.terms).toEqual([]);
  });

  test("prefers words to names: what a work calls itself tells nothing, and acronyms little", () => {
    const own = ["Microsoft COCO: Object Detection", "Microsoft COCO: Detection in Context"];
    const [first] = communityLabels([...own, "On Apples", "On Pears"], Int32Array.of(0, 0, 1, 1), 2);
    expect(first?.terms).toEqual(["Detection"]);
    const acronym = ["Tuning BERT fast", "Pruning BERT twice", "On Apples", "On Pears"];
    expect(communityLabels(acronym, Int32Array.of(0, 0, 1, 1), 2)[0]?.terms).toEqual([]);
  });

  test("takes spellings of one word for one, and asks a plain word of more papers than a pair", () => {
    const spelt = ["Self-supervised A", "Self-Supervision of B", "Selfsupervised C", "D", "E", "F"];
    expect(communityLabels(spelt, Int32Array.of(0, 0, 0, 1, 1, 1), 2)[0]?.papers).toEqual([3]);
    const many = Array.from({ length: 40 }, (_, i) => `W${i}`);
    const rare = many.map((title, i) => (i < 2 ? `${title} robot arm` : title));
    const halves = Int32Array.from(many, (_, i) => (i < 20 ? 0 : 1));
    expect(communityLabels(rare, halves, 2)[0]?.terms).toEqual([]);
    const wide = [...rare, ...many.map((title) => `${title} x`)];
    const sides = Int32Array.from(wide, (_, i) => (i < 20 ? 0 : 1));
    expect(communityLabels(wide, sides, 2)[0]?.terms).toEqual(["robot arm"]);
  });

  test("reads titles in other scripts", () => {
    const [label] = communityLabels(
      [
        "点云 分割",
        "点云 补全",
        "点云 检测",
        "点云 识别",
        "视频 检索",
        "视频 理解",
        "视频 分割",
        "视频 问答",
      ],
      of,
      2,
    );
    expect(label?.terms).toEqual(["点云"]);
  });

  test("gives each community its label whatever the order of the papers", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...titles.keys()], { minLength: titles.length }), (order) => {
        const labels = communityLabels(
          order.map((i) => titles[i] ?? ""),
          Int32Array.from(order, (i) => of[i] ?? -1),
          2,
        );
        expect(labels).toEqual(communityLabels(titles, of, 2));
      }),
    );
  });

  test("of no texts or one community only is empty", () => {
    expect(communityLabels([], new Int32Array(), 0)).toEqual([]);
    expect(communityLabels(["Point clouds", "Point clouds"], Int32Array.of(0, 0), 1)).toEqual([
      { terms: [], papers: [] },
    ]);
  });
});

test("communityHubs names the paper with the most links inside each community", () => {
  const index = indexOf("A<-B, A<-C, A<-D, B<-C, X<-Y, Y<-Z, lone");
  const links = undirectedLinks(index, "citations", () => true);
  expect(ids(index, communityHubs(links, communitiesOf(links)))).toEqual(["A", "Y"]);
});
