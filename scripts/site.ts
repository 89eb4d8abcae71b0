import { join, resolve } from "node:path";
import type { InlineConfig } from "vite";
import type { Corpus } from "../src/corpus/schema.ts";
import { closedDoors } from "./site/closed-doors.ts";
import { companionData } from "./site/companion-data.ts";
import { contentSecurityPolicy } from "./site/content-security-policy.ts";
import { OFFLINE, offlineCopy } from "./site/offline-copy.ts";
import { NO_SITE_OPTIONS, type SiteOptions, siteHead } from "./site/site-head.ts";
import { requireCorpus, surveyData, surveyFiles } from "./site/survey-data.ts";

const PROJECT = resolve(import.meta.dirname, "..");

/** Where `npm run build` puts the site. */
export const DIST = join(PROJECT, "dist");

/** The survey that comes with the project; every command takes it when no folder is named. */
export const BUNDLED_SURVEY = join(PROJECT, "data", "clip");

const SOURCE = join(PROJECT, "src");

/** What every script of the site has in common: what browsers it is for, and that nothing is inlined. */
const SCRIPTS = {
  target: "es2022",
  // Older targets would rewrite light-dark(), and a colour scheme chosen on the page would be lost.
  cssTarget: ["chrome123", "firefox120", "safari17.5"],
  modulePreload: { polyfill: false },
  // What vite would inline as data: links is refused by the policy for fonts and scripts.
  assetsInlineLimit: 0,
  sourcemap: false,
  chunkSizeWarningLimit: 400,
  // How long vite's own steps take on a slow machine is nothing a survey's author could mend.
  rolldownOptions: { checks: { bundlerTimings: false } },
} satisfies InlineConfig["build"];

/**
 * How vite builds and serves the page with the data of a survey folder: from `src`, into `outDir`, with
 * relative links only, so that the site works from any sub-path. `read` gives the folder's corpus, by default
 * read whenever it is needed, where the page reports the rows left out.
 */
export function siteConfig(
  folder: string,
  outDir: string = DIST,
  options: SiteOptions = NO_SITE_OPTIONS,
  read: () => Corpus = () => requireCorpus(folder, () => {}),
): InlineConfig {
  return {
    configFile: false,
    root: SOURCE,
    base: "./",
    publicDir: false,
    appType: "mpa",
    plugins: [
      closedDoors(),
      surveyData(folder),
      companionData(folder, () => orNone(read)),
      siteHead(() => orNone(read), options),
      offlineCopy(read, () => surveyFiles(folder), options),
      contentSecurityPolicy(),
    ],
    // Of a package the page gets the module it imports: vite keeps account of those.
    server: { fs: { allow: [SOURCE] } },
    build: { ...SCRIPTS, outDir, emptyOutDir: true },
  };
}

/** How vite builds the element `citation-map`, a module of its own beside the page. */
export function elementConfig(outDir: string): InlineConfig {
  return scriptConfig(outDir, "embed.ts", {
    format: "es",
    entryFileNames: "citation-map.js",
    chunkFileNames: "citation-map-[name].js",
  });
}

/** How vite builds the one plain script that draws the page when it is opened as a file. */
export function offlineConfig(outDir: string): InlineConfig {
  const config = scriptConfig(outDir, "offline.ts", { format: "iife", entryFileNames: `${OFFLINE}/page.js` });
  const { build } = config;
  // A plain script has no address of its own, and needs none: everything it may load is in it.
  const transform = { define: { "import.meta": "{}" } };
  return {
    ...config,
    build: {
      ...build,
      rolldownOptions: { ...build?.rolldownOptions, transform },
      // It is one script on purpose, read from the reader's own disk.
      chunkSizeWarningLimit: 800,
    },
  };
}

function scriptConfig(
  outDir: string,
  entry: string,
  output: NonNullable<NonNullable<InlineConfig["build"]>["rolldownOptions"]>["output"],
): InlineConfig {
  return {
    configFile: false,
    root: SOURCE,
    base: "./",
    publicDir: false,
    build: {
      ...SCRIPTS,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { ...SCRIPTS.rolldownOptions, input: join(SOURCE, entry), output: output ?? {} },
    },
  };
}

/** The corpus that is read; null where none can be drawn, which the page itself reports. */
function orNone(read: () => Corpus): Corpus | null {
  try {
    return read();
  } catch {
    return null;
  }
}
