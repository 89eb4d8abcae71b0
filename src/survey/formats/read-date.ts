import { isDate } from "../../corpus/date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/;
const ISO = /(?<!\d)((?:1[5-9]|20)\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?(?!\d)/;
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:1[5-9]|20)\d{2})(?!\d)/;
const MONTH =
  /(?<!\p{L})(?:(\d{1,2})(?:st|nd|rd|th)?[\s~.-]+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?:[\s~]+(\d{1,2})(?![\d:]))?/iu;

/**
 * The date in a text as people and programs write it ("2020/03/01/", "5 March 2020", "2020 Feb"), as exact
 * as it is sure: of 4/3/2024 only the year. Null where it names no year from 1500 to 2099.
 */
export function readDate(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return exact(iso[1] ?? "", iso[2], iso[3]);
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [, a = "", b = "", year = ""] = slashed;
    if (Number(a) > 12) return exact(year, b, a);
    return Number(b) > 12 ? exact(year, a, b) : year;
  }
  const year = YEAR.exec(text)?.[0];
  if (year === undefined) return null;
  const [, before, name, after] = MONTH.exec(text) ?? [];
  return name === undefined ? year : exact(year, monthNumber(name), after ?? before);
}

/**
 * The most exact of some texts about one date. The first that names a year decides on it; a text without a
 * year ("jul", "APR 5", "7") is one of a month of that year. Null where none names a year.
 */
export function mostExactDate(texts: readonly (string | null | undefined)[]): string | null {
  const said = texts.flatMap((text) => (text ? [text.trim()] : []));
  const year = said.flatMap((text) => readDate(text)?.slice(0, 4) ?? [])[0];
  if (year === undefined) return null;
  const dates = said.map((text) => {
    if (YEAR.test(text)) return readDate(text) ?? year;
    return /^\d{1,2}$/.test(text) ? exact(year, text, undefined) : (readDate(`${text} ${year}`) ?? year);
  });
  return dates
    .filter((date) => date.startsWith(year))
    .reduce((best, date) => (date.length > best.length ? date : best), year);
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1);
}

/** The date of these parts, without those that make none. */
function exact(year: string, month: string | undefined, day: string | undefined): string {
  const toMonth = `${year}-${(month ?? "").padStart(2, "0")}`;
  const toDay = `${toMonth}-${(day ?? "").padStart(2, "0")}`;
  return [toDay, toMonth].find(isDate) ?? year;
}
