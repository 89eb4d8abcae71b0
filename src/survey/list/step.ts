import type { Block, Line } from "../blocks/blocks.ts";
import type { EntrySketch } from "../entry/sketch-entry.ts";

/** What comes next in a list, in the order of the file, with its candidates for entries looked at. */
export type Step =
  | Extract<Block, { kind: "heading" | "summary" | "end of details" | "comment" | "unclosed comment" }>
  | {
      readonly kind: "candidate";
      readonly sketch: EntrySketch;
      readonly group: Group;
      readonly from: "item" | "paragraph" | "table" | "heading";
    }
  /** A list item above others of which it is the heading, and its end. */
  | {
      readonly kind: "item heading";
      readonly line: number;
      readonly lines: readonly Line[];
      readonly level: number;
    }
  | { readonly kind: "end of item"; readonly level: number }
  /** The end of all headings of this depth and deeper. */
  | { readonly kind: "end of headings"; readonly depth: number }
  /** Text that no entry is looked for in. */
  | { readonly kind: "text"; readonly lines: readonly Line[] }
  | {
      readonly kind: "quote";
      readonly line: number;
      readonly lines: readonly Line[];
      readonly steps: readonly Step[];
    }
  | { readonly kind: "unread"; readonly line: number; readonly text: string };

/** Candidates that one hand has written in one way: the items of a list, the rows of a table, the paragraphs of a file. */
export interface Group {
  readonly kind: "list" | "table" | "paragraphs" | "headings";
  readonly members: EntrySketch[];
  /** For a table: whether its header names a column of titles. */
  readonly named: boolean;
}
