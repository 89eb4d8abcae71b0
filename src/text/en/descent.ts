import { counted, listed } from "./grammar.ts";

const NAMES = { shortest: "shortest", longest: "longest", heaviest: "heaviest" };

/** The ways between two papers. */
export const descent = {
  /** What a way is, where one may be several: `shortest and longest way`. */
  way: (kinds: readonly (keyof typeof NAMES)[]) => `${listed(kinds.map((kind) => NAMES[kind]))} way`,
  ties: (count: bigint) => `one of ${count} such ways`,
  heading: (newer: string, older: string) => `How ${newer} descends from ${older}`,
  inAll: (count: bigint) => (count > 1n ? `${count} ways in all.` : "The only way."),
  pair: (one: string, other: string) => `${one} and ${other}`,
  none: (one: string, other: string) => `No citation path between ${one} and ${other} is known.`,
  common: (ancestors: readonly string[]) => `Both descend from ${listed(ancestors)}.`,
  commonAround: (works: number) => `Both cite or build on ${counted(works, "work")} around the survey.`,
  unread: (papers: readonly string[]) =>
    papers.length === 1
      ? `The reference list of ${listed(papers)} is not known yet.`
      : `The reference lists of ${listed(papers)} are not known yet.`,
};
