import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { formatChanges, NO_CHANGES } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { CommandError } from "../command.ts";
import { corpusOf, readCorpusIfThere } from "../read-corpus.ts";
import { readText, readTextIfThere } from "../read-text.ts";
import { warn } from "../terminal.ts";

/** The files of a survey folder that the page fetches. */
const FILES = ["corpus.json", "changes.json"] as const;

/**
 * The corpus of the folder, which can be drawn; `tell` gets a line for every row left out. Throws a
 * CommandError that names the file, what is wrong with it, and the remedy.
 */
export function requireCorpus(folder: string, tell: (line: string) => void = warn): Corpus {
  const read = readCorpusIfThere(join(folder, "corpus.json"));
  if (read === null) throw new CommandError(missing(folder));
  return corpusOf(read, tell);
}

/** The files of a survey folder that the page reads, as texts by name. */
export function surveyFiles(folder: string): Record<(typeof FILES)[number], string> {
  return {
    "corpus.json": readText(resolve(folder, "corpus.json")).text,
    "changes.json": changesText(folder),
  };
}

/** The text of a folder's `changes.json`: of one without runs where it is missing. */
export function changesText(folder: string): string {
  return readTextIfThere(resolve(folder, "changes.json"))?.text ?? formatChanges(NO_CHANGES);
}

/**
 * The vite plugin that serves the data files of a survey folder beside the page, reloads the page when
 * one changes, and emits them into the build.
 */
export function surveyData(folder: string): Plugin {
  const paths = new Map(FILES.map((name) => [`/${name}`, resolve(folder, name)]));
  return {
    name: "survey-data",

    configureServer(server) {
      const watched = new Set(paths.values());
      server.watcher.add([...watched]);
      for (const event of ["add", "change", "unlink"] as const) {
        server.watcher.on(event, (path) => {
          if (watched.has(resolve(path))) server.ws.send({ type: "full-reload" });
        });
      }
      server.middlewares.use((request, response, next) => {
        const path = paths.get(new URL(request.url ?? "/", "http://page").pathname);
        if (path === undefined) return next();
        response.setHeader("Cache-Control", "no-store");
        const { status, type, body } = answerFor(folder, path);
        response.statusCode = status;
        response.setHeader("Content-Type", `${type}; charset=utf-8`);
        response.end(body);
      });
    },

    generateBundle() {
      const corpus = readText(resolve(folder, "corpus.json")).bytes;
      this.emitFile({ type: "asset", fileName: "corpus.json", source: corpus });
      this.emitFile({ type: "asset", fileName: "changes.json", source: changesText(folder) });
    },
  };
}

/** What is answered while developing: the data file, or why there is none. */
function answerFor(folder: string, path: string) {
  const sorry = (status: number, body: string) => ({ status, type: "text/plain", body });
  try {
    const body = path.endsWith("changes.json") ? changesText(folder) : readTextIfThere(path)?.bytes;
    return body === undefined ? sorry(404, missing(folder)) : { status: 200, type: "application/json", body };
  } catch (error) {
    return sorry(500, error instanceof Error ? error.message : String(error));
  }
}

function missing(folder: string): string {
  return `${join(folder, "corpus.json")} not found; create it from the survey with: npm run refresh -- ${folder} --offline`;
}
