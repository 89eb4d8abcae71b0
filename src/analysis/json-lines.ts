/**
 * A list that is made item by item while it is printed; as plain JSON it is an array. One that knows its `length`
 * may be cut where it is printed (see jsonLines).
 */
export class LazyList<T> {
  readonly #items: () => Iterable<T>;
  readonly length: number | null;

  constructor(items: () => Iterable<T>, length: number | null = null) {
    this.#items = items;
    this.length = length;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items()[Symbol.iterator]();
  }

  toJSON(): T[] {
    return [...this];
  }
}

const ITEMS_PER_PIECE = 1_000;

/** How much of a list was printed. */
interface Cut {
  readonly listed: number;
  readonly of: number;
}

/**
 * An object as JSON in pieces, each member on a line and each item of its lists on one of its own, so that
 * large results can be compared line by line and need not be one string, nor a LazyList ever be whole. Of a LazyList
 * that knows its length no item is begun after `limit` characters, by default all; a last member `truncated` then says
 * by the lists' names (`reduction.removed`) how many items are `listed`, `of` how many.
 */
export function* jsonLines(
  members: Record<string, unknown>,
  limit = Number.POSITIVE_INFINITY,
): Generator<string> {
  const cuts: Record<string, Cut> = {};
  let separator = yield* lines(members, "", limit, cuts);
  if (Object.keys(cuts).length > 0) {
    yield `${separator}"truncated": ${JSON.stringify(cuts)}`;
    separator = ",\n";
  }
  yield endOf(separator);
}

/** The members without the end of the object; returns what would separate one more from them. */
function* lines(
  members: Record<string, unknown>,
  path: string,
  limit: number,
  cuts: Record<string, Cut>,
): Generator<string, string> {
  let separator = "{\n";
  for (const [name, value] of Object.entries(members)) {
    yield `${separator}${JSON.stringify(name)}: `;
    separator = ",\n";
    if (value instanceof LazyList && value.length !== null) {
      const listed = yield* list(value, limit);
      if (listed < value.length) cuts[path + name] = { listed, of: value.length };
    } else if (Array.isArray(value) || value instanceof LazyList) yield* list(value);
    else if (holdsList(value)) yield endOf(yield* lines(value, `${path}${name}.`, limit, cuts));
    else yield JSON.stringify(value);
  }
  return separator;
}

function endOf(separator: string): string {
  return separator === "{\n" ? "{}\n" : "\n}\n";
}

function holdsList(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((member) => member instanceof LazyList)
  );
}

/** The items, none begun after `limit` characters; returns how many. */
function* list(items: Iterable<unknown>, limit = Number.POSITIVE_INFINITY): Generator<string, number> {
  let piece: string[] = [];
  let start = "[\n";
  let listed = 0;
  let length = 0;
  for (const item of items) {
    if (length >= limit) break;
    const text = JSON.stringify(item);
    piece.push(text);
    listed += 1;
    length += text.length;
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
  return listed;
}
