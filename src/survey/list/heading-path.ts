import { namesKnownVenue } from "../entry/venue-date.ts";
import type { DomainPath } from "../survey.ts";
import { type Heading, whenOfRepeated } from "./headings.ts";

/** What the headings around an item say of it. */
export interface Setting {
  /** What is below is no list of papers. */
  readonly apart: boolean;
  /** What is below is papers, by the word of a heading. */
  readonly papers: boolean;
  /** What is below may be papers or posts, tools, courses. */
  readonly mixed: boolean;
  /** Whether it comes before the first heading of a section. */
  readonly outside: boolean;
}

/** The headings above the place of the list that is being read. */
export interface HeadingPath {
  /** The first heading of the first level; null before it. */
  readonly title: () => string | null;
  readonly open: (heading: Heading, depth: number) => void;
  /** A bold line that is a heading until the next heading of any kind; null ends it. */
  readonly setBold: (heading: Heading | null) => void;
  readonly isBold: () => boolean;
  readonly isInSection: () => boolean;
  /** Leaves all headings of this depth and deeper; says whether there were any. */
  readonly close: (depth: number) => boolean;
  /** Notes that a paper is listed here. */
  readonly hold: () => void;
  readonly domain: () => DomainPath;
  readonly setting: () => Setting;
  /** What headings say of when and where the papers here appeared, the innermost first. */
  readonly when: () => readonly string[];
}

interface Level {
  readonly heading: Heading;
  readonly depth: number;
  /** Whether papers are listed right under it, not only under headings inside it. */
  papers: boolean;
}

/** A path that is still empty. */
export function createHeadingPath(): HeadingPath {
  let title: string | null = null;
  let levels: Level[] = [];
  let bold: Heading | null = null;
  const all = () => [...levels.map(({ heading }) => heading), ...(bold ? [bold] : [])];
  const themes = () => all().filter(({ when, text }) => when === null && text !== "");

  return {
    title: () => title,
    open(read, depth) {
      bold = null;
      if (title === null && levels.length === 0 && (depth === 1 || /^awesome\b/i.test(read.text))) {
        title = read.text || null;
        return;
      }
      const above = levels.findLast((level) => level.depth < depth && level.heading.when === null)?.heading;
      const when = read.when ?? (above ? whenOfRepeated(read.text, above.text) : null);
      const heading = { ...read, when };
      // "### Agents", "### 2024", "### 2023": years of one level with the theme above them are inside it.
      const around = levels.filter(
        (level) => level.depth < depth || (heading.when !== null && level.depth === depth && !level.papers),
      );
      levels = [...around, { heading, depth: heading.when === null ? depth : depth + 0.5, papers: false }];
    },
    setBold(heading) {
      bold = heading;
    },
    isBold: () => bold !== null,
    isInSection: () => levels.length > 0,
    close(depth) {
      const before = levels.length;
      levels = levels.filter((level) => level.depth < depth);
      if (levels.length < before) bold = null;
      return levels.length < before;
    },
    hold() {
      const inside = bold === null ? levels.at(-1) : undefined;
      if (inside) inside.papers = true;
    },
    domain() {
      const [around, inner = around] = themes().slice(-2);
      // A bold line is in a section or in none; a heading that is in no other is its own.
      const alone = inner !== undefined && around === inner && inner === bold;
      return { label: inner?.text ?? title ?? "Papers", section: alone ? null : (around?.text ?? null) };
    },
    setting() {
      const outside = levels.length === 0 && bold === null && title !== null;
      const inner = themes().at(-1);
      let mixed = false;
      for (const heading of themes().reverse()) {
        if (heading.holds === "papers") return { apart: false, papers: !mixed, mixed, outside };
        // Some lists have all of their sections under "Contents".
        const contents = heading !== inner && /contents?|toc|目录/i.test(heading.text);
        if (heading.holds === "no papers" && !contents) return { apart: true, papers: false, mixed, outside };
        mixed ||= heading.holds === "papers and others";
      }
      return { apart: false, papers: false, mixed, outside };
    },
    when: () => [
      ...all()
        .reverse()
        .flatMap(({ when }) => when ?? []),
      ...(title === null ? [] : [whenOfTitle(title)]),
    ],
  };
}

/** "CVPR 2024 Papers with Code" says where all its papers appeared; "" for any other title. */
function whenOfTitle(title: string): string {
  const start = /^\W*(?:awesome[\s-]+)?([A-Z][A-Za-z]+[\s-]*(?:18|19|20)\d{2})(?!\d)/u.exec(title)?.[1] ?? "";
  const spaced = start.replace(/[\s-]+/, " ");
  return namesKnownVenue(spaced) ? spaced : "";
}
