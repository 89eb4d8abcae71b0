/** A place in a grid of cells with headers: row and column from 0, -1 for the headers. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a place in a square grid of `size` rows, headers included: arrows by one, Home and
 * End along the row, with Ctrl (or Command) to the first header and the last cell. Null for every other key;
 * the edge holds, and so does the corner between the headers, which is no place.
 */
export function stepInGrid(
  at: GridPlace,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  size: number,
): GridPlace | null {
  const far = ctrlKey || metaKey;
  const last = size - 1;
  if (key === "Home") return far ? { row: 0, column: -1 } : { ...at, column: at.row < 0 ? 0 : -1 };
  if (key === "End") return far ? { row: last, column: last } : { ...at, column: last };
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step === undefined || far) return null;
  return insideGrid({ row: at.row + step.row, column: at.column + step.column }, size) ?? at;
}

/** The place itself while it lies in the grid, else null. */
export function insideGrid({ row, column }: GridPlace, size: number): GridPlace | null {
  const inside = row >= -1 && column >= -1 && row < size && column < size && row + column > -2;
  return inside ? { row, column } : null;
}

const STEPS: Readonly<Record<string, GridPlace | undefined>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
