import type { Plugin } from "vite";
import type { Corpus } from "../../src/corpus/schema.ts";
import { shareTextsIn } from "../../src/text/share-texts.ts";
import { isLarge } from "../../src/view/state/large-map-line.ts";
import { type SiteOptions, siteLanguage } from "./site-head.ts";

/** The folder of the plain scripts that draw the page when it is opened as a file. */
export const OFFLINE = "offline";
const FROM_FILE = `${OFFLINE}/from-file.js`;

/**
 * The plain script that every page loads: from a file, where browsers refuse modules and fetching, it
 * loads the others; where these are not there, it says how to serve the folder.
 */
function fromFile(advice: string): string {
  return `if (location.protocol === "file:") {
  const say = () => {
    const loading = document.querySelector(".loading");
    if (loading) loading.textContent = ${JSON.stringify(advice)};
  };
  for (const name of ["data", "page"]) {
    const script = document.createElement("script");
    script.src = "./${OFFLINE}/" + name + ".js";
    script.async = false;
    script.onerror = say;
    document.head.append(script);
  }
}
`;
}

/** The survey's files as a plain script: each a text, so that they are read as they are when fetched. */
export function surveyScript(files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(
    ([name, text]) => `${JSON.stringify(name)}: ${JSON.stringify(text)}`,
  );
  return `var surveyFiles = {\n${entries.join(",\n")}\n};\n`;
}

/**
 * The vite plugin that lets the built page be opened as a file: without `crossorigin`, which files have
 * none of, with the survey's files as a script. A large map has no such copy: it needs workers.
 */
export function offlineCopy(
  corpusOf: () => Corpus,
  filesOf: () => Readonly<Record<string, string>>,
  options: SiteOptions,
): Plugin {
  return {
    name: "offline-copy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => ({
        // The companion is fetched, and a fetch takes up what was loaded before only when asked for alike.
        html: html.replace(/<(?:script|link)\b(?![^>]*\bid="companion")[^>]*>/g, (tag) =>
          tag.replace(/ crossorigin(?=[ >])/, ""),
        ),
        tags: [{ tag: "script", attrs: { src: `./${FROM_FILE}`, defer: true }, injectTo: "head" }],
      }),
    },
    generateBundle() {
      const corpus = corpusOf();
      this.emitFile({
        type: "asset",
        fileName: FROM_FILE,
        source: fromFile(shareTextsIn(siteLanguage(corpus, options)).serveInstead),
      });
      if (isLarge(corpus.papers.length, corpus.citations.length)) return;
      this.emitFile({ type: "asset", fileName: `${OFFLINE}/data.js`, source: surveyScript(filesOf()) });
    },
  };
}
