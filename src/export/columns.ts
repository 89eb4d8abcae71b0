import type { ExportEdge, ExportNode } from "./export-graph.ts";

/** A fact that tables and graph formats give of each paper or citation; null where it is not known. */
export interface Column<T> {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean";
  readonly of: (item: T) => string | number | boolean | null;
}

/** The facts about a paper, besides its id. */
export const PAPER_COLUMNS: readonly Column<ExportNode>[] = [
  { name: "title", type: "string", of: ({ paper }) => paper.title },
  { name: "authors", type: "string", of: ({ paper }) => paper.authors.join("; ") || null },
  { name: "year", type: "integer", of: ({ paper }) => paper.year ?? yearIn(paper.date) },
  { name: "date", type: "string", of: ({ paper }) => paper.date },
  { name: "venue", type: "string", of: ({ paper }) => paper.venue },
  { name: "role", type: "string", of: ({ paper }) => paper.role },
  { name: "domain", type: "string", of: ({ domain }) => domain },
  { name: "group", type: "string", of: ({ group }) => group },
  { name: "generation", type: "integer", of: ({ generation }) => generation },
  { name: "citations", type: "integer", of: ({ paper }) => paper.citationCount },
  { name: "influential_citations", type: "integer", of: ({ paper }) => paper.influentialCitationCount },
  { name: "references", type: "integer", of: ({ paper }) => paper.referenceCount },
  { name: "counts_at", type: "string", of: ({ paper }) => paper.countsAt },
  { name: "arxiv", type: "string", of: (node) => named(node, "arxiv:", "arXiv:") },
  { name: "doi", type: "string", of: (node) => named(node, "doi:", "") },
  { name: "url", type: "string", of: (node) => urlOf(node) },
];

/** The facts about a citation, besides its two ends. */
export const CITATION_COLUMNS: readonly Column<ExportEdge>[] = [
  { name: "confidence", type: "string", of: ({ citation }) => citation.confidence },
  { name: "evidence", type: "string", of: ({ citation }) => citation.evidence },
  { name: "influential", type: "boolean", of: ({ citation }) => citation.influential },
  { name: "intents", type: "string", of: ({ citation }) => citation.intents.join("; ") || null },
  { name: "sources", type: "string", of: ({ citation }) => citation.sources.join("; ") || null },
];

/** The best link to a paper; null when none is known. */
export function urlOf({ paper: { urls } }: ExportNode): string | null {
  return urls.paper ?? urls.arxiv ?? urls.doi ?? urls.semanticScholar;
}

/** One of a paper's names with another prefix: a bare arXiv number would be a number to a spreadsheet. */
function named({ paper }: ExportNode, prefix: string, written: string): string | null {
  const name = [paper.id, ...paper.aliases].find((id) => id.startsWith(prefix));
  return name === undefined ? null : written + name.slice(prefix.length);
}

function yearIn(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
