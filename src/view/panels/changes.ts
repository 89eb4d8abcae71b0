import type { Changes, Run } from "../../corpus/changes.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Corpus } from "../../corpus/schema.ts";
import { surveyOfPart } from "../../corpus/survey-root.ts";
import type { Catalogue } from "../catalogue.ts";
import { type Limits, NO_LIMITS } from "../state/limits.ts";

/** One kind of news of a refresh, with the papers it concerns. */
export interface News {
  readonly text: string;
  readonly papers: readonly { readonly id: PaperId; readonly label: string; readonly detail: string }[];
}

/** What one refresh changed, as the page tells it. */
export interface RunModel {
  readonly heading: string;
  readonly news: readonly News[];
}

export interface ChangesModel {
  /** Newest first; [] while no refresh has changed anything. */
  readonly runs: readonly RunModel[];
  readonly marked: boolean;
}

/** What is new since the last refresh but one, for marks on the map: ids, and citations by number. */
export interface Newcomers {
  readonly papers: ReadonlySet<PaperId>;
  readonly citations: ReadonlySet<number>;
}

/** The runs as the page tells them; `marked` says whether the map marks what the newest brought. */
export function buildChanges(
  catalogue: Catalogue,
  changes: Changes,
  marked: boolean,
  limits: Limits = NO_LIMITS,
): ChangesModel {
  return { runs: changes.runs.map((run) => tell(catalogue, run, limits)), marked };
}

/** What the newest run brought that the corpus still has. */
export function newcomersOf(catalogue: Catalogue, changes: Changes): Newcomers {
  const [run] = changes.runs;
  if (!run) return { papers: new Set(), citations: new Set() };
  const places = new Map(
    catalogue.corpus.citations.map(({ citing, cited }, i) => [`${citing}\n${cited}`, i] as const),
  );
  return {
    papers: new Set(run.newPapers.flatMap((id) => catalogue.resolve(id) ?? [])),
    citations: new Set(
      run.newCitations.flatMap(({ citing, cited }) => places.get(`${citing}\n${cited}`) ?? []),
    ),
  };
}

/**
 * The corpus as it stood when papers arrived, oldest first: before the oldest kept run, then after each
 * run that brought papers; [] without runs. A layout that settles them in turn, each keeping the places of
 * the one before, leaves old papers where they were whatever later runs brought or counted.
 */
export function stagesOf(corpus: Corpus, { runs }: Changes): Corpus[] {
  const stages: Corpus[] = [];
  let stage = corpus;
  for (const run of runs) {
    if (run.newPapers.length > 0) stages.unshift(stage);
    stage = before(stage, run);
  }
  return runs.length === 0 ? [] : [stage, ...stages];
}

/** The corpus without what a run brought, and with the counts from before it. */
function before(corpus: Corpus, run: Run): Corpus {
  const gone = new Set(run.newPapers);
  const newer = new Set(run.newCitations.map(({ citing, cited }) => `${citing}\n${cited}`));
  const counts = new Map(run.counts.map(({ paper, from }) => [paper, from]));
  const { survey } = corpus;
  return {
    ...corpus,
    survey: surveyOfPart(survey, (id) => !gone.has(id)),
    papers: corpus.papers
      .filter(({ id }) => !gone.has(id))
      .map((paper) =>
        counts.has(paper.id) ? { ...paper, citationCount: counts.get(paper.id) ?? null } : paper,
      ),
    placements: corpus.placements.filter(({ paper }) => !gone.has(paper)),
    citations: corpus.citations.filter(
      ({ citing, cited }) => !gone.has(citing) && !gone.has(cited) && !newer.has(`${citing}\n${cited}`),
    ),
  };
}

function tell(catalogue: Catalogue, run: Run, { items }: Limits): RunModel {
  const { changes: said, count, date } = catalogue.texts;
  const named = (ids: readonly PaperId[], detail: (id: PaperId) => string = () => "") =>
    ids.slice(0, items).flatMap((id) => {
      const known = catalogue.resolve(id);
      const entry = known === null ? undefined : catalogue.byId.get(known);
      return entry ? [{ id: entry.paper.id, label: entry.label, detail: detail(id) }] : [];
    });
  const ends = (links: Run["newCitations"]) =>
    links
      .slice(0, items)
      .flatMap(({ citing, cited }) => named([citing], () => said.cites(labelOf(catalogue, cited))));
  const byId = new Map(run.counts.map((change) => [change.paper, change]));
  const countOf = (known: number | null | undefined) =>
    known === null || known === undefined ? "?" : count(known);
  const some = (number: number, text: (count: number) => string, papers: News["papers"]): News[] =>
    number === 0 ? [] : [{ text: text(number), papers }];
  const counted = named(
    run.counts.map((change) => change.paper),
    (id) => `${countOf(byId.get(id)?.from)} → ${countOf(byId.get(id)?.to)}`,
  );
  const ofGaps = (gaps: Run["gapsOpened"]) => named(gaps.map((gap) => gap.paper));
  return {
    heading: run.since ? said.between(date(run.since), date(run.at)) : said.first(date(run.at)),
    news: [
      ...some(run.newPapers.length, said.newPapers, named(run.newPapers)),
      ...some(run.gonePapers.length, said.gonePapers, named(run.gonePapers)),
      ...some(run.resolved.length, said.resolved, named(run.resolved)),
      ...some(run.newCitations.length, said.newCitations, ends(run.newCitations)),
      ...some(run.goneCitations.length, said.goneCitations, ends(run.goneCitations)),
      ...some(run.counts.length, said.counts, counted),
      ...some(run.gapsOpened.length, said.gapsOpened, ofGaps(run.gapsOpened)),
      ...some(run.gapsClosed.length, said.gapsClosed, ofGaps(run.gapsClosed)),
      ...some(run.lost.length, said.lost, []),
    ],
  };
}

function labelOf(catalogue: Catalogue, id: PaperId): string {
  const known = catalogue.resolve(id);
  return (known === null ? undefined : catalogue.byId.get(known)?.label) ?? id;
}
