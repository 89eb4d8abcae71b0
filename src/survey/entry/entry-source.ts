import type { Line } from "../blocks/blocks.ts";

/** What a column of a table holds. */
export type ColumnRole =
  | "title"
  | "paper"
  | "venue"
  | "date"
  | "authors"
  | "label"
  | "code"
  | "project"
  | "data"
  | "video"
  | "other";

/** One candidate for an entry, as blocks give it. */
export interface EntrySource {
  readonly line: number;
  readonly own: readonly Line[];
  /** Later paragraphs and sub-items, each with its lines. */
  readonly details: readonly (readonly Line[])[];
  /** The other cells of its row by what their column holds; [] outside tables. */
  readonly cells: readonly {
    readonly role: ColumnRole;
    readonly header: string;
    readonly lines: readonly Line[];
  }[];
}
