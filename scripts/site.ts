import { join, resolve } from "node:path";
import type { InlineConfig } from "vite";
import { companionData } from "./site/companion-data.ts";
import { contentSecurityPolicy } from "./site/content-security-policy.ts";
import { surveyData } from "./site/survey-data.ts";

const PROJECT = resolve(import.meta.dirname, "..");

/** Where `npm run build` puts the site. */
export const DIST = join(PROJECT, "dist");

/** The survey that comes with the project; every command takes it when no folder is named. */
export const BUNDLED_SURVEY = join(PROJECT, "data", "clip");

/**
 * How vite builds and serves the page with the data of a survey folder: from `src`, into `outDir`,
 * with relative links only, so that the site works from any sub-path.
 */
export function siteConfig(folder: string, outDir: string = DIST): InlineConfig {
  const root = join(PROJECT, "src");
  return {
    configFile: false,
    root,
    base: "./",
    publicDir: false,
    appType: "mpa",
    plugins: [surveyData(folder), companionData(folder), contentSecurityPolicy()],
    server: { fs: { allow: [root, join(PROJECT, "node_modules")] } },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      // Older targets would rewrite light-dark(), and a colour scheme chosen on the page would be lost.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      modulePreload: { polyfill: false },
      // What vite would inline as data: links is refused by the policy for fonts and scripts.
      assetsInlineLimit: 0,
      sourcemap: false,
      chunkSizeWarningLimit: 400,
    },
  };
}
