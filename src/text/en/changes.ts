import { counted } from "./grammar.ts";

/** What refreshes changed. */
export const changes = {
  newPapers: (count: number) => counted(count, "new paper"),
  gonePapers: (count: number) => `${counted(count, "paper")} gone from the source`,
  resolved: (count: number) => `${counted(count, "entry", "entries")} newly resolved`,
  newCitations: (count: number) => counted(count, "new citation"),
  goneCitations: (count: number) => `${counted(count, "citation")} gone from the source`,
  counts: (count: number) => `${counted(count, "citation count")} changed`,
  gapsOpened: (count: number) => `${counted(count, "gap")} opened`,
  gapsClosed: (count: number) => `${counted(count, "gap")} closed`,
  lost: (count: number) => `${counted(count, "entry", "entries")} no longer found`,
  cites: (paper: string) => `cites ${paper}`,
  between: (since: string, at: string) => `Changed from ${since} to ${at}`,
  first: (at: string) => `Since the first refresh, ${at}`,
};
