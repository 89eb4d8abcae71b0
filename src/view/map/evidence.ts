import type { Citation } from "../../corpus/schema.ts";
import type { Texts } from "../../text/texts.ts";

/** What is known of a citation, in words: `verified: reference [46]`, `reported by Semantic Scholar`. */
export function evidenceText(citation: Citation, { evidence, date }: Texts): string {
  const lost = citation.lastSeen ? evidence.lastSeen(date(citation.lastSeen)) : "";
  if (citation.confidence === "reported") {
    return evidence.reported(citation.sources.map(evidence.source)) + lost;
  }
  const confidence = evidence.confidence[citation.confidence];
  return (citation.evidence ? evidence.read(confidence, citation.evidence) : confidence) + lost;
}
