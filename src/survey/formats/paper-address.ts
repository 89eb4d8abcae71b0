import type { PaperRef } from "../survey.ts";

/** The page of the paper that is named; null where a title alone names it. */
export function paperAddress({ kind, value }: PaperRef): string | null {
  switch (kind) {
    case "arxiv":
      return `https://arxiv.org/abs/${value}`;
    case "doi":
      return `https://doi.org/${value.replace(/[%#?<>"{}|\\^`\s]/g, encodeURIComponent)}`;
    case "pmid":
      return `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
    case "pmcid":
      return `https://www.ncbi.nlm.nih.gov/pmc/articles/PMC${value}/`;
    case "s2":
      return `https://www.semanticscholar.org/paper/${value}`;
    case "corpusid":
      return `https://api.semanticscholar.org/CorpusID:${value}`;
    case "acl":
      return `https://aclanthology.org/${value}/`;
    case "title":
      return null;
  }
}
