import { type Marks, markOf } from "../../reading/marks.ts";
import type { Catalogue } from "../catalogue.ts";
import type { State } from "../state/state.ts";
import { CONFIDENCES, type MapColumns } from "./columns.ts";

/** What of the state decides which papers are shown. */
export type PaperFilter = Pick<State, "hiddenGroups" | "years" | "context" | "until">;

/** The papers that the reader's own marks leave. */
export interface MineFilter {
  /** By paper: 1 for one of them. */
  readonly papers: Uint8Array;
  /** Whether a related work is shown for itself, without a paper it belongs to. */
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

/** By paper: 1 where it passes the reader's filters. O(n + m). */
export function visiblePapers(
  { index, survey, group, severalGroups, day, year }: MapColumns,
  groups: readonly { readonly id: string }[],
  { hiddenGroups, years, context, until }: PaperFilter,
  mine: MineFilter | null = null,
): Uint8Array {
  const hidden = new Set(hiddenGroups);
  const isHidden = groups.map(({ id }) => hidden.has(id));
  const inHidden = (paper: number) =>
    isHidden[group[paper]!] === true && severalGroups.get(paper)?.every((one) => isHidden[one]) !== false;
  const isLate = (paper: number) => until !== null && day[paper]! > until;
  // The range is one of survey years; older related works belong to what cites them.
  const inYears = (paper: number) => {
    const own = year[paper]!;
    return years === null || own === 0 || ((survey[paper] === 0 || own >= years[0]) && own <= years[1]);
  };
  const passes = new Uint8Array(survey.length);
  for (let paper = 0; paper < survey.length; paper++) {
    if ((survey[paper] === 1 && isLate(paper)) || !inYears(paper) || mine?.papers[paper] === 0) continue;
    if (!inHidden(paper)) passes[paper] = 1;
  }
  const visible = passes.map((passing, paper) => passing & survey[paper]!);
  if (!context) return visible;
  // A related work is there for the papers it touches. In the time-lapse it appears with the first paper that
  // cites it, however roughly its own date is known; one that cites the survey appears on its own day.
  const touchesShown = (paper: number, late: boolean) => {
    const [from, to] = [index.citerStart[paper]!, index.citerStart[paper + 1]!];
    const [first, last] = [index.referenceStart[paper]!, index.referenceStart[paper + 1]!];
    if (from === to && first === last) return !late;
    for (let i = from; i < to; i++) if (passes[index.citing[index.citerCitation[i]!]!] === 1) return true;
    if (!late) for (let c = first; c < last; c++) if (passes[index.cited[c]!] === 1) return true;
    return false;
  };
  for (let paper = 0; paper < survey.length; paper++) {
    if (survey[paper] === 1 || !inYears(paper) || mine?.papers[paper] === 0) continue;
    // What the reader marked is there for itself.
    if (mine?.alone || touchesShown(paper, isLate(paper))) visible[paper] = 1;
  }
  return visible;
}

/** What of the state decides which links are shown. */
export type EvidenceFilter = Pick<State, "hiddenEvidence" | "intent" | "influentialOnly"> & {
  /** The least number of known sentences that make a citation; 0 for any. */
  readonly sentences: number;
};

/** The citations that pass the reader's choice of links. */
export interface PassingLinks {
  /** 1 for one that passes. */
  readonly passes: Uint8Array;
  /** 1 for one that is drawn. Of two papers that cite each other one line is: that of the first. */
  readonly drawn: Uint8Array;
  /** The citation the other way round where both pass and share a line; -1 for none. */
  readonly twin: Int32Array;
}

/**
 * The links that pass the reader's choice. A choice that an old link makes on a field that no citation of this corpus
 * has lets all through: it would empty the map, and nobody could undo it. O(m).
 */
export function passingLinks(
  { index, links }: Pick<MapColumns, "index" | "links">,
  { hiddenEvidence, intent, influentialOnly, sentences: asked }: EvidenceFilter,
): PassingLinks {
  const { confidence, influential, intents, intentLists, sentences, twin } = links;
  const byInfluence = influentialOnly && influential.includes(1);
  const fits = intentLists.map((list) => intent === null || list.includes(intent));
  const byIntent = intent !== null && fits.includes(true);
  const least = Math.min(asked, mostSentences(sentences));
  const isHidden = CONFIDENCES.map((name) => hiddenEvidence.includes(name));
  const passes = new Uint8Array(confidence.length);
  for (let c = 0; c < passes.length; c++) {
    if (isHidden[confidence[c]!] || (byInfluence && influential[c] === 0) || sentences[c]! < least) continue;
    if (!byIntent || fits[intents[c]!]) passes[c] = 1;
  }
  const drawn = passes.slice();
  const shared = twin.map((back, c) => (back >= 0 && passes[c] === 1 && passes[back] === 1 ? back : -1));
  shared.forEach((back, c) => {
    if (back >= 0 && index.citing[c]! > index.cited[c]!) drawn[c] = 0;
  });
  return { passes, drawn, twin: shared };
}

/** The sentences that a state asks of a citation, where that can be chosen; 0 elsewhere. */
export function sentencesAsked({
  view,
  layer,
  threshold,
}: Pick<State, "view" | "layer" | "threshold">): number {
  return view === "network" && layer === "citations" ? threshold : 0;
}

function mostSentences(sentences: Uint16Array): number {
  return sentences.reduce((most, count) => Math.max(most, count), 0);
}

/** By citation: 1 where it passes and both its papers are visible. */
export function visibleLinks(
  { index }: Pick<MapColumns, "index">,
  { drawn: passing }: PassingLinks,
  visible: Uint8Array,
): Uint8Array {
  const shown = new Uint8Array(passing.length);
  for (let c = 0; c < shown.length; c++) {
    if (passing[c] === 1 && visible[index.citing[c]!] === 1 && visible[index.cited[c]!] === 1) shown[c] = 1;
  }
  return shown;
}
