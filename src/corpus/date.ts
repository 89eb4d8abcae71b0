/** Whether the text is a date of the calendar, to the year, month or day. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** How much of the date is known. */
export function precisionOf(date: string): "year" | "month" | "day" {
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

const MS_PER_DAY = 86_400_000;

/**
 * The date as whole days since 1970-01-01; a month or year counts as its middle, so that a work of which only
 * the year is known is neither its first nor its last.
 */
export function dayNumber(date: string): number {
  const precision = precisionOf(date);
  const full = precision === "year" ? `${date}-07-02` : precision === "month" ? `${date}-15` : date;
  return Math.round(Date.parse(`${full}T00:00:00Z`) / MS_PER_DAY);
}

/** The year of a work: that of its date, else the one that is known without a date; NaN for neither. */
export function yearOf({
  date,
  year,
}: {
  readonly date: string | null;
  readonly year: number | null;
}): number {
  return date === null ? (year ?? Number.NaN) : Number(date.slice(0, 4));
}
