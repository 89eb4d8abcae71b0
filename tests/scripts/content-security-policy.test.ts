import { describe, expect, test } from "vitest";
import { findInlineCode, POLICY } from "../../scripts/site/content-security-policy.ts";

describe("findInlineCode", () => {
  test.each([
    ["a script with content", "<script>go()</script>", "<script>go()</script>"],
    ["a style element", "<STYLE>p {}</STYLE >", "<style>p {}</style>"],
    ["a style attribute", '<p class="a" style="color: red">', 'style="color: red"'],
    ["an event handler", "<body\n onload='go()'>", 'onload="go()"'],
    ["a handler after a quoted > and =", '<img alt="a > b = c" onerror=go()>', 'onerror="go()"'],
    ["code in an SVG", "<svg><script>go()</script></svg>", "<script>go()</script>"],
    ["what a template or noscript holds", '<template><p style="a"></template>', 'style="a"'],
    ["what a browser without scripts would apply", '<noscript><p style="a"></noscript>', 'style="a"'],
    ["an element that is never closed", "<style>p {}", "<style>p {}</style>"],
  ])("finds %s", (_, html, found) => {
    expect(findInlineCode(html)).toEqual([found]);
  });

  test("leaves files, other attributes, text and comments alone", () => {
    const html =
      '<script type="module" src="./a.js"></script><link rel="stylesheet" href="./a.css">' +
      '<p data-style="x" id="only">style="a" onclick="b"</p><!-- <script>go()</script> -->';
    expect(findInlineCode(html)).toEqual([]);
  });

  test.each(["Vision models: one = many", "Style = content", "a style='b' on=c > d", "<p onclick='go()'>"])(
    "reads %j in an attribute, a title or a comment as text",
    (title) => {
      const quoted = title.replaceAll("<", "&lt;");
      const html = `<title>${quoted}</title><meta content="${quoted}"><!-- ${title} --><p class=x>${quoted}`;
      expect(findInlineCode(html)).toEqual([]);
    },
  );
});

test("the policy allows nothing that it does not name, and neither inline code nor eval", () => {
  expect(POLICY).toMatch(/^default-src 'none'/);
  expect(POLICY).not.toMatch(/unsafe|https?:|\*/);
});
