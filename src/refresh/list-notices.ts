import { alike, firstFew } from "./alike.ts";
import { namesOf } from "./facts.ts";
import { listedDate } from "./listed-date.ts";
import type { Resolution } from "./resolve-entries.ts";
import { titleForms } from "./work-title.ts";

/**
 * What to report to an author about the list: entries that are one paper, links that belong to another title,
 * dates that are ignored. `file` is the list, `today` the day of the run, YYYY-MM-DD.
 */
export function listNotices(
  resolutions: readonly Resolution[],
  file: string,
  today: string | null,
): string[] {
  return [...repeated(resolutions, file), ...doubted(resolutions, file, today)];
}

interface Repeated {
  readonly one: Resolution;
  readonly first: Resolution;
}

function repeated(resolutions: readonly Resolution[], file: string): string[] {
  const firstOf = new Map<string, Resolution>();
  const again: Repeated[] = [];
  for (const one of resolutions) {
    const first = firstOf.get(one.paper.id);
    if (first) again.push({ one, first });
    else firstOf.set(one.paper.id, one);
  }
  const isOther = ({ one, first }: Repeated) =>
    titleForms(one.entry.title).key !== titleForms(first.entry.title).key;
  return alike(
    again,
    (pair) => (isOther(pair) ? `${pair.one.entry.line}` : ""),
    (pair) => {
      const { entry, paper } = pair.one;
      const { title, line, domain } = pair.first.entry;
      if (isOther(pair)) {
        return `${file}:${entry.line}: "${entry.title}" has the same link as "${title}" on line ${line}: they are taken as one paper, called "${paper.title}"; correct the wrong link`;
      }
      const places = entry.domain === domain ? "" : ", under both headings";
      return `${file}:${entry.line}: "${entry.title}" is already on line ${line}: one paper${places}`;
    },
    (same) => {
      const lines = firstFew(same.map(({ one }) => one.entry.line));
      return `${file}: ${same.length} entries repeat a paper listed above them: one paper each, under all its headings (lines ${lines})`;
    },
  );
}

function doubted(resolutions: readonly Resolution[], file: string, today: string | null): string[] {
  return resolutions.flatMap(({ entry, paper }) => {
    const { date, doubt } = listedDate(entry, namesOf(paper), today);
    if (doubt === null) return [];
    const instead = date === null ? "the list's date is ignored" : `using ${date}, from its arXiv number`;
    return [`${file}:${entry.line}: "${entry.title}": ${doubt}; ${instead}`];
  });
}
