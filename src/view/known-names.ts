import type { Catalogue } from "./catalogue.ts";
import type { KnownNames } from "./state/url.ts";

/** What of a corpus a link may name beside its papers: groups that hold papers, and intents that citations have. */
export function knownNames({ corpus, groupById }: Pick<Catalogue, "corpus" | "groupById">): KnownNames {
  return {
    group: (id) => groupById.has(id),
    intent: (name) => corpus.citations.some(({ intents }) => intents.includes(name)),
  };
}
