import type { PaperId } from "../corpus/ids.ts";
import {
  type CitationFacts,
  type Facts,
  isKnownByTitleOnly,
  mergeCitation,
  mergePaper,
  namesOf,
  type PaperFacts,
} from "./facts.ts";
import { type PrintedWork, WorkIndex } from "./same-work.ts";

interface Slot extends PrintedWork {
  paper: PaperFacts;
}

/**
 * The facts of all sources as one, the most trusted source first. Papers are the same when they share a name,
 * or when one of them is known by its title only and title, first author and year agree (see sameWork). A
 * less trusted source never merges two papers that a more trusted one keeps apart: a name that two papers
 * claim stays with the first. Merging facts that are in already changes nothing, and every paper, name and
 * citation is kept.
 */
export function mergeFacts(ranked: readonly Facts[]): Facts {
  const owners = new Map<PaperId, Slot>();
  const slots: Slot[] = [];
  const titles = new WorkIndex<Slot>();

  for (const source of ranked) {
    const added: Slot[] = [];
    // Papers known by a name come first: a title may only join what no name has claimed.
    const taken = new Set<Slot>();
    const later: PaperFacts[] = [];
    const put = (paper: PaperFacts, found: Slot | undefined) => {
      const slot = found ?? { ...printedOf(paper), paper };
      if (!found) added.push(slot);
      for (const name of namesOf(paper)) if (!owners.has(name)) owners.set(name, slot);
      const own = namesOf(paper).filter((name) => owners.get(name) === slot);
      const [id = paper.id, ...aliases] = own;
      const renamed = { ...paper, id, aliases };
      slot.paper = mergePaper(found ? slot.paper : renamed, renamed);
      taken.add(slot);
    };
    for (const paper of source.papers) {
      const slot = namesOf(paper)
        .map((name) => owners.get(name))
        .find((owner) => owner !== undefined);
      if (slot) put(paper, slot);
      else later.push(paper);
    }
    for (const paper of later) put(paper, slotOfTitle(paper, titles, taken));
    for (const slot of added) {
      slots.push(slot);
      titles.add(slot);
    }
  }
  return { papers: slots.map((slot) => slot.paper), citations: mergedCitations(ranked, owners) };
}

function slotOfTitle(paper: PaperFacts, titles: WorkIndex<Slot>, taken: ReadonlySet<Slot>): Slot | undefined {
  const slot = titles.find(printedOf(paper));
  if (!slot || taken.has(slot)) return undefined;
  return isKnownByTitleOnly(paper) || isKnownByTitleOnly(slot.paper) ? slot : undefined;
}

function printedOf({ title, authors, year }: PaperFacts): PrintedWork {
  return { title, author: authors?.[0] ?? null, year: year ?? null };
}

function mergedCitations(ranked: readonly Facts[], owners: ReadonlyMap<PaperId, Slot>): CitationFacts[] {
  const merged = new Map<Slot, Map<Slot, CitationFacts>>();
  for (const citation of ranked.flatMap((source) => source.citations)) {
    const [citing, cited] = [owners.get(citation.citing), owners.get(citation.cited)];
    if (!citing || !cited) throw new Error(`mergeFacts: no paper for ${citation.citing} → ${citation.cited}`);
    // Two versions of one work may cite each other; one paper does not cite itself.
    if (citing === cited) continue;
    const renamed = { ...citation, citing: citing.paper.id, cited: cited.paper.id };
    const known = merged.get(citing) ?? new Map<Slot, CitationFacts>();
    merged.set(citing, known);
    const before = known.get(cited);
    known.set(cited, mergeCitation(before ?? renamed, renamed));
  }
  return [...merged.values()].flatMap((known) => [...known.values()]);
}
