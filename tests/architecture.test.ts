import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

interface Row {
  readonly folders: readonly string[];
  readonly packages: readonly RegExp[];
}

/** What each folder may import: other folders of src, and packages. A folder without a row fails. */
const TABLE: Record<string, Row> = {
  corpus: { folders: [], packages: [/^zod\/(mini|locales)$/] },
  text: { folders: ["corpus"], packages: [] },
  reading: { folders: ["corpus"], packages: [/^zod\/mini$/] },
  columns: { folders: ["corpus"], packages: [/^@uwdata\/flechette$/] },
  survey: {
    folders: ["corpus"],
    packages: [/^markdown-it$/, /^parse5$/, /^yaml$/, /^zod$/, /^d3$/, /^@retorquere\/bibtex-parser$/],
  },
  "semantic-scholar": { folders: ["corpus"], packages: [/^ky$/, /^zod$/] },
  refresh: { folders: ["corpus", "survey", "semantic-scholar"], packages: [/^zod$/, /^minisearch$/] },
  analysis: { folders: ["corpus", "columns"], packages: [/^networkanalysis-ts$/] },
  view: {
    folders: ["corpus", "columns", "analysis", "layout", "text", "reading"],
    packages: [/^minisearch$/],
  },
  export: { folders: ["corpus", "text", "view"], packages: [] },
  check: { folders: ["corpus", "survey", "refresh", "analysis"], packages: [] },
  layout: { folders: ["corpus"], packages: [/^d3$/] },
  draw: {
    folders: ["corpus", "columns", "text", "reading", "view", "layout", "export", "open", "workers"],
    packages: [/^d3$/, /^lit-html/],
  },
  open: {
    folders: ["corpus", "columns", "analysis", "text", "view", "layout", "draw", "workers"],
    packages: [],
  },
  workers: { folders: ["corpus", "columns", "analysis", "view", "layout", "draw"], packages: [] },
  "main.ts": {
    folders: ["corpus", "analysis", "text", "view", "draw", "open", "workers"],
    packages: [],
  },
  "embed.ts": { folders: ["draw"], packages: [] },
  "offline.ts": { folders: ["corpus", "text", "analysis", "view", "draw", "open"], packages: [] },
  scripts: {
    folders: [
      ...["corpus", "columns", "text", "survey", "semantic-scholar", "refresh", "analysis"],
      ...["view", "layout", "draw", "export", "check"],
    ],
    packages: [
      /^node:/,
      /^vite$/,
      /^commander$/,
      /^cli-progress$/,
      /^playwright-core$/,
      /^d3$/,
      /^graphology/,
      /^sigma$/,
      /^@resvg\/resvg-js$/,
      /^parse5$/,
    ],
  },
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(file: string): string {
  if (file.startsWith(join(ROOT, "scripts"))) return "scripts";
  return relative(SRC, file).split("/")[0] ?? "";
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const pattern = /^\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? "");
}

const files = [...sources(SRC), ...sources(join(ROOT, "scripts"))].filter((file) => !file.endsWith(".d.ts"));

test("there is something to check", () => {
  expect(files.length).toBeGreaterThan(5);
});

/** What a file imports and the table does not let it: `src/view/x.ts imports d3`. */
function strangersIn(file: string): string[] {
  const [name, room] = [relative(ROOT, file), roomOf(file)];
  const row = TABLE[room];
  if (!row) return [`${name}: no row for ${room}`];
  const allowed = (target: string) => {
    if (target.endsWith(".css?inline")) return true;
    if (!target.startsWith(".")) return row.packages.some((pattern) => pattern.test(target));
    const other = roomOf(resolve(dirname(file), target));
    return other === room || row.folders.includes(other);
  };
  return importsOf(file)
    .filter((target) => !allowed(target))
    .map((target) => `${name} imports ${target}`);
}

test("every file imports only what its row of the table allows", () => {
  expect(files.flatMap(strangersIn)).toEqual([]);
});

test("no folder is a drawer for odds and ends", () => {
  const names = readdirSync(SRC, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  for (const banned of ["utils", "types", "helpers", "components", "services"]) {
    expect(names).not.toContain(banned);
  }
});
