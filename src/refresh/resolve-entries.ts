import type { Corpus, Paper } from "../corpus/schema.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import type { Pin } from "./curation.ts";
import type { PaperFacts } from "./facts.ts";
import { authorInLink, judgeMatch, matchForms, type TitledWork } from "./judge-match.ts";
import { claimsOf, namedPaper } from "./named-paper.ts";
import { titleForms } from "./work-title.ts";

/** Which paper an entry of the survey means, and how that is known; or why it is not. */
export type Resolution =
  | {
      readonly entry: SurveyEntry;
      readonly how: "pin" | "link" | "previous" | "match";
      readonly paper: PaperFacts;
    }
  | {
      readonly entry: SurveyEntry;
      readonly how: "unresolved";
      readonly reason: string;
      readonly candidates?: Corpus["unresolved"][number]["candidates"];
      /** The source was asked and did not answer. */
      readonly unanswered?: true;
    };

/** A preprint and the venue the survey names lie at most this far apart. */
const MAX_YEARS_TO_VENUE = 3;

/**
 * Each entry with its paper, without asking anybody: a pin before the entry's own link before a paper
 * of the previous snapshot with the same title. A pin holds by link or title; its line tells two of one
 * title apart, and stands alone only where no entry has its link or title, so that lines which have
 * moved pin nothing wrongly. The rest is unresolved, with the reason; nothing stands in for it.
 */
export function resolveEntries(
  entries: readonly SurveyEntry[],
  pins: readonly { readonly pin: Pin; readonly paper: PaperFacts }[],
  previous: readonly Paper[],
): Resolution[] {
  const hasLink = ({ refs }: SurveyEntry, { ids }: Pin) =>
    refs.some(({ kind, value }) => kind !== "title" && ids[kind] === value);
  const atLineOnly = pins.filter(
    ({ pin, paper }) => !entries.some((entry) => hasLink(entry, pin) || isTitled(entry, paper)),
  );
  const claims = claimsOf(entries);
  // Made once it is needed: each entry against each of 100,000 papers would take minutes.
  let meantBy: ((entry: SurveyEntry) => Paper[]) | null = null;
  return entries.map((entry) => {
    const { kind } = entry.ref;
    const byLink = pins.filter(({ pin }) => hasLink(entry, pin));
    const byTitle = pins.filter(({ paper }) => isTitled(entry, paper));
    const byLineToo = byTitle.filter(({ pin }) => pin.line === entry.line);
    const byLine = kind === "title" ? atLineOnly.filter(({ pin }) => pin.line === entry.line) : [];
    for (const [first, second] of [byLink, byLineToo, byTitle, byLine]) {
      if (first && !second) return { entry, how: "pin", paper: first.paper };
    }
    if (kind !== "title") {
      return { entry, how: "link", paper: namedPaper(entry, claims) };
    }
    meantBy ??= meantAmong(previous);
    const [known, other] = meantBy(entry);
    if (known && !other) {
      return { entry, how: "previous", paper: { id: known.id, aliases: known.aliases, title: known.title } };
    }
    const many = byTitle.length > 1 || other !== undefined;
    return {
      entry,
      how: "unresolved",
      reason: many
        ? "several papers have this title; a pin with its line can say which"
        : "its links name no arXiv number and no DOI, and no pin names it",
    };
  });
}

/** Those of the papers that an entry means (see isMeant), in their order. */
function meantAmong(papers: readonly Paper[]): (entry: SurveyEntry) => Paper[] {
  const places = new Map<string, number[]>();
  papers.forEach((paper, place) => {
    for (const form of matchForms(titled(paper))) {
      const found = places.get(form);
      if (found) found.push(place);
      else places.set(form, [place]);
    }
  });
  return (entry) => {
    const forms = [...matchForms(wantedBy(entry))];
    const found = new Set(forms.flatMap((form) => places.get(form) ?? []));
    return [...found]
      .sort((a, b) => a - b)
      .flatMap((place) => papers[place] ?? [])
      .filter((paper) => isMeant(entry, paper));
  };
}

/** As it was found once, so it is found again: a paper that a match brought may be titled a little otherwise. */
function isMeant(entry: SurveyEntry, paper: Paper): boolean {
  if (isTitled(entry, paper)) return true;
  return judgeMatch(wantedBy(entry), titled(paper)) === null;
}

function wantedBy({ title, links, year }: SurveyEntry): TitledWork {
  return { title, author: authorInLink(links.paper), year };
}

function titled({ title, authors, year }: Paper): TitledWork {
  return { title, author: authors[0] ?? null, year };
}

function isTitled(entry: SurveyEntry, paper: Pick<PaperFacts, "title" | "year">): boolean {
  const years = Math.abs((entry.year ?? 0) - (paper.year ?? 0));
  const near = entry.year === null || paper.year == null || years <= MAX_YEARS_TO_VENUE;
  const { key } = titleForms(entry.title);
  return key !== "" && near && key === titleForms(paper.title).key;
}
