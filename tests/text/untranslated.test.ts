import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** What stands in the code in letters and is yet no word of a language. */
const EXCEPTIONS: readonly (readonly [file: RegExp, text: RegExp, why: string])[] = [
  [
    /src\/(?:main|offline)\.ts$/,
    /./,
    "says to the author of a map what is wrong with a file, as its reader does",
  ],
  [/(?:worker|hydration|read-corpus)\.ts$/, /./, "speaks to other scripts, and of files to their author"],
  [/./, /^(?:arXiv|DOI|Semantic Scholar|Markdown|BibTeX)$/, "a name that is the same in every language"],
  [/shortcuts\.ts$/, /^clip-lineage single keys$/, "a name in the browser's storage"],
  [/(?:failure|map-alone)\.ts$/, /^npm /, "a command to type"],
  [/surface\.ts$/, /^(?:Segoe|Noto|Iowan|Palatino|DejaVu|Source)/, "fonts"],
  [/(?:large-map|places)\.ts$/, /^network settling$/, "a key of places"],
];

interface Found {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** A piece of source: a string, a template without what is put into it, or markup between two tags. */
function literalsOf(file: string, source: string): Found[] {
  const found: Found[] = [];
  const plain = withoutComments(source);
  const at = (offset: number) => plain.slice(0, offset).split("\n").length;
  const add = (offset: number, text: string) => found.push({ file, line: at(offset), text: text.trim() });
  for (const { offset, text, tag } of stringsIn(plain)) {
    if (tag === "html") {
      for (const match of text.matchAll(/>([^<>]*\p{L}[^<>]*)</gu)) add(offset + match.index, match[1] ?? "");
      for (const match of text.matchAll(
        /\b(?:aria-label|title|placeholder|alt|aria-valuetext)="([^"]*\p{L}[^"]*)"/gu,
      ))
        add(offset + match.index, match[1] ?? "");
    } else if (tag === "" && isSentence(text)) add(offset, text);
  }
  for (const match of plain.matchAll(/setAttribute\("aria-(?:label|roledescription)", "([^"]+)"\)/g))
    add(match.index, match[1] ?? "");
  return found;
}

/** Two words of letters with a blank between them, where neither is a class, a selector or a name of code. */
function isSentence(text: string): boolean {
  return /(?:^|[^\w.#-])[A-Za-z’']{2,},? [A-Za-z’']{2,}(?:$|[^\w(-])/.test(text.replaceAll("\u0000", " "));
}

function withoutComments(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  return source.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/^\s*\/\/.*$/gm, blank);
}

/** The strings and templates of a source, templates with U+0000 for what is put into them. */
function stringsIn(source: string): { offset: number; text: string; tag: string }[] {
  const found: { offset: number; text: string; tag: string }[] = [];
  /** Reads code until its end or a closing brace of a template; returns where it stopped. */
  const code = (from: number): number => {
    let depth = 0;
    let i = from;
    while (i < source.length) {
      const letter = source[i] ?? "";
      if (letter === "}" && depth === 0) return i;
      if (letter === "{") depth++;
      if (letter === "}") depth--;
      if (letter === '"') {
        const end = /^"(?:\\.|[^"\\\n])*"/.exec(source.slice(i));
        if (end) {
          const isImport = /(?:from|import) $/.test(source.slice(Math.max(0, i - 7), i));
          if (!isImport) found.push({ offset: i, text: end[0].slice(1, -1), tag: "" });
          i += end[0].length;
          continue;
        }
      }
      if (letter === "`") {
        i = template(i + 1, /(\w*)$/.exec(source.slice(Math.max(0, i - 12), i))?.[1] ?? "");
        continue;
      }
      // A regular expression may hold quotes.
      if (letter === "/" && /[(,=:[!&|?{};\n]\s*$/.test(source.slice(Math.max(0, i - 3), i))) {
        const end = /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/\w*/.exec(source.slice(i));
        if (end) {
          i += end[0].length;
          continue;
        }
      }
      i++;
    }
    return i;
  };
  const template = (from: number, tag: string): number => {
    let text = "";
    let i = from;
    while (i < source.length && source[i] !== "`") {
      if (source[i] === "\\") {
        text += "  ";
        i += 2;
      } else if (source.startsWith("${", i)) {
        const end = code(i + 2) + 1;
        text += source.slice(i, end).replace(/[^\n]/g, "\u0000");
        i = end;
      } else text += source[i++];
    }
    found.push({ offset: from, text, tag: /^(?:html|svg)$/.test(tag) || /^<[?\w]/.test(text) ? "html" : "" });
    return i + 1;
  };
  code(0);
  return found;
}

/** Strings that are thrown or classes of elements: no reader of the page sees them. */
function isOfCode(source: string, { line, text }: Found): boolean {
  const lines = source.split("\n");
  const around = `${lines[line - 2] ?? ""}\n${lines[line - 1] ?? ""}`;
  return (
    /throw new|new \w*Error\(|className|classList|querySelector|\.closest\(|\.matches\(|performance\.|\.font\b|<\w+[A-Z]?\w*,/.test(
      around,
    ) && !/aria-label|title=/.test(text)
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const FILES = [
  ...filesIn("src/view"),
  ...filesIn("src/draw"),
  ...filesIn("src/layout"),
  ...readdirSync(join(ROOT, "src"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/${name}`),
];

function untranslatedIn(file: string, source: string): string[] {
  return literalsOf(file, source)
    .filter(({ text }) => text !== "" && /\p{L}{2}/u.test(text))
    .filter((found) => !isOfCode(source, found))
    .filter(({ text }) => !EXCEPTIONS.some(([where, what]) => where.test(file) && what.test(text)))
    .map(({ line, text }) => `${file}:${line}: ${text}`);
}

test("every word for readers comes from src/text", () => {
  expect(FILES.flatMap((file) => untranslatedIn(file, readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: what is searched is source
test("the search finds sentences, text between tags and attributes that are read out, with their lines", () => {
  const source = [
    "const a = `You have ${n} papers`;",
    'const b = "No paper here";',
    "html`<p>${x}</p>",
    '  <button aria-label="Close">×</button> <b>Hello</b>`;',
    'html`<p class="one two" title=${t}>${f(`deep words here`)}</p>`;',
  ].join("\n");
  expect(untranslatedIn("src/view/some.ts", source)).toEqual([
    "src/view/some.ts:1: You have \u0000\u0000\u0000\u0000 papers",
    "src/view/some.ts:2: No paper here",
    "src/view/some.ts:4: Hello",
    "src/view/some.ts:4: Close",
    "src/view/some.ts:5: deep words here",
  ]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: what is searched is source
