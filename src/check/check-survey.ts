import { namesOf } from "../refresh/facts.ts";
import { listedDate } from "../refresh/listed-date.ts";
import type { Origin } from "../refresh/origin-of.ts";
import type { Resolution } from "../refresh/resolve-entries.ts";
import { titleForms } from "../refresh/work-title.ts";
import type { Survey, SurveyEntry } from "../survey/survey.ts";
import type { Finding } from "./finding.ts";
import { linkFlaws } from "./link-flaws.ts";
import { isPreprintServer } from "./venues.ts";

/** What is known apart from the text of a survey. */
export interface SurveyContext {
  /** Each entry with its paper. An entry that is pinned needs no id of its own. */
  readonly resolutions: readonly Resolution[];
  /** The paper that stands out as the root, where the corpus says so. */
  readonly origin: (Origin & { readonly title: string }) | null;
  /** YYYY-MM-DD: later dates are doubted; null doubts none for that. */
  readonly today: string | null;
}

/** What can be said of a survey from its own text: what was not read, links, duplicates, dates, what entries lack. */
export function checkSurvey(
  survey: Survey,
  file: string,
  { resolutions, origin, today }: SurveyContext,
): Finding[] {
  const at = (line: number, finding: Omit<Finding, "file" | "line">): Finding => ({ ...finding, file, line });
  return [
    ...survey.problems.map(({ line, message }) =>
      at(line, { severity: "warning", rule: "unread", message, remedy: "correct the line, or remove it" }),
    ),
    ...resolutions.flatMap((resolution) => {
      const { entry, paper } = resolution;
      const { doubt } = listedDate(entry, namesOf(paper), today);
      return [
        ...linksOf(entry).flatMap(([url, what]) =>
          linkFlaws(url, `${what} of “${entry.title}”`).map((flaw) => at(entry.line, flaw)),
        ),
        ...lacksOf(resolution, survey, doubt === null).map((lack) => at(entry.line, lack)),
        ...(doubt === null ? [] : [at(entry.line, doubtfulDate(entry, doubt))]),
      ];
    }),
    ...duplicates(resolutions).map(([line, finding]) => at(line, finding)),
    ...rootFindings(survey, origin).map((finding) => ({ ...finding, file, line: null })),
  ];
}

function linksOf({ links, figure }: SurveyEntry): (readonly [url: string, what: string])[] {
  const named: readonly (readonly [string | null, string])[] = [
    [links.paper, "the paper link"],
    [links.code, "the code link"],
    [figure, "the figure"],
  ];
  return named.flatMap(([url, what]) => (url === null ? [] : [[url, what] as const]));
}

type Placeless = Omit<Finding, "file" | "line">;

function doubtfulDate({ title }: SurveyEntry, doubt: string): Placeless {
  return {
    severity: "warning",
    rule: "doubtful-date",
    message: `the date of “${title}” is doubtful: ${doubt}`,
    remedy: "correct the entry, or pin the date in curation.json",
  };
}

function lacksOf({ entry, how }: Resolution, survey: Survey, isDateBelieved: boolean): Placeless[] {
  const { title, venue, year, links, ref } = entry;
  const lacks: Placeless[] = [];
  if (venue === null || year === null) {
    const both = venue === null && year === null;
    lacks.push({
      severity: "warning",
      rule: "no-venue-or-year",
      message: `“${title}” names no ${both ? "venue and year" : venue === null ? "venue" : "year"}`,
      remedy: 'begin the entry with both, such as "[CVPR 2023]"',
    });
  }
  if (links.paper === null) {
    lacks.push({
      severity: "warning",
      rule: "no-link",
      message: `“${title}” has no link to its paper`,
      remedy: "add [[paper]](https://arxiv.org/abs/…) or a DOI link",
    });
  } else if (ref.kind === "title" && how !== "pin") {
    lacks.push({
      severity: "note",
      rule: "no-id",
      message: `the link of “${title}” has no arXiv number or DOI, so a refresh looks for its title`,
      remedy: "link its arXiv page or DOI, or pin it in curation.json",
    });
  }
  const arxivYear =
    ref.kind === "arxiv" && /^\d{4}\./.test(ref.value) ? 2000 + Number(ref.value.slice(0, 2)) : null;
  if (
    isDateBelieved &&
    arxivYear !== null &&
    year !== null &&
    venue !== null &&
    isPreprintServer(venue) &&
    arxivYear !== year
  ) {
    lacks.push({
      severity: "note",
      rule: "preprint-year",
      message: `“${title}” is listed as arXiv ${year}, but its number ${ref.value} is from ${arxivYear}`,
      remedy: `write [arXiv ${arxivYear}], unless a later version is meant`,
    });
  }
  const domain = survey.domains.find(({ id }) => id === entry.domain);
  if (domain === undefined || (domain.section === null && domain.label === (survey.title ?? "Papers"))) {
    lacks.push({
      severity: "warning",
      rule: "no-domain",
      message: `“${title}” is under no heading, so it belongs to no domain`,
      remedy: "put a ### section or a bold sub-heading above it",
    });
  }
  return lacks;
}

/** Entries that mean one paper, or that have one title though they are not. */
function duplicates(resolutions: readonly Resolution[]): (readonly [line: number, finding: Placeless])[] {
  const found: (readonly [number, Placeless])[] = [];
  const byPaper = new Map<string, SurveyEntry>();
  const byTitle = new Map<string, SurveyEntry>();
  for (const { entry, paper } of resolutions) {
    const key = titleForms(entry.title).key;
    const same = byPaper.get(paper.id);
    const titled = byTitle.get(key);
    if (same) found.push([entry.line, samePaper(entry, same)]);
    else if (titled && key !== "") {
      found.push([
        entry.line,
        {
          severity: "warning",
          rule: "duplicate",
          message: `“${entry.title}” is also on line ${titled.line}, with a different link`,
          remedy: "link the same paper in both, or pin each by its line in curation.json",
        },
      ]);
    }
    if (!same) byPaper.set(paper.id, entry);
    if (!titled) byTitle.set(key, entry);
  }
  return found;
}

function samePaper(entry: SurveyEntry, first: SurveyEntry): Placeless {
  const otherTitle = titleForms(entry.title).key !== titleForms(first.title).key;
  if (otherTitle) {
    return {
      severity: "error",
      rule: "duplicate",
      message: `“${entry.title}” has the same link as “${first.title}” on line ${first.line}`,
      remedy: "correct the wrong link",
    };
  }
  if (entry.domain === first.domain) {
    return {
      severity: "error",
      rule: "duplicate",
      message: `“${entry.title}” is listed twice under one heading, first on line ${first.line}`,
      remedy: "remove one of them",
    };
  }
  return {
    severity: "note",
    rule: "two-headings",
    message: `“${entry.title}” is also under another heading, on line ${first.line}`,
    remedy: "leave it if it belongs to both; the first one decides its colour",
  };
}

function rootFindings({ root, entries }: Survey, origin: SurveyContext["origin"]): Placeless[] {
  if (entries.length === 0 || root !== null) return [];
  const none = "the front matter names no root, the paper from which the lineage starts";
  return [
    {
      severity: "note",
      rule: "no-root",
      message:
        origin === null
          ? none
          : `${none}; “${origin.title}” is taken for it, because ${origin.citedBy} other papers of the list cite it`,
      remedy:
        origin === null
          ? 'add "root:" and the arXiv number, DOI or address of one of its papers between --- lines at the top'
          : `add "root: ${origin.paper}" (or another paper) between --- lines at the top`,
    },
  ];
}
