import { describe, expect, test } from "vitest";
import { findInlineCode } from "../../scripts/site/content-security-policy.ts";
import { surveyScript } from "../../scripts/site/offline-copy.ts";
import { NO_SITE_OPTIONS, previewTags, siteWords, withWords } from "../../scripts/site/site-head.ts";
import { corpusOf, fork } from "../graphs.ts";

const PAGE = `<html lang="en"><head><meta name="description" content="x" /><title>x</title></head><body>
<p class="loading" role="status">x</p><noscript>x</noscript></body></html>`;

const HOSTILE = `</title><script>alert(1)</script> "$&" & 'co'`;
const survey = (title: string, language = "en") =>
  corpusOf(fork, { A: { year: 2020 }, B: { year: 2022 } }, { survey: { title, language, domains: [] } });

describe("siteWords", () => {
  test("counts the papers of the survey and the citations among them", async () => {
    const words = await siteWords(survey("A survey"), NO_SITE_OPTIONS);
    expect(words.title).toBe("A survey");
    expect(words.description).toBe(
      "A map of 4 papers and the 3 citations among them, from 2020 to 2022, from the survey “A survey”.",
    );
  });

  test("speaks the language asked for, else the survey's, else English", async () => {
    const language = async (own: string, asked: "en" | "zh" | null) =>
      (await siteWords(survey("A", own), { language: asked })).language;
    expect(await language("zh-Hans", null)).toBe("zh");
    expect(await language("zh", "en")).toBe("en");
    expect(await language("fr", null)).toBe("en");
  });
});

describe("withWords", () => {
  test("puts words into their places as text, whatever they hold", async () => {
    const html = withWords(PAGE, await siteWords(survey(HOSTILE, "zh"), NO_SITE_OPTIONS));
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;$&amp;&quot;");
    expect(findInlineCode(html)).toEqual([]);
    expect(html.match(/<title>/g)).toHaveLength(1);
  });

  test("names the place that a page lacks", async () => {
    const words = await siteWords(survey("A"), NO_SITE_OPTIONS);
    expect(() => withWords(PAGE.replace("<noscript>", "<p>"), words)).toThrow(/index\.html.*noscript/);
  });
});

describe("previewTags", () => {
  const contents = (tags: ReturnType<typeof previewTags>) =>
    Object.fromEntries(
      tags.map(({ attrs }) => [attrs?.property ?? attrs?.name ?? attrs?.rel, attrs?.content ?? attrs?.href]),
    );

  test("names the site's address in full where it is known, and nowhere else", async () => {
    const words = await siteWords(survey("A"), NO_SITE_OPTIONS);
    const picture = new Uint8Array(1);
    const known = contents(previewTags(words, { url: "https://example.org/map/", language: null, picture }));
    expect(known).toMatchObject({
      "og:image": "https://example.org/map/preview.png",
      "og:url": "https://example.org/map/",
      canonical: "https://example.org/map/",
      "og:locale": "en_GB",
      "twitter:card": "summary_large_image",
    });
    const unknown = contents(previewTags(words, { url: null, language: null, picture }));
    expect(unknown["og:image"]).toBe("./preview.png");
    expect(Object.keys(unknown)).not.toContain("canonical");
  });

  test("promises no picture where there is none", async () => {
    const tags = contents(previewTags(await siteWords(survey("A"), NO_SITE_OPTIONS), NO_SITE_OPTIONS));
    expect(tags["twitter:card"]).toBe("summary");
    expect(Object.keys(tags).filter((key) => key.startsWith("og:image"))).toEqual([]);
  });
});

test("surveyScript gives files back byte for byte, whatever they hold", () => {
  const files = { "corpus.json": `{"__proto__": "\u2028 </script> \\" \`\${1}"}`, "changes.json": "{}" };
  const read = new Function(`${surveyScript(files)}; return surveyFiles;`) as () => typeof files;
  expect(read()).toEqual(files);
});
