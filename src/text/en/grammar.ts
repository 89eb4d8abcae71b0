import { formatsOf } from "../formats.ts";

const { count } = formatsOf("en");

/** `1,204`. */
export const inFigures = (number: number): string => count(number);

/** `1 paper`, `3 papers`, `1,204 papers`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`; "" for none. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
