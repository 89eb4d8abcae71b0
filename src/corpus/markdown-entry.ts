import type { Paper } from "./schema.ts";

/** What the line of an entry says; null is left out. */
export interface EntryLine {
  readonly title: string;
  readonly venue: string | null;
  readonly year: number | null;
  /** Instead of the year, as exact as it is known: YYYY-MM-DD. */
  readonly date?: string | null;
  readonly organization: string | null;
  readonly links: { readonly paper: string | null; readonly code: string | null };
  /** Further links by what they show. */
  readonly further?: readonly (readonly [label: string, url: string])[];
}

/**
 * A paper as a line of a survey: `- [CVPR 2023] \`Meta\` | **Title** | [[paper]](…)[[code]](…)`. What is
 * unknown is left out. No line break at the end.
 */
export function entryLine({
  title,
  venue,
  year,
  date,
  organization,
  links,
  further = [],
}: EntryLine): string {
  const when = [venue, date ?? year].filter((part) => part !== null).join(" ");
  const head = [when && `[${when}]`, organization && `\`${organization}\``].filter(Boolean).join(" ");
  const ends = [["paper", links.paper] as const, ["code", links.code] as const, ...further].map(
    ([label, url]) => url && `[[${label}]](${linkTarget(url)})`,
  );
  const fields = [head, `**${escapedMarkdown(title)}**`, ends.filter(Boolean).join("")].filter(
    (field) => field !== "",
  );
  return `- ${fields.join(" | ")}`;
}

/**
 * A paper of a corpus as a line to paste into the survey: the place and year it names, its title, and a link
 * to the paper, else to arXiv, its DOI or Semantic Scholar. The organisation is left out: no source has it.
 */
export function markdownEntry(paper: Pick<Paper, "title" | "venue" | "year" | "date" | "urls">): string {
  const { title, urls } = paper;
  const venue = paper.venue === null ? null : oneLine(paper.venue).replace(/[[\]`|]/g, " ");
  const year = paper.year ?? (paper.date === null ? null : Number(paper.date.slice(0, 4)));
  return entryLine({
    title: oneLine(title),
    venue,
    // "CVPR 2023" names its year itself.
    year: venue !== null && /\b\d{4}$/.test(venue) ? null : year,
    organization: null,
    links: { paper: urls.paper ?? urls.arxiv ?? urls.doi ?? urls.semanticScholar, code: urls.code },
  });
}

/** The text with a backslash before every character that Markdown could take for its own. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>!&|~#]/g, "\\$&");
}

/** A link's target, in angle brackets where round ones or spaces would end the link early. */
export function linkTarget(url: string): string {
  return /^[^\s()<>\\&]+$/.test(url) ? url : `<${url.replace(/[<>\\&]/g, "\\$&")}>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
