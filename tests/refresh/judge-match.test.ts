import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorInLink, judgeMatch, matchForms, type TitledWork } from "../../src/refresh/judge-match.ts";

/** `Title / First Author / 2022`; a dash for what is not known. */
function titled(text: string): TitledWork {
  const [title = "", author = "-", year = "-"] = text.split(" / ");
  return { title, author: author === "-" ? null : author, year: year === "-" ? null : Number(year) };
}

const MASKED = "MaskCLIP: Masked Self-Distillation Advances Contrastive Language-Image Pretraining";

describe("judgeMatch accepts", () => {
  test.each([
    [
      "another case and hyphens",
      "SLIP: Self-supervision meets Language-Image Pre-training / - / 2022",
      "SLIP: Self-Supervision Meets Language Image Pretraining / Norman Mu / 2021",
    ],
    [
      "other punctuation and signs",
      "Quality Not Quantity: On the Interaction – Dataset / - / 2022",
      "Quality not quantity, on the interaction: dataset / Thao Nguyen / 2022",
    ],
    [
      "accents and full-width signs",
      "Détection d’objets：une étude / - / 2020",
      "Detection d'objets: une etude / A. Auteur / 2020",
    ],
    [
      "a missing subtitle when the first author agrees",
      "Simple but Effective / Khandelwal / 2022",
      "Simple but Effective: CLIP Embeddings for Embodied AI / Apoorv Khandelwal / 2022",
    ],
    [
      "a nickname in front",
      "Extract Free Dense Labels from CLIP / - / 2022",
      "DenseCLIP: Extract Free Dense Labels from CLIP / Chong Zhou / 2021",
    ],
    [
      "a nickname left out",
      MASKED,
      "Masked Self-Distillation Advances Contrastive Language-Image Pretraining / Xiaoyi Dong / 2022",
    ],
    [
      "a preprint two years before its venue",
      "RemoteCLIP: A Vision Language Foundation Model for Remote Sensing / - / 2024",
      "RemoteCLIP: A Vision Language Foundation Model for Remote Sensing / Fan Liu / 2023",
    ],
  ])("%s", (_, wanted, offered) => {
    expect(judgeMatch(titled(wanted), titled(offered))).toBeNull();
  });

  test("every work as itself", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 1990, max: 2030 }),
        (words, year) => {
          const work = { title: words.join(" "), author: "Ada Lovelace", year };
          expect(judgeMatch(work, work)).toBeNull();
        },
      ),
    );
  });
});

describe("judgeMatch refuses", () => {
  test.each([
    [
      "the other MaskCLIP",
      `${MASKED} / Dong / 2023`,
      "MaskCLIP: Open-Vocabulary Universal Image Segmentation with MaskCLIP / Zheng Ding / 2022",
      /subtitle/,
    ],
    [
      "the paper nicknamed alike",
      `${MASKED} / - / 2023`,
      "Extract Free Dense Labels from CLIP / Chong Zhou / 2022",
      /title/,
    ],
    ["a nickname alone", `${MASKED} / - / 2023`, "MaskCLIP / Chong Zhou / 2022", /subtitle/],
    [
      "one of two nicknames",
      "DenseCLIP: Extract Free Dense Labels from CLIP / - / 2021",
      "MaskCLIP: Extract Free Dense Labels from CLIP / - / 2021",
      /title/,
    ],
    [
      "a longer title",
      "Attentive Mask CLIP / Yang / 2023",
      "Attentive Mask CLIP for Everything Else / Yifan Yang / 2023",
      /title/,
    ],
    [
      "the second version",
      "PointCLIP: Point Cloud Understanding by CLIP / Zhang / 2022",
      "PointCLIP V2: Adapting CLIP for Powerful 3D Open-world Learning / Xiangyang Zhu / 2022",
      /title/,
    ],
    [
      "a work of another decade",
      "PointCLIP: Point Cloud Understanding by CLIP / - / 2022",
      "PointCLIP: Point Cloud Understanding by CLIP / - / 2011",
      /from 2011, not 2022/,
    ],
    [
      "a work of another author",
      "PointCLIP: Point Cloud Understanding by CLIP / Zhang / 2022",
      "PointCLIP: Point Cloud Understanding by CLIP / Quite Another / 2022",
      /first author/,
    ],
    [
      "a recorded wrong answer",
      "Gravity hill / - / -",
      "Explanation of Gravity Hill of Mainpat by using digital Elevation Modeling / Dushyant Rajwade / 2025",
      /title/,
    ],
    [
      "another recorded wrong answer",
      "National Flag of Canada Day / - / -",
      "16. Marketing the Maple Leaf: The Curious Case of National Flag of Canada Day / Richard Nimijean / 2016",
      /title/,
    ],
    [
      "a title of two words without an author",
      "Attentive CLIP / - / 2023",
      "Attentive CLIP / Yifan Yang / 2023",
      /too short/,
    ],
    ["no title at all", "Attentive Mask CLIP / Yang / 2023", " / Yifan Yang / 2023", /title/],
  ])("%s, and says why", (_, wanted, offered, reason) => {
    expect(judgeMatch(titled(wanted), titled(offered))).toMatch(reason);
  });
});

describe("authorInLink", () => {
  test.each([
    [
      "https://openaccess.thecvf.com/content/CVPR2023/papers/Li_Scaling_Language-Image_Pre-Training_CVPR_2023_paper.pdf",
      "Li",
    ],
    ["http://proceedings.mlr.press/v139/radford21a/radford21a.pdf", "radford"],
    ["https://proceedings.mlr.press/v139/jia21b.html", "jia"],
    ["https://arxiv.org/abs/2112.01071", null],
    ["https://evil.example/openaccess.thecvf.com/papers/Li_X_paper.pdf", null],
    [null, null],
  ])("reads %s", (link, author) => {
    expect(authorInLink(link)).toBe(author);
  });
});

test("works that judgeMatch takes for the same share a form to look them up by", () => {
  const words = fc.array(fc.constantFrom("learning", "Colour", "of", "maps", "a-b", "clip"), {
    minLength: 1,
    maxLength: 5,
  });
  const guise = fc.record({
    nickname: fc.constantFrom("", "CLIP: ", "Deep CLIP: ", "x：", "Grey: "),
    subtitle: fc.constantFrom("", ": a survey", " - Maps", "? of maps"),
    author: fc.constantFrom(null, "Li", "Ada Li"),
    year: fc.constantFrom(null, 2020, 2021),
  });
  type Guise = typeof guise extends fc.Arbitrary<infer G> ? G : never;
  const work = (text: readonly string[], { nickname, subtitle, author, year }: Guise): TitledWork => {
    return { title: nickname + text.join(" ") + subtitle, author, year };
  };
  let same = 0;
  fc.assert(
    fc.property(words, guise, guise, (text, one, other) => {
      const [a, b] = [work(text, one), work(text, other)];
      if (judgeMatch(a, b) !== null) return;
      same++;
      expect([...matchForms(a)].filter((form) => matchForms(b).has(form))).not.toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(same).toBeGreaterThan(50);
});
