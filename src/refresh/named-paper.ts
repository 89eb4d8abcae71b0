import { ID_KINDS, type PaperId, paperId } from "../corpus/ids.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import type { PaperFacts } from "./facts.ts";
import { titleForms } from "./work-title.ts";

/** The titles of the entries by the id that is the surest of each. */
export type Claims = ReadonlyMap<PaperId, ReadonlySet<string>>;

/** What the entries' surest ids are claimed by. */
export function claimsOf(entries: readonly SurveyEntry[]): Claims {
  const claims = new Map<PaperId, Set<string>>();
  for (const { ref, title } of entries) {
    if (ref.kind === "title") continue;
    const id = idOf(ref);
    claims.set(id, (claims.get(id) ?? new Set()).add(titleForms(title).key));
  }
  return claims;
}

/**
 * The paper of an entry that has an id: its further ids are aliases, so that the source is asked by each
 * until it knows one. Of several ids of one kind only the first counts, and none that is the surest id of an
 * entry with another title: such a link leads to another paper.
 */
export function namedPaper({ title, ref, refs }: SurveyEntry, claims: Claims): PaperFacts {
  const { key } = titleForms(title);
  const names = ID_KINDS.flatMap((kind) => {
    const first = [ref, ...refs].find((name) => name.kind === kind);
    return first === undefined ? [] : [idOf(first)];
  });
  const id = idOf(ref);
  const aliases = names.filter((name) => name !== id && (claims.get(name)?.has(key) ?? true));
  return { id, aliases, title };
}

function idOf({ kind, value }: SurveyEntry["ref"]): PaperId {
  return paperId(`${kind}:${value}`);
}
