import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { HtmlTagDescriptor, Plugin } from "vite";
import type { CompanionBytes } from "../../src/columns/companion.ts";
import { CITATIONS_FILE, PAPERS_FILE } from "../../src/columns/companion-schema.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { shown } from "../../src/corpus/shown.ts";
import { isLarge } from "../../src/view/state/large-map-line.ts";
import {
  COMPANION_FILES,
  companionPaths,
  readCompanion,
  withoutCompanion,
} from "../companion/companion-file.ts";
import { readCorpus } from "../read-corpus.ts";
import { ARROW_TYPE } from "./arrow-type.ts";

/**
 * Lets the page know that there is a companion, so that the browser fetches its papers before the script asks. Its
 * citations would only take their place: they are drawn later, and the script asks for them once the papers are there.
 */
const LINK: HtmlTagDescriptor = {
  tag: "link",
  attrs: { id: "companion", rel: "preload", as: "fetch", crossorigin: true, href: `./${PAPERS_FILE}` },
  injectTo: "head",
};

/** The parts of a companion by the names of their files. */
const FILES = [
  ["papers", PAPERS_FILE],
  ["citations", CITATIONS_FILE],
] as const;

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
  readonly bytes: CompanionBytes | null;
  readonly message: string | null;
} {
  const corpus = join(folder, "corpus.json");
  if (!existsSync(corpus)) return { bytes: null, message: null };
  const found = readCompanion(companionPaths(folder), readFileSync(corpus));
  if (found.companion) return { bytes: found.bytes, message: null };
  const { papers, citations } = read() ?? NOTHING;
  const remedy = `${withoutCompanion(papers.length)}; to lay it out in advance: npm run refresh -- ${folder} --layout-only`;
  const which = `${folder}: ${COMPANION_FILES}`;
  if (found.reason !== null)
    return { bytes: null, message: `${which} are left out: ${found.reason}\n${remedy}` };
  if (!isLarge(papers.length, citations.length)) return { bytes: null, message: null };
  return { bytes: null, message: `${which} not found: ${remedy}` };
}

/**
 * The vite plugin that puts the companion of a survey folder beside the page and a link to it into the page,
 * in the build and while developing, where it fits the corpus, which `read` gives; where it does not fit, the
 * terminal says why it is left out.
 */
export function companionData(folder: string, read: () => Corpus | null): Plugin {
  const paths = companionPaths(resolve(folder));
  const watched = [paths.papers, paths.citations];
  let warn: (message: string) => void = () => {};
  const offered = () => {
    const { bytes, message } = offeredCompanion(folder, read);
    if (message !== null) warn(message);
    return bytes;
  };
  let building = false;
  let built: CompanionBytes | null = null;
  return {
    name: "companion-data",

    configResolved({ command, logger }) {
      building = command === "build";
      warn = (message) => logger.warnOnce(shown(message));
    },

    configureServer(server) {
      server.watcher.add(watched);
      for (const event of ["add", "change", "unlink"] as const) {
        server.watcher.on(event, (changed) => {
          if (watched.includes(resolve(changed))) server.ws.send({ type: "full-reload" });
        });
      }
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://page");
        const part = FILES.find(([, name]) => pathname === `/${name}`)?.[0];
        if (part === undefined) return next();
        const bytes = offered()?.[part] ?? null;
        response.setHeader("Cache-Control", "no-store");
        if (bytes === null) {
          response.statusCode = 404;
          return response.end();
        }
        response.setHeader("Content-Type", ARROW_TYPE);
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
      if (built === null) return;
      for (const [part, fileName] of FILES) this.emitFile({ type: "asset", fileName, source: built[part] });
    },
  };
}
