import { type Described, type Reference, referencesOf } from "./reference.ts";

/** A reference in the JSON form of the Citation Style Language, version 1.0.2. */
export interface CslItem {
  readonly id: string;
  readonly type: "article-journal" | "paper-conference" | "article" | "document";
  readonly title: string;
  readonly author?: Reference["authors"];
  readonly "container-title"?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

/** The papers as CSL-JSON, indented by two spaces; `[]` for none. */
export function cslJsonOf(papers: readonly Described[]): string {
  return `${JSON.stringify(referencesOf(papers).map(itemOf), null, 2)}\n`;
}

function itemOf(reference: Reference): CslItem {
  const { key, title, authors, venue, year, date, arxiv, doi, url } = reference;
  const issued = date ?? year;
  return {
    id: key,
    type: typeOf(reference),
    title,
    ...(authors.length > 0 && { author: authors }),
    ...(venue !== null && { "container-title": venue }),
    ...(issued !== null && { issued: { "date-parts": [issued.split("-").map(Number)] } }),
    ...(arxiv !== null && { number: `arXiv:${arxiv}` }),
    ...(doi !== null && { DOI: doi }),
    ...(url !== null && { URL: url }),
  };
}

/** `article` is what the language calls a preprint. */
function typeOf({ type, arxiv, venue }: Reference): CslItem["type"] {
  if (type === "article") return "article-journal";
  if (type === "inproceedings") return "paper-conference";
  return arxiv !== null && venue === null ? "article" : "document";
}
