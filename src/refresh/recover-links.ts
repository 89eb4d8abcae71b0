import type { Client } from "../semantic-scholar/client.ts";
import type { CollectedLinks } from "./collected-links.ts";
import type { Gap, GatheredPaper } from "./gathered.ts";
import { isOneFailure, reasonOf } from "./one-failure.ts";
import { linkRow } from "./read-references.ts";

/**
 * Looks for the citations of papers whose reference list is withheld, from the cited side: in the lists
 * of citing works that were read, they are there already; where such a list was read in part only, the
 * works of the very day on which the withholding paper appeared are asked for. Adds what it finds to
 * `links` and returns what went wrong.
 */
export async function recoverLinks(
  papers: readonly GatheredPaper[],
  links: CollectedLinks,
  client: Client,
): Promise<Gap[]> {
  const gaps: Gap[] = [];
  const inPart = papers.filter(({ citing }) => citing.missing !== null && citing.rows.length > 0);
  const wanted = papers
    .filter(({ references }) => references.withheld)
    .flatMap((citing) => inPart.map((cited) => ({ citing, cited, day: citing.answer.publicationDate })))
    .filter(({ citing, cited }) => citing !== cited && !links.has(citing.sha, cited.sha));
  for (const { citing, cited, day } of wanted) {
    if (day === null || day < (cited.answer.publicationDate ?? "")) continue;
    try {
      const window = { from: day, until: day };
      const { value } = await client.citations(cited.sha, 0, 1_000, window, cited.asked.id);
      for (const { citingPaper, ...facts } of value?.data ?? []) {
        const [row] = linkRow(citingPaper, facts);
        if (row?.work.paperId === citing.sha) links.add(citing.sha, cited.sha, row);
      }
    } catch (error) {
      if (!isOneFailure(error)) throw error;
      gaps.push({
        paper: cited.asked.id,
        of: "citations",
        reason: reasonOf(error),
        expected: null,
        found: null,
      });
    }
  }
  return gaps;
}
