/** A stretch of a line that is written in one way; `text` is what a reader sees of it. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  readonly struck: boolean;
  /** Where a link points; null outside links. A link is one run, whatever is inside it. */
  readonly url: string | null;
  /** The address of an image, also of one inside a link; `text` is then its alternative text. */
  readonly image: string | null;
}

/** One line of a paragraph; a title broken over two lines of the file inside a link is one run of one line. */
export interface Line {
  readonly line: number;
  readonly runs: readonly Run[];
}

export interface ListItem {
  readonly line: number;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly (readonly Line[])[];
}

/** What a list of papers is made of, in whichever markup it is written. Line numbers are 1-based. */
export type Block =
  | {
      readonly kind: "heading";
      readonly line: number;
      readonly depth: number;
      readonly lines: readonly Line[];
    }
  /** The title of a part that can be folded away; its end is marked, as the part is not nested here. */
  | { readonly kind: "summary"; readonly line: number; readonly lines: readonly Line[] }
  | { readonly kind: "end of details"; readonly line: number }
  | { readonly kind: "paragraph"; readonly line: number; readonly lines: readonly Line[] }
  | { readonly kind: "list"; readonly line: number; readonly items: readonly ListItem[] }
  | {
      readonly kind: "table";
      readonly line: number;
      /** Null where no row is marked as the header. */
      readonly header: readonly (readonly Line[])[] | null;
      readonly rows: readonly TableRow[];
    }
  | { readonly kind: "quote"; readonly line: number; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly line: number; readonly text: string }
  | { readonly kind: "comment"; readonly line: number; readonly text: string }
  | { readonly kind: "unclosed comment"; readonly line: number };

/** A run of plain text. */
export function plainRun(text: string): Run {
  return { text, strong: false, emphasis: false, code: false, struck: false, url: null, image: null };
}

/** What a reader sees of some runs; an image that is not a link shows nothing of its own. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.image !== null && run.url === null ? "" : run.text)).join("");
}
