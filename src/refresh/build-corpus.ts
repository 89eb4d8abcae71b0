import { parseCorpus } from "../corpus/parse-corpus.ts";
import { CORPUS_VERSION, type Corpus, type CorpusInput } from "../corpus/schema.ts";
import { gapsOf } from "./gaps-of.ts";
import { type CorpusSources, DEFAULT_FILE_NAMES, type FileNames, mergeSources } from "./merge-sources.ts";
import { originOf } from "./origin-of.ts";

/**
 * The corpus of a survey: its papers, the works that at least two of them cite (or that cite two of them),
 * and every citation among these. What sources say of one paper or link is merged, the curation first; the
 * previous snapshot keeps what other sources said before, and the ids under which papers are known. Every
 * entry has a paper, also one that is not identified. Pure: the same sources give the same corpus. Throws a
 * CurationError or a SurveyError that names the place.
 */
export function buildCorpus(sources: CorpusSources, files: FileNames = DEFAULT_FILE_NAMES): Corpus {
  const { curation, gathered } = sources;
  const { resolutions, papers, before, identified, idOf, ...merged } = mergeSources(sources, files);
  const input: CorpusInput = {
    version: CORPUS_VERSION,
    survey: merged.survey,
    retrieved: [
      ...(curation ? [{ source: "curation", at: curation.date }] : []),
      ...latestOf([...(gathered?.retrieved ?? []), ...before.retrieved]),
    ],
    papers: [...papers],
    placements: merged.placements,
    citations: [...merged.citations],
    unresolved: resolutions.flatMap((r) =>
      r.how === "unresolved" && !identified.has(idOf(r.paper.id))
        ? [
            {
              paper: idOf(r.paper.id),
              line: r.entry.line,
              title: r.entry.title,
              reason: r.reason,
              candidates: r.candidates ?? [],
            },
          ]
        : [],
    ),
    gaps: gapsOf(
      papers,
      [...(gathered?.gaps ?? []), ...before.gaps].map((gap) => ({ ...gap, paper: idOf(gap.paper) })),
    ),
    findings: merged.findings,
  };
  const corpus = parseCorpus(input);
  if (corpus.survey.root !== null) return corpus;
  return { ...corpus, survey: { ...corpus.survey, origin: originOf(corpus.papers, corpus.citations) } };
}

function latestOf(retrieved: Corpus["retrieved"]): Corpus["retrieved"] {
  const latest = new Map<string, Corpus["retrieved"][number]>();
  for (const entry of retrieved) {
    const before = latest.get(entry.source);
    if (!before || before.at < entry.at) latest.set(entry.source, entry);
  }
  return [...latest.values()];
}
