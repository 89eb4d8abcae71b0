import { isPaperId, type PaperId } from "../../src/corpus/ids.ts";
import { paperIdOf } from "../../src/survey/ids/paper-id-of.ts";
import type { Catalogue } from "../../src/view/catalogue.ts";
import {
  allOf,
  groupOf,
  type Selection,
  selectionOf,
  subgraphOf,
  surveyOf,
} from "../../src/view/map/selection.ts";
import type { Sources } from "../../src/view/sources.ts";
import { CommandError } from "../command.ts";

/** Which part of a corpus the reader asks for; at most one of papers, domain and path. */
export interface Choice {
  readonly papers?: readonly string[];
  readonly domain?: string;
  readonly path?: readonly string[];
  readonly surveyOnly?: boolean;
}

/** The part of a corpus that is asked for. What it does not have is a CommandError that says what there is. */
export function chosenPart(sources: Sources, choice: Choice): Selection {
  const { catalogue } = sources;
  const { papers, domain, path, surveyOnly = false } = choice;
  if ([papers, domain, path].filter((asked) => asked !== undefined).length > 1) {
    throw new CommandError("--papers, --domain and --path exclude each other; choose one");
  }
  const part = papers
    ? selectionOf(
        catalogue.corpus,
        papers.map((name) => resolved(catalogue, name)),
      )
    : domain !== undefined
      ? ofDomain(catalogue, domain)
      : path
        ? between(sources, path)
        : allOf(catalogue.corpus);
  if (!surveyOnly) return part;
  const survey = surveyOf(catalogue.corpus).papers;
  const citations = new Set(part.citations);
  const kept = [...part.papers].filter((id) => survey.has(id));
  return selectionOf(catalogue.corpus, kept, (citation) => citations.has(citation));
}

function ofDomain(catalogue: Catalogue, domain: string): Selection {
  if (catalogue.groupById.has(domain)) return groupOf(catalogue, domain);
  const { domains } = catalogue.corpus.survey;
  if (domains.some(({ id }) => id === domain)) {
    const placed = catalogue.corpus.placements.flatMap((p) => (p.domain === domain ? [p.paper] : []));
    return selectionOf(catalogue.corpus, placed);
  }
  const known = [...catalogue.groups.map(({ id }) => id), ...domains.map(({ id }) => id)];
  throw new CommandError(`unknown domain "${domain}"; known: ${[...new Set(known)].join(", ") || "none"}`);
}

function between({ catalogue, findPaths }: Sources, names: readonly string[]): Selection {
  const [from, to, ...more] = names.map((name) => catalogue.byId.get(resolved(catalogue, name)));
  if (!from || !to || more.length > 0) throw new CommandError("--path needs the ids of two papers");
  const found = findPaths(from.index, to.index);
  if (found.descents.length === 0) throw new CommandError(found.remark);
  return subgraphOf(catalogue, found);
}

function resolved(catalogue: Catalogue, name: string): PaperId {
  for (const written of [name, paperIdOf(name)]) {
    const id = isPaperId(written) ? catalogue.resolve(written) : null;
    if (id !== null) return id;
  }
  const wanted = name.toLowerCase().replace(/^[a-z\d]+:/, "");
  const near = catalogue.entries.filter(
    ({ paper, label }) => paper.id.includes(wanted) || label.toLowerCase() === wanted,
  );
  const hint =
    near.length > 0
      ? `; did you mean ${near
          .slice(0, 5)
          .map(({ paper, label }) => `${paper.id} (${label})`)
          .join(", ")}?`
      : "; corpus.json has the ids, such as arxiv:2103.00020";
  throw new CommandError(`no paper "${name}"${hint}`);
}
