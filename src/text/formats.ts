import { precisionOf } from "../corpus/date.ts";
import { type Language, tagOf } from "./language.ts";

/** How numbers, dates and names are written in a language. */
export interface Formats {
  /** A count as a reader writes it: `50,664`. */
  count(count: number): string;
  /** A share as a whole percentage: `42%`. */
  percent(share: number): string;
  /** A measure with as many decimals as asked for: `0.418`. */
  decimal(value: number, digits: number): string;
  /** A date to the precision that is known: `1 December 2022`, `November 2021`, `2019`. */
  date(date: string): string;
  /** Orders names as a dictionary of the language does. */
  compare(a: string, b: string): number;
}

/** The formats of a language; days are days of UTC. */
export function formatsOf(language: Language): Formats {
  const tag = tagOf(language);
  const integer = new Intl.NumberFormat(tag);
  const percentage = new Intl.NumberFormat(tag, { style: "percent" });
  const collator = new Intl.Collator(tag);
  const months: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC" };
  const month = new Intl.DateTimeFormat(tag, months);
  const day = new Intl.DateTimeFormat(tag, { ...months, day: "numeric" });
  const year = new Intl.DateTimeFormat(tag, { year: "numeric", timeZone: "UTC" });
  return {
    count: (count) => integer.format(count),
    percent: (share) => percentage.format(share),
    decimal: (value, digits) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    date: (date) => {
      const precision = precisionOf(date);
      const format = { year, month, day }[precision];
      const rest = { year: "-01-01", month: "-01", day: "" }[precision];
      return format.format(new Date(`${date}${rest}T00:00:00Z`));
    },
    compare: (a, b) => collator.compare(a, b),
  };
}
