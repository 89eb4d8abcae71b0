import { expect, test } from "vitest";
import type { CorpusInput } from "../../../src/corpus/schema.ts";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { evidenceText } from "../../../src/view/map/evidence.ts";
import { corpusOf } from "../../graphs.ts";

type Told = Partial<NonNullable<CorpusInput["citations"]>[number]>;

test.each<[string, Told, string]>([
  [
    "a list that was read",
    { confidence: "verified", evidence: "reference [46]" },
    "verified: reference [46]",
  ],
  ["a likely link", { confidence: "likely", evidence: "its title names it" }, "likely: its title names it"],
  ["a link without evidence", { confidence: "likely" }, "likely"],
  ["a database", { sources: ["semantic-scholar"] }, "reported by Semantic Scholar"],
  [
    "a file from elsewhere",
    { sources: ["my list", "curation"] },
    "reported by my list and the papers’ own reference lists",
  ],
  ["nobody", {}, "reported"],
  [
    "a source that has lost it",
    { sources: ["semantic-scholar"], lastSeen: "2026-01-05" },
    "reported by Semantic Scholar; last seen 5 January 2026",
  ],
])("evidenceText says what is known from %s", (_, told, text) => {
  const { citations } = corpusOf("A, B", {}, { citations: [{ citing: "B", cited: "A", ...told }] });
  expect(citations.map((citation) => evidenceText(citation, ENGLISH))).toEqual([text]);
});
