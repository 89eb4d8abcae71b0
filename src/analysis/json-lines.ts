/** A list that is made item by item while it is printed; as plain JSON it is an array. */
export class LazyList<T> {
  readonly #items: () => Iterable<T>;

  constructor(items: () => Iterable<T>) {
    this.#items = items;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items()[Symbol.iterator]();
  }

  toJSON(): T[] {
    return [...this];
  }
}

const ITEMS_PER_PIECE = 1_000;

/**
 * An object as JSON in pieces, each member on a line and each item of its lists on one of its own, so that
 * large results can be compared line by line and need not be one string, nor a LazyList ever be whole.
 */
export function* jsonLines(members: Record<string, unknown>): Generator<string> {
  let separator = "{\n";
  for (const [name, value] of Object.entries(members)) {
    yield `${separator}${JSON.stringify(name)}: `;
    separator = ",\n";
    if (Array.isArray(value) || value instanceof LazyList) yield* list(value);
    else if (holdsList(value)) yield* jsonLines(value);
    else yield JSON.stringify(value);
  }
  yield separator === "{\n" ? "{}\n" : "\n}\n";
}

function holdsList(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((member) => member instanceof LazyList)
  );
}

function* list(items: Iterable<unknown>): Generator<string> {
  let piece: string[] = [];
  let start = "[\n";
  for (const item of items) {
    piece.push(JSON.stringify(item));
    if (piece.length < ITEMS_PER_PIECE) continue;
    yield `${start}${piece.join(",\n")}`;
    start = ",\n";
    piece = [];
  }
  if (piece.length > 0) {
    yield `${start}${piece.join(",\n")}`;
    start = ",\n";
  }
  yield start === "[\n" ? "[]" : "\n]";
}
