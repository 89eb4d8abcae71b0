import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { codeSpan } from "../../src/refresh/code-span.ts";

const markdown = new MarkdownIt("commonmark");

/** What Markdown reads in a line, by kind of part. */
function partsOf(line: string): [string, string][] {
  const [open, inline, close, ...rest] = markdown.parse(line, {});
  expect([open?.type, close?.type, rest]).toEqual(["paragraph_open", "paragraph_close", []]);
  return (inline?.children ?? []).map(({ type, content }) => [type, content]);
}

test.each([
  ["a mention", "thanks @octocat and @org/team", "`thanks @octocat and @org/team`"],
  ["issue numbers", "fixes #1, closes GH-12, org/repo#3", "`fixes #1, closes GH-12, org/repo#3`"],
  ["a commit", "see 66b84df0123456789", "`see 66b84df0123456789`"],
  ["bare addresses", "www.evil.example a@b.example", "`www.evil.example a@b.example`"],
  ["an HTML comment", "<!-- gone", "`<!-- gone`"],
  ["an image", "![x](http://evil.example/x.png)", "`![x](http://evil.example/x.png)`"],
  ["backticks inside", "a `b` ``c`` d", "```a `b` ``c`` d```"],
  ["backticks at the ends", "`@you`", "`` `@you` ``"],
  ["line breaks", " one\n\n# two\r\n", "`one # two`"],
  ["marks of direction and controls", "a\u202eb\u001b", "`a\\u202eb\\u001b`"],
  ["nothing", " \n", "`  `"],
])("codeSpan quotes %s", (_, text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

test("codeSpan shortens what is very long", () => {
  expect(codeSpan("🙂".repeat(100_000))).toBe(`\`${"🙂".repeat(200)}…\``);
});

test("codeSpan is one code span to Markdown, whatever it quotes", () => {
  const letters = fc.constantFrom(..."`` `\\<>![]()@#&;*_~|\n\r\u202ea中");
  fc.assert(
    fc.property(fc.string({ unit: letters }), fc.string({ unit: letters }), (one, other) => {
      const kinds = partsOf(`by ${codeSpan(one)} and ${codeSpan(other)}.`).map(([type, value]) =>
        type === "text" ? value : type,
      );
      expect(kinds).toEqual(["by ", "code_inline", " and ", "code_inline", "."]);
    }),
  );
});

test("codeSpan keeps every letter of a line", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."`\\<>@#&*_ a中"), maxLength: 60 });
  fc.assert(
    fc.property(letters, (text) => {
      const line = text.replace(/ +/g, " ").trim();
      expect(partsOf(codeSpan(text))).toEqual([["code_inline", line === "" ? "  " : line]]);
    }),
  );
});
