import { type Marks, markOf } from "../../reading/marks.ts";
import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";
import { CONFIDENCES, type LargeColumns } from "./large-columns.ts";

/** What of the state decides which papers are shown. */
export type PaperFilter = Pick<State, "hiddenGroups" | "years" | "context" | "until">;

/** The papers that the reader's own marks leave. */
export interface MineFilter {
  /** By paper: 1 for one of them. */
  readonly papers: Uint8Array;
  /** Whether a work around the survey is shown for itself, without a paper it belongs to. */
  readonly alone: boolean;
}

/** The papers of a choice by own marks; null for no choice. O(n). */
export function mineFilter(
  { entries }: Pick<Catalogue, "entries">,
  marks: Marks,
  mine: State["mine"],
): MineFilter | null {
  if (mine === null) return null;
  const papers = Uint8Array.from(entries, ({ paper }) => {
    const mark = markOf(marks, paper.id);
    return { starred: mark.starred, unread: !mark.read, noted: mark.notes.length > 0 }[mine] ? 1 : 0;
  });
  return { papers, alone: mine !== "unread" };
}
/** What of the state decides which links are shown. */
export type EvidenceFilter = Pick<State, "hiddenEvidence" | "intent" | "influentialOnly">;

/** By paper: 1 where it passes the reader's filters, by the rules of visibleEntries. O(n + m). */
export function visiblePapers(
  { index, survey, group, day, year }: LargeColumns,
  groups: readonly { readonly id: string }[],
  { hiddenGroups, years, context, until }: PaperFilter,
  mine: MineFilter | null = null,
): Uint8Array {
  const hidden = new Set(hiddenGroups);
  const isHidden = groups.map(({ id }) => hidden.has(id));
  const isLate = (paper: number) => until !== null && (day[paper] ?? Number.NaN) > until;
  const inYears = (paper: number) => {
    const own = year[paper] ?? 0;
    return years === null || own === 0 || ((survey[paper] === 0 || own >= years[0]) && own <= years[1]);
  };
  const passes = new Uint8Array(survey.length);
  for (let paper = 0; paper < survey.length; paper++) {
    if ((survey[paper] === 1 && isLate(paper)) || !inYears(paper) || mine?.papers[paper] === 0) continue;
    if (isHidden[group[paper] ?? -1] !== true) passes[paper] = 1;
  }
  const visible = passes.map((passing, paper) => passing & (survey[paper] ?? 0));
  if (!context) return visible;
  const touchesShown = (paper: number, late: boolean) => {
    const [from, to] = [index.citerStart[paper] ?? 0, index.citerStart[paper + 1] ?? 0];
    const [first, last] = [index.referenceStart[paper] ?? 0, index.referenceStart[paper + 1] ?? 0];
    if (from === to && first === last) return !late;
    const isShown = (other: number) => passes[other] === 1;
    for (let i = from; i < to; i++) if (isShown(index.citing[index.citerCitation[i] ?? 0] ?? 0)) return true;
    if (!late) for (let c = first; c < last; c++) if (isShown(index.cited[c] ?? 0)) return true;
    return false;
  };
  for (let paper = 0; paper < survey.length; paper++) {
    if (survey[paper] === 1 || !inYears(paper) || mine?.papers[paper] === 0) continue;
    if (mine?.alone || touchesShown(paper, isLate(paper))) visible[paper] = 1;
  }
  return visible;
}

/** The citations that pass the reader's choice of links, by number. */
export interface PassingLinks {
  /** 1 for one that is drawn. Of two papers that cite each other one line is: that of the first. */
  readonly drawn: Uint8Array;
  /** The citation the other way round where both pass and share a line; -1 for none. */
  readonly twin: Int32Array;
}

/** The links that pass the reader's choice (see linkFilter). O(m). */
export function passingLinks(
  { index, links }: LargeColumns,
  { hiddenEvidence, intent, influentialOnly }: EvidenceFilter,
): PassingLinks {
  const { confidence, influential, intents, intentLists, twin } = links;
  const byInfluence = influentialOnly && influential.includes(1);
  const fits = intentLists.map((list) => intent === null || list.includes(intent));
  const byIntent = intent !== null && fits.includes(true);
  const isHidden = CONFIDENCES.map((name) => hiddenEvidence.includes(name));
  const passing = new Uint8Array(confidence.length);
  for (let c = 0; c < passing.length; c++) {
    if (isHidden[confidence[c] ?? 2] || (byInfluence && influential[c] === 0)) continue;
    if (!byIntent || fits[intents[c] ?? 0]) passing[c] = 1;
  }
  const drawn = passing.slice();
  const shared = twin.map((back, c) => (back >= 0 && passing[c] === 1 && passing[back] === 1 ? back : -1));
  shared.forEach((back, c) => {
    if (back >= 0 && (index.citing[c] ?? 0) > (index.cited[c] ?? 0)) drawn[c] = 0;
  });
  return { drawn, twin: shared };
}

/** By citation: 1 where it passes and both its papers are visible. */
export function visibleLinks(
  { index }: LargeColumns,
  { drawn: passing }: PassingLinks,
  visible: Uint8Array,
): Uint8Array {
  const shown = new Uint8Array(passing.length);
  for (let c = 0; c < shown.length; c++) {
    if (passing[c] === 1 && visible[index.citing[c] ?? 0] === 1 && visible[index.cited[c] ?? 0] === 1)
      shown[c] = 1;
  }
  return shown;
}
