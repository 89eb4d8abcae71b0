import { oneLine } from "../view/looks/xml-text.ts";
import { type AuthorName, type Described, type Reference, referencesOf } from "./reference.ts";

/**
 * The papers in the RIS format, which reference managers read; "" for none. Lines end as it asks for, in
 * carriage return and line feed; an arXiv number is the accession number.
 */
export function risOf(papers: readonly Described[]): string {
  return referencesOf(papers).map(recordOf).join("");
}

function recordOf(reference: Reference): string {
  const { key, type, title, authors, venue, year, date, arxiv, doi, url } = reference;
  const place = { article: "JO", inproceedings: "T2", misc: "T2" }[type];
  const fields: readonly (readonly [string, string | null])[] = [
    ["TY", { article: "JOUR", inproceedings: "CONF", misc: "GEN" }[type]],
    ["ID", key],
    ...authors.map((author) => ["AU", nameText(author)] as const),
    ["TI", title],
    [place, venue],
    ["PY", year],
    ["DA", date === null ? null : dateText(date)],
    ["AN", arxiv === null ? null : `arXiv:${arxiv}`],
    ["DO", doi],
    ["UR", url],
    ["ER", ""],
  ];
  return fields.map(([tag, value]) => (value === null ? "" : `${tag}  - ${oneLine(value)}\r\n`)).join("");
}

function nameText(name: AuthorName): string {
  return "family" in name ? `${name.family}, ${name.given}` : name.literal;
}

/** Year, month and day in four fields, the unknown ones empty: `2021/02/26/`, `2021/02//`. */
function dateText(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}/${month}/${day}/`;
}
