import type { LayoutGraph, LayoutLink, LayoutPaper, LayoutStage } from "../../layout/input.ts";
import { buildCatalogue, type Catalogue } from "../catalogue.ts";
import { estimateTextWidth, LABEL_SIZE, ROOT_LABEL_SIZE } from "../looks/label.ts";
import { stagesOf } from "../panels/changes.ts";
import { type RadiusScale, radiusScale } from "../radius.ts";
import type { Sources } from "../sources.ts";

/** Links to works around the survey pull less, so that the survey decides the picture. */
const CONTEXT_PULL = 0.25;

/** The graph to lay out; filters do not enter, so that papers keep their places while one filters. */
export function layoutGraphOf({
  catalogue,
  scale,
  changes,
}: Pick<Sources, "catalogue" | "scale" | "changes">): LayoutGraph {
  const stages = stagesOf(catalogue.corpus, changes).map((corpus) => {
    const then = buildCatalogue(corpus);
    return graphAt(then, radiusScale(then));
  });
  const groups = catalogue.groups.map(({ id, label }) => ({
    id,
    titleWidth: estimateTextWidth(label, 11.5),
  }));
  return { ...graphAt(catalogue, scale), groups, stages };
}

function graphAt(catalogue: Catalogue, scale: RadiusScale): LayoutStage {
  const papers = catalogue.entries.map((entry): LayoutPaper => {
    const survey = entry.paper.role === "survey";
    const root = catalogue.root === entry;
    const { radius } = scale.of(entry);
    return {
      id: entry.paper.id,
      role: entry.paper.role,
      group: entry.group,
      radius,
      day: entry.day,
      datePrecision: entry.datePrecision,
      labelWidth: survey ? estimateTextWidth(entry.label, root ? ROOT_LABEL_SIZE : LABEL_SIZE) : 0,
      importance: root ? Number.MAX_SAFE_INTEGER : entry.citedBy.length * 100 + radius,
    };
  });
  const links = catalogue.corpus.citations.map((citation): LayoutLink => {
    const citing = catalogue.byId.get(citation.citing)?.index ?? -1;
    const cited = catalogue.byId.get(citation.cited)?.index ?? -1;
    const inner = papers[citing]?.role === "survey" && papers[cited]?.role === "survey";
    return { citing, cited, strength: inner ? 1 : CONTEXT_PULL };
  });
  return { papers, links };
}
