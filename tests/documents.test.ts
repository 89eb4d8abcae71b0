import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Document, readDocument } from "./document.ts";
import { runScript } from "./scripts/run-script.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
).scripts;

/** Surveys and fixtures are what the project reads, and the changelog names commands as they were. */
const files = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...[".github", "data", "scripts", "src", "tests"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !/(?:^|\/)(?:survey\.md$|fixtures\/)/.test(name))
      .map((name) => join(folder, name)),
  ),
].sort();
const documents = new Map(files.map((file) => [file, read(file)]));
const instructions = files.filter((file) => !file.endsWith("CHANGELOG.md"));

function read(file: string): Document {
  return readDocument(readFileSync(join(ROOT, file), "utf8"));
}

/** The functions, classes and constants that `src` and `scripts` export. */
const exported = new Set(
  ["src", "scripts"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [
        ...readFileSync(join(ROOT, folder, name), "utf8").matchAll(
          /^export (?:async )?(?:function\*?|class|const) (\w+)/gm,
        ),
      ])
      .flatMap(([, name = ""]) => name),
  ),
);

/** The options in the help of a command, its subcommands' too. */
async function optionsOf(command: string): Promise<Set<string>> {
  const [, script] = /^tsx scripts\/(\S+)$/.exec(SCRIPTS[command] ?? "") ?? [];
  if (script === undefined) return new Set();
  const { stdout } = await runScript(script, "--help");
  const [, listed = ""] = /^Commands:\n((?: .*\n)+)/m.exec(stdout) ?? [];
  const names = [...listed.matchAll(/^ {2}(\w+)/gm)].flatMap(([, name = "help"]) =>
    name === "help" ? [] : [name],
  );
  const helps = [stdout];
  for (const name of names) helps.push((await runScript(script, name, "--help")).stdout);
  return new Set(
    helps.flatMap((help) => [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, o = ""]) => o)),
  );
}

test("the README fits on a screen or two", () => {
  expect(readFileSync(join(ROOT, "README.md")).length).toBeLessThanOrEqual(8_192);
});

test("every folder of documents is looked into", () => {
  for (const folder of ["", "data", "scripts", "src", "src/analysis", "src/layout", "src/view", "src/draw"])
    expect(files).toContain(join(folder, "README.md"));
});

describe.each(files)("%s", (file) => {
  test("links to what is there", () => {
    const { links } = documents.get(file) as Document;
    const lost = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(ROOT, file) : resolve(ROOT, dirname(file), decodeURI(path));
      if (!existsSync(target)) return true;
      if (anchor === undefined) return false;
      return !documents.get(relative(ROOT, target))?.anchors.includes(anchor);
    });
    expect(lost).toEqual([]);
  });
});

describe.each(instructions)("%s", (file) => {
  const { commands } = documents.get(file) as Document;

  test("names npm scripts that package.json has", () => {
    expect(commands.map(({ name }) => name).filter((name) => !(name in SCRIPTS))).toEqual([]);
  });

  test("names options that the help of their command has", async () => {
    const strangers: string[] = [];
    for (const { name, options } of commands.filter(({ options }) => options.size > 0)) {
      const known = await optionsOf(name);
      for (const option of options) if (!known.has(option)) strangers.push(`${name} ${option}`);
    }
    expect(strangers).toEqual([]);
  });
});

describe.each(files.filter((file) => file.startsWith("src/")))("%s", (file) => {
  test("names folders and functions that exist", () => {
    const { code } = documents.get(file) as Document;
    const names = code.flatMap((text) => /^(\w+)\(\)$/.exec(text)?.[1] ?? []);
    expect(names.filter((name) => !exported.has(name))).toEqual([]);
    const folders = code.flatMap((text) => /^([\w-]+(?:\/[\w-]+)*)\/$/.exec(text)?.[1] ?? []);
    expect(folders.filter((folder) => !existsSync(join(ROOT, "src", folder)))).toEqual([]);
  });
});

test("scripts/README.md names every command and every option", async () => {
  const { commands } = documents.get("scripts/README.md") as Document;
  const missing: string[] = [];
  for (const [name, line] of Object.entries(SCRIPTS)) {
    const named = commands.find((command) => command.name === name);
    if (named === undefined) missing.push(name);
    if (!line.startsWith("tsx scripts/")) continue;
    for (const option of await optionsOf(name))
      if (option !== "--help" && !named?.options.has(option)) missing.push(`${name} ${option}`);
  }
  expect(missing).toEqual([]);
});
