import type { PaperId } from "../corpus/ids.ts";
import type { MatchedPaper } from "../semantic-scholar/answers.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { idsIn } from "../semantic-scholar/paper-address.ts";
import { bestName, type PaperFacts } from "./facts.ts";
import { judgeMatch } from "./judge-match.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";
import type { Resolution } from "./resolve-entries.ts";
import { titledWork } from "./titled-work.ts";

/**
 * The resolutions with those entries found that only their title names: the source's best match, accepted
 * only when it is the work for sure (see judgeMatch). What it offered instead is listed with the unresolved
 * entry as a candidate, with the reason why it was refused.
 */
export async function matchEntries(
  resolutions: readonly Resolution[],
  client: Client,
): Promise<Resolution[]> {
  const unresolved = new Map<PaperId, Unresolved[]>();
  for (const one of resolutions) {
    if (one.how === "unresolved")
      unresolved.set(one.paper.id, [...(unresolved.get(one.paper.id) ?? []), one]);
  }
  const matched = new Map<Resolution, Resolution>();
  await Promise.all(
    [...unresolved.values()].map(async (entries) => {
      const found = await matchOf(entries, client);
      for (const one of entries) matched.set(one, { ...found, entry: one.entry });
    }),
  );
  return resolutions.map((one) => matched.get(one) ?? one);
}

type Unresolved = Extract<Resolution, { how: "unresolved" }>;

/** One question for all entries of a paper; the one that names the authors says most. */
async function matchOf(entries: readonly Unresolved[], client: Client): Promise<Resolution> {
  const told = entries.find(({ entry }) => entry.authors.length > 0) ?? (entries[0] as Unresolved);
  try {
    const { value } = await client.match(told.paper.title);
    return value ? judged(told, value) : { ...told, reason: "Semantic Scholar has no paper with this title" };
  } catch (error) {
    if (!isOneFailure(error)) throw error;
    return { ...told, reason: reasonOf(error), unanswered: true };
  }
}

function judged({ entry, paper: listed }: Unresolved, offered: MatchedPaper): Resolution {
  const names = idsIn(offered);
  const title = offered.title ?? "";
  const refusal = judgeMatch(titledWork(entry), {
    title,
    author: offered.authors?.[0]?.name ?? null,
    year: offered.year,
  });
  if (refusal === null && names.length > 0) {
    const id = bestName(names);
    const paper: PaperFacts = { id, aliases: names.filter((name) => name !== id), title: listed.title };
    return { entry, how: "match", paper };
  }
  return {
    entry,
    how: "unresolved",
    paper: listed,
    reason: "Semantic Scholar's best match is a different work",
    candidates: [{ id: names[0] ?? "none", title, reason: refusal ?? "it has no id" }],
  };
}
