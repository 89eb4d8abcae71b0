import { titleForms } from "../refresh/work-title.ts";
import type { Survey, SurveyEntry } from "../survey/survey.ts";
import type { Finding } from "./finding.ts";
import { linkFlaws } from "./link-flaws.ts";
import { isPreprintServer } from "./venues.ts";

/**
 * What can be said of a survey from its own text: what was not read, links, duplicates, what entries lack.
 * An entry that is `pinned` needs no id of its own.
 */
export function checkSurvey(
  survey: Survey,
  file: string,
  pinned: ReadonlySet<SurveyEntry> = new Set(),
): Finding[] {
  const at = (line: number, finding: Omit<Finding, "file" | "line">): Finding => ({ ...finding, file, line });
  return [
    ...survey.problems.map(({ line, message }) =>
      at(line, { severity: "warning", rule: "unread", message, remedy: "correct the line, or take it out" }),
    ),
    ...survey.entries.flatMap((entry) => [
      ...linksOf(entry).flatMap(([url, what]) =>
        linkFlaws(url, `${what} of “${entry.title}”`).map((flaw) => at(entry.line, flaw)),
      ),
      ...lacksOf(entry, survey, pinned.has(entry)).map((lack) => at(entry.line, lack)),
    ]),
    ...duplicates(survey).map(([line, finding]) => at(line, finding)),
    ...rootFindings(survey).map((finding) => ({ ...finding, file, line: null })),
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

function lacksOf(entry: SurveyEntry, survey: Survey, pinned: boolean): Placeless[] {
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
  } else if (ref.kind === "title" && !pinned) {
    lacks.push({
      severity: "note",
      rule: "no-id",
      message: `the link of “${title}” holds no arXiv number and no DOI, so that a refresh goes by its title`,
      remedy: "link its arXiv page or DOI, or pin it in curation.json",
    });
  }
  const arxivYear =
    ref.kind === "arxiv" && /^\d{4}\./.test(ref.value) ? 2000 + Number(ref.value.slice(0, 2)) : null;
  if (
    arxivYear !== null &&
    year !== null &&
    venue !== null &&
    isPreprintServer(venue) &&
    arxivYear !== year
  ) {
    lacks.push({
      severity: "note",
      rule: "preprint-year",
      message: `“${title}” is said to be of arXiv ${year}; its number ${ref.value} is of ${arxivYear}`,
      remedy: `write [arXiv ${arxivYear}], unless a later version is meant`,
    });
  }
  const domain = survey.domains.find(({ id }) => id === entry.domain);
  if (domain === undefined || (domain.section === null && domain.label === (survey.title ?? "Papers"))) {
    lacks.push({
      severity: "warning",
      rule: "no-domain",
      message: `“${title}” stands under no heading, and so in no domain`,
      remedy: "put a ### section or a bold sub-heading above it",
    });
  }
  return lacks;
}

/** Entries that mean one paper: by their ids, or by their titles where the ids differ. */
function duplicates({ entries }: Survey): (readonly [line: number, finding: Placeless])[] {
  const found: (readonly [number, Placeless])[] = [];
  const byRef = new Map<string, SurveyEntry>();
  const byTitle = new Map<string, SurveyEntry>();
  for (const entry of entries) {
    const key = titleForms(entry.title).key;
    const ref = entry.ref.kind === "title" ? `title:${key}` : `${entry.ref.kind}:${entry.ref.value}`;
    const same = byRef.get(ref);
    const titled = byTitle.get(key);
    if (same) found.push([entry.line, sameRef(entry, same)]);
    else if (titled && key !== "") {
      found.push([
        entry.line,
        {
          severity: "warning",
          rule: "duplicate",
          message: `“${entry.title}” stands on line ${titled.line} too, with another link`,
          remedy: "link the same paper in both, or pin each by its line in curation.json",
        },
      ]);
    }
    if (!same) byRef.set(ref, entry);
    if (!titled) byTitle.set(key, entry);
  }
  return found;
}

function sameRef(entry: SurveyEntry, first: SurveyEntry): Placeless {
  const otherTitle = titleForms(entry.title).key !== titleForms(first.title).key;
  if (otherTitle) {
    return {
      severity: "error",
      rule: "duplicate",
      message: `“${entry.title}” has the link of “${first.title}” on line ${first.line}`,
      remedy: "correct the link that is wrong",
    };
  }
  if (entry.domain === first.domain) {
    return {
      severity: "error",
      rule: "duplicate",
      message: `“${entry.title}” stands twice under one heading: on line ${first.line} already`,
      remedy: "take one of the two out",
    };
  }
  return {
    severity: "note",
    rule: "two-headings",
    message: `“${entry.title}” stands under another heading too, on line ${first.line}`,
    remedy: "leave it when it belongs to both: the first one colours it",
  };
}

function rootFindings({ root, entries }: Survey): Placeless[] {
  if (entries.length === 0) return [];
  if (root !== null) return [];
  return [
    {
      severity: "note",
      rule: "no-root",
      message: "the front matter names no root, the paper from which the lineage starts",
      remedy: 'add "root: arxiv:2103.00020" between the --- lines at the top',
    },
  ];
}
