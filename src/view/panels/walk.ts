import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue, Entry } from "../catalogue.ts";

export type Direction = "older" | "newer" | "cited" | "citing";

/**
 * The paper one step away, for walking the map by keyboard: `older` and `newer` along publication dates,
 * `cited` to the newest work it cites, `citing` to the oldest that cites it. From nowhere, the root or
 * the oldest visible paper. Stays where no step is possible; null only when nothing is visible.
 */
export function walk(
  catalogue: Catalogue,
  isVisible: (paper: number) => boolean,
  from: PaperId | null,
  direction: Direction,
): PaperId | null {
  const inTime = catalogue.entries.filter((entry) => isVisible(entry.index)).sort(byTime);
  const at = inTime.findIndex((entry) => entry.paper.id === from);
  const here = inTime[at];
  if (!here) {
    const root = inTime.find((entry) => entry === catalogue.root);
    return (root ?? inTime[0])?.paper.id ?? null;
  }
  return (step(catalogue, isVisible, inTime, at, here, direction) ?? here).paper.id;
}

function step(
  catalogue: Catalogue,
  isVisible: (paper: number) => boolean,
  inTime: readonly Entry[],
  at: number,
  here: Entry,
  direction: Direction,
): Entry | undefined {
  const shown = (ids: readonly PaperId[]) =>
    ids
      .flatMap((id) => catalogue.byId.get(id) ?? [])
      .filter((entry) => isVisible(entry.index))
      .sort(bySurveyThenTime);
  switch (direction) {
    case "older":
      return inTime[at - 1];
    case "newer":
      return inTime[at + 1];
    case "cited":
      return shown(here.cites.map(({ cited }) => cited)).at(-1);
    case "citing":
      return oldestOf(shown(here.citedBy.map(({ citing }) => citing)));
  }
}

function oldestOf(entries: readonly Entry[]): Entry | undefined {
  return entries.find((entry) => entry.paper.role === "survey") ?? entries[0];
}

function byTime(a: Entry, b: Entry): number {
  return (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || a.index - b.index;
}

/** Context works first, so that the last of a list is the newest survey paper, where there is one. */
function bySurveyThenTime(a: Entry, b: Entry): number {
  const order = Number(a.paper.role === "survey") - Number(b.paper.role === "survey");
  return order || byTime(a, b);
}
