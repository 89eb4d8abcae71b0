import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The scripts that a built page loads before it can draw, the one it names and all that are imported from
 * there at once, as paths in the site with their bytes as a server sends them, gzipped.
 */
export function openingScripts(dist: string): Map<string, number> {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const sizes = new Map<string, number>();
  const wanted = [...page.matchAll(/<script type="module"[^>]* src="\.\/([^"]+)"/g)].map(
    ([, src]) => src ?? "",
  );
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (sizes.has(name)) continue;
    const script = readFileSync(join(dist, name));
    sizes.set(name, gzipSync(script, { level: 9 }).length);
    // Between an import and its file stands nothing but names; `import(` is for later.
    for (const [, imported = ""] of script
      .toString()
      .matchAll(/\bimport\s*(?:[\w$*{}\s,]+from\s*)?["'](\.{1,2}\/[^"']+)["']/g))
      wanted.push(normalize(join(dirname(name), imported)));
  }
  return sizes;
}
