import { formatsOf } from "../formats.ts";

const { count } = formatsOf("zh");

/** `1,204`. */
export const inFigures = (number: number): string => count(number);

/** `甲`, `甲和乙`, `甲、乙和丙`; "" for none. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("、")}和${items.at(-1)}`;
}
