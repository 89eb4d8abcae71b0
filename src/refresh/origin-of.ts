import { dayNumber, yearOf } from "../corpus/date.ts";
import { byCodeUnit } from "../corpus/format-corpus.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Citation, Paper } from "../corpus/schema.ts";

/** The paper a list seems to start from, and how many of its papers cite it. */
export interface Origin {
  readonly paper: PaperId;
  readonly citedBy: number;
}

type Listed = Pick<Paper, "id" | "role" | "date" | "year">;

/** Fewer papers of the list that cite it make no origin, nor does a smaller share of those that cite at all. */
const LEAST_CITERS = 3;
const LEAST_SHARE = 0.2;

/**
 * The paper that the most others of the list cite, among its older half by year (all of it where no paper is
 * dated): at least three, and a fifth of those that cite any. Of equals the older, then the first by id. Null
 * where none stands out like that, as in a list whose citations are not known yet. Related works do not
 * count.
 */
export function originOf(
  papers: readonly Listed[],
  citations: readonly Pick<Citation, "citing" | "cited">[],
): Origin | null {
  const survey = papers.filter(({ role }) => role === "survey");
  const days = new Map(survey.flatMap((paper) => dayOf(paper)));
  const listed = new Set(survey.map(({ id }) => id));
  const years = new Map(survey.map((paper) => [paper.id, yearOf(paper)]));
  const sorted = [...years.values()].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
  const citers = new Map<PaperId, Set<PaperId>>();
  const citing = new Set<PaperId>();
  for (const link of citations) {
    if (!listed.has(link.citing) || !listed.has(link.cited)) continue;
    citing.add(link.citing);
    const known = citers.get(link.cited);
    if (known) known.add(link.citing);
    else citers.set(link.cited, new Set([link.citing]));
  }
  const dayOrLast = (id: PaperId) => days.get(id) ?? Number.MAX_SAFE_INTEGER;
  const [first] = [...citers]
    .map(([paper, by]) => ({ paper, citedBy: by.size }))
    .filter(({ paper }) => middle === null || (years.get(paper) ?? Number.NaN) <= middle)
    .sort(
      (a, b) =>
        b.citedBy - a.citedBy || dayOrLast(a.paper) - dayOrLast(b.paper) || byCodeUnit(a.paper, b.paper),
    );
  const enough = Math.max(LEAST_CITERS, LEAST_SHARE * citing.size);
  return first !== undefined && first.citedBy >= enough ? first : null;
}

function dayOf({ id, date, year }: Listed): [PaperId, number][] {
  const known = date ?? (year === null ? null : String(year));
  return known === null ? [] : [[id, dayNumber(known)]];
}
