import { listed } from "./grammar.ts";

/** What is known of a citation. */
export const evidence = {
  confidence: { verified: "verified", likely: "likely", reported: "reported" },
  /** A source as a reader knows it. */
  source: (id: string) =>
    id === "semantic-scholar"
      ? "Semantic Scholar"
      : id === "curation"
        ? "the papers’ own reference lists"
        : id,
  reported: (sources: readonly string[]) =>
    sources.length > 0 ? `reported by ${listed(sources)}` : "reported",
  /** What was read that says so. */
  read: (confidence: string, what: string) => `${confidence}: ${what}`,
  lastSeen: (date: string) => `; last seen ${date}`,
  influential: "influential",
  /** What the citing paper uses the other for, as Semantic Scholar has it. */
  intent: (intent: string) => intent,
};
