import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue } from "../catalogue.ts";
import type { LineageFacts } from "../map/spine.ts";
import type { RadiusScale } from "../radius.ts";
import { type Limits, NO_LIMITS, namesText } from "../state/limits.ts";

/** How many of the longest lines of descent are told. */
const MOST_LINES = 5;
/** How many papers of a generation are named. */
const MOST_NAMES = 20;

export interface Introduction {
  readonly reading: readonly { readonly term: string; readonly text: string }[];
  readonly root: { readonly id: PaperId; readonly label: string } | null;
  /** Which paper is taken for the root that the list does not name, and why, or that none is; null where it names one. */
  readonly origin: string | null;
  /** The longest lines of descent, each with its ends, and how many there are beside them. */
  readonly lines: readonly { readonly text: string; readonly from: PaperId; readonly to: PaperId }[];
  readonly moreLines: number;
  /** Survey papers by generation, from the root on; [] where no citation among them is known. */
  readonly generations: readonly {
    readonly number: number;
    readonly count: string;
    readonly papers: string;
  }[];
  /** Said where they are unknown; null where they are not, or no paper is the survey's own. */
  readonly generationsUnknown: string | null;
}

/** What a reader who opens the page cold is told. */
export function buildIntroduction(
  catalogue: Catalogue,
  scale: RadiusScale,
  lineage: LineageFacts,
  generationOf: (id: PaperId) => number | null,
  limits: Limits = NO_LIMITS,
): Introduction {
  const said = catalogue.texts.introduction;
  const reading = ([term, text]: readonly string[]) => ({ term: term ?? "", text: text ?? "" });
  const levels: string[][] = [];
  for (const entry of catalogue.entries) {
    const level = entry.paper.role === "survey" ? generationOf(entry.paper.id) : null;
    if (level === null) continue;
    const labels = levels[level] ?? [];
    labels.push(entry.label);
    levels[level] = labels;
  }
  const unknown = levels.length === 1 && !citesWithin(catalogue);
  const hasList = catalogue.entries.some(({ paper }) => paper.role === "survey");
  const few = { ...limits, names: Math.min(limits.names, MOST_NAMES) };
  const lines = lineage.lines.flatMap((line) => {
    const entries = line.flatMap((paper) => catalogue.entries[paper] ?? []);
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last || first === last) return [];
    return [{ text: entries.map(({ label }) => label).join(" › "), from: first.paper.id, to: last.paper.id }];
  });
  return {
    lines: lines.slice(0, MOST_LINES),
    moreLines: Math.max(0, lines.length - MOST_LINES),
    reading: [
      reading(hasList ? said.dot : said.dotAlone),
      {
        term: said.size,
        text: scale.measure === "citations" ? said.sizeByCitations : said.sizeByMap,
      },
      reading(said.arrow),
      reading(catalogue.groups.length > 0 ? said.colour : said.colourAlone),
    ],
    root: catalogue.root ? { id: catalogue.root.paper.id, label: catalogue.root.label } : null,
    origin: originText(catalogue),
    generationsUnknown: unknown ? said.noGenerations : null,
    generations: unknown
      ? []
      : Array.from(levels, (labels = [], number) => ({
          number,
          count: said.papers(labels.length),
          papers: labels.length > few.names ? namesText(catalogue.texts, labels, few) : labels.join(", "),
          size: labels.length,
        })).filter(({ size }) => size > 0),
  };
}

function citesWithin({ corpus, byId }: Catalogue): boolean {
  const isListed = (id: PaperId) => byId.get(id)?.paper.role === "survey";
  return corpus.citations.some(({ citing, cited }) => isListed(citing) && isListed(cited));
}

function originText({ corpus, root, surveyYears, texts }: Catalogue): string | null {
  const { survey, placements } = corpus;
  const said = texts.introduction;
  if (survey.root !== null || placements.length === 0) return null;
  return survey.origin === null || root === null
    ? said.noOrigin
    : said.origin(root.label, survey.origin.citedBy, surveyYears !== null);
}
