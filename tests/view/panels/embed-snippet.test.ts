import { expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { embedSnippets } from "../../../src/view/panels/embed-snippet.ts";
import { stateWith } from "../models.ts";

const PAGE = "https://example.org/map/";

test("embedSnippets gives one line of frame that shows the state compactly", () => {
  const { frame } = embedSnippets(
    `${PAGE}#view=network&paper=arxiv:1`,
    stateWith({ view: "network" }),
    "A & “B”",
  );
  expect(frame).toBe(
    `<iframe src="https://example.org/map/#compact=1&amp;view=network&amp;paper=arxiv:1" title="A &amp; “B”" width="100%" height="480" loading="lazy"></iframe>`,
  );
});

test("embedSnippets gives the element with its script beside the page, whatever the page's file is called", () => {
  const state = stateWith({ view: "network", selected: paperId('a"b'), language: "zh" });
  const { element } = embedSnippets(`${PAGE}index.html`, state, "A");
  expect(element).toBe(
    `<script type="module" src="${PAGE}citation-map.js"></script>\n` +
      `<citation-map src="${PAGE}corpus.json" view="network" selected="a&quot;b" lang="zh" page="${PAGE}index.html"></citation-map>`,
  );
  expect(embedSnippets(PAGE, stateWith({}), "A").element).toContain(
    `<citation-map src="${PAGE}corpus.json" page="${PAGE}">`,
  );
});

test("embedSnippets gives no element for a view that is no map", () => {
  expect(embedSnippets(PAGE, stateWith({ view: "table" }), "A").element).toBeNull();
});
