import { counted, listed } from "./grammar.ts";

/** The time-lapse, and colours by year. */
export const timeline = {
  stop: (date: string, papers: readonly string[]) => `${date}: ${listed(papers)}`,
  all: (papers: number) => `All ${counted(papers, "paper")}`,
  to: (date: string) => `to ${date}`,
  before: "Before the first paper",
  yearUnknown: "year not known",
  years: (first: string, last: string) => `${first} to ${last}`,
  andOlder: (years: string) => `${years}, works before it too`,
};
