const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** "okt", "dez", "mai": the same in Dutch, German and the tongues of the North. */
const MONTHS_ABROAD: Readonly<Record<string, string>> = { okt: "oct", dez: "dec", mai: "may" };
const MONTH =
  "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|ma[yi]|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|o[ck]t(?:ober|\\.)?|nov(?:ember|\\.)?|de[cz](?:ember|\\.)?)(?![a-z])";
const YEAR = "((?:18|19|20)\\d{2})";
/** A year is no part of a longer number, of a page range or of an arXiv number (1905.11946). */
const WHOLE = "(?<![\\d:./_])(?<!(?:^|[^A-Za-z])-)";
const ENDS = "(?![\\d]|[.:]\\d|[-–]\\d{3,})";

interface Form {
  readonly pattern: RegExp;
  readonly parts: (found: RegExpExecArray) => { year: number; month?: number; day?: number } | null;
}

function monthOf(name = ""): number {
  const short = name.slice(0, 3).toLowerCase();
  return MONTHS.indexOf(MONTHS_ABROAD[short] ?? short) + 1;
}

/** The ways to write a date, the most telling first. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])(?![\\d])`),
    parts: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(?<![\d.:/_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d.:/_-])/,
    parts: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(?<![\d.:/_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(?![\d.:/_-])/,
    parts: ([, year, month]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[-/.](0?[1-9]|1[0-2])(?![\\d]|[.:/-]\\d)`),
    parts: ([, year, month]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: /(?<![\d:./_-])(0?[1-9]|1[0-2])\/((?:18|19|20)\d{2})(?!\d)/,
    parts: ([, month, year]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: new RegExp(`${MONTH}[\\s,]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+${YEAR}${ENDS}`, "i"),
    parts: ([, month, day, year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}[\\s,]*${YEAR}${ENDS}`, "i"),
    parts: ([, day, month, year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(?<![a-z])${MONTH}[\\s,]*${YEAR}${ENDS}`, "i"),
    parts: ([, month, year]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[\\s,]+${MONTH}`, "i"),
    parts: ([, year, month]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    pattern: /(\d{4})年\s*(?:(\d{1,2})月)?/,
    parts: ([, year, month]) => ({ year: Number(year), ...(month && { month: Number(month) }) }),
  },
  { pattern: new RegExp(`${WHOLE}${YEAR}${ENDS}`), parts: ([, year]) => ({ year: Number(year) }) },
  {
    pattern: /['’‘`´]\s?(\d{2})(?!\d)/,
    parts: ([, short]) => ({ year: century(Number(short)) }),
  },
];

/** The year that two digits mean: 70 to 99 are of the century before. */
export function century(short: number): number {
  return short + (short < 70 ? 2000 : 1900);
}

/** The first date in the text with where it is; null where there is none. A number that cannot be a year is none. */
export function findDate(text: string): { date: string; year: number; start: number; end: number } | null {
  if (!/\d\d/.test(text)) return null;
  for (const { pattern, parts } of FORMS) {
    const found = pattern.exec(text);
    const date = found && parts(found);
    if (!found || !date || date.year < 1800 || date.year > 2099) continue;
    const month = date.month && date.month <= 12 ? `-${String(date.month).padStart(2, "0")}` : "";
    const day = month && date.day && date.day <= 31 ? `-${String(date.day).padStart(2, "0")}` : "";
    return {
      date: `${date.year}${month}${day}`,
      year: date.year,
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return null;
}
