import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/** What a Markdown document points at. */
export interface Document {
  /** Relative targets of its links and pictures, with their anchors. */
  readonly links: readonly string[];
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: readonly string[];
  /** What it sets as code within a sentence. */
  readonly code: readonly string[];
  /** The npm scripts its code names, each with the options named after it and before the next command. */
  readonly commands: readonly { readonly name: string; readonly options: Set<string> }[];
}

const markdown = new MarkdownIt({ html: true });

/** Reads links, anchors and commands; what stands in a fenced block is code and no link. */
export function readDocument(text: string): Document {
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const targets = tokens.flatMap((token) => {
    if (token.type === "html_block" || token.type === "html_inline") return htmlTargets(token.content);
    return [token.attrGet("href"), token.attrGet("src")].flatMap((target) =>
      typeof target === "string" ? [target] : [],
    );
  });
  return {
    links: targets.filter((target) => !/^[a-z][a-z\d+.-]*:/i.test(target)),
    anchors: anchorsOf(
      tokens.flatMap((token, i) => (token.type === "heading_open" ? [tokens[i + 1]?.content ?? ""] : [])),
    ),
    code: tokens.filter(({ type }) => type === "code_inline").map(({ content }) => content),
    commands: commandsOf(
      tokens.filter(({ type }) => type === "fence" || type === "code_inline").map(({ content }) => content),
    ),
  };
}

function htmlTargets(html: string): string[] {
  const targets: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ("attrs" in node)
      for (const { name, value } of node.attrs)
        if (name === "href" || name === "src" || name === "srcset") targets.push(value);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return targets;
}

/** Lower case, without punctuation, hyphens for spaces, and numbers behind headings that repeat. */
function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").replace(/\s/g, "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

/** Scripts of other programs, and what npm itself does, end what a command's options are looked for in. */
const WORDS = /\bnpm (?:run )?(?:--silent )?([a-z][a-z:]*)|\b(npx|git|jq)\b|(?<![\w-])(--[a-z][a-z-]*)/g;
const NPM_ITSELF = ["ci", "install"];

function commandsOf(code: readonly string[]): { name: string; options: Set<string> }[] {
  const commands = new Map<string, Set<string>>();
  let options: Set<string> | null = null;
  for (const [, script, other, option] of code.flatMap((text) => [...text.matchAll(WORDS)])) {
    if (other !== undefined || (script !== undefined && NPM_ITSELF.includes(script))) options = null;
    else if (script !== undefined) {
      options = commands.get(script) ?? new Set();
      commands.set(script, options);
    } else if (option !== undefined) options?.add(option);
  }
  return [...commands].map(([name, options]) => ({ name, options }));
}
