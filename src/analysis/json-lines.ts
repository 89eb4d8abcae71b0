/**
 * An object as JSON in pieces, each member on a line and each item of its lists on one of its own, so that
 * large results can be compared line by line and need not be one string.
 */
export function* jsonLines(members: Record<string, unknown>): Generator<string> {
  let separator = "{\n";
  for (const [name, value] of Object.entries(members)) {
    yield `${separator}${JSON.stringify(name)}: `;
    separator = ",\n";
    if (Array.isArray(value)) yield* list(value);
    else yield JSON.stringify(value);
  }
  yield separator === "{\n" ? "{}\n" : "\n}\n";
}

const ITEMS_PER_PIECE = 1_000;

function* list(items: readonly unknown[]): Generator<string> {
  if (items.length === 0) return yield "[]";
  for (let i = 0; i < items.length; i += ITEMS_PER_PIECE) {
    const piece = items.slice(i, i + ITEMS_PER_PIECE).map((item) => JSON.stringify(item));
    yield `${i === 0 ? "[\n" : ",\n"}${piece.join(",\n")}`;
  }
  yield "\n]";
}
