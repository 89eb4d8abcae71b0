import type { PaperId } from "../corpus/ids.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DomainFacts } from "./domain-facts.ts";

/** A paper as a list names it. */
export interface PaperName {
  readonly id: PaperId;
  readonly label: string;
  readonly title: string;
  /** The slot of its group, from which colour and shape follow; null for a paper without one. */
  readonly slot: number | null;
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
export function groupAt(catalogue: Catalogue, { headings }: DomainFacts, place: number): GroupName | null {
  const group = catalogue.groupById.get(headings.ids[place] ?? "");
  return group ? { id: group.id, label: group.label, slot: group.slot } : null;
}
