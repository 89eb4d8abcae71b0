import { formatCorpus } from "../corpus/format-corpus.ts";
import type { Selection } from "../view/map/selection.ts";
import type { FormatId } from "../view/panels/export-formats.ts";
import type { Sources } from "../view/sources.ts";
import { bibtexOf } from "./bibtex.ts";
import { corpusPart } from "./corpus-part.ts";
import { cslJsonOf } from "./csl.ts";
import { citationsCsv, papersCsv } from "./csv.ts";
import { type ExportGraph, exportGraph, type Look } from "./export-graph.ts";
import { gexfOf } from "./gexf.ts";
import { graphmlOf } from "./graphml.ts";
import { pajekCluOf, pajekNetOf } from "./pajek.ts";
import { risOf } from "./ris.ts";
import { vosviewerOf } from "./vosviewer.ts";

/** The formats that are text made of facts only; pictures need a drawing. */
export type DataFormat = Exclude<FormatId, "svg" | "png">;

/** The texts of a format's files, in the order of its endings. */
export function exportTexts(
  format: DataFormat,
  sources: Sources,
  selection: Selection,
  look?: Look,
): string[] {
  const { corpus, entries } = sources.catalogue;
  const graph = (): ExportGraph => exportGraph(sources, selection, look);
  const papers = () => entries.flatMap(({ paper }) => (selection.papers.has(paper.id) ? [paper] : []));
  switch (format) {
    case "bibtex":
      return [endingLine(bibtexOf(papers()))];
    case "ris":
      return [risOf(papers())];
    case "csl":
      return [cslJsonOf(papers())];
    case "csv": {
      const made = graph();
      return [papersCsv(made), citationsCsv(made)];
    }
    case "json":
      return [formatCorpus(corpusPart(corpus, selection))];
    case "graphml":
      return [graphmlOf(graph())];
    case "gexf":
      return [gexfOf(graph())];
    case "pajek": {
      const made = graph();
      return [pajekNetOf(made), pajekCluOf(made)];
    }
    case "vosviewer":
      return [vosviewerOf(graph())];
  }
}

function endingLine(text: string): string {
  return text === "" ? "" : `${text}\n`;
}
