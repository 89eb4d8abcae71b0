import { inCanonicalOrder } from "./canonical-order.ts";
import type { SalvagedCorpus } from "./parse-corpus.ts";
import { type Corpus, CorpusSchema } from "./schema.ts";

/**
 * As salvageCorpus, with the name of the file in messages. A corpus without faults, as nearly all are, does
 * not wait for the script that explains them.
 */
export async function usableCorpus(value: unknown): Promise<SalvagedCorpus> {
  const sound = soundCorpus(value);
  if (sound !== null) return { corpus: sound, leftOut: [] };
  const [{ salvageCorpus }, { inFile }] = await Promise.all([
    import("./parse-corpus.ts"),
    import("./bad-rows.ts"),
  ]);
  const { corpus, leftOut } = salvageCorpus(value);
  return { corpus, leftOut: inFile("corpus.json", leftOut) };
}

/** The corpus in a parsed JSON value of which salvageCorpus leaves nothing out; null for any other value. */
export function soundCorpus(value: unknown): Corpus | null {
  const { data } = CorpusSchema.safeParse(value);
  return data && isIntegral(data) ? inCanonicalOrder(data) : null;
}

/** Whether keepIntegral leaves nothing out. */
function isIntegral({ survey, papers, placements, citations, unresolved, gaps, findings }: Corpus): boolean {
  const known = new Set(papers.map(({ id }) => id));
  const aliases = papers.flatMap((paper) => paper.aliases);
  const groups = new Set(survey.groups.map(({ id }) => id));
  const domains = new Set(survey.domains.map(({ id }) => id));
  const cited = new Map(papers.map(({ id }) => [id, new Set()]));
  return (
    new Set([...known, ...aliases]).size === papers.length + aliases.length &&
    domains.size === survey.domains.length &&
    survey.domains.every(({ group }) => group === null || groups.has(group)) &&
    (survey.root === null || known.has(survey.root)) &&
    (survey.origin === null || known.has(survey.origin.paper)) &&
    unresolved.every(({ paper }) => paper === null || known.has(paper)) &&
    placements.every(({ domain }) => domains.has(domain)) &&
    [placements, gaps, findings].flat().every(({ paper }) => known.has(paper)) &&
    citations.every(({ citing, cited: to }) => {
      const before = cited.get(citing);
      return before && citing !== to && known.has(to) && !before.has(to) && before.add(to);
    })
  );
}
