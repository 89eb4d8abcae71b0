import { counted, inFigures, listed } from "./grammar.ts";

const OVER = {
  citations: "citations",
  coupling: "shared references",
  both: "citations and shared references",
};
type Links = keyof typeof OVER;

/** Headings beside communities. */
export const comparison = {
  heading: "Headings and communities",
  lead: "The survey sorts papers by heading; their citations form communities of their own. Where the two agree, the table is full along its diagonal.",
  noGroups:
    "No paper of this survey stands under a heading. Put headings above its papers and refresh the corpus: then they are held against the citations here.",
  noCitations:
    "No citation is known yet. Refresh the corpus from Semantic Scholar, or note citations in curation.json: then headings are held against them here.",
  tooFew:
    "Fewer than two papers have both a heading and a community: there is nothing to compare yet. More known citations, from a refresh or in curation.json, change that.",
  seeking: (links: Links) => `Communities over ${OVER[links]} are being looked for…`,
  found: (communities: number, links: Links, resolution: number, modularity: string | null) =>
    `${counted(communities, "community", "communities")} over ${OVER[links]}, resolution ${resolution}${modularity === null ? "" : `, modularity ${modularity}`}.`,
  checking: "Whether chance makes as much is still being checked…",
  and: (first: string, second: string) => `${first} ${second}`,
  scores: {
    ari: [
      "Adjusted Rand index",
      "Take two papers: do headings and communities agree on whether they belong together? 0 is what chance gives, 1 is always.",
    ],
    ami: [
      "Adjusted mutual information",
      "How much a paper’s community tells of its heading, beyond chance: 0 nothing, 1 everything.",
    ],
    nmi: [
      "Normalised mutual information",
      "The same with chance left in, so that many small groups look good: read it beside the one above.",
    ],
    homogeneity: ["Homogeneity", "1 when every community holds papers of a single heading."],
    completeness: ["Completeness", "1 when all papers of a heading lie in a single community."],
  },
  table: "Papers by heading and community; press a number to bring these to the front of the map",
  noCommunity: "no community",
  cell: (count: number, heading: string, community: string) =>
    `${count === 0 ? "No paper" : counted(count, "paper")} under ${heading} in ${community}`,
  sentence: (text: string) => `${text}.`,
  press:
    "Press a number: the map hides the other domains and brings this community to the front. Press it again to undo that.",
  onMap: "On the map the other domains are hidden and this community is in front.",
  show: "Show on the map",
  disagreeing: "Papers whose citations disagree with their heading",
  noneDisagrees: "No paper is drawn to another heading more than to its own by links to two papers or more.",
  moreDisagree: (shown: number, all: number) =>
    `These are the ${inFigures(shown)} that are drawn away most, of ${counted(all, "paper")}.`,
  /** What stands between a paper and the mark of the heading that its links say. */
  pull: (heading: string, links: number) => `stands under ${heading}; ${counted(links, "link")} pull it to`,
  /** After that mark, before the links. */
  colon: ":",
  onlyPaper: (heading: string) =>
    `It is the only paper under ${heading}: no link could speak for its heading.`,
  cites: "cites",
  citedBy: "is cited by",
  shares: (references: number) => `shares ${counted(references, "reference")} with`,
  linked: "is linked to",
  ways: (ways: readonly string[]) => listed(ways),
  which: "Which",
  withoutLinks: "Papers without links",
  nothingSaid: (papers: number, links: Links, root: string | null) =>
    `Of ${counted(papers, "paper")} nothing can be said: no ${OVER[links]} with other papers of the survey ${papers === 1 ? "is" : "are"} known${
      root === null
        ? ""
        : ` beside those to ${root}, which most of the survey cites and which therefore tell no topics apart`
    }.`,
  unknown: (unknown: number, all: number) =>
    `The reference ${unknown === 1 ? "list" : "lists"} of ${inFigures(unknown)} of ${counted(all, "paper")} ${unknown === 1 ? "is" : "are"} not known: links missing there may exist all the same, and shared references are counted only where both lists are known. Take groups that rest on them as a first guess.`,
};
