import type { Paper } from "../../corpus/schema.ts";
import { shortened } from "../state/shortened.ts";

/** Font size of a survey paper's label, of the root's and of a related work's, px. */
export const LABEL_SIZE = 12.5;
export const ROOT_LABEL_SIZE = 15;
export const CONTEXT_LABEL_SIZE = 11;
/** Font size of a region's name, px. */
export const REGION_LABEL_SIZE = 12;

const LONGEST = 26;

/**
 * The short name of a paper on the map: its own label, else the part of its title before a colon when
 * that is short, else the whole title when short, else first author and year, else the title cut.
 */
export function shortLabel(paper: Pick<Paper, "label" | "title" | "authors" | "year">): string {
  if (paper.label) return paper.label;
  const head = /^([^:：]{2,26})(?::\s|：)/.exec(paper.title)?.[1];
  if (head && head.split(" ").length <= 3) return head.trim();
  if (paper.title.length <= LONGEST) return paper.title;
  const [author] = paper.authors;
  if (author && paper.year !== null) return `${surname(author)} ${paper.year}`;
  return shortened(paper.title, LONGEST);
}

/** The family name at the end of an author's name; the whole name when it is one word or not Latin. */
export function surname(author: string): string {
  return author.trim().split(/\s+/).at(-1) ?? author;
}

/**
 * The width of a text in px at a font size, estimated by classes of letters: near enough to keep boxes
 * apart where there is no canvas to measure on.
 */
export function estimateTextWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const letter of text) {
    if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/u.test(letter)) em += 1;
    else if (/[ijl.,:;'|!()[\] ]/.test(letter)) em += 0.3;
    else if (/[mwMW@%]/.test(letter)) em += 0.88;
    else if (/[A-Z]/.test(letter)) em += 0.68;
    else em += 0.55;
  }
  return em * fontSize;
}
