import type { PaperId } from "../corpus/ids.ts";
import type { Paper } from "../corpus/schema.ts";
import { namesOf } from "./facts.ts";
import type { Resolution } from "./resolve-entries.ts";
import { TitledPapers } from "./titled-papers.ts";

/**
 * The ids under which each entry's paper was in the previous corpus while only its title was known, by the id it
 * has now: they stay its aliases, so that places, notes and curation find it. No name goes to two papers.
 */
export function formerNames(
  resolutions: readonly Resolution[],
  previous: readonly Paper[],
): Map<PaperId, PaperId[]> {
  const survey = previous.filter(({ role }) => role === "survey");
  const unidentified = new TitledPapers(survey.filter(({ identified }) => identified === false));
  const byName = new Map(survey.flatMap((paper) => namesOf(paper).map((name) => [name, paper] as const)));
  const now = new Map(
    resolutions.flatMap(({ paper }) => namesOf(paper).map((name) => [name, paper.id] as const)),
  );
  const owner = new Map<PaperId, PaperId>();
  const claim = (id: PaperId, former: Paper | undefined) => {
    for (const name of former ? namesOf(former) : []) {
      if (name.startsWith("title:") && !now.has(name) && !owner.has(name)) owner.set(name, id);
    }
  };
  for (const { paper } of resolutions) {
    for (const name of namesOf(paper)) claim(paper.id, byName.get(name));
  }
  for (const { entry, paper } of resolutions) claim(paper.id, unidentified.meantBy(entry)[0]);
  const names = new Map<PaperId, PaperId[]>();
  for (const [name, id] of owner) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}
