import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { formatChanges } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { CommandError } from "../command.ts";
import { readCorpus } from "../read-corpus.ts";

/** The files of a survey folder that the page fetches. */
const FILES = ["corpus.json", "changes.json"] as const;
/** What the page gets where no refresh has written its changes yet. */
const NO_CHANGES = formatChanges({ version: 1, runs: [] });

/**
 * The corpus of the folder, which can be drawn; `warn` hears of every row that is left out. Throws a CommandError that
 * names the file, what is wrong with it, and the remedy.
 */
export function requireCorpus(folder: string, warn?: (line: string) => void): Corpus {
  const path = join(folder, "corpus.json");
  if (!existsSync(path)) throw new CommandError(missing(folder));
  return readCorpus(path, warn);
}

/** The files of a survey folder that the page reads, as texts by name. */
export function surveyFiles(folder: string): Record<(typeof FILES)[number], string> {
  return {
    "corpus.json": readFileSync(resolve(folder, "corpus.json"), "utf8"),
    "changes.json": changesText(folder),
  };
}

/**
 * The text of a folder's `changes.json`: of one without runs where it is missing, and where it cannot be read, of which
 * `warn` hears.
 */
export function changesText(folder: string, warn: (line: string) => void = () => {}): string {
  const path = resolve(folder, "changes.json");
  if (!existsSync(path)) return NO_CHANGES;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    warn(`${path}: left out: ${error instanceof Error ? error.message : error}`);
    return NO_CHANGES;
  }
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
        if (path.endsWith("changes.json")) {
          response.setHeader("Content-Type", "application/json; charset=utf-8");
          response.end(changesText(folder));
        } else if (existsSync(path)) {
          response.setHeader("Content-Type", "application/json; charset=utf-8");
          response.end(readFileSync(path));
        } else {
          response.statusCode = 404;
          response.setHeader("Content-Type", "text/plain; charset=utf-8");
          response.end(missing(folder));
        }
      });
    },

    generateBundle() {
      const corpus = readFileSync(resolve(folder, "corpus.json"));
      this.emitFile({ type: "asset", fileName: "corpus.json", source: corpus });
      this.emitFile({ type: "asset", fileName: "changes.json", source: changesText(folder) });
    },
  };
}

function missing(folder: string): string {
  return `${join(folder, "corpus.json")} is not there; make it from the survey with: npm run refresh -- ${folder} --offline`;
}
