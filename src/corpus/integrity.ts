import type { PaperId } from "./ids.ts";
import type { Citation, Corpus, Paper, SurveyInfo } from "./schema.ts";

/** The part of a corpus that is consistent, and a line for each row or name left out because it is not. */
export interface Integral {
  readonly corpus: Corpus;
  readonly problems: readonly string[];
}

/** The number that a row has in its file, where rows before it were left out already. */
export type NumberOf = (list: string, row: number) => number;

/**
 * Leaves out what the shape of a corpus cannot forbid: ids and aliases that another paper has, what names a
 * paper, domain or group that does not exist, papers that cite themselves, citations that occur twice. The
 * first of two stays. Each problem names its place; [] for none.
 */
export function keepIntegral(whole: Corpus, numberOf: NumberOf = (_, row) => row): Integral {
  const problems: string[] = [];
  const place = (list: string, row: number) => `${list}[${numberOf(list, row)}]`;
  /** The rows without a problem. */
  const kept = <T>(list: string, rows: T[], wrong: (row: T, place: () => string, i: number) => string[]) =>
    rows.filter((row, i) => {
      const found = wrong(row, () => place(list, i), i);
      if (found.length > 0) problems.push(found.join("; "));
      return found.length === 0;
    });

  const papers = uniquePapers(whole.papers, kept, place, problems);
  const known = new Set<PaperId>(papers.map(({ id }) => id));
  const needPaper = (id: PaperId, at: () => string) => (known.has(id) ? [] : [`${at()}: no paper "${id}"`]);

  const survey = integralSurvey(whole.survey, kept, place, problems);
  const { root, origin } = survey;
  if (root !== null) problems.push(...needPaper(root, () => "survey.root"));
  if (origin !== null) problems.push(...needPaper(origin.paper, () => "survey.origin.paper"));
  const domains = new Set(survey.domains.map(({ id }) => id));

  const ofPaper = <T extends { readonly paper: PaperId }>(list: string, rows: T[]) =>
    kept(list, rows, ({ paper }, at) => needPaper(paper, () => `${at()}.paper`));
  const placements = kept("placements", whole.placements, ({ paper, domain }, at) => [
    ...needPaper(paper, () => `${at()}.paper`),
    ...(domains.has(domain) ? [] : [`${at()}.domain: no domain "${domain}"`]),
  ]);
  // An entry is not lost with the paper that stands for it.
  const unresolved = whole.unresolved.map((entry, i) => {
    const unknown =
      entry.paper === null ? [] : needPaper(entry.paper, () => `${place("unresolved", i)}.paper`);
    problems.push(...unknown);
    return unknown.length === 0 ? entry : { ...entry, paper: null };
  });
  const gaps = ofPaper("gaps", whole.gaps);
  const findings = ofPaper("findings", whole.findings);
  const citations = kept("citations", whole.citations, ({ citing, cited }, at) => {
    if (known.has(citing) && known.has(cited) && citing !== cited) return [];
    const unknown = [
      ...needPaper(citing, () => `${at()}.citing`),
      ...needPaper(cited, () => `${at()}.cited`),
    ];
    return unknown.length > 0 ? unknown : [`${at()}: "${citing}" cites itself`];
  });
  return {
    corpus: {
      ...whole,
      survey: {
        ...survey,
        root: root !== null && known.has(root) ? root : null,
        origin: origin !== null && known.has(origin.paper) ? origin : null,
      },
      papers,
      placements,
      unresolved,
      gaps,
      findings,
      citations: isInOrder(citations) ? citations : eachOnce(whole.citations, citations, place, problems),
    },
    problems,
  };
}

type Kept = <T>(list: string, rows: T[], wrong: (row: T, place: () => string, i: number) => string[]) => T[];
type Place = (list: string, row: number) => string;

/** The papers whose id is theirs only, with the aliases that are. */
function uniquePapers(rows: Paper[], kept: Kept, place: Place, problems: string[]): Paper[] {
  const owners = new Map<PaperId, string>();
  const numbers = new Map<Paper, number>();
  const papers = kept("papers", rows, (paper, at, i) => {
    const before = owners.get(paper.id);
    if (before !== undefined) return [`${at()}.id: "${paper.id}" is also ${before}`];
    owners.set(paper.id, `${at()}.id`);
    numbers.set(paper, i);
    return [];
  });
  return papers.map((paper) => {
    const aliases = paper.aliases.filter((alias, j) => {
      const at = `${place("papers", numbers.get(paper) ?? 0)}.aliases[${j}]`;
      const before = owners.get(alias);
      if (before !== undefined) problems.push(`${at}: "${alias}" is also ${before}`);
      else owners.set(alias, at);
      return before === undefined;
    });
    return aliases.length === paper.aliases.length ? paper : { ...paper, aliases };
  });
}

/** The survey with each domain once, in a group that there is. */
function integralSurvey(survey: SurveyInfo, kept: Kept, place: Place, problems: string[]): SurveyInfo {
  const groups = new Set(survey.groups.map(({ id }) => id));
  const seen = new Set<string>();
  const orphans = new Set<string>();
  const domains = kept("survey.domains", survey.domains, ({ id, group }, at, i) => {
    if (seen.has(id)) return [`${at()}.id: "${id}" is used twice`];
    seen.add(id);
    if (group !== null && !groups.has(group)) {
      problems.push(`${place("survey.domains", i)}.group: no group "${group}"`);
      orphans.add(id);
    }
    return [];
  }).map((domain) => (orphans.has(domain.id) ? { ...domain, group: null } : domain));
  return { ...survey, domains };
}

/** Whether the citations are in the order in which a corpus is written: then none occurs twice. */
function isInOrder(citations: readonly Citation[]): boolean {
  return citations.every(({ citing, cited }, i) => {
    const before = citations[i - 1];
    return !before || before.citing < citing || (before.citing === citing && before.cited < cited);
  });
}

/** Each of the citations once; `all` are those they were kept from, which number them. */
function eachOnce(all: Citation[], citations: Citation[], place: Place, problems: string[]): Citation[] {
  const still = new Set(citations);
  const seen = new Map<string, Map<string, number>>();
  return all.filter((citation, i) => {
    if (!still.has(citation)) return false;
    const { citing, cited } = citation;
    const citedBefore = seen.get(citing) ?? new Map<string, number>();
    seen.set(citing, citedBefore);
    const before = citedBefore.get(cited);
    if (before === undefined) citedBefore.set(cited, i);
    else
      problems.push(
        `${place("citations", i)}: "${citing}" → "${cited}" is already in ${place("citations", before)}`,
      );
    return before === undefined;
  });
}
