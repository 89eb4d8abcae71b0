import { describe, expect, test } from "vitest";
import { findInlineCode, POLICY } from "../../scripts/site/content-security-policy.ts";

describe("findInlineCode", () => {
  test.each([
    ["a script with content", "<script>go()</script>", "<script>go()</script>"],
    ["a style element", "<STYLE>p {}</STYLE >", "<STYLE>p {}</STYLE >"],
    ["a style attribute", '<p class="a" style="color: red">', 'style="color: red"'],
    ["an event handler", "<body\n onload='go()'>", "onload='go()'"],
  ])("finds %s", (_, html, found) => {
    expect(findInlineCode(html)).toEqual([found]);
  });

  test("leaves files, other attributes, text and comments alone", () => {
    const html =
      '<script type="module" src="./a.js"></script><link rel="stylesheet" href="./a.css">' +
      '<p data-style="x" id="only">style="a" onclick="b"</p><!-- <script>go()</script> -->';
    expect(findInlineCode(html)).toEqual([]);
  });
});

test("the policy allows nothing that it does not name, and neither inline code nor eval", () => {
  expect(POLICY).toMatch(/^default-src 'none'/);
  expect(POLICY).not.toMatch(/unsafe|https?:|\*/);
});
