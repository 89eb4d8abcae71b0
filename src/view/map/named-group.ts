import type { Headings } from "../../analysis/communities/headings.ts";
import type { PaperId } from "../../corpus/ids.ts";
import type { Catalogue } from "../catalogue.ts";

const MOST_NAMED = 60;

/** A paper as a list names it. */
export interface PaperName {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  /** The slot of its group, from which colour and shape follow; null for a paper without one. */
  readonly slot: number | null;
}

/** Papers to be listed: as many as a reader may look through, and how many more there are. */
export interface PaperNames {
  readonly papers: readonly PaperName[];
  /** `and 12 others`; null when all are listed. */
  readonly more: string | null;
}

/** A group of domains as a list names it; `slot` as in PaperName. */
export interface GroupName {
  readonly id: string;
  readonly label: string;
  readonly slot: number;
}

/** The name of a paper by its number in the citation index; null for a number that is none. */
export function paperName({ entries, groupById }: Catalogue, paper: number): PaperName | null {
  const entry = entries[paper];
  if (!entry) return null;
  const slot = entry.group === null ? null : (groupById.get(entry.group)?.slot ?? null);
  return { id: entry.paper.id, label: entry.label, title: entry.paper.title, slot };
}

/** The group at a place of the headings; null for one without papers. */
export function groupAt(catalogue: Catalogue, headings: Headings, place: number): GroupName | null {
  const group = catalogue.groupById.get(headings.ids[place] ?? "");
  return group ? { id: group.id, label: group.label, slot: group.slot } : null;
}

/** The names of papers by their numbers in the citation index; at most 60 of them. */
export function paperNames(catalogue: Catalogue, papers: readonly number[]): PaperNames {
  const more = papers.length - MOST_NAMED;
  return {
    papers: papers.slice(0, MOST_NAMED).flatMap((paper) => paperName(catalogue, paper) ?? []),
    more: more > 0 ? catalogue.texts.clusters.andOthers(more) : null,
  };
}

/** The labels of papers as one text: `A, B and C`, of more than 8 `A, B, … and 4 others`. */
export function labelsText({ entries, texts }: Catalogue, papers: readonly number[]): string {
  const named = papers.slice(0, 8).map((paper) => entries[paper]?.label ?? "?");
  const more = papers.length - named.length;
  return texts.listed(more > 0 ? [...named, texts.clusters.others(more)] : named);
}
