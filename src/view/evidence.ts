import type { Citation } from "../corpus/schema.ts";
import { formatDate, listed } from "./texts.ts";

/** What is known of a citation, in words: `verified: reference [46]`, `reported by Semantic Scholar`. */
export function evidenceText(citation: Citation): string {
  const lost = citation.lastSeen ? `; last seen ${formatDate(citation.lastSeen)}` : "";
  if (citation.confidence === "reported") {
    const sources = citation.sources.map(sourceName);
    return `reported${sources.length > 0 ? ` by ${listed(sources)}` : ""}${lost}`;
  }
  return `${citation.confidence}${citation.evidence ? `: ${citation.evidence}` : ""}${lost}`;
}

/** A source's name as a reader knows it. */
export function sourceName(source: string): string {
  if (source === "semantic-scholar") return "Semantic Scholar";
  if (source === "curation") return "the papers’ own reference lists";
  return source;
}
