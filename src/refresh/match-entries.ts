import type { MatchedPaper } from "../semantic-scholar/answers.ts";
import type { Client } from "../semantic-scholar/client.ts";
import { idsIn } from "../semantic-scholar/paper-address.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import { bestName, type PaperFacts } from "./facts.ts";
import { authorInLink, judgeMatch } from "./judge-match.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";
import type { Resolution } from "./resolve-entries.ts";

/**
 * The resolutions with those entries found that only their title names: the source's best match,
 * accepted only when it is the work for sure (see judgeMatch). What it offered instead stands under
 * the unresolved entry as a candidate, with the reason of its refusal.
 */
export async function matchEntries(
  resolutions: readonly Resolution[],
  client: Client,
): Promise<Resolution[]> {
  return Promise.all(
    resolutions.map(async (resolution) => {
      if (resolution.how !== "unresolved") return resolution;
      const { entry } = resolution;
      try {
        const { value } = await client.match(entry.title);
        return value
          ? judged(entry, value)
          : { ...resolution, reason: "Semantic Scholar knows no such title" };
      } catch (error) {
        if (!isOneFailure(error)) throw error;
        return { ...resolution, reason: reasonOf(error), unanswered: true };
      }
    }),
  );
}

function judged(entry: SurveyEntry, offered: MatchedPaper): Resolution {
  const names = idsIn(offered);
  const title = offered.title ?? "";
  const wanted = { title: entry.title, author: authorInLink(entry.links.paper), year: entry.year };
  const refusal = judgeMatch(wanted, {
    title,
    author: offered.authors?.[0]?.name ?? null,
    year: offered.year,
  });
  if (refusal === null && names.length > 0) {
    const id = bestName(names);
    const paper: PaperFacts = { id, aliases: names.filter((name) => name !== id), title: entry.title };
    return { entry, how: "match", paper };
  }
  return {
    entry,
    how: "unresolved",
    reason: "Semantic Scholar's best match is another work",
    candidates: [{ id: names[0] ?? "none", title, reason: refusal ?? "it has no id" }],
  };
}
