import { type DefaultTreeAdapterTypes, parse, serializeOuter } from "parse5";
import type { Plugin } from "vite";

/**
 * What the built page may load and do: its own files, pictures it made itself, nothing from elsewhere. Who may frame
 * it (`frame-ancestors`) counts only in a header, which the server has to send.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Every piece of an HTML text that the policy would refuse to run or apply: script and style elements
 * with content, style attributes, event handler attributes. None is [].
 */
export function findInlineCode(html: string): string[] {
  // Read as by a browser without scripts, for which what `noscript` holds is elements.
  return elementsIn(parse(html, { scriptingEnabled: false })).flatMap((element) => {
    const { nodeName, childNodes, attrs } = element;
    const hasContent = childNodes.some((node) => "value" in node && node.value.trim() !== "");
    if (hasContent && (nodeName === "script" || nodeName === "style")) return [serializeOuter(element)];
    return attrs
      .filter(({ name }) => /^(?:style|on.+)$/.test(name))
      .map(({ name, value }) => `${name}="${value}"`);
  });
}

type Node = DefaultTreeAdapterTypes.Node;

/** Every element under a node, in the order of the text, those in templates too. */
function elementsIn(node: Node): DefaultTreeAdapterTypes.Element[] {
  const own = "attrs" in node ? [node] : [];
  const inner: readonly Node[] =
    "content" in node ? [node.content] : "childNodes" in node ? node.childNodes : [];
  return [...own, ...inner.flatMap(elementsIn)];
}

/** The vite plugin that puts the policy at the head of the built page and refuses a page that breaks it. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { filename }) {
        const inline = findInlineCode(html);
        if (inline.length > 0) {
          const shown = inline.map((code) => `  ${code.replace(/\s+/g, " ").slice(0, 120)}`).join("\n");
          throw new Error(
            `${filename}: the Content-Security-Policy refuses inline code; move it to a file of its own:\n${shown}`,
          );
        }
        return [
          {
            tag: "meta",
            attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
            injectTo: "head-prepend",
          },
        ];
      },
    },
  };
}
