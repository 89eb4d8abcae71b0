import { paperRefs } from "../ids/paper-refs.ts";
import { headingText, oneLine } from "../one-line.ts";
import type { ListedPaper, PaperList, SurveyProblem } from "../survey.ts";
import { type ListedRecord, listedPaper } from "./listed-record.ts";
import { paperList } from "./paper-list.ts";

const DOI = /^(?:doi:?\s*)?10\.\d{4,9}\/\S+$/i;
const ARXIV =
  /^(?:arxiv:?\s*)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?$/i;
const PMID = /^pmid:?\s*(\d{1,8})$/i;
const PMCID = /^(?:pmcid:?\s*)?PMC\d{3,9}$/i;
const CORPUS_ID = /^corpus\s?id:?\s*\d{1,10}$/i;
const ADDRESS = /^<?https?:\/\/\S+>?$/i;
const SHA = /^(?:s2:)?[0-9a-f]{40}$/i;

/** Whether the line is the name of a paper and nothing else: a DOI, an arXiv or PubMed number, an address. */
export function isIdentifier(line: string): boolean {
  const text = bare(line);
  return [DOI, ARXIV, PMID, PMCID, CORPUS_ID, ADDRESS, SHA].some((form) => form.test(text));
}

/** The papers of a text that names one a line; `# …` above some of them is their heading. Titles come with a refresh. */
export function readIdentifiers(text: string): PaperList {
  const problems: SurveyProblem[] = [];
  const papers: ListedPaper[] = [];
  let heading: string | null = null;
  text.split("\n").forEach((source, i) => {
    const line = i + 1;
    const said = oneLine(source);
    const comment = /^(?:#+|%+|\/\/)\s*(.*)$/.exec(said)?.[1];
    if (said === "") return;
    if (comment !== undefined) heading = headingText(comment) || null;
    else {
      const paper = listedPaper(recordOf(line, bare(said), heading));
      if (paper) papers.push(paper);
      else
        problems.push({
          line,
          message: `${JSON.stringify(said.slice(0, 80))} is not a DOI, an arXiv number or an address; it is left out`,
        });
    }
  });
  return paperList(papers, problems, { name: "headings", made: true, remedy: "" });
}

/** The name without what a list puts around it. */
function bare(line: string): string {
  return line
    .trim()
    .replace(/^[-*•]\s+|^\d{1,5}[.)]\s+/, "")
    .replace(/[,;]$/, "")
    .replace(/^["'<](.*)["'>]$/, "$1");
}

/** The address as a title where it gives no id that would be a shorter one. */
function addressTitle(address: string): string {
  return paperRefs([address]).length > 0 ? "" : address.replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
}

function recordOf(line: number, name: string, heading: string | null): ListedRecord {
  const known = isIdentifier(name);
  const address = ADDRESS.test(name);
  return {
    line,
    // An address that no rule reads still names a paper: it stands for the title until a refresh knows better.
    title: address ? addressTitle(name) : "",
    authors: [],
    venue: "",
    date: null,
    dois: DOI.test(name) ? [name] : [],
    arxiv: ARXIV.test(name) ? [name] : [],
    pmid: PMID.exec(name)?.[1] ?? "",
    pmcid: PMCID.test(name) ? name : "",
    urls:
      known && address
        ? [name]
        : SHA.test(name)
          ? [`https://www.semanticscholar.org/paper/${name.replace(/^s2:/i, "")}`]
          : [],
    note: "",
    paths: heading === null ? [] : [{ label: heading, section: null }],
  };
}
