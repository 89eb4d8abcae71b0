import type { Corpus } from "./schema.ts";

/**
 * What the shape of a corpus cannot say: ids and aliases are unique, every named paper and domain
 * exists, no paper cites itself, no citation stands twice. Each problem names its place; none is [].
 */
export function findIntegrityProblems(corpus: Corpus): string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  corpus.papers.forEach((paper, i) => {
    const before = owners.get(paper.id);
    if (before) problems.push(`papers[${i}].id: "${paper.id}" is also ${before}`);
    else owners.set(paper.id, `papers[${i}].id`);
  });
  const papers = new Set<string>(corpus.papers.map((paper) => paper.id));
  corpus.papers.forEach((paper, i) => {
    paper.aliases.forEach((alias, j) => {
      const place = `papers[${i}].aliases[${j}]`;
      const before = owners.get(alias);
      if (before) problems.push(`${place}: "${alias}" is also ${before}`);
      else owners.set(alias, place);
    });
  });

  const domains = new Set<string>();
  corpus.survey.domains.forEach((domain, i) => {
    if (domains.has(domain.id)) problems.push(`survey.domains[${i}].id: "${domain.id}" stands twice`);
    domains.add(domain.id);
  });
  const groups = new Set(corpus.survey.groups.map((group) => group.id));
  corpus.survey.domains.forEach((domain, i) => {
    if (domain.group !== null && !groups.has(domain.group)) {
      problems.push(`survey.domains[${i}].group: no group "${domain.group}"`);
    }
  });

  const needPaper = (id: string, place: string) => {
    if (!papers.has(id)) problems.push(`${place}: no paper "${id}"`);
  };
  if (corpus.survey.root !== null) needPaper(corpus.survey.root, "survey.root");
  if (corpus.survey.origin !== null) needPaper(corpus.survey.origin.paper, "survey.origin.paper");
  corpus.unresolved.forEach(({ paper }, i) => {
    if (paper !== null) needPaper(paper, `unresolved[${i}].paper`);
  });
  corpus.placements.forEach((placement, i) => {
    needPaper(placement.paper, `placements[${i}].paper`);
    if (!domains.has(placement.domain)) {
      problems.push(`placements[${i}].domain: no domain "${placement.domain}"`);
    }
  });
  corpus.gaps.forEach((gap, i) => {
    needPaper(gap.paper, `gaps[${i}].paper`);
  });
  corpus.findings.forEach((finding, i) => {
    needPaper(finding.paper, `findings[${i}].paper`);
  });

  corpus.citations.forEach(({ citing, cited }, i) => {
    needPaper(citing, `citations[${i}].citing`);
    needPaper(cited, `citations[${i}].cited`);
    if (citing === cited) problems.push(`citations[${i}]: "${citing}" cites itself`);
  });
  return isInOrder(corpus.citations) ? problems : [...problems, ...citationsTwice(corpus.citations)];
}

/** Whether the citations stand as a corpus is written, each after one that is less: then none stands twice. */
function isInOrder(citations: Corpus["citations"]): boolean {
  return citations.every(({ citing, cited }, i) => {
    const before = citations[i - 1];
    return !before || before.citing < citing || (before.citing === citing && before.cited < cited);
  });
}

function citationsTwice(citations: Corpus["citations"]): string[] {
  const problems: string[] = [];
  const seen = new Map<string, Map<string, number>>();
  citations.forEach(({ citing, cited }, i) => {
    const citedBefore = seen.get(citing) ?? new Map<string, number>();
    seen.set(citing, citedBefore);
    const before = citedBefore.get(cited);
    if (before !== undefined) {
      problems.push(`citations[${i}]: "${citing}" → "${cited}" stands in citations[${before}] already`);
    }
    citedBefore.set(cited, i);
  });
  return problems;
}
