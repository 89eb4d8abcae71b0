import { headingText } from "../one-line.ts";
import type { ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { type ListedRecord, listedPaper } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";
import { personName } from "./person-name.ts";
import { mostExactDate } from "./read-date.ts";
import { type TagSyntax, taggedRecords } from "./tagged-records.ts";

/** The kinds of files that begin each line with a tag. */
export type TaggedKind = "ris" | "pubmed" | "web-of-science" | "endnote";

/** Which tags hold what, the best first. */
interface Dialect extends TagSyntax {
  readonly title: readonly string[];
  readonly authors: readonly string[];
  readonly venue: readonly string[];
  readonly date: readonly string[];
  readonly doi: readonly string[];
  readonly url: readonly string[];
  readonly keywords: readonly string[];
  readonly note: readonly string[];
  readonly pmid: string;
  readonly pmcid: string;
}

const RIS: Dialect = {
  tag: /^\s?([A-Z][A-Z0-9]) {2}-(?: +(.*)|\s*)$/,
  start: "TY",
  end: "ER",
  startless: true,
  byLine: new Set(["KW", "AU", "A1"]),
  title: ["TI", "T1", "CT", "BT", "TT"],
  authors: ["AU", "A1", "A2", "ED"],
  venue: ["T2", "JF", "JO", "BT", "C3", "JA", "J2", "J1", "T3"],
  date: ["PY", "Y1", "DA"],
  doi: ["DO", "DI", "M3", "N1", "L3", "AN", "C7"],
  url: ["UR", "LK", "L2", "L1", "DO"],
  keywords: ["KW"],
  note: ["N1", "RN"],
  pmid: "PM",
  pmcid: "C2",
};

const PUBMED: Dialect = {
  tag: /^([A-Z]{2,4}) *- (.*)$/,
  start: "PMID",
  end: null,
  startless: false,
  byLine: new Set(),
  title: ["TI", "BTI", "TT"],
  authors: ["FAU", "AU", "CN", "FED"],
  venue: ["JT", "TA", "BTI"],
  date: ["DP", "DEP"],
  doi: ["LID", "AID"],
  url: [],
  keywords: ["OT"],
  note: ["GN"],
  pmid: "PMID",
  pmcid: "PMC",
};

const WEB_OF_SCIENCE: Dialect = {
  tag: /^([A-Z][A-Z0-9])(?: (.*)|\s*)$/,
  start: "PT",
  end: "ER",
  startless: false,
  byLine: new Set(["AU", "AF", "CA", "BA", "BF"]),
  title: ["TI"],
  authors: ["AF", "AU", "CA", "BF"],
  venue: ["SO", "CT", "SE"],
  date: ["PY", "PD", "EA"],
  doi: ["DI", "D2"],
  url: ["UR"],
  keywords: ["DE"],
  note: [],
  pmid: "PM",
  pmcid: "",
};

const ENDNOTE: Dialect = {
  tag: /^%(\S)(?:\s(.*))?$/,
  start: "0",
  end: null,
  startless: false,
  byLine: new Set(["A", "K"]),
  title: ["T", "Q", "!"],
  authors: ["A", "E"],
  venue: ["J", "B", "S", "I"],
  date: ["D", "8"],
  doi: ["R"],
  url: ["U", ">"],
  keywords: ["K"],
  note: ["Z"],
  pmid: "",
  pmcid: "2",
};

const DIALECTS: { readonly [kind in TaggedKind]: Dialect } = {
  ris: RIS,
  pubmed: PUBMED,
  "web-of-science": WEB_OF_SCIENCE,
  endnote: ENDNOTE,
};

/** Where each kind starts a record; the first that a file shows is its kind. */
const STARTS: readonly (readonly [TaggedKind, RegExp])[] = [
  ["ris", /^\s?TY {1,3}-(?: |$)/],
  ["pubmed", /^PMID *- +\d/],
  ["web-of-science", /^(?:FN (?:Clarivate|ISI|Thomson)|PT [JSBCP]\s*$)/],
  ["endnote", /^%0 \S/],
];

/** Lines among which a file that begins its lines with tags shows which kind it is. */
const LINES_TO_START = 60;

/** Which kind of tags the first lines of a text show; null where they show none. */
export function taggedKindOf(lines: readonly string[]): TaggedKind | null {
  const first = lines.filter((line) => line.trim() !== "").slice(0, LINES_TO_START);
  for (const line of first) {
    const kind = STARTS.find(([, start]) => start.test(line))?.[0];
    if (kind) return kind;
  }
  // Some programs leave out the line that says what a record is.
  return first.filter((line) => RIS.tag.test(line)).length >= Math.max(3, first.length / 2) ? "ris" : null;
}

/** The papers of a file of RIS, or of PubMed's, Web of Science's or EndNote's own tagged text. */
export function readRis(text: string, kind: TaggedKind = "ris"): PaperList {
  const problems: SurveyProblem[] = [];
  const papers = taggedRecords(text, syntaxOf(text, kind)).flatMap(({ line, values }): ListedPaper[] => {
    const paper = listedPaper(recordOf(line, values, DIALECTS[kind]));
    if (paper !== null) return [paper];
    const dialect = DIALECTS[kind];
    if (values.size > 1)
      problems.push({
        line,
        message: `the record has no title; give it a line "${exampleOf(kind, dialect)}", or a DOI`,
      });
    return [];
  });
  return paperList(papers, problems, {
    name: "keywords",
    made: false,
    remedy: "give each paper a KW line with a few keywords of your own choice",
  });
}

/** Some programs write one blank or none before the dash of RIS; a file is read so only if no line is right. */
function syntaxOf(text: string, kind: TaggedKind): TagSyntax {
  const loose = kind === "ris" && !/^\s?TY {2}-/m.test(text);
  return loose ? { ...RIS, tag: /^\s?([A-Z][A-Z0-9]) {1,3}-(?: +(.*)|\s*)$/ } : DIALECTS[kind];
}

function exampleOf(kind: TaggedKind, { title: [name = ""] }: Dialect): string {
  return {
    ris: `${name}  - …`,
    pubmed: `${name}  - …`,
    "web-of-science": `${name} …`,
    endnote: `%${name} …`,
  }[kind];
}

function recordOf(line: number, values: ReadonlyMap<string, readonly string[]>, tags: Dialect): ListedRecord {
  const all = (names: readonly string[]) => names.flatMap((name) => values.get(name) ?? []);
  const first = (names: readonly string[]) => all(names).find((value) => value !== "") ?? "";
  const people = tags.authors.map((name) => values.get(name) ?? []).find((names) => names.length > 0) ?? [];
  const dois = all(tags.doi);
  const urls = all(tags.url);
  const source = all(["DB", "DP"]).join(" ");
  const pmid = first([tags.pmid]) || (/pubmed|medline|nlm/i.test(source) ? first(["AN"]) : "");
  return {
    line,
    title: first(tags.title),
    authors: people.map(personName),
    venue: first(tags.venue),
    date: mostExactDate(all(tags.date)),
    // A number of pages or an ISSN stands beside the DOI in PubMed, and other numbers in RIS.
    dois: dois.filter(
      (value) =>
        /10\.\d{4,9}\//.test(value) && (/\[doi\]|^(?:doi|https?:)/i.test(value) || /^10\./.test(value)),
    ),
    arxiv: [...all(["M1", "AN", "N1", "PB", "C7", "M3", "SO", "AR"]), first(tags.venue)].filter((value) =>
      /arxiv/i.test(value),
    ),
    pmid,
    pmcid: first([tags.pmcid]),
    urls,
    note: all(tags.note)
      .filter((value) => !/^10\.\d{4,9}\//.test(value))
      .join("\n"),
    paths: all(tags.keywords)
      .flatMap((value) => value.split(/;/))
      .map((label) => ({ label: headingText(label.replace(/^\*/, "")), section: null }))
      .filter(({ label }) => label !== ""),
  };
}
