import { arxivMonth } from "../corpus/arxiv-month.ts";
import type { PaperId } from "../corpus/ids.ts";
import type { Paper } from "../corpus/schema.ts";
import type { SurveyEntry } from "../survey/survey.ts";

/** When a paper appeared, as far as its entry and its arXiv number can be believed. */
export interface ListedDate {
  /** As exact as known: YYYY, YYYY-MM or YYYY-MM-DD; null when nothing is known or believed. */
  readonly date: string | null;
  /** Why the date of the list is not believed; null when it is, or when there is none. */
  readonly doubt: string | null;
}

/** A list names the venue's year, and a preprint the year of its first version: they are at most so far apart. */
const MOST_YEARS_APART = 3;

/**
 * The date of an entry: the list's own, with the month of the paper's arXiv number where the list gives that
 * year or none. A date after `today` (YYYY-MM-DD; null when unknown), or more than three years from the arXiv
 * number, is doubtful, and the number's month replaces it. `names` are the paper's ids.
 */
export function listedDate(
  { date: said, year }: Pick<SurveyEntry, "date" | "year">,
  names: readonly PaperId[],
  today: string | null,
): ListedDate {
  const date = said ?? (year === null ? null : String(year));
  const month = monthOf(names, today);
  if (date === null) return { date: month, doubt: null };
  if (isAfter(date, today)) return { date: month, doubt: `${date} is in the future` };
  if (month === null) return { date, doubt: null };
  const apart = Math.abs(yearIn(date) - yearIn(month));
  if (apart > MOST_YEARS_APART)
    return { date: month, doubt: `its arXiv number is from ${month}, not ${date}` };
  return { date: date === String(yearIn(month)) ? month : date, doubt: null };
}

/**
 * The date and year of a paper: as sources give it, else the most exact that its entries and its arXiv number
 * give for the same year, or for any when no source has one.
 */
export function datedBy(
  { date, year }: Partial<Pick<Paper, "date" | "year">>,
  listed: readonly ListedDate[],
  names: readonly PaperId[],
  today: string | null,
): Pick<Paper, "date" | "year"> {
  const [known, asListed] = [year ?? null, listed.flatMap(({ date }) => date ?? [])];
  if (date) return { date, year: known };
  const first = known ?? (asListed[0] === undefined ? null : yearIn(asListed[0]));
  const month = monthOf(names, today);
  const [best = null] = [...asListed, ...(month === null ? [] : [month])]
    .filter((one) => one.length > 4 && (first === null || yearIn(one) === first))
    .sort((a, b) => b.length - a.length);
  return { date: best, year: first ?? (best === null ? null : yearIn(best)) };
}

/** The facts without a date or year after `today`. */
export function withoutFuture<T extends Partial<Pick<Paper, "date" | "year">>>(
  said: T,
  today: string | null,
): T {
  const [late, lateYear] = [isAfter(said.date ?? null, today), isAfter(said.year ?? null, today)];
  return late || lateYear ? { ...said, ...(late && { date: null }), ...(lateYear && { year: null }) } : said;
}

/** Whether a date or year lies after the day, as exactly as it is known. */
export function isAfter(date: string | number | null, today: string | null): boolean {
  const said = date === null ? "" : String(date);
  return today !== null && said > today.slice(0, said.length);
}

function monthOf(names: readonly PaperId[], today: string | null): string | null {
  const months = names.flatMap((name) =>
    name.startsWith("arxiv:") ? (arxivMonth(name.slice(6)) ?? []) : [],
  );
  return months.find((month) => !isAfter(month, today)) ?? null;
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}
