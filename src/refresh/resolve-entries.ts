import { type PaperId, paperId, preferredId, titleSlug } from "../corpus/ids.ts";
import type { Corpus, Paper } from "../corpus/schema.ts";
import type { SurveyEntry } from "../survey/survey.ts";
import type { Pin } from "./curation.ts";
import { bestName, isKnownByTitleOnly, namesOf, type PaperFacts } from "./facts.ts";
import { claimsOf, namedPaper } from "./named-paper.ts";
import { sameEntries } from "./same-entries.ts";
import { isTitled, TitledPapers } from "./titled-papers.ts";
import { titleForms } from "./work-title.ts";

/** Which paper an entry of the survey means, and how that is known; or why it is not: the paper is then its title. */
export type Resolution =
  | {
      readonly entry: SurveyEntry;
      /** `list`: another entry with the same title identifies it. */
      readonly how: "pin" | "link" | "previous" | "match" | "list";
      readonly paper: PaperFacts;
    }
  | {
      readonly entry: SurveyEntry;
      readonly how: "unresolved";
      readonly paper: PaperFacts;
      readonly reason: string;
      readonly candidates?: Corpus["unresolved"][number]["candidates"];
      /** The source was asked and did not answer. */
      readonly unanswered?: true;
    };

/**
 * Each entry with its paper, without a request: by a pin, else by its own link, else by a paper of the
 * previous snapshot with the same title. A pin matches by link or title; its line distinguishes two of one
 * title, and counts by itself only where no entry has its link or title, so that lines which have moved pin
 * nothing wrongly. The rest is unresolved, with the reason, and known by its title. Entries of one paper (see
 * sameEntries) have one id, and the title that most of them give.
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
  // Made once it is needed: of 100,000 papers it takes a while.
  let known: TitledPapers | null = null;
  const resolved = entries.map((entry): Resolution => {
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
    known ??= new TitledPapers(previous.filter((paper) => !isKnownByTitleOnly(paper)));
    const [before, other] = known.meantBy(entry);
    if (before && !other) {
      return {
        entry,
        how: "previous",
        paper: { id: before.id, aliases: before.aliases, title: before.title },
      };
    }
    const many = byTitle.length > 1 || other !== undefined;
    return {
      entry,
      how: "unresolved",
      paper: { id: preferredId({}, entry.title), title: entry.title },
      reason: many
        ? "several papers have this title; pin its line to say which"
        : "no arXiv number or DOI in its links, and no pin for it",
    };
  });
  return together(resolved);
}

/** The resolutions in their order, those of one paper with the same id and title. */
function together(resolved: readonly Resolution[]): Resolution[] {
  const slugs = new Set<string>();
  const paperOf = new Map<Resolution, Resolution>();
  for (const group of sameEntries(resolved)) {
    const found = group.filter(({ how }) => how !== "unresolved");
    const title = usualTitle(group);
    const names = [...new Set(found.flatMap(({ paper }) => namesOf(paper)))];
    const id = names.length > 0 ? bestName(names) : freeId(group, slugs);
    const aliases = names.filter((name) => name !== id);
    for (const one of group) {
      const paper = { id, aliases, title };
      if (one.how === "pin" || one.how === "previous") paperOf.set(one, one);
      else if (one.how === "unresolved" && found.length > 0)
        paperOf.set(one, { entry: one.entry, how: "list", paper });
      else paperOf.set(one, { ...one, paper });
    }
  }
  return resolved.map((one) => paperOf.get(one) ?? one);
}

/** The title that most of the entries give; of several the first. */
function usualTitle(group: readonly Resolution[]): string {
  const counts = new Map<string, { title: string; count: number }>();
  for (const { entry } of group) {
    const { key } = titleForms(entry.title);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { title: entry.title, count: 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first?.title ?? "";
}

/**
 * The id of a paper known by its title only; where two have the same slug, the later adds its author or year.
 */
function freeId([first]: readonly Resolution[], slugs: Set<string>): PaperId {
  const { title = "", authors = [], year = null } = first?.entry ?? {};
  const slug = titleSlug(title);
  const more = [authors[0] === undefined ? null : titleSlug(authors[0]), year].filter(
    (part) => part !== null,
  );
  let free = slugs.has(slug) && more.length > 0 ? [slug, ...more].join("-") : slug;
  for (let n = 2; slugs.has(free); n++) free = `${slug}-${n}`;
  slugs.add(free);
  return paperId(`title:${free}`);
}
