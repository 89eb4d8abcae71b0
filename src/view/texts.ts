import { precisionOf } from "../corpus/date.ts";
import type { Localised } from "../corpus/schema.ts";

const integer = new Intl.NumberFormat("en-GB");
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A count as a reader writes it: `50,664`. */
export function formatCount(count: number): string {
  return integer.format(count);
}

/** A date to the precision that is known: `1 December 2022`, `November 2021`, `2019`. */
export function formatDate(date: string): string {
  const precision = precisionOf(date);
  if (precision === "year") return date;
  const full = new Date(precision === "month" ? `${date}-01T00:00:00Z` : `${date}T00:00:00Z`);
  return (precision === "month" ? month : day).format(full);
}

/** The text in the first of the languages it has, else in any. */
export function inLanguage(texts: Localised, ...languages: string[]): string {
  for (const language of languages) {
    const text = texts[language];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? "";
}

/** `1 paper`, `3 papers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${integer.format(count)} ${count === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
