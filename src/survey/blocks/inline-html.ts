import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

/** What an HTML tag in the middle of a line means to its reader. */
export type InlineTag =
  | {
      readonly kind: "style";
      readonly style: "strong" | "emphasis" | "code" | "struck";
      readonly open: boolean;
    }
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "end of link" }
  | { readonly kind: "image"; readonly url: string; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "other" };

const STYLES: Readonly<Record<string, "strong" | "emphasis" | "code" | "struck">> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  code: "code",
  kbd: "code",
  del: "struck",
  s: "struck",
  strike: "struck",
};
const BREAKS = new Set(["br", "p", "div", "li", "hr"]);

/** The style a tag of this name gives its text; null for one that gives none. */
export function styleOf(name: string): "strong" | "emphasis" | "code" | "struck" | null {
  return STYLES[name] ?? null;
}

/** Reads one tag as it is written in Markdown, such as `<a href="…">`, `</b>` or `<br/>`. */
export function readInlineTag(html: string): InlineTag {
  const closing = /^<\/\s*([a-z0-9]+)/i.exec(html)?.[1]?.toLowerCase();
  if (closing === "a") return { kind: "end of link" };
  if (closing !== undefined) {
    const style = styleOf(closing);
    return style ? { kind: "style", style, open: false } : { kind: BREAKS.has(closing) ? "break" : "other" };
  }
  const name = /^<\s*([a-z0-9]+)/i.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return { kind: "other" };
  const style = styleOf(name);
  if (style) return { kind: "style", style, open: true };
  if (BREAKS.has(name)) return { kind: "break" };
  if (name !== "a" && name !== "img") return { kind: "other" };
  const [node] = parseFragment(html).childNodes;
  const attribute = (key: string) => (node && "attrs" in node ? attributeOf(node, key) : null);
  if (name === "img") return { kind: "image", url: attribute("src") ?? "", text: attribute("alt") ?? "" };
  const url = attribute("href");
  return url === null ? { kind: "other" } : { kind: "link", url };
}

/** The value of an attribute; null where the element has none. */
export function attributeOf(element: DefaultTreeAdapterMap["element"], key: string): string | null {
  return element.attrs.find((attribute) => attribute.name === key)?.value ?? null;
}
