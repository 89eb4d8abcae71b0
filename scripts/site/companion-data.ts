import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { HtmlTagDescriptor, Plugin } from "vite";
import type { Corpus } from "../../src/corpus/schema.ts";
import { shown } from "../../src/corpus/shown.ts";
import { isLarge } from "../../src/view/state/large-map-line.ts";
import { COMPANION_FILE, readCompanion, withoutCompanion } from "../companion/companion-file.ts";
import { readCorpus } from "../read-corpus.ts";

/** Lets the page know that there is a companion, so that the browser fetches it before the script asks. */
const LINK: HtmlTagDescriptor = {
  tag: "link",
  attrs: { id: "companion", rel: "preload", as: "fetch", crossorigin: true, href: `./${COMPANION_FILE}` },
  injectTo: "head",
};

const NOTHING: Pick<Corpus, "papers" | "citations"> = { papers: [], citations: [] };

/**
 * The companion of a folder's corpus if it may be given to the page, and what to report: that it is stale or
 * broken and left out, or that a large map has none, with the consequence and the remedy. `read` gives the
 * corpus, or null for one that cannot be read, which is reported elsewhere.
 */
export function offeredCompanion(
  folder: string,
  read: () => Corpus | null = () => readCorpus(folder),
): {
  readonly bytes: Uint8Array | null;
  readonly message: string | null;
} {
  const corpus = join(folder, "corpus.json");
  if (!existsSync(corpus)) return { bytes: null, message: null };
  const file = join(folder, COMPANION_FILE);
  const found = readCompanion(file, readFileSync(corpus));
  if (found.companion) return { bytes: found.bytes, message: null };
  const { papers, citations } = read() ?? NOTHING;
  const remedy = `${withoutCompanion(papers.length)}; to lay it out in advance: npm run refresh -- ${folder} --layout-only`;
  if (found.reason !== null)
    return { bytes: null, message: `${file} is left out: ${found.reason}\n${remedy}` };
  if (!isLarge(papers.length, citations.length)) return { bytes: null, message: null };
  return { bytes: null, message: `${file} not found: ${remedy}` };
}

/**
 * The vite plugin that puts the companion of a survey folder beside the page and a link to it into the page,
 * in the build and while developing, where it fits the corpus, which `read` gives; where it does not fit, the
 * terminal says why it is left out.
 */
export function companionData(folder: string, read: () => Corpus | null): Plugin {
  const path = resolve(folder, COMPANION_FILE);
  let warn: (message: string) => void = () => {};
  const offered = () => {
    const { bytes, message } = offeredCompanion(folder, read);
    if (message !== null) warn(message);
    return bytes;
  };
  let building = false;
  let built: Uint8Array | null = null;
  return {
    name: "companion-data",

    configResolved({ command, logger }) {
      building = command === "build";
      warn = (message) => logger.warnOnce(shown(message));
    },

    configureServer(server) {
      server.watcher.add(path);
      for (const event of ["add", "change", "unlink"] as const) {
        server.watcher.on(event, (changed) => {
          if (resolve(changed) === path) server.ws.send({ type: "full-reload" });
        });
      }
      server.middlewares.use((request, response, next) => {
        if (new URL(request.url ?? "/", "http://page").pathname !== `/${COMPANION_FILE}`) return next();
        const bytes = offered();
        response.setHeader("Cache-Control", "no-store");
        if (bytes === null) {
          response.statusCode = 404;
          return response.end();
        }
        response.setHeader("Content-Type", "application/octet-stream");
        response.end(bytes);
      });
    },

    buildStart() {
      if (building) built = offered();
    },

    transformIndexHtml: {
      order: "post",
      handler: () => ((building ? built : offered()) === null ? [] : [LINK]),
    },

    generateBundle() {
      if (built !== null) this.emitFile({ type: "asset", fileName: COMPANION_FILE, source: built });
    },
  };
}
