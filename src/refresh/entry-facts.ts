import type { PaperId } from "../corpus/ids.ts";
import type { Placement } from "../corpus/schema.ts";
import type { Survey } from "../survey/survey.ts";
import type { PaperFacts } from "./facts.ts";
import type { ListedDate } from "./listed-date.ts";
import type { Resolution } from "./resolve-entries.ts";

/** What an entry says about its paper; `former` are names the paper had before it was identified. */
export function entryFacts(
  { entry, paper: { id, aliases = [], title } }: Resolution,
  listed: ListedDate | undefined,
  former: readonly PaperId[],
): PaperFacts {
  const { label, authors, links } = entry;
  return {
    id,
    aliases: [...aliases, ...former],
    title,
    label,
    authors: [...authors],
    year: listed?.date == null ? null : Number(listed.date.slice(0, 4)),
    venue: venueOf(entry, listed),
    urls: links,
  };
}

/** As the list writes it, without a year that is not believed. */
function venueOf({ venue, year }: Survey["entries"][number], listed: ListedDate | undefined): string | null {
  return venue === null ? null : year === null || listed?.doubt != null ? venue : `${venue} ${year}`;
}

/** Where an entry puts its paper: once under each of its headings. */
export function placementsOf(
  { entry, paper }: Resolution,
  listed: ListedDate | undefined,
  idOf: (name: PaperId) => PaperId,
): Placement[] {
  const { line, organization, note, figure } = entry;
  const venue = venueOf(entry, listed);
  return [...new Set([entry.domain, ...entry.otherDomains])].map((domain) => ({
    paper: idOf(paper.id),
    domain,
    line,
    organization,
    venue,
    note,
    figure,
  }));
}
