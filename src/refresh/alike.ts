/** So many similar items are listed one by one; more are summed up. */
const FEW = 3;

/**
 * Items that are alike in lines: few of a kind one by one, more of a kind as one line. Kinds are in the order
 * of their first item.
 */
export function alike<T>(
  items: readonly T[],
  kindOf: (item: T) => string,
  one: (item: T) => string,
  many: (items: readonly T[]) => string,
): string[] {
  const kinds = new Map<string, T[]>();
  for (const item of items) {
    const kind = kindOf(item);
    const same = kinds.get(kind);
    if (same) same.push(item);
    else kinds.set(kind, [item]);
  }
  return [...kinds.values()].flatMap((same) => (same.length > FEW ? [many(same)] : same.map(one)));
}

/** The first few of many names: `SLIP, FLIP, A-CLIP and 223 more`. */
export function firstFew(names: readonly (string | number)[]): string {
  if (names.length <= FEW) return names.join(", ");
  return `${names.slice(0, FEW).join(", ")} and ${names.length - FEW} more`;
}
