import { type CitationIndex, withArcs } from "../../columns/citation-index.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** How many exchanges are tried per citation; enough to forget the original (Milo et al. 2003, cond-mat/0312028). */
const TRIES = 10;

/**
 * The graph with its citations rewired: every paper keeps the length of its reference list and the number of
 * its citers, no citation occurs twice, and none that the dates allowed runs against them afterwards.
 *
 * Two citations a → b and c → d become a → d and c → b, many times over (Maslov & Sneppen 2002, Science
 * 296:910). Papers without a date may exchange with all. A graph that allows no exchange comes back as it is.
 */
export function rewired(index: CitationIndex, random: SeededRandom): CitationIndex {
  const { citing, days, referenceStart } = index;
  const m = citing.length;
  const cited = index.cited.slice();
  // A list of references is short: looking through it takes less than finding it in a table of all citations.
  const cites = (paper: number, other: number) => {
    const end = referenceStart[paper + 1]!;
    for (let c = referenceStart[paper]!; c < end; c++) if (cited[c] === other) return true;
    return false;
  };
  const mayCite = (newer: number, older: number) =>
    newer !== older && !(days[newer]! < days[older]!) && !cites(newer, older);
  for (let tries = m < 2 ? 0 : TRIES * m; tries > 0; tries--) {
    const [one, other] = [random.nextInt(m), random.nextInt(m)];
    const [a, b, c, d] = [citing[one]!, cited[one]!, citing[other]!, cited[other]!];
    if (!mayCite(a, d) || !mayCite(c, b)) continue;
    cited[one] = d;
    cited[other] = b;
  }
  return withArcs(index, citing, cited);
}
