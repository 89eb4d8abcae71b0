import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { requireBrowser } from "../../scripts/browser/install-browser.ts";
import { machine } from "../../scripts/browser/machine.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { serveSite } from "../../scripts/site/serve-site.ts";
import { BUNDLED_SURVEY } from "../../scripts/site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the site that was built for the tests. */
    readonly dist: string;
    /** Where that site is served, with a slash at its end. */
    readonly siteUrl: string;
    /** The executable of the browser to test with. */
    readonly browserPath: string;
  }
}

/** Builds the bundled survey's site once for all browser tests and serves it until they are done. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = requireBrowser(machine);
  const folder = await mkdtemp(join(tmpdir(), "clip-lineage-site-"));
  await buildSite(BUNDLED_SURVEY, folder, "error");
  const site = await serveSite(folder, { port: 0 });
  project.provide("dist", folder);
  project.provide("siteUrl", site.url);
  project.provide("browserPath", browser.path);
  return async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  };
}
