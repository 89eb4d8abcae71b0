import type { HtmlTagDescriptor, Plugin } from "vite";
import type { Corpus } from "../../src/corpus/schema.ts";
import { LANGUAGES, type Language, languageFor, tagOf } from "../../src/text/language.ts";
import { shareTextsIn } from "../../src/text/share-texts.ts";
import { textsIn } from "../../src/text/texts.ts";
import { buildCatalogue } from "../../src/view/catalogue.ts";
import { oneLine, xmlText } from "../../src/view/looks/xml-text.ts";
import { titleOf } from "../../src/view/view-model.ts";

/** What the author of a site says about it beyond the survey. */
export interface SiteOptions {
  /** Where the site will be, with a slash at its end; null when that is not known. */
  readonly url: string | null;
  /** The language of what is said of the page before it runs; null for the survey's own. */
  readonly language: Language | null;
  /** The picture that previews of links show; null for none. */
  readonly picture: Uint8Array | null;
}

export const NO_SITE_OPTIONS: SiteOptions = { url: null, language: null, picture: null };

/** What a site says about itself to people who have not opened it. */
export interface SiteWords {
  readonly language: Language;
  readonly loading: string;
  readonly noScript: string;
  readonly title: string;
  readonly description: string;
  readonly counts: string;
}

/** The name of the picture that previews of links show, beside the page. */
export const PREVIEW = { name: "preview.png", width: 1200, height: 630 } as const;

/**
 * The language of what a survey's site says about itself: the one asked for, else the survey's, else English.
 */
export function siteLanguage({ survey }: Corpus, { language }: Pick<SiteOptions, "language">): Language {
  return language ?? languageFor([survey.language]);
}

/** What a survey's site says about itself, in its language. */
export async function siteWords(corpus: Corpus, options: Pick<SiteOptions, "language">): Promise<SiteWords> {
  const texts = await textsIn(siteLanguage(corpus, options));
  const share = shareTextsIn(texts.language);
  // Nothing of this follows from citations, and millions of them take seconds.
  const catalogue = buildCatalogue({ ...corpus, citations: [] }, texts);
  const survey = new Set(corpus.papers.filter(({ role }) => role === "survey").map(({ id }) => id));
  const inner = corpus.citations.filter(({ citing, cited }) => survey.has(citing) && survey.has(cited));
  return {
    language: texts.language,
    loading: texts.compact.loading,
    noScript: share.noScript,
    title: oneLine(titleOf(catalogue)),
    description: oneLine(
      share.description({
        survey: corpus.survey.title,
        papers: survey.size,
        citations: inner.length,
        domains: catalogue.groups.length,
        years: catalogue.surveyYears,
      }),
    ),
    counts: share.counts(survey.size, inner.length),
  };
}

/** The page's HTML with the words of its survey in place of those it was written with. */
export function withWords(html: string, words: SiteWords): string {
  const places: readonly (readonly [RegExp, string])[] = [
    [/(<html lang=")[^"]*/, tagOf(words.language)],
    [/(<title>)[^<]*/, xmlText(words.title)],
    [/(<meta name="description" content=")[^"]*/, xmlText(words.description)],
    [/(<p class="loading"[^>]*>)[^<]*/, xmlText(words.loading)],
    [/(<noscript>)[^<]*/, xmlText(words.noScript)],
  ];
  return places.reduce((page, [place, said]) => {
    if (!place.test(page))
      throw new Error(`index.html: nothing to put ${JSON.stringify(said)} into: ${place}`);
    return page.replace(place, (_, before: string) => before + said);
  }, html);
}

/** The tags that previews of links are made from. Without the site's address the picture's is relative. */
export function previewTags(
  { language: own, title, description }: SiteWords,
  { url, picture }: SiteOptions,
): HtmlTagDescriptor[] {
  const locale = (language: Language) => tagOf(language).replace("-", "_");
  const others = LANGUAGES.filter((language) => language !== own);
  const open: readonly (readonly [string, string])[] = [
    ["og:type", "website"],
    ["og:title", title],
    ["og:description", description],
    ["og:locale", locale(own)],
    ...others.map((language) => ["og:locale:alternate", locale(language)] as const),
    ...(url === null ? [] : [["og:url", url] as const]),
  ];
  const image: readonly (readonly [string, string])[] = [
    ["og:image", url === null ? `./${PREVIEW.name}` : new URL(PREVIEW.name, url).href],
    ["og:image:type", "image/png"],
    ["og:image:width", String(PREVIEW.width)],
    ["og:image:height", String(PREVIEW.height)],
    ["og:image:alt", description],
  ];
  const tags: HtmlTagDescriptor[] = [...open, ...(picture === null ? [] : image)].map(
    ([property, content]) => ({ tag: "meta", attrs: { property, content }, injectTo: "head" }),
  );
  const card = picture === null ? "summary" : "summary_large_image";
  tags.push({ tag: "meta", attrs: { name: "twitter:card", content: card }, injectTo: "head" });
  if (url !== null) tags.push({ tag: "link", attrs: { rel: "canonical", href: url }, injectTo: "head" });
  return tags;
}

/**
 * The vite plugin that lets the page present its survey before it runs: language, title, description, and
 * what previews of links show. `read` gives the corpus, or null where there is none yet.
 */
export function siteHead(read: () => Corpus | null, options: SiteOptions): Plugin {
  return {
    name: "site-head",
    transformIndexHtml: async (html) => {
      const corpus = read();
      if (corpus === null) return html;
      const words = await siteWords(corpus, options);
      return { html: withWords(html, words), tags: previewTags(words, options) };
    },
    generateBundle() {
      if (options.picture === null) return;
      this.emitFile({ type: "asset", fileName: PREVIEW.name, source: options.picture });
    },
  };
}
