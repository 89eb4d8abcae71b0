/** A page of a list as this walk needs it: its rows (null when withheld) and where the next one starts. */
export interface Page<T> {
  readonly next: number | null;
  readonly data: readonly T[] | null;
}

/** Why a walk stopped. */
export type WalkEnd =
  /** The source said there is no more. */
  | "complete"
  /** As many rows as were wanted. */
  | "limit"
  /** Row 9,999: the source serves none beyond. */
  | "wall"
  /** The source keeps answering pages without rows that promise more. */
  | "empty pages"
  /** The publisher withholds the list. */
  | "withheld";

export interface Walk<T> {
  readonly rows: readonly T[];
  readonly end: WalkEnd;
}

/** The source answers only while `offset + limit < 10000`. */
export const WALL = 9_999;
const PAGE = 1_000;
/** So many pages in a row without a row, and the walk stops. */
const EMPTY_PAGES = 4;

/**
 * Walks a list from its start until the page without `next`, at most `wanted` rows. An empty page that names
 * a next one is a known fault of particular offsets and sizes: it is asked again with another size, then
 * stepped over. Never asks beyond the wall, whatever `next` says.
 */
export async function walkPages<T>(
  askPage: (offset: number, limit: number) => Promise<Page<T>>,
  wanted: number,
): Promise<Walk<T>> {
  const rows: T[] = [];
  let empty = 0;
  for (let offset = 0; ; ) {
    const limit = Math.min(PAGE, wanted - rows.length, WALL - offset);
    if (limit <= 0) return { rows, end: offset >= WALL ? "wall" : "limit" };
    let page = await askPage(offset, limit);
    if (page.data?.length === 0 && page.next !== null && limit > 1) {
      page = await askPage(offset, Math.floor(limit / 2));
    }
    if (page.data === null) return { rows, end: "withheld" };
    for (const row of page.data) rows.push(row);
    if (page.next === null) return { rows, end: "complete" };
    empty = page.data.length === 0 ? empty + 1 : 0;
    if (empty >= EMPTY_PAGES) return { rows, end: "empty pages" };
    // A `next` that does not lead on would be asked for ever.
    offset = Math.max(page.next, offset + Math.max(1, page.data.length));
  }
}

/**
 * The citing works of one paper, newest first, also beyond the wall: each walk that ends there is
 * continued in the window that closes on the day of its oldest row. Rows without a date lie in no
 * window, so the union may stay short of the true number.
 *
 * `rowKey` tells rows apart where windows overlap.
 */
export async function walkWindows<T>(
  askPage: (offset: number, limit: number, until: string | null) => Promise<Page<T>>,
  wanted: number,
  { dateOf, rowKey }: { dateOf: (row: T) => string | null; rowKey: (row: T) => string },
): Promise<Walk<T>> {
  const found = new Map<string, T>();
  let until: string | null = null;
  for (;;) {
    const end: string | null = until;
    // A window repeats the rows of its last day, so it may bring a page more than is still wanted.
    const stillWanted: number = wanted - found.size + (end === null ? 0 : PAGE);
    const walk: Walk<T> = await walkPages((offset, limit) => askPage(offset, limit, end), stillWanted);
    for (const row of walk.rows) {
      if (found.size < wanted) found.set(rowKey(row), row);
    }
    const rows = [...found.values()];
    if (walk.end !== "wall") return { rows, end: walk.end };
    if (found.size >= wanted) return { rows, end: "limit" };
    const oldest: string | null = walk.rows.flatMap((row) => dateOf(row) ?? []).sort()[0] ?? null;
    // No older day, no new window: one day with more rows than the wall lets through.
    if (oldest === null || oldest === until) return { rows, end: "wall" };
    until = oldest;
  }
}
