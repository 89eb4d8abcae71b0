import { counted, inFigures, listed } from "./grammar.ts";

/** Communities and regions. */
export const clusters = {
  heading: "Communities",
  over: "Communities over",
  link: { citations: "Citations", coupling: "Shared refs", both: "Both" },
  kind: { domains: "Domains", communities: "Communities", none: "None" },
  regions: "Regions",
  listedAbove: "Each is a button in the list of communities.",
  resolution: "Resolution",
  usual: "1, the usual",
  finer: (resolution: number) => `${resolution}: more and smaller`,
  coarser: (resolution: number) => `${resolution}: fewer and larger`,
  seeking: "Looking for communities…",
  measuring: "Measuring how stable they are…",
  papers: (count: number) => counted(count, "paper"),
  surveyPapers: (count: number) => counted(count, "survey paper"),
  around: (count: number) => `${counted(count, "work")} around`,
  stays: (share: string, runs: number) => `a paper stays in ${share} of ${runs} runs`,
  fewRuns: (runs: number) => `Stable is what stays in ${runs} runs; of a map this large no more are made.`,
  aroundPaper: (paper: string) => `Around ${paper}`,
  detail: (parts: readonly string[]) => parts.join(", "),
  summary: (papers: number, stable: string | null) =>
    `${counted(papers, "paper")}${stable === null ? "" : `, ${stable} stable`}`,
  isolated: (parts: readonly string[]) =>
    `${parts.join(" and ")} in no community: no link that tells topics apart is known`,
  clear: (communities: number, modularity: string) =>
    `${counted(communities, "community", "communities")}, modularity ${modularity}: clearer than chance makes.`,
  unmeasured: (communities: number, modularity: string | null) =>
    `${counted(communities, "community", "communities")}${
      modularity === null ? "" : `, modularity ${modularity}`
    }. How stable they are is not measured on a map of this size.`,
  noCommunities: "These links join no papers: there are no communities.",
  chance: (rewirings: number, reached: number) =>
    `No more structure than chance makes: of ${rewirings} shuffles of the same citations, chance ${
      reached === 0 ? "comes close to it" : `does as well ${counted(reached, "time")}`
    }.`,
  smaller: (communities: number, papers: number) =>
    `${counted(communities, "smaller community", "smaller communities")} with ${counted(papers, "paper")}`,
  remarks: (parts: readonly string[]) => parts.join("; "),
  region: (name: string, members: readonly string[]) => `${name}: ${listed(members)}`,
  within: (links: number) => `${counted(links, "link")} within`,
  toSurvey: (links: number) => `${inFigures(links)} to other survey papers`,
  toWorks: (links: number) => `${inFigures(links)} to other works`,
  numbered: (number: number) => `Community ${number}`,
  otherPapers: (count: number) => counted(count, "other paper"),
  others: (count: number) => counted(count, "other"),
  andOthers: (count: number) => `and ${counted(count, "other")}`,
};
