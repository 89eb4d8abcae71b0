import { counted, listed } from "./grammar.ts";

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
  noLinks: "These links join no papers: there are no communities. Choose other links above.",
  region: (name: string, members: readonly string[]) => `${name}: ${listed(members)}`,
  within: (links: number) => `${counted(links, "link")} within`,
  toSurvey: (links: number) => `${links} to other survey papers`,
  toWorks: (links: number) => `${links} to other works`,
  numbered: (number: number) => `Community ${number}`,
  others: (count: number) => counted(count, "other"),
  andOthers: (count: number) => `and ${counted(count, "other")}`,
};
